package io.github.vertebraj.report.chart;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.ToDoubleFunction;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;

/** The look that all figures share: JFreeChart without its decoration, in sizes for a journal's column. */
final class ChartStyle {

	/** Room left free at the edges, in pixels. */
	static final double MARGIN = 24;
	/** About the room that the axes leave for the data. */
	static final double USUAL_WIDTH = 1000;

	private static final int ENOUGH_HEIGHT = 2000;
	private static final int TEXT_GAP = 14;

	private ChartStyle() {}

	static JFreeChart chart(final String title, final Plot plot) {
		plot.setBackgroundPaint(Color.WHITE);
		plot.setOutlineVisible(false);
		plot.setInsets(new RectangleInsets(0, 0, 0, MARGIN));
		final JFreeChart chart = new JFreeChart(null, Lettering.TEXT, plot, false);
		chart.setBackgroundPaint(Color.WHITE);
		chart.setPadding(new RectangleInsets(MARGIN, MARGIN, MARGIN, MARGIN));
		chart.setTextAntiAlias(true);
		chart.getRenderingHints().put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
		text(chart, title, RectangleEdge.TOP);
		return chart;
	}

	/** Adds a text above or below the plot, unless it is empty. */
	static void text(final JFreeChart chart, final String text, final RectangleEdge edge) {
		if (text.isBlank()) return;
		final boolean above = edge == RectangleEdge.TOP;
		final TextTitle block = new TextTitle(Lettering.typeset(text), above ? Lettering.BOLD : Lettering.SMALL,
			Color.BLACK, edge, HorizontalAlignment.LEFT, VerticalAlignment.CENTER, above ? new RectangleInsets(0, 0, MARGIN,
				0) : new RectangleInsets(MARGIN / 2, 0, 0, 0));
		block.setTextAlignment(HorizontalAlignment.LEFT);
		chart.addSubtitle(block);
	}

	static XYPlot plot(final ValueAxis across, final ValueAxis up) {
		final XYPlot plot = new XYPlot(null, across, up, null);
		plot.setDomainGridlinesVisible(false);
		plot.setRangeGridlinesVisible(false);
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
		plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
		return plot;
	}

	static CategoryPlot plot(final CategoryAxis names, final ValueAxis values) {
		final CategoryPlot plot = new CategoryPlot(null, Axes.look(names, 0), values, null);
		plot.setRangeGridlinesVisible(false);
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
		plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
		names.setTickMarksVisible(false);
		names.setCategoryLabelPositionOffset(TEXT_GAP);
		return plot;
	}

	/** Adds data above those that are there. */
	static void add(final XYPlot plot, final XYDataset data, final XYItemRenderer renderer) {
		final int index = plot.getDatasetCount();
		plot.setDataset(index, data);
		plot.setRenderer(index, renderer);
	}

	/** Adds data above those that are there. */
	static void add(final CategoryPlot plot, final CategoryDataset data, final CategoryItemRenderer renderer) {
		final int index = plot.getDataset() == null ? 0 : plot.getDatasetCount();
		plot.setDataset(index, data);
		plot.setRenderer(index, renderer);
	}

	static XYSeries series(final Comparable<?> key, final double[] x, final double[] y) {
		final XYSeries series = new XYSeries(key, false, true);
		for (int i = 0; i < x.length; i++)
			series.add(x[i], y[i], false);
		return series;
	}

	/** Points of a group's shape with a thin white edge, which parts them from their neighbours; small ones without. */
	static XYLineAndShapeRenderer points(final int group, final double radius, final Color fill) {
		final XYLineAndShapeRenderer renderer = filled(Palette.shape(group, radius), fill);
		renderer.setDrawOutlines(radius >= Palette.OUTLINED);
		renderer.setUseOutlinePaint(true);
		renderer.setSeriesOutlinePaint(0, Color.WHITE);
		renderer.setSeriesOutlineStroke(0, Palette.line(1.5f));
		return renderer;
	}

	static XYLineAndShapeRenderer filled(final Shape shape, final Color fill) {
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
		renderer.setSeriesShape(0, shape);
		renderer.setSeriesPaint(0, fill);
		renderer.setDrawOutlines(false);
		return renderer;
	}

	/** Draws a chart whose data area has a height in pixels. */
	static BufferedImage draw(final JFreeChart chart, final double height) {
		return drawing(chart, height).image();
	}

	static Drawing drawing(final JFreeChart chart, final double height) {
		return drawing(chart, area -> height);
	}

	/** Draws a chart whose data area is a square. */
	static Drawing squareDrawing(final JFreeChart chart) {
		return drawing(chart, Rectangle2D::getWidth);
	}

	/** Draws twice: how much room the axes, titles and legends take is known only then. */
	private static Drawing drawing(final JFreeChart chart, final ToDoubleFunction<Rectangle2D> height) {
		final ChartRenderingInfo info = new ChartRenderingInfo(null);
		chart.createBufferedImage(Figure.WIDTH, ENOUGH_HEIGHT, BufferedImage.TYPE_INT_RGB, info);
		final Rectangle2D area = info.getPlotInfo().getDataArea();
		final int total = (int) Math.round(ENOUGH_HEIGHT + height.applyAsDouble(area) - area.getHeight());
		return new Drawing(Figure.WIDTH, total, graphics -> chart.draw(graphics, new Rectangle2D.Double(0, 0, Figure.WIDTH,
			total), null, null));
	}
}
