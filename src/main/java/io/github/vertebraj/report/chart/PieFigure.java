package io.github.vertebraj.report.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.labels.StandardPieSectionLabelGenerator;
import org.jfree.chart.plot.PiePlot;
import org.jfree.data.general.DefaultPieDataset;

/**
 * Shares of a whole as a pie, with names, percentages and counts beside the pieces. Categories without a count have no
 * piece.
 *
 * @param title      above the plot; may be empty
 * @param categories clockwise from the top, at least one
 * @param counts     one for each
 */
public record PieFigure(String title, List<String> categories, List<Integer> counts) implements Figure {

	private static final double HEIGHT = 640;
	private static final float OUTLINE = 2.5f;

	/** @throws IllegalArgumentException if counts are missing, negative or all 0 */
	public PieFigure {
		Objects.requireNonNull(title, "title");
		categories = List.copyOf(categories);
		counts = List.copyOf(counts);
		if (categories.size() != counts.size()) throw new IllegalArgumentException("There must be counts for " + categories
			.size() + " categories, but there are " + counts.size());
		if (counts.stream().anyMatch(count -> count < 0) || counts.stream().allMatch(count -> count == 0))
			throw new IllegalArgumentException("Counts of a pie must be 0 or more, and not all 0, but are " + counts);
	}

	@Override
	public BufferedImage draw() {
		return drawing().image();
	}

	@Override
	public Drawing drawing() {
		final DefaultPieDataset<String> data = new DefaultPieDataset<>();
		for (int i = 0; i < counts.size(); i++)
			if (counts.get(i) > 0) data.setValue(categories.get(i), counts.get(i));
		final PiePlot<String> plot = new PiePlot<>(data);
		final DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
		plot.setLabelGenerator(new StandardPieSectionLabelGenerator("{0}\n({2}, {1}/{3})", new DecimalFormat("0", symbols),
			percent(symbols)));
		plot.setLabelFont(Lettering.SMALL);
		plot.setLabelBackgroundPaint(Color.WHITE);
		plot.setLabelOutlinePaint(null);
		plot.setLabelShadowPaint(null);
		plot.setLabelLinkPaint(Color.BLACK);
		plot.setShadowPaint(null);
		plot.setCircular(true);
		plot.setDefaultSectionOutlinePaint(Color.BLACK);
		plot.setDefaultSectionOutlineStroke(Palette.line(OUTLINE));
		plot.setAutoPopulateSectionOutlinePaint(false);
		plot.setAutoPopulateSectionOutlineStroke(false);
		for (int i = 0; i < categories.size(); i++)
			plot.setSectionPaint(categories.get(i), Palette.hatching(i));
		final JFreeChart chart = ChartStyle.chart(title, plot);
		return ChartStyle.drawing(chart, HEIGHT);
	}

	private static DecimalFormat percent(final DecimalFormatSymbols symbols) {
		final DecimalFormat format = new DecimalFormat("0 %", symbols);
		// papers round halves up
		format.setRoundingMode(RoundingMode.HALF_UP);
		return format;
	}
}
