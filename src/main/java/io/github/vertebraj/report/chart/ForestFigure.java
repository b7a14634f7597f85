package io.github.vertebraj.report.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Ratios with intervals on a logarithmic axis, one row each, around the line of no effect at 1. An end beyond the axis,
 * which goes no further than from 0.01 to 100 for its sake (0.001 to 1000 for an estimate), is an arrow.
 *
 * @param title    above the plot; may be empty
 * @param quantity of the axis: {@code Odds ratio}
 * @param heading  above the texts at the right: {@code OR (95% CI)}
 * @param rows     from top to bottom, at least one
 */
public record ForestFigure(String title, String quantity, String heading, List<Row> rows) implements Figure {

	/**
	 * A ratio.
	 *
	 * @param estimate above 0; +∞ and 0 are arrows; NaN if it is not determined, then only the text is shown
	 * @param lower    end of its interval, from 0
	 * @param upper    end of its interval, may be +∞
	 * @param text     at the right, as the table prints it: {@code 2.10 (1.05-4.20)}
	 */
	public record Row(String name, double estimate, double lower, double upper, String text) {

		/** @throws IllegalArgumentException if a number is negative or the ends are not in order */
		public Row {
			Objects.requireNonNull(name, "name");
			Objects.requireNonNull(text, "text");
			if (estimate < 0 || lower < 0 || upper < lower) throw new IllegalArgumentException("The ratio of '" + name +
				"' must be 0 or more with its interval in order, but is " + estimate + " (" + lower + " to " + upper + ")");
		}
	}

	/** @throws IllegalArgumentException if there is no row */
	public ForestFigure {
		Objects.requireNonNull(title, "title");
		Objects.requireNonNull(quantity, "quantity");
		Objects.requireNonNull(heading, "heading");
		rows = List.copyOf(rows);
		if (rows.isEmpty()) throw new IllegalArgumentException("A forest plot needs at least one row");
	}

	private static final double FURTHEST = 1000;
	private static final double FURTHEST_END = 100;
	private static final double SPACE = 1.15;
	private static final double NAME_ROOM = 330;
	private static final double TEXT_ROOM = 340;
	private static final double PLOT_ROOM = 460;
	private static final double ROW_GAP = 28;
	private static final double MANY_DECADES = 2.5;
	private static final double MOST_DECADES = 5;
	private static final float LINE = 4;
	private static final double CAP = 20;
	private static final double SQUARE = 14;
	private static final double ARROW = 18;

	@Override
	public BufferedImage draw() {
		final Range across = across();
		final List<String> names = rows.stream().map(row -> wrapped(Lettering.typeset(row.name), NAME_ROOM)).toList();
		final List<String> texts = rows.stream().map(row -> wrapped(row.text, TEXT_ROOM)).toList();
		final XYPlot plot = ChartStyle.plot(Axes.look(new TextAxis(Lettering.typeset(quantity), across, ticks(across)),
			PLOT_ROOM), side("", names));
		plot.setRangeAxis(1, side(wrapped(heading, TEXT_ROOM), texts));
		plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
		plot.addAnnotation(new XYLineAnnotation(0, 0, 0, rows.size(), Palette.dash(1, 3), Palette.MUTED));
		addRatios(plot, across);
		addArrows(plot, across);
		final long lines = Stream.of(names, texts, List.of(heading)).flatMap(List::stream).mapToLong(text -> text.lines()
			.count()).max().orElse(1);
		return ChartStyle.draw(ChartStyle.chart(title, plot), (ROW_GAP + lines * Lettering.lineHeight(Lettering.SMALL)) *
			(rows.size() + 1));
	}

	private static String wrapped(final String text, final double room) {
		return Lettering.wrap(text, Lettering.SMALL, room);
	}

