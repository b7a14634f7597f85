package io.github.vertebraj.report.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * One quantity over another, a point for each pair.
 *
 * @param title  above the plot; may be empty
 * @param xTitle of the horizontal axis, with unit
 * @param yTitle of the vertical axis, with unit
 * @param groups at least one
 * @param line   through the points
 * @param text   below the plot: {@code Spearman r = -0.84, p < 0.001, n = 62}; may be empty
 */
public record ScatterFigure(String title, String xTitle, String yTitle, List<Group> groups, Optional<Line> line,
	String text) implements Figure
{

	/** Points of one shape and colour; the name stands in the legend unless it is empty. */
	public record Group(String name, double[] x, double[] y) {

		/** @throws IllegalArgumentException if the numbers of x and y differ, or one is not finite */
		public Group {
			Objects.requireNonNull(name, "name");
			FigureData.equalLengths("x", x, "y", y);
			x = FigureData.finite("x", x);
			y = FigureData.finite("y", y);
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
	}

	/** y = intercept + slope · x, drawn over the range of the points; the text stands in the legend. */
	public record Line(double intercept, double slope, String text) {

		/** @throws IllegalArgumentException if it is not finite */
		public Line {
			FigureData.finite("line", new double[] { intercept, slope });
			Objects.requireNonNull(text, "text");
		}

		private double at(final double x) {
			return intercept + slope * x;
		}
	}

	/** @throws IllegalArgumentException if there is no point */
	public ScatterFigure {
		Objects.requireNonNull(title, "title");
		Objects.requireNonNull(xTitle, "xTitle");
		Objects.requireNonNull(yTitle, "yTitle");
		Objects.requireNonNull(line, "line");
		Objects.requireNonNull(text, "text");
		groups = List.copyOf(groups);
		if (groups.stream().allMatch(group -> group.x.length == 0)) throw new IllegalArgumentException(
			"A scatter plot needs at least one point");
	}

	private static final double HEIGHT = 800;
	private static final double OPACITY = 0.75;
	private static final double LEGEND_POINT = 12;
	private static final float LINE = 4;

	@Override
	public BufferedImage draw() {
		final Range across = Axes.around(groups.stream().flatMapToDouble(group -> Arrays.stream(group.x)).toArray());
		final double[] y = groups.stream().flatMapToDouble(group -> Arrays.stream(group.y)).toArray();
		final XYPlot plot = ChartStyle.plot(Axes.across(xTitle, across, ChartStyle.USUAL_WIDTH), Axes.up(yTitle,
			Axes.around(y), HEIGHT));
		for (int i = 0; i < groups.size(); i++)
			ChartStyle.add(plot, new XYSeriesCollection(ChartStyle.series(i, groups.get(i).x, groups.get(i).y)), ChartStyle
				.points(i, Palette.radius(y.length), Palette.transparent(Palette.color(i), OPACITY)));
		line.filter(fit -> Double.isFinite(fit.at(across.getLowerBound())) && Double.isFinite(fit.at(across
			.getUpperBound()))).ifPresent(fit -> plot.addAnnotation(new XYLineAnnotation(across.getLowerBound(), fit.at(across
				.getLowerBound()), across.getUpperBound(), fit.at(across.getUpperBound()), Palette.line(LINE), Color.BLACK)));
		final JFreeChart chart = ChartStyle.chart(title, plot);
		ChartStyle.text(chart, text, RectangleEdge.BOTTOM);
		legend().addTo(chart);
		return ChartStyle.draw(chart, HEIGHT);
	}

	private Legend legend() {
		final Legend legend = new Legend();
		for (int i = 0; i < groups.size(); i++)
			legend.shape(groups.get(i).name, Palette.shape(i, LEGEND_POINT), Palette.color(i), Color.WHITE);
		line.ifPresent(fit -> legend.line(fit.text, Color.BLACK, Palette.line(LINE)));
		return legend;
	}
}
