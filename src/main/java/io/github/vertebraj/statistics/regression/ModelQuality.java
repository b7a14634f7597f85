package io.github.vertebraj.statistics.regression;

/**
 * How well a logistic regression describes the data that it was fitted to; other data are described less well.
 *
 * @param observations           n
 * @param events                 observations with the outcome
 * @param parameters             coefficients, the intercept included
 * @param logLikelihood          at the estimates, without penalty
 * @param penalisedLogLikelihood with half the logarithm of the determinant of X'WX; the same as without where the
 *                               estimation is maximum likelihood
 * @param nullLogLikelihood      of the model with the intercept only, by maximum likelihood
 * @param aic                    2 (parameters − log-likelihood without penalty)
 * @param bic                    the same with parameters · ln(n) / 2
 * @param mcFadden               1 − log-likelihood / null log-likelihood
 * @param nagelkerke             R² of Cox and Snell over the largest that it can be
 * @param brier                  mean square of outcome − probability
 * @param eventsPerVariable      the rarer outcome's number over the number of columns; infinite without predictors
 * @param iterations             steps to the maximum
 */
public record ModelQuality(int observations, int events, int parameters, double logLikelihood,
	double penalisedLogLikelihood, double nullLogLikelihood, double aic, double bic, double mcFadden, double nagelkerke,
	double brier, double eventsPerVariable, int iterations)
{

	static ModelQuality of(final LogisticModel model) {
		final boolean[] outcome = model.outcome();
		final double n = outcome.length;
		int events = 0;
		double squares = 0;
		final double[] eta = model.linearPredictors();
		for (int i = 0; i < eta.length; i++) {
			final double residual = 1 / (1 + Math.exp(outcome[i] ? eta[i] : -eta[i]));
			squares += residual * residual;
			if (outcome[i]) events++;
		}
		final int parameters = model.basis().size();
		final double value = model.logLikelihood();
		final double none = events * Math.log(events / n) + (n - events) * Math.log1p(-events / n);
		return new ModelQuality(outcome.length, events, parameters, value, model.penalisedLogLikelihood(), none, model.aic(),
			parameters * Math.log(n) - 2 * value, 1 - value / none, Math.expm1(2 * (none - value) / n) / Math.expm1(2 * none /
				n), squares / n, Math.min(events, n - events) / (parameters - 1), model.iterations());
	}
}
