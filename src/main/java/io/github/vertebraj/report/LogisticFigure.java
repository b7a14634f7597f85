package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.report.chart.Figure;
import io.github.vertebraj.report.chart.FigureGrid;
import io.github.vertebraj.report.chart.ForestFigure;
import io.github.vertebraj.report.chart.RocFigure;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.diagnostic.RocBand;
import io.github.vertebraj.statistics.regression.Coefficient;
import io.github.vertebraj.statistics.regression.Predictor;
import io.github.vertebraj.statistics.regression.PredictorTest;

/** The figure of a logistic regression: the odds ratios, and the ROC curve of the model's score with its band. */
public final class LogisticFigure {

	private static final int DIGITS = 3;
	private static final double LEAST_PLAIN = 1e-4;

	private LogisticFigure() {}

	/** A model without predictors has no odds ratios, and the curve stands alone. */
	public static Figure of(final LogisticAnalysis.Result result, final OddsRatioInterval interval, final RocBand band) {
		final List<Figure> panels = new ArrayList<>();
		if (!result.fit().predictorTests().isEmpty()) panels.add(forest(result, interval));
		panels.add(curve(result, band));
		return new FigureGrid(panels);
	}

	private static Figure forest(final LogisticAnalysis.Result result, final OddsRatioInterval interval) {
		final List<Coefficient> coefficients = result.fit().coefficients();
		final List<ForestFigure.Row> rows = new ArrayList<>();
		for (final PredictorTest test : result.fit().predictorTests()) {
			final Predictor predictor = result.cases().predictor(test.predictor());
			for (int column = 0; column < predictor.columnNames().size(); column++)
				rows.add(row(coefficients.get(rows.size() + 1), predictor, column, interval));
		}
		final String level = Numbers.percent(interval.of(coefficients.get(1)).level());
		return new ForestFigure(title(result), "Odds ratio", "OR (" + level + " CI)", rows);
	}

	private static ForestFigure.Row row(final Coefficient coefficient, final Predictor predictor, final int column,
		final OddsRatioInterval kind)
	{
		final Interval interval = kind.of(coefficient);
		final double ratio = coefficient.oddsRatio().value();
		final String what = predictor.isCategory() ? ": " + LogisticTable.contrast(predictor, column) : ", " + LogisticTable
			.unit(coefficient, predictor);
		return new ForestFigure.Row(predictor.name() + what, ratio, interval.lower(), interval.upper(), text(ratio) +
			" (" + text(interval.lower()) + " to " + text(interval.upper()) + ")");
	}

	private static Figure curve(final LogisticAnalysis.Result result, final RocBand band) {
		return new RocFigure(title(result), List.of(RocPlot.curve("Model", area(result), result.curve(), Optional.of(RocPlot
			.band(band)), Optional.empty())));
	}

	/** Both areas, as a reader who sees the apparent one alone is misled. */
	private static String area(final LogisticAnalysis.Result result) {
		return RocPlot.area("apparent AUC", result.auc()) + result.validation().filter(validation -> Double.isFinite(validation
			.corrected())).map(validation -> ", corrected " + Numbers.decimals(validation.corrected(), DIGITS)).orElse("");
	}

	/** A ratio with three digits, zeros at the end included: {@code 0.965}, {@code 1.10}. */
	private static String text(final double ratio) {
		if (!(ratio >= LEAST_PLAIN && ratio < 1 / LEAST_PLAIN)) return Numbers.digits(ratio, DIGITS);
		return Numbers.decimals(ratio, Math.max(0, DIGITS - 1 - (int) Math.floor(Math.log10(ratio))));
	}

	private static String title(final LogisticAnalysis.Result result) {
		return result.cases().outcome().name() + " = " + result.cases().event();
	}
}