	/** Texts beside the rows, with a heading above. */
	private TextAxis side(final String heading, final List<String> texts) {
		final List<TextAxis.Text> placed = new ArrayList<>();
		placed.add(new TextAxis.Text(rows.size() + 0.5, heading));
		for (int i = 0; i < texts.size(); i++)
			placed.add(new TextAxis.Text(height(i), texts.get(i)));
		final TextAxis axis = Axes.look(new TextAxis(null, new Range(0, rows.size() + 1.0), placed), 0);
		axis.setAxisLineVisible(false);
		return axis;
	}

	/** Rows are 1 high, the last at the bottom. */
	private double height(final int row) {
		return rows.size() - row - 0.5;
	}

	/** Of the logarithms: all ratios that are not too far, and some of either side of 1. */
	private Range across() {
		double lowest = 0.5;
		double highest = 2;
		for (final Row row : rows)
			for (final double value : new double[] { row.lower, row.estimate, row.upper }) {
				if (!Double.isFinite(value) || value == 0) continue;
				final double furthest = value == row.estimate ? FURTHEST : FURTHEST_END;
				lowest = Math.min(lowest, Math.max(value, 1 / furthest));
				highest = Math.max(highest, Math.min(value, furthest));
			}
		return new Range(Math.log10(lowest / SPACE), Math.log10(highest * SPACE));
	}

	/** Round ratios; JFreeChart's logarithmic axis labels no less than whole or equal parts of decades. */
	private static List<TextAxis.Text> ticks(final Range across) {
		final DecimalFormat format = new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
		final double[] digits = across.getLength() > MANY_DECADES ? new double[] { 1 } : new double[] { 1, 2, 5 };
		return IntStream.rangeClosed(-4, 3).filter(decade -> decade % 2 == 0 || across
			.getLength() < MOST_DECADES).mapToDouble(decade -> Math.pow(10, decade)).flatMap(power -> DoubleStream.of(
			digits).map(digit -> digit * power)).filter(ratio -> across.contains(Math.log10(ratio))).mapToObj(
				ratio -> new TextAxis.Text(Math.log10(ratio), format.format(ratio))).toList();
	}

	private void addRatios(final XYPlot plot, final Range across) {
		final XYIntervalSeries series = new XYIntervalSeries(0, false, true);
		final Range beyond = Range.expand(across, 0.1, 0.1); // there, ends are not seen; arrows are instead
		for (int i = 0; i < rows.size(); i++) {
			final Row row = rows.get(i);
			final double estimate = Math.log10(row.estimate);
			series.add(across.contains(estimate) ? estimate : Double.NaN, beyond.constrain(Math.log10(row.lower)), beyond
				.constrain(Math.log10(row.upper)), height(i), height(i), height(i));
		}
		final XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
		data.addSeries(series);
		final XYErrorRenderer renderer = new XYErrorRenderer();
		renderer.setDrawYError(false);
		renderer.setErrorPaint(Color.BLACK);
		renderer.setErrorStroke(Palette.line(LINE));
		renderer.setCapLength(CAP);
		renderer.setSeriesShape(0, Palette.shape(1, SQUARE));
		renderer.setSeriesPaint(0, Palette.color(0));
		ChartStyle.add(plot, data, renderer);
	}

	/** Ends and estimates that lie beyond the axis. */
	private void addArrows(final XYPlot plot, final Range across) {
		final XYSeries below = new XYSeries(0);
		final XYSeries above = new XYSeries(1);
		for (int i = 0; i < rows.size(); i++)
			for (final double ratio : new double[] { rows.get(i).lower, rows.get(i).estimate, rows.get(i).upper }) {
				if (Math.log10(ratio) < across.getLowerBound()) below.add(across.getLowerBound(), height(i));
				if (Math.log10(ratio) > across.getUpperBound()) above.add(across.getUpperBound(), height(i));
			}
		ChartStyle.add(plot, new XYSeriesCollection(below), ChartStyle.filled(Palette.arrow(-ARROW), Color.BLACK));
		ChartStyle.add(plot, new XYSeriesCollection(above), ChartStyle.filled(Palette.arrow(ARROW), Color.BLACK));
	}
}
