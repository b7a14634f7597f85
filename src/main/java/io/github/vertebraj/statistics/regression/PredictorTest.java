package io.github.vertebraj.statistics.regression;

/**
 * Whether a model needs a predictor: the likelihood ratio test that drops all its columns at once and keeps the other
 * predictors (type III).
 *
 * @param predictor        its name
 * @param statistic        twice what the log-likelihood loses; under Firth's estimation the penalised one, with the
 *                         penalty of the whole model
 * @param degreesOfFreedom number of its columns
 * @param pValue           from χ²
 */
public record PredictorTest(String predictor, double statistic, int degreesOfFreedom, double pValue) {

	static PredictorTest of(final LogisticModel model, final Predictor predictor) {
		final int[] columns = model.coefficients(predictor);
		final double statistic = model.likelihoodRatio(columns);
		return new PredictorTest(predictor.name(), statistic, columns.length, UpperTail.chiSquared(statistic,
			columns.length));
	}
}
