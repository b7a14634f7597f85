package io.github.vertebraj.report.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * ROC curves in a square: sensitivity over 1 − specificity, the diagonal of chance, bands of confidence and cut-offs.
 *
 * @param title  above the plot; may be empty
 * @param curves at least one
 */
public record RocFigure(String title, List<Curve> curves) implements Figure {

	private static final double MARK = 16;

	/**
	 * A curve.
	 *
	 * @param name               of the score
	 * @param area               its AUC with interval, as the legend is to show it; may be empty
	 * @param falsePositiveRates rising or falling
	 * @param sensitivities      one for each
	 */
	public record Curve(String name, String area, double[] falsePositiveRates, double[] sensitivities,
		Optional<Band> band, Optional<CutOff> cutOff)
	{

		/** @throws IllegalArgumentException if there are under two points, or one is not in the unit square */
		public Curve {
			Objects.requireNonNull(name, "name");
			Objects.requireNonNull(area, "area");
			Objects.requireNonNull(band, "band");
			Objects.requireNonNull(cutOff, "cutOff");
			FigureData.equalLengths("false-positive rate", falsePositiveRates, "sensitivity", sensitivities);
			if (sensitivities.length < 2) throw new IllegalArgumentException("A ROC curve needs at least 2 points, but '" +
				name + "' has " + sensitivities.length);
			falsePositiveRates = FigureData.shares("false-positive rate", falsePositiveRates);
			sensitivities = FigureData.shares("sensitivity", sensitivities);
		}

		/** A copy. */
		@Override
		public double[] falsePositiveRates() {
			return falsePositiveRates.clone();
		}

		/** A copy. */
		@Override
		public double[] sensitivities() {
			return sensitivities.clone();
		}
	}

	/**
	 * A band of confidence for the sensitivity.
	 *
	 * @param falsePositiveRates rising
	 * @param lower              its lower edge at each
	 * @param upper              its upper edge at each
	 */
	public record Band(double[] falsePositiveRates, double[] lower, double[] upper) {

		/** @throws IllegalArgumentException if the lengths differ, or a value is not from 0 to 1 */
		public Band {
			FigureData.equalLengths("false-positive rate", falsePositiveRates, "lower edge", lower);
			FigureData.equalLengths("false-positive rate", falsePositiveRates, "upper edge", upper);
			falsePositiveRates = FigureData.shares("false-positive rate", falsePositiveRates);
			lower = FigureData.shares("lower edge", lower);
			upper = FigureData.shares("upper edge", upper);
		}

		/** A copy. */
		@Override
		public double[] falsePositiveRates() {
			return falsePositiveRates.clone();
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

	/** A cut-off: where it lies, and the text beside it ({@code ≤ 1.21}). */
	public record CutOff(double falsePositiveRate, double sensitivity, String text) {

		/** @throws IllegalArgumentException if it is not in the unit square */
		public CutOff {
			FigureData.shares("false-positive rate", new double[] { falsePositiveRate });
			FigureData.shares("sensitivity", new double[] { sensitivity });
			Objects.requireNonNull(text, "text");
		}
	}

	/** @throws IllegalArgumentException if there is no curve */
	public RocFigure {
		Objects.requireNonNull(title, "title");
		curves = List.copyOf(curves);
		if (curves.isEmpty()) throw new IllegalArgumentException("A ROC figure needs at least one curve");
	}

	/** Wider than 0 to 1, for lines and marks on the edge to be seen whole. */
	private static final Range SHARES = new Range(-0.022, 1.022);
	private static final float CURVE = 6;
	private static final double BAND_OPACITY = 0.18;
	private static final double MARKER = 16;
	private static final double LABEL_GAP = 0.025;
	private static final double MOST_LABEL = 450;

	@Override
	public BufferedImage draw() {
		final XYPlot plot = ChartStyle.plot(Axes.across("1 \u2212 specificity", SHARES, ChartStyle.USUAL_WIDTH), Axes
			.up("Sensitivity", SHARES, ChartStyle.USUAL_WIDTH));
		plot.addAnnotation(new XYLineAnnotation(0, 0, 1, 1, Palette.dash(2, 3), Palette.MUTED));
		final Legend legend = new Legend();
		for (int i = 0; i < curves.size(); i++) {
			addBand(plot, i);
			addCurve(plot, i);
			addCutOff(plot, i);
			final Curve curve = curves.get(i);
			final String text = curve.name + (curve.name.isEmpty() || curve.area.isEmpty() ? "" : ": ") + curve.area;
			legend.line(text, Palette.color(i), Palette.dash(i, CURVE));
		}
		labelCutOffs(plot);
		final JFreeChart chart = ChartStyle.chart(title, plot);
		legend.addTo(chart);
		return ChartStyle.drawSquare(chart);
	}

	private void addBand(final XYPlot plot, final int index) {
		final YIntervalSeries series = new YIntervalSeries(index, false, true);
		curves.get(index).band.ifPresent(band -> {
			for (int i = 0; i < band.lower.length; i++)
				series.add(band.falsePositiveRates[i], band.lower[i], band.lower[i], band.upper[i]);
		});
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
		final XYSeries series = ChartStyle.series(index, curve.falsePositiveRates, curve.sensitivities);
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
		renderer.setDrawSeriesLineAsPath(true); // dashes go on from point to point
		renderer.setSeriesPaint(0, Palette.color(index));
		renderer.setSeriesStroke(0, Palette.dash(index, CURVE));
		ChartStyle.add(plot, new XYSeriesCollection(series), renderer);
	}

	private void addCutOff(final XYPlot plot, final int index) {
		curves.get(index).cutOff.ifPresent(cutOff -> {
			final XYSeries series = new XYSeries(index);
			series.add(cutOff.falsePositiveRate, cutOff.sensitivity);
			final XYLineAndShapeRenderer renderer = ChartStyle.points(index, MARKER, Color.WHITE);
			renderer.setSeriesOutlinePaint(0, Palette.color(index));
			renderer.setSeriesOutlineStroke(0, Palette.line(CURVE));
			ChartStyle.add(plot, new XYSeriesCollection(series), renderer);
		});
	}

	/** Texts of cut-offs stand at the lower right of their marks, where curves seldom are, from top to bottom. */
	private void labelCutOffs(final XYPlot plot) {
		final List<CutOff> cutOffs = curves.stream().flatMap(curve -> curve.cutOff.stream()).filter(cutOff -> !cutOff.text
			.isBlank()).sorted(Comparator.comparingDouble(CutOff::sensitivity).reversed()).toList();
		final double line = Lettering.lineHeight(Lettering.SMALL) / ChartStyle.USUAL_WIDTH;
		double free = 1;
		for (final CutOff cutOff : cutOffs) {
			final String[] lines = Lettering.wrap(Lettering.typeset(cutOff.text), Lettering.SMALL, MOST_LABEL).split("\n");
			double y = Math.max(Math.min(free, cutOff.sensitivity - LABEL_GAP), lines.length * line + LABEL_GAP);
			for (final String each : lines) {
				final double width = Lettering.width(each, Lettering.SMALL) / ChartStyle.USUAL_WIDTH;
				final XYTextAnnotation label = new XYTextAnnotation(each, Math.min(cutOff.falsePositiveRate + LABEL_GAP, 1 -
					width - LABEL_GAP), y);
				label.setFont(Lettering.SMALL);
				label.setTextAnchor(TextAnchor.TOP_LEFT);
				label.setBackgroundPaint(Palette.transparent(Color.WHITE, 0.8));
				plot.addAnnotation(label);
				y -= line;
			}
			free = y;
		}
	}
}
