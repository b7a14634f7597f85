package io.github.vertebraj.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;

/** The calibrated scale beside a map: colours, ticks, and the quantity with its unit. */
final class ColorBar {

	private static final int TICKS = 8;

	private ColorBar() {}

	/**
	 * Draws the bar upright at the left of an area, its ticks and label to the right.
	 *
	 * @param quantity with its unit in brackets
	 * @param width    of the bar itself, in pixels
	 */
	static void draw(final Graphics2D graphics, final Rectangle2D area, final MapFigure.Settings settings,
		final Font font, final double width)
	{
		final NumberAxis axis = new NumberAxis(typeset(settings.quantity()));
		axis.setRange(settings.minimum(), settings.maximum());
		axis.setTickUnit(tickUnit(settings.maximum() - settings.minimum()));
		// reads upwards, as the values do
		axis.setLabelAngle(Math.PI);
		axis.setLabelFont(font);
		axis.setTickLabelFont(font);
		axis.setLabelPaint(Color.BLACK);
		axis.setTickLabelPaint(Color.BLACK);
		final PaintScaleLegend legend = new PaintScaleLegend(scale(settings), axis);
		legend.setPosition(RectangleEdge.RIGHT);
		legend.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
		legend.setStripWidth(width);
		legend.setStripOutlineVisible(false);
		legend.setSubdivisionCount(ColorMap.SIZE);
		legend.draw(graphics, area);
	}

	/** A header's ASCII as print has it: {@code 10^-3 mm^2/s} becomes 10⁻³ mm²/s. */
	static String typeset(final String quantity) {
		return quantity.replace("^-3", "\u207b\u00b3").replace("^-6", "\u207b\u2076").replace("^2", "\u00b2").replace("^3",
			"\u00b3");
	}

	/** The least of the steps 1, 2, 5, 10, ... that gives no more than eight, with as many decimals as it needs. */
	private static NumberTickUnit tickUnit(final double range) {
		int decade = (int) Math.floor(Math.log10(range)) - 1;
		int factor = 1;
		while (range / (factor * Math.pow(10, decade)) > TICKS) {
			if (factor == 5) decade++;
			factor = factor == 1 ? 2 : factor == 2 ? 5 : 1;
		}
		final DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
		format.setMinimumFractionDigits(Math.max(0, -decade));
		return new NumberTickUnit(factor * Math.pow(10, decade), format);
	}

	private static PaintScale scale(final MapFigure.Settings settings) {
		return new PaintScale() {

			@Override
			public double getLowerBound() {
				return settings.minimum();
			}

			@Override
			public double getUpperBound() {
				return settings.maximum();
			}

			@Override
			public Paint getPaint(final double value) {
				return settings.colors().color(value, settings.minimum(), settings.maximum());
			}
		};
	}
}
