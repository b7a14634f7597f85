package io.github.vertebraj.statistics.regression;

import java.util.List;
import java.util.stream.IntStream;

import io.github.vertebraj.statistics.Interval;

/** A fitted model: its likelihood and the maximum. What tests, intervals and predictions start from. */
final class LogisticModel {

	/** Log odds so large that a fit had better begin at 0. */
	private static final double FAR = 8;

	private final Likelihood likelihood;
	private final Ascent ascent;
	private final Ascent.Maximum maximum;
	private final Cholesky information;
	private final double[] estimates;

	private LogisticModel(final Likelihood likelihood, final double tolerance) {
		this.likelihood = likelihood;
		ascent = new Ascent(likelihood, tolerance);
		maximum = ascent.climb();
		information = Cholesky.of(maximum.point().information()).orElseThrow(() -> new IllegalArgumentException(
			"The predictors " + basis().predictors() + " nearly depend on one another; leave some out"));
		estimates = IntStream.range(0, basis().size()).mapToDouble(j -> maximum.point().coefficient(basis().coefficient(j)))
			.toArray();
	}

	/** @throws IllegalArgumentException for predictors or outcomes that allow no fit */
	static LogisticModel of(final List<Predictor> predictors, final boolean[] outcome, final Estimation estimation,
		final double tolerance)
	{
		final Likelihood likelihood = new Likelihood(Basis.of(predictors, outcome.length), outcome, estimation);
		try {
			return new LogisticModel(likelihood, tolerance);
		}
		catch (final Separation.Found found) {
			throw Separation.refusal(predictors, outcome);
		}
	}

	Basis basis() {
		return likelihood.basis();
	}

	boolean[] outcome() {
		return likelihood.outcome();
	}

	Estimation estimation() {
		return likelihood.estimation();
	}

	int iterations() {
		return maximum.iterations();
	}

	double logLikelihood() {
		return maximum.point().logLikelihood();
	}

	/** With half the logarithm of the determinant of X'WX under Firth's penalty. */
	double penalisedLogLikelihood() {
		return estimation() == Estimation.FIRTH ? maximum.point().value() + basis().logScale() : logLikelihood();
	}

	double aic() {
		return 2 * (basis().size() - logLikelihood());
	}

	/** Coefficient 0 is the intercept. */
	double estimate(final int coefficient) {
		return estimates[coefficient];
	}

	/** From the inverse of Fisher's information, without penalty. */
	double standardError(final int coefficient) {
		final double[] weights = basis().coefficient(coefficient);
		return Fixed.largest(weights) * Math.sqrt(information.inverseForm(Fixed.scaled(weights)));
	}

	/** Twice what the maximum loses when these coefficients are 0, with the penalty of all columns; never below 0. */
	double likelihoodRatio(final int... coefficients) {
		if (coefficients.length == 0) return 0;
		final double[][] weights = IntStream.of(coefficients).mapToObj(basis()::coefficient).toArray(double[][]::new);
		final Fixed fixed = Fixed.zero(weights);
		// 0 holds all of them exactly; for a single one, a start near the maximum is as exact and saves steps.
		double[] start = new double[basis().size()];
		if (coefficients.length == 1) {
			final double[] near = fixed.meet(maximum.point().position(), information);
			if (Fixed.largest(likelihood.predict(near)) < FAR) start = near;
		}
		final Point without = ascent.highest(ascent.climb(start, fixed), fixed, position -> fixed.meet(position, information))
			.point();
		return Math.max(0, 2 * (maximum.point().value() - without.value()));
	}

	Interval profile(final int coefficient, final double level) {
		return new ProfileLikelihood(ascent, maximum.point(), information, basis().coefficient(coefficient)).interval(level,
			standardError(coefficient));
	}

	/** The indices of a predictor's coefficients. */
	int[] coefficients(final Predictor predictor) {
		int from = 1;
		for (final Predictor other : basis().predictors()) {
			final int size = other.columnNames().size();
			if (other == predictor) return IntStream.range(from, from + size).toArray();
			from += size;
		}
		throw new IllegalArgumentException("The model has no predictor '" + predictor + "'");
	}

	/** Of the observations that the model was fitted to. */
	double[] linearPredictors() {
		return likelihood.predict(maximum.point().position());
	}

	/** Of any observation: the value at the columns' means and what the row adds to it, so that offsets do not cancel. */
	double linearPredictor(final double[] row) {
		double eta = maximum.point().coefficient(basis().centre());
		for (int j = 1; j < basis().size(); j++)
			eta += estimates[j] * (row[j - 1] - basis().standard(j).mean());
		return eta;
	}
}
