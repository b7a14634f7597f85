package io.github.vertebraj.report.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeriesCollection;

import io.github.vertebraj.statistics.Interval;

/**
 * Differences over means of two measurements, with bias and limits of agreement (J. M. Bland, D. G. Altman, Lancet
 * 1986;327:307-310, doi:10.1016/S0140-6736(86)90837-8) and their intervals as bands.
 *
 * @param title       above the plot; may be empty
 * @param meanTitle   of the axis of means, with unit
 * @param differTitle of the axis of differences, with unit and direction: {@code Reader 1 - reader 2 (mm)}
 * @param means       of the pairs
 * @param differences of the pairs
 * @param bias        the mean difference
 * @param limits      the limits of agreement from the lower to the upper; may be none
 */
public record BlandAltmanFigure(String title, String meanTitle, String differTitle, double[] means,
	double[] differences, Level bias, List<Level> limits) implements Figure
{

	/**
	 * A height with its name.
	 *
	 * @param text at the right, with the value as the table prints it; may have line ends: {@code Bias\n0.12}
	 */
	public record Level(double value, Optional<Interval> interval, String text) {

		/** @throws IllegalArgumentException if the value is not finite */
		public Level {
			FigureData.finite(text, new double[] { value });
			Objects.requireNonNull(interval, "interval");
		}

		private DoubleStream extent() {
			return DoubleStream.concat(DoubleStream.of(value), interval.stream().flatMapToDouble(ends -> DoubleStream.of(ends
				.lower(), ends.upper())));
		}
	}

	/** @throws IllegalArgumentException if there are no pairs, their numbers differ, or a value is not finite */
	public BlandAltmanFigure {
		Objects.requireNonNull(title, "title");
		Objects.requireNonNull(meanTitle, "meanTitle");
		Objects.requireNonNull(differTitle, "differTitle");
		Objects.requireNonNull(bias, "bias");
		FigureData.equalLengths("means", means, "differences", differences);
		if (means.length == 0) throw new IllegalArgumentException("A Bland-Altman plot needs at least one pair");
		means = FigureData.finite("means", means);
		differences = FigureData.finite("differences", differences);
		limits = List.copyOf(limits);
	}

	/** A copy. */
	@Override
	public double[] means() {
		return means.clone();
	}

	/** A copy. */
	@Override
	public double[] differences() {
		return differences.clone();
	}

	private static final double HEIGHT = 760;
	private static final double MOST_LABEL = 330;
	private static final float LINE = 5;
	private static final double BAND_OPACITY = 0.16;
	private static final double POINT_OPACITY = 0.65;

	@Override
	public BufferedImage draw() {
		final List<Level> levels = Stream.concat(limits.stream(), Stream.of(bias)).toList();
		final Range up = Axes.around(DoubleStream.concat(Arrays.stream(differences), levels.stream().flatMapToDouble(
			Level::extent)).toArray());
		final XYPlot plot = ChartStyle.plot(Axes.across(meanTitle, Axes.around(means), ChartStyle.USUAL_WIDTH -
			MOST_LABEL), Axes.up(differTitle, up, HEIGHT));
		for (final Level level : levels) {
			final Color color = Palette.color(level == bias ? 0 : 1);
			level.interval.filter(interval -> interval.lower() < interval.upper()).ifPresent(interval -> mark(plot,
				new IntervalMarker(up.constrain(interval.lower()), up.constrain(interval.upper()), Palette.transparent(color,
					BAND_OPACITY))));
			mark(plot, new ValueMarker(level.value, color, level == bias ? Palette.line(LINE) : Palette.dash(1, LINE)));
		}
		mark(plot, new ValueMarker(0, Palette.MUTED, Palette.line(1.5f)));
		ChartStyle.add(plot, new XYSeriesCollection(ChartStyle.series(0, means, differences)), ChartStyle.points(0, Palette
			.radius(means.length), Palette.transparent(Color.BLACK, POINT_OPACITY)));
		plot.setRangeAxis(1, labels(levels, up));
		plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
		return ChartStyle.draw(ChartStyle.chart(title, plot), HEIGHT);
	}

	private static void mark(final XYPlot plot, final Marker marker) {
		marker.setAlpha(1);
		plot.addRangeMarker(marker, Layer.BACKGROUND);
	}

	private static TextAxis labels(final List<Level> levels, final Range up) {
		final TextAxis axis = Axes.look(new TextAxis(null, up, levels.stream().map(level -> new TextAxis.Text(
			level.value, Lettering.wrap(Lettering.typeset(level.text), Lettering.SMALL, MOST_LABEL))).toList()), HEIGHT);
		axis.setAxisLineVisible(false);
		return axis;
	}
}
