package io.github.vertebraj.report.chart;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Histograms over one another, as the outlines of their bars.
 *
 * @param title    above the plot; may be empty
 * @param quantity of the horizontal axis, with unit
 * @param curves   at least one
 * @param from     the horizontal axis begins here
 * @param to       and ends here; more than {@code from}
 */
public record HistogramFigure(String title, String quantity, List<Curve> curves, double from, double to)
	implements Figure
{

	/**
	 * One histogram.
	 *
	 * @param name   stands in the legend
	 * @param edges  rising, one more than there are bars
	 * @param shares of all values in each bar, in %
	 */
	public record Curve(String name, double[] edges, double[] shares) {

		/** @throws IllegalArgumentException if there is not one edge more than bars, or a number is not finite */
		public Curve {
			Objects.requireNonNull(name, "name");
			if (edges.length != shares.length + 1) throw new IllegalArgumentException("A histogram of " + shares.length +
				" bars has one edge more, not " + edges.length);
			edges = FigureData.finite("edges", edges);
			shares = FigureData.finite("shares", shares);
		}

		/** A copy. */
		@Override
		public double[] edges() {
			return edges.clone();
		}

		/** A copy. */
		@Override
		public double[] shares() {
			return shares.clone();
		}

		/** The outline: up at the first edge, down to 0 at the last. */
		private double[][] outline() {
			final int n = shares.length;
			final double[][] points = new double[2][2 * n + 2];
			for (int i = 0; i <= n; i++) {
				points[0][2 * i] = edges[i];
				points[0][2 * i + 1] = edges[i];
				points[1][2 * i] = i == 0 ? 0 : shares[i - 1];
				points[1][2 * i + 1] = i == n ? 0 : shares[i];
			}
			return points;
		}
	}

	private static final double HEIGHT = 800;
	private static final double HEADROOM = 1.05;
	private static final float LINE = 4;

	/** @throws IllegalArgumentException if there is no curve, or the axis has no length */
	public HistogramFigure {
		Objects.requireNonNull(title, "title");
		Objects.requireNonNull(quantity, "quantity");
		curves = List.copyOf(curves);
		if (curves.isEmpty()) throw new IllegalArgumentException("A histogram figure needs at least one histogram");
		if (!(from < to)) throw new IllegalArgumentException("An axis goes from a lower to a higher value, but this from " +
			from + " to " + to);
	}

	@Override
	public BufferedImage draw() {
		final double highest = curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.shares)).max().orElse(1);
		final XYPlot plot = ChartStyle.plot(Axes.across(quantity, new Range(from, to), ChartStyle.USUAL_WIDTH), Axes.up(
			"Voxels in each bin (%)", new Range(0, highest > 0 ? HEADROOM * highest : 1), HEIGHT));
		final Legend legend = new Legend();
		for (int i = 0; i < curves.size(); i++) {
			final double[][] outline = curves.get(i).outline();
			final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
			renderer.setSeriesPaint(0, Palette.color(i));
			renderer.setSeriesStroke(0, Palette.dash(i, LINE));
			renderer.setDrawSeriesLineAsPath(true);
			ChartStyle.add(plot, new XYSeriesCollection(ChartStyle.series(i, outline[0], outline[1])), renderer);
			legend.line(curves.get(i).name, Palette.color(i), Palette.dash(i, LINE));
		}
		final JFreeChart chart = ChartStyle.chart(title, plot);
		legend.addTo(chart);
		return ChartStyle.draw(chart, HEIGHT);
	}
}
