package io.github.vertebraj.report.chart;

import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.BoxAndWhiskerRenderer;
import org.jfree.chart.renderer.category.LevelRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.category.ScatterRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.Range;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.statistics.BoxAndWhiskerItem;
import org.jfree.data.statistics.DefaultBoxAndWhiskerCategoryDataset;
import org.jfree.data.statistics.DefaultMultiValueCategoryDataset;

import io.github.vertebraj.report.chart.BoxPlotFigure.Group;
import io.github.vertebraj.report.chart.BoxPlotFigure.Points;

/** Builds the chart of a {@link BoxPlotFigure}: boxes, points above them, medians above both, then the brackets. */
final class BoxPlot {

	private static final double HEIGHT = 800;
	private static final double LARGEST_BOX = 150;
	private static final double BOX_SHARE = 0.7;
	private static final float LINE = 3.5f;
	private static final float MEDIAN = 7;
	private static final double TINT = 0.2;
	private static final double OPACITY = 0.75;
	/** Upright names break when they are longer than this share of the plot, and then need more room beside them. */
	private static final float UPRIGHT_SHARE = 0.6f;
	private static final int NAME_LINES = 8;

	private final BoxPlotFigure figure;
	private final List<Group> groups;
	private final List<Place> places = new ArrayList<>();
	private final double slot;
	private final double radius;

	BoxPlot(final BoxPlotFigure figure) {
		this.figure = figure;
		groups = figure.groups();
		slot = ChartStyle.USUAL_WIDTH / groups.size();
		radius = Palette.radius(groups.stream().mapToInt(Group::count).max().orElse(0) * 2);
		final boolean level = namesAreLevel();
		for (int i = 0; i < groups.size(); i++)
			places.add(new Place(i, label(groups.get(i), level ? "\n" : ", ")));
	}

	BufferedImage draw() {
		final Range data = Axes.around(extent());
		final Brackets brackets = new Brackets(figure.brackets(), places.size(), slot);
		final double above = brackets.height();
		final Range range = new Range(data.getLowerBound(), data.getUpperBound() + data.getLength() * above / HEIGHT);
		final CategoryPlot plot = ChartStyle.plot(nameAxis(), Axes.up(figure.quantity(), range, HEIGHT + above));
		addBoxes(plot);
		final boolean joined = figure.points() == Points.JOINED;
		if (joined) addJoins(plot);
		addPoints(plot, new Lanes(joined ? 2 * radius : slot, 2 * radius, range.getLength() / (HEIGHT + above)));
		addMedians(plot);
		brackets.addTo(plot, places, data, data.getLength() / HEIGHT);
		final JFreeChart chart = ChartStyle.chart(figure.title(), plot);
		figure.reference().ifPresent(line -> {
			plot.addRangeMarker(new ValueMarker(line.value(), Palette.MUTED, Palette.dash(1, LINE)), Layer.BACKGROUND);
			new Legend().line(line.text(), Palette.MUTED, Palette.dash(1, LINE)).addTo(chart);
		});
		return ChartStyle.draw(chart, HEIGHT + above);
	}

	private double[] extent() {
		final DoubleStream reference = figure.reference().stream().mapToDouble(BoxPlotFigure.Reference::value);
		return DoubleStream.concat(reference, groups.stream().flatMapToDouble(group -> DoubleStream.concat(Arrays.stream(
			group.values()), DoubleStream.of(group.lowerQuartile(), group.upperQuartile())))).toArray();
	}

	private boolean namesAreLevel() {
		return groups.stream().flatMap(group -> Arrays.stream(label(group, "\n").split("[ \n]"))).allMatch(
			word -> Lettering.width(word, Lettering.SMALL) < slot - 12);
	}

	/** Spaces within {@code n = 12} do not break. */
	private static String label(final Group group, final String separator) {
		final int missing = group.values().length - group.count();
		return Lettering.typeset(group.name()) + separator + "n\u00a0=\u00a0" + group.count() + (missing == 0 ? ""
			: separator + "(" + missing + " missing)");
	}

	private CategoryAxis nameAxis() {
		final CategoryAxis axis = new CategoryAxis();
		axis.setLowerMargin(0);
		axis.setUpperMargin(0);
		axis.setCategoryMargin(0);
		axis.setMaximumCategoryLabelLines(NAME_LINES);
		if (namesAreLevel()) return axis;
		axis.setCategoryLabelPositions(CategoryLabelPositions.UP_90);
		axis.setMaximumCategoryLabelWidthRatio(UPRIGHT_SHARE);
		return axis;
	}

