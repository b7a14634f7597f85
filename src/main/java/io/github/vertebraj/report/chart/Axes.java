package io.github.vertebraj.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;

import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/** Axes of the common look, with round numbers and some space around the values. */
final class Axes {

	/** Least distance of ticks, in pixels. */
	private static final double TICK = 95;
	private static final double WIDE_TICK = 190;
	private static final double PADDING = 0.05;
	private static final double EQUAL_PADDING = 0.11;
	/** A span that is smaller than this share of the values is none: ticks could not be told apart. */
	private static final double NO_SPAN = 1e-9;
	private static final float AXIS_LINE = 3;
	private static final float TICK_LENGTH = 12;

	private Axes() {}

	/** A horizontal axis of numbers whose title shrinks to its room in pixels. */
	static NumberAxis across(final String title, final Range range, final double room) {
		return axis(title, range, room, TickFormat.isWide(largest(range)) ? WIDE_TICK : TICK);
	}

	/** An upright axis of numbers whose title shrinks to its room in pixels. */
	static NumberAxis up(final String title, final Range range, final double room) {
		return axis(title, range, room, TICK);
	}

	private static NumberAxis axis(final String title, final Range range, final double room, final double tick) {
		final NumberAxis axis = new NumberAxis(Lettering.typeset(title));
		axis.setRange(range);
		final double step = new NumberTickUnitSource().getCeilingTickUnit(range.getLength() * tick / room).getSize();
		axis.setTickUnit(new NumberTickUnit(step, new TickFormat(step, largest(range))));
		return look(axis, room);
	}

	private static double largest(final Range range) {
		return Math.max(Math.abs(range.getLowerBound()), Math.abs(range.getUpperBound()));
	}

	static <T extends Axis> T look(final T axis, final double room) {
		final String title = axis.getLabel() == null ? "" : axis.getLabel();
		axis.setLabelFont(Lettering.fitting(title, Lettering.TEXT, room));
		axis.setLabel(Lettering.shortened(title, axis.getLabelFont(), room));
		axis.setLabelPaint(Color.BLACK);
		axis.setLabelInsets(new RectangleInsets(8, 4, 4, 8));
		axis.setTickLabelFont(Lettering.SMALL);
		axis.setTickLabelPaint(Color.BLACK);
		axis.setTickLabelInsets(new RectangleInsets(16, 18, 4, 18));
		axis.setAxisLinePaint(Color.BLACK);
		axis.setAxisLineStroke(new BasicStroke(AXIS_LINE, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
		axis.setTickMarkPaint(Color.BLACK);
		axis.setTickMarkStroke(new BasicStroke(AXIS_LINE));
		axis.setTickMarkOutsideLength(TICK_LENGTH);
		return axis;
	}

	/**
	 * A range with some space around the values; NaN and infinities are passed over.
	 *
	 * @throws IllegalArgumentException if the values are too far apart for their distance to be a number
	 */
	static Range around(final double... values) {
		final double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
		final double lowest = Arrays.stream(finite).min().orElse(0);
		final double highest = Arrays.stream(finite).max().orElse(1);
		final double size = Math.max(Math.abs(lowest), Math.abs(highest));
		final double span = highest - lowest;
		if (2 * span == Double.POSITIVE_INFINITY) throw new IllegalArgumentException("Values from " + lowest + " to " +
			highest + " are too far apart to be drawn");
		final double equal = size > Double.MIN_NORMAL ? EQUAL_PADDING * size : 1;
		final double padding = span > Math.max(NO_SPAN * size, Double.MIN_NORMAL) ? PADDING * span : equal;
		return new Range(lowest - padding, highest + padding);
	}
}
