package io.github.vertebraj.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.LongStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.DataUtils;
import org.jfree.data.Range;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Shares of categories in groups: a bar of 100 % for each group, with the counts in its parts where there is room.
 * Colours go with hatchings. A group without counts has no bar.
 *
 * @param title      above the plot; may be empty
 * @param groups     from top to bottom, at least one
 * @param categories from left to right, at least one
 * @param counts     for each group, one count for each category
 */
public record StackedBarFigure(String title, List<String> groups, List<String> categories, long[][] counts) implements
	Figure
{

	/** @throws IllegalArgumentException if there is no group or category, or counts are missing or negative */
	public StackedBarFigure {
		Objects.requireNonNull(title, "title");
		groups = List.copyOf(groups);
		categories = List.copyOf(categories);
		if (groups.isEmpty() || categories.isEmpty()) throw new IllegalArgumentException(
			"A figure of shares needs at least one group and one category");
		if (counts.length != groups.size()) throw new IllegalArgumentException("There must be counts for " + groups.size() +
			" groups, but there are " + counts.length);
		for (final long[] row : counts) {
			if (row.length != categories.size()) throw new IllegalArgumentException("There must be counts for " + categories
				.size() + " categories, but there are " + row.length);
			if (LongStream.of(row).anyMatch(count -> count < 0)) throw new IllegalArgumentException(
				"A count must be 0 or more, but one is " + LongStream.of(row).min().getAsLong());
		}
		counts = copy(counts);
	}

	private static final double ROW = 110;
	private static final double GAP = 0.3;
	/** For the outlines at the edges to be seen whole. */
	private static final double EDGE = 0.02;
	private static final float NAME_SHARE = 0.3f;
	private static final double NAME_ROOM = 300;
	private static final double LEAST_WIDTH = 780;
	private static final int MOST_LINES = 5;
	private static final float OUTLINE = 2.5f;
	private static final Rectangle2D SAMPLE = new Rectangle2D.Double(-24, -16, 48, 32);

	private static long[][] copy(final long[][] counts) {
		final long[][] copy = new long[counts.length][];
		for (int i = 0; i < copy.length; i++)
			copy[i] = counts[i].clone();
		return copy;
	}

	/** A copy. */
	@Override
	public long[][] counts() {
		return copy(counts);
	}

	@Override
	public BufferedImage draw() {
		return drawing().image();
	}

	@Override
	public Drawing drawing() {
		final CategoryAxis names = new CategoryAxis();
		names.setMaximumCategoryLabelLines(MOST_LINES);
		names.setMaximumCategoryLabelWidthRatio(NAME_SHARE);
		names.setLowerMargin(EDGE);
		names.setUpperMargin(EDGE);
		names.setCategoryMargin(GAP);
		final CategoryPlot plot = ChartStyle.plot(names, shareAxis());
		plot.setOrientation(PlotOrientation.HORIZONTAL);
		plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
		plot.setDataset(data());
		plot.setRenderer(renderer());
		final JFreeChart chart = ChartStyle.chart(title, plot);
		final Legend legend = new Legend();
		for (int i = 0; i < categories.size(); i++)
			legend.shape(categories.get(i), SAMPLE, Palette.hatching(i), Color.BLACK);
		legend.addTo(chart);
		final double lines = groups.stream().mapToDouble(name -> Lettering.width(name, Lettering.SMALL) / NAME_ROOM).max()
			.orElse(0);
		return ChartStyle.drawing(chart, groups.size() * (ROW + Lettering.lineHeight(Lettering.SMALL) * Math.floor(Math.min(
			lines, MOST_LINES))));
	}

	private static NumberAxis shareAxis() {
		final NumberAxis axis = Axes.across("Share (%)", new Range(0, 1 + EDGE / 5), LEAST_WIDTH);
		final DecimalFormat percent = new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
		percent.setMultiplier(100);
		axis.setNumberFormatOverride(percent);
		return axis;
	}

	/** Counts; those of 0 are left out, for they would leave a line. */
	private CategoryDataset data() {
		final DefaultCategoryDataset data = new DefaultCategoryDataset();
		for (int i = 0; i < counts.length; i++)
			for (int k = 0; k < counts[i].length; k++)
				data.addValue(counts[i][k] == 0 ? null : counts[i][k], Integer.valueOf(k), new Place(i, groups.get(i) +
					"\nn\u00a0=\u00a0" + LongStream.of(counts[i]).sum()));
		return data;
	}

	private StackedBarRenderer renderer() {
		final StackedBarRenderer renderer = new StackedBarRenderer(true);
		renderer.setBarPainter(new StandardBarPainter());
		renderer.setShadowVisible(false);
		renderer.setDrawBarOutline(true);
		for (int i = 0; i < categories.size(); i++)
			renderer.setSeriesPaint(i, Palette.hatching(i));
		renderer.setDefaultOutlinePaint(Color.BLACK);
		renderer.setDefaultOutlineStroke(Palette.line(OUTLINE));
		renderer.setAutoPopulateSeriesOutlinePaint(false);
		renderer.setAutoPopulateSeriesOutlineStroke(false);
		renderer.setDefaultItemLabelFont(Lettering.SMALL.deriveFont(Font.BOLD));
		renderer.setDefaultItemLabelsVisible(true);
		renderer.setDefaultItemLabelGenerator(new Counts());
		return renderer;
	}

	/** The counts that fit into their parts. */
	private static final class Counts extends StandardCategoryItemLabelGenerator {

		private static final long serialVersionUID = 1L;

		@Override
		public String generateLabel(final CategoryDataset data, final int row, final int column) {
			if (data.getValue(row, column) == null) return null;
			final String text = Long.toString(data.getValue(row, column).longValue());
			final double room = data.getValue(row, column).doubleValue() / DataUtils.calculateColumnTotal(data, column) *
				LEAST_WIDTH;
			return Lettering.width(text, Lettering.SMALL) + 12 < room ? text : null;
		}
	}
}
