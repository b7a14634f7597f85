package io.github.vertebraj.statistics.regression;

import java.util.List;
import java.util.Objects;

import io.github.vertebraj.statistics.Interval;

/**
 * Logistic regression of an outcome of two kinds on named predictors and an intercept. Immutable.
 * <p>
 * Estimates, Wald statistics, profile likelihood intervals and likelihood ratio tests of each coefficient and each
 * predictor; all sure to about ten digits whatever the scales and offsets of the predictors. By maximum likelihood,
 * separated data are refused, naming the predictors; {@link Estimation#FIRTH} takes them. Its intervals and tests use the
 * penalised likelihood, where each coefficient held fixed keeps its part in the penalty.
 * <p>
 * A predictor that nearly is a combination of others (correlated to 1 − 10⁻²⁰) counts as one, and so do outcomes that
 * overlap by less than 10⁻⁸ of the range: as separated.
 */
public final class LogisticRegression {

	private static final double USUAL_TOLERANCE = 1e-12;

	private final Estimation estimation;
	private final double level;
	private final double tolerance;
	private final OddsRatioUnit unit;

	private LogisticRegression(final Estimation estimation, final double level, final double tolerance,
		final OddsRatioUnit unit)
	{
		this.estimation = Objects.requireNonNull(estimation, "estimation");
		this.level = Interval.checkLevel(level);
		this.tolerance = tolerance;
		this.unit = Objects.requireNonNull(unit, "unit");
	}

	/** Maximum likelihood, intervals of 95 %, odds ratios per unit. */
	public static LogisticRegression withDefaults() {
		return new LogisticRegression(Estimation.MAXIMUM_LIKELIHOOD, Interval.USUAL_LEVEL, USUAL_TOLERANCE,
			OddsRatioUnit.ONE);
	}

	public LogisticRegression with(final Estimation choice) {
		return new LogisticRegression(choice, level, tolerance, unit);
	}

	public LogisticRegression with(final OddsRatioUnit choice) {
		return new LogisticRegression(estimation, level, tolerance, choice);
	}

	/** @throws IllegalArgumentException if the confidence level is not between 0 and 1 */
	public LogisticRegression withLevel(final double value) {
		return new LogisticRegression(estimation, value, tolerance, unit);
	}

	/**
	 * The largest change of any observation's log odds by a further step that ends the fit; 1e-12 if not told, and never
	 * finer than rounding allows.
	 *
	 * @throws IllegalArgumentException if it is not above 0, or above 1e-6
	 */
	public LogisticRegression withTolerance(final double value) {
		if (!(value > 0 && value <= 1e-6)) throw new IllegalArgumentException(
			"The tolerance must lie above 0 and up to 1e-6 (1e-12 is usual), but is " + value);
		return new LogisticRegression(estimation, level, value, unit);
	}

	/**
	 * @param predictors all as long as the outcome; none fits the intercept alone
	 * @param outcome    of each observation
	 * @throws IllegalArgumentException if a predictor is constant, a combination of others or not as long as the outcome, all
	 *                                  outcomes are the same, there are fewer observations than coefficients, or, with
	 *                                  maximum likelihood, predictors separate the outcomes
	 */
	public LogisticFit fit(final List<Predictor> predictors, final boolean[] outcome) {
		return report(model(predictors, outcome), List.of());
	}

	/**
	 * @param outcome 1 where the outcome is there, 0 where not
	 * @throws IllegalArgumentException if an outcome is another number, and as for the other form
	 */
	public LogisticFit fit(final List<Predictor> predictors, final int[] outcome) {
		return fit(predictors, Outcomes.of(outcome));
	}

	LogisticModel model(final List<Predictor> predictors, final boolean[] outcome) {
		return LogisticModel.of(predictors, Outcomes.bothKinds(outcome), estimation, tolerance);
	}

	/** The whole result, with notes of how the model came to be. */
	LogisticFit report(final LogisticModel model, final List<String> notes) {
		return new FitReport(model, level, unit).fit(notes);
	}

	Estimation estimation() {
		return estimation;
	}
}