	/** Boxes are at most this share of the plot wide. */
	private double boxWidth() {
		return Math.min(LARGEST_BOX, BOX_SHARE * slot) / ChartStyle.USUAL_WIDTH;
	}

	private void addBoxes(final CategoryPlot plot) {
		final DefaultBoxAndWhiskerCategoryDataset data = new DefaultBoxAndWhiskerCategoryDataset();
		for (int i = 0; i < groups.size(); i++)
			data.add(box(groups.get(i)), Integer.valueOf(0), places.get(i));
		final BoxAndWhiskerRenderer renderer = new BoxAndWhiskerRenderer() {
			private static final long serialVersionUID = 1L;

			@Override
			public Paint getItemPaint(final int row, final int column) {
				return Palette.tint(column, TINT);
			}
		};
		renderer.setMeanVisible(false);
		renderer.setMedianVisible(false);
		renderer.setMaximumBarWidth(boxWidth());
		renderer.setWhiskerWidth(0.4);
		renderer.setUseOutlinePaintForWhiskers(true);
		renderer.setSeriesOutlinePaint(0, Color.BLACK);
		renderer.setSeriesOutlineStroke(0, Palette.line(LINE));
		renderer.setSeriesStroke(0, Palette.line(LINE));
		ChartStyle.add(plot, data, renderer);
	}

	/** A group of one value has no box. */
	private static BoxAndWhiskerItem box(final Group group) {
		if (group.count() < 2) return new BoxAndWhiskerItem(null, null, null, null, null, null, null, null, List.of());
		return new BoxAndWhiskerItem(null, group.median(), group.lowerQuartile(), group.upperQuartile(), group
			.lowerWhisker(), group.upperWhisker(), null, null, List.of());
	}

	/** Values side by side: each group has lanes, which are the series of the renderer. */
	private void addPoints(final CategoryPlot plot, final Lanes lanes) {
		final DefaultMultiValueCategoryDataset data = new DefaultMultiValueCategoryDataset();
		for (int i = 0; i < groups.size(); i++) {
			final List<List<Double>> spread = lanes.spread(FigureData.present(groups.get(i).values()));
			for (int lane = 0; lane < spread.size(); lane++)
				data.add(spread.get(lane), Integer.valueOf(lane), places.get(i));
		}
		final ScatterRenderer renderer = new ScatterRenderer() {
			private static final long serialVersionUID = 1L;

			@Override
			public Paint getItemPaint(final int row, final int column) {
				return Palette.transparent(Palette.color(column), OPACITY);
			}

			@Override
			public Shape getItemShape(final int row, final int column) {
				return Palette.shape(column, radius);
			}
		};
		renderer.setItemMargin(0);
		renderer.setDrawOutlines(radius >= Palette.OUTLINED);
		renderer.setUseOutlinePaint(true);
		renderer.setDefaultOutlinePaint(Color.WHITE);
		renderer.setAutoPopulateSeriesOutlinePaint(false);
		renderer.setDefaultOutlineStroke(Palette.line(1.5f));
		renderer.setAutoPopulateSeriesOutlineStroke(false);
		ChartStyle.add(plot, data, renderer);
	}

	/** Lines from value to value of a row, which a missing one interrupts. */
	private void addJoins(final CategoryPlot plot) {
		final DefaultCategoryDataset data = new DefaultCategoryDataset();
		for (int i = 0; i < groups.size(); i++) {
			final double[] values = groups.get(i).values();
			for (int row = 0; row < values.length; row++)
				data.addValue(Double.isNaN(values[row]) ? null : values[row], Integer.valueOf(row), places.get(i));
		}
		final LineAndShapeRenderer renderer = new LineAndShapeRenderer(true, false);
		renderer.setDefaultPaint(Palette.transparent(Palette.MUTED, 0.6));
		renderer.setAutoPopulateSeriesPaint(false);
		renderer.setDefaultStroke(Palette.line(2));
		renderer.setAutoPopulateSeriesStroke(false);
		ChartStyle.add(plot, data, renderer);
	}

	/** Above the points, which would hide them; a group of one value has none. */
	private void addMedians(final CategoryPlot plot) {
		final DefaultCategoryDataset data = new DefaultCategoryDataset();
		for (int i = 0; i < groups.size(); i++)
			data.addValue(groups.get(i).count() < 2 ? null : groups.get(i).median(), Integer.valueOf(0), places.get(i));
		final LevelRenderer renderer = new LevelRenderer();
		renderer.setMaximumItemWidth(boxWidth());
		renderer.setSeriesPaint(0, Color.BLACK);
		renderer.setSeriesStroke(0, Palette.line(MEDIAN));
		ChartStyle.add(plot, data, renderer);
	}
}
