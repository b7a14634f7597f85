package io.github.vertebraj.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/** An axis with texts at given values; upright, they may have several lines and are moved apart. */
final class TextAxis extends NumberAxis {

	private static final long serialVersionUID = 1L;

	/** A text, and the value beside which it stands. */
	record Text(double value, String text) {

		private String[] lines() {
			return text.split("\n");
		}
	}

	private final transient List<Text> texts;

	TextAxis(final String title, final Range range, final List<Text> texts) {
		super(title);
		this.texts = texts.stream().sorted(Comparator.comparingDouble(Text::value)).toList();
		setRange(range);
	}

	@Override
	public List<NumberTick> refreshTicks(final Graphics2D graphics, final AxisState state, final Rectangle2D area,
		final RectangleEdge edge)
	{
		if (RectangleEdge.isLeftOrRight(edge)) return upright(area.getHeight(), edge == RectangleEdge.LEFT
			? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
		return texts.stream().map(text -> new NumberTick(TickType.MAJOR, text.value, text.text, TextAnchor.TOP_CENTER,
			TextAnchor.CENTER, 0)).toList();
	}

	private List<NumberTick> upright(final double height, final TextAnchor anchor) {
		final double line = Lettering.lineHeight(getTickLabelFont()) * getRange().getLength() / height;
		final double[] bottoms = bottoms(line);
		final List<NumberTick> ticks = new ArrayList<>();
		for (int i = 0; i < bottoms.length; i++) {
			final String[] lines = texts.get(i).lines();
			for (int k = 0; k < lines.length; k++)
				ticks.add(new NumberTick(TickType.MINOR, bottoms[i] + (lines.length - k - 0.5) * line, lines[k], anchor,
					TextAnchor.CENTER, 0));
		}
		return ticks;
	}

	/** Lower edges of the texts, as near as may be to their values: each above the one before, then from the top down. */
	private double[] bottoms(final double line) {
		final double[] bottoms = new double[texts.size()];
		double free = getLowerBound();
		for (int i = 0; i < bottoms.length; i++) {
			final double height = texts.get(i).lines().length * line;
			bottoms[i] = Math.max(free, texts.get(i).value - height / 2);
			free = bottoms[i] + height;
		}
		double end = getUpperBound();
		for (int i = bottoms.length - 1; i >= 0; i--) {
			bottoms[i] = Math.min(bottoms[i], end - texts.get(i).lines().length * line);
			end = bottoms[i];
		}
		return bottoms;
	}
}
