package io.github.vertebraj.report.chart;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Quantities over one that rises, each a line with points and a band around it, beside levels to compare with.
 *
 * @param title  above the plot; may be empty
 * @param xTitle of the horizontal axis, with unit
 * @param yTitle of the vertical axis, with unit
 * @param curves at least one
 * @param levels may be none
 */
public record CurveFigure(String title, String xTitle, String yTitle, List<Curve> curves, List<Level> levels)
	implements Figure
{

	/**
	 * A line through points.
	 *
	 * @param x     rising
	 * @param lower end of the band, at most y
	 * @param upper end of the band, at least y
	 */
	public record Curve(String name, double[] x, double[] y, double[] lower, double[] upper) {

		/** @throws IllegalArgumentException if the numbers of values differ, or one is not finite */
		public Curve {
			Objects.requireNonNull(name, "name");
			for (final double[] values : List.of(y, lower, upper))
				FigureData.equalLengths("x", x, name, values);
			x = FigureData.finite("x", x);
			y = FigureData.finite(name, y);
			lower = FigureData.finite(name, lower);
			upper = FigureData.finite(name, upper);
		}

		/** A copy. */
		@Override
		public double[] x() {
			return x.clone();
		}

		/** A copy. */
		@Override
		public double[] y() {
			return y.clone();
		}

		/** A copy. */
		@Override
		public double[] lower() {
			return lower.clone();
		}

		/** A copy. */
		@Override
		public double[] upper() {
			return upper.clone();
		}
	}

	/**
	 * A dashed line across the plot.
	 *
	 * @param color index of its colour; curves have those from 0
	 */
	public record Level(String name, double value, int color) {}

	private static final double HEIGHT = 800;
	private static final float LINE = 6;
	private static final float THIN = 4;
	private static final double BAND_OPACITY = 0.15;
	private static final double POINT = 12;
	private static final int DASHES = 5;

	/** @throws IllegalArgumentException if there is no point, or a level is not finite */
	public CurveFigure {
		curves = List.copyOf(curves);
		levels = List.copyOf(levels);
		if (curves.stream().allMatch(curve -> curve.x.length == 0)) throw new IllegalArgumentException(
			"A figure of curves needs at least one point");
		for (final Level level : levels)
			if (!Double.isFinite(level.value) || level.color < 0) throw new IllegalArgumentException(
				"A level is a finite number and a colour from 0, but one is " + level);
	}

	@Override
	public BufferedImage draw() {
		final Range across = Axes.around(curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.x)).toArray());
		final DoubleStream heights = DoubleStream.concat(curves.stream().flatMap(curve -> Stream.of(curve.lower, curve.upper))
			.flatMapToDouble(Arrays::stream), levels.stream().mapToDouble(Level::value));
		final XYPlot plot = ChartStyle.plot(Axes.across(xTitle, across, ChartStyle.USUAL_WIDTH), Axes.up(yTitle, Axes.around(
			heights.toArray()), HEIGHT));
		final Legend legend = new Legend();
		for (int i = 0; i < curves.size(); i++)
			addBand(plot, i);
		for (final Level level : levels)
			plot.addAnnotation(new XYLineAnnotation(across.getLowerBound(), level.value, across.getUpperBound(), level.value,
				Palette.dash(1 + level.color % DASHES, THIN), Palette.color(level.color)));
		for (int i = 0; i < curves.size(); i++) {
			addCurve(plot, i);
			legend.shape(curves.get(i).name, Palette.shape(i, POINT), Palette.color(i), Palette.color(i));
		}
		levels.forEach(level -> legend.line(level.name, Palette.color(level.color), Palette.dash(1 + level.color % DASHES, THIN)));
		final JFreeChart chart = ChartStyle.chart(title, plot);
		legend.addTo(chart);
		return ChartStyle.draw(chart, HEIGHT);
	}

	private void addBand(final XYPlot plot, final int index) {
		final Curve curve = curves.get(index);
		final YIntervalSeries series = new YIntervalSeries(index, false, true);
		for (int i = 0; i < curve.x.length; i++)
			series.add(curve.x[i], curve.y[i], curve.lower[i], curve.upper[i]);
		if (series.getItemCount() < 2) return;
		final YIntervalSeriesCollection data = new YIntervalSeriesCollection();
		data.addSeries(series);
		final DeviationRenderer renderer = new DeviationRenderer(false, false);
		renderer.setSeriesFillPaint(0, Palette.color(index));
		renderer.setAlpha((float) BAND_OPACITY);
		ChartStyle.add(plot, data, renderer);
	}

	private void addCurve(final XYPlot plot, final int index) {
		final Curve curve = curves.get(index);
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
		renderer.setSeriesPaint(0, Palette.color(index));
		renderer.setSeriesStroke(0, Palette.line(LINE));
		renderer.setSeriesShape(0, Palette.shape(index, POINT));
		ChartStyle.add(plot, new XYSeriesCollection(ChartStyle.series(index, curve.x, curve.y)), renderer);
	}
}
