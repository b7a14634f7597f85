package io.github.vertebraj.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.Arrangement;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.block.ColumnArrangement;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/** What lines and shapes mean, below a plot: side by side if all are short, else each in its own lines. */
final class Legend {

	private static final double SAMPLE_WIDTH = 70;
	private static final double TEXT_ROOM = Figure.WIDTH - 3 * ChartStyle.MARGIN - SAMPLE_WIDTH - 30;
	private static final double SHORT = 400;
	private static final Stroke OUTLINE = new BasicStroke(2);

	private final LegendItemCollection items = new LegendItemCollection();
	private boolean isShort = true;

	/** Adds a line's meaning, unless it is empty. */
	Legend line(final String text, final Color color, final Stroke stroke) {
		final Line2D sample = new Line2D.Double(-SAMPLE_WIDTH / 2, 0, SAMPLE_WIDTH / 2, 0);
		final String[] lines = lines(text);
		for (int i = 0; i < lines.length; i++)
			items.add(new LegendItem(lines[i], null, null, null, sample, stroke, i == 0 ? color : Color.WHITE));
		return this;
	}

	/** Adds a shape's meaning, unless it is empty. */
	Legend shape(final String text, final Shape shape, final Paint fill, final Paint outline) {
		final String[] lines = lines(text);
		for (int i = 0; i < lines.length; i++)
			items.add(new LegendItem(lines[i], null, null, null, shape, i == 0 ? fill : Color.WHITE, OUTLINE, i == 0 ? outline
				: Color.WHITE));
		return this;
	}

	/** JFreeChart would centre the lines of an item, so each is an item, the later ones with a white sample. */
	private String[] lines(final String text) {
		isShort &= Lettering.width(text, Lettering.SMALL) <= SHORT;
		return text.isBlank() ? new String[0] : Lettering.wrap(Lettering.typeset(text), Lettering.SMALL, TEXT_ROOM).split(
			"\n");
	}

	void addTo(final JFreeChart chart) {
		if (items.getItemCount() == 0) return;
		final Arrangement rows = isShort ? new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 24, 4)
			: new ColumnArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 0, 4);
		final LegendTitle legend = new LegendTitle(() -> items, rows, rows);
		legend.setItemFont(Lettering.SMALL);
		legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
		legend.setPosition(RectangleEdge.BOTTOM);
		legend.setFrame(BlockBorder.NONE);
		legend.setPadding(ChartStyle.MARGIN / 2, 0, 0, 0);
		legend.setLegendItemGraphicPadding(new RectangleInsets(2, 2, 2, 10));
		chart.addSubtitle(legend);
	}
}
