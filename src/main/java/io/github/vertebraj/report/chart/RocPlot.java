package io.github.vertebraj.report.chart;

import java.awt.Color;
import java.util.Comparator;
import java.util.List;

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

import io.github.vertebraj.report.chart.RocFigure.Curve;
import io.github.vertebraj.report.chart.RocFigure.CutOff;

/** Builds the chart of a {@link RocFigure}: bands, curves above them, then the cut-offs and their texts. */
final class RocPlot {

	/** Wider than 0 to 1, for lines and marks on the edge to be seen whole. */
	private static final Range SHARES = new Range(-0.022, 1.022);
	private static final float CURVE = 6;
	private static final double BAND_OPACITY = 0.18;
	private static final double MARKER = 16;
	private static final double LABEL_GAP = 0.025;
	private static final double MOST_LABEL = 450;

	private final String title;
	private final List<Curve> curves;

	RocPlot(final RocFigure figure) {
		title = figure.title();
		curves = figure.curves();
	}

	Drawing drawing() {
		final XYPlot plot = ChartStyle.plot(Axes.across("1 \u2212 specificity", SHARES, ChartStyle.USUAL_WIDTH), Axes
			.up("Sensitivity", SHARES, ChartStyle.USUAL_WIDTH));
		plot.addAnnotation(new XYLineAnnotation(0, 0, 1, 1, Palette.dash(2, 3), Palette.MUTED));
		final Legend legend = new Legend();
		for (int i = 0; i < curves.size(); i++)
			addBand(plot, i);
		for (int i = 0; i < curves.size(); i++) {
			addCurve(plot, i);
			addCutOff(plot, i);
			final Curve curve = curves.get(i);
			final String text = curve.name() + (curve.name().isEmpty() || curve.area().isEmpty() ? "" : ": ") + curve.area();
			legend.line(text, Palette.color(i), Palette.dash(i, CURVE));
		}
		labelCutOffs(plot);
		final JFreeChart chart = ChartStyle.chart(title, plot);
		legend.addTo(chart);
		return ChartStyle.squareDrawing(chart);
	}

	private void addBand(final XYPlot plot, final int index) {
		final YIntervalSeries series = new YIntervalSeries(index, false, true);
		curves.get(index).band().ifPresent(band -> {
			final double[] x = band.falsePositiveRates();
			final double[] lower = band.lower();
			final double[] upper = band.upper();
			for (int i = 0; i < x.length; i++)
				series.add(x[i], lower[i], lower[i], upper[i]);
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
		final XYSeries series = ChartStyle.series(index, curve.falsePositiveRates(), curve.sensitivities());
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
		renderer.setDrawSeriesLineAsPath(true); // dashes go on from point to point
		renderer.setSeriesPaint(0, Palette.color(index));
		renderer.setSeriesStroke(0, Palette.dash(index, CURVE));
		ChartStyle.add(plot, new XYSeriesCollection(series), renderer);
	}

	private void addCutOff(final XYPlot plot, final int index) {
		curves.get(index).cutOff().ifPresent(cutOff -> {
			final XYSeries series = new XYSeries(index);
			series.add(cutOff.falsePositiveRate(), cutOff.sensitivity());
			final XYLineAndShapeRenderer renderer = ChartStyle.points(index, MARKER, Color.WHITE);
			renderer.setSeriesOutlinePaint(0, Palette.color(index));
			renderer.setSeriesOutlineStroke(0, Palette.line(CURVE));
			ChartStyle.add(plot, new XYSeriesCollection(series), renderer);
		});
	}

	/** Texts of cut-offs stand at the lower right of their marks, where curves seldom are, from top to bottom. */
	private void labelCutOffs(final XYPlot plot) {
		final List<CutOff> cutOffs = curves.stream().flatMap(curve -> curve.cutOff().stream()).filter(cutOff -> !cutOff
			.text().isBlank()).sorted(Comparator.comparingDouble(CutOff::sensitivity).reversed()).toList();
		final double line = Lettering.lineHeight(Lettering.SMALL) / ChartStyle.USUAL_WIDTH;
		double free = 1;
		for (final CutOff cutOff : cutOffs) {
			final String[] lines = Lettering.wrap(Lettering.typeset(cutOff.text()), Lettering.SMALL, MOST_LABEL).split("\n");
			double y = Math.max(Math.min(free, cutOff.sensitivity() - LABEL_GAP), lines.length * line + LABEL_GAP);
			for (final String each : lines) {
				final double width = Lettering.width(each, Lettering.SMALL) / ChartStyle.USUAL_WIDTH;
				final XYTextAnnotation label = new XYTextAnnotation(each, Math.min(cutOff.falsePositiveRate() + LABEL_GAP, 1 -
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
