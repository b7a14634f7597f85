package io.github.vertebraj.statistics.regression;

import java.util.Optional;

/**
 * The logistic likelihood of outcomes over a basis, penalised or not. Residuals and weights keep their relative accuracy
 * however near to 0 or 1 a probability is.
 * <p>
 * Firth's score is Σ x (y − µ + h (1/2 − µ)), where h are the leverages. Newton's step there divides by Σ x x' w (1 + h),
 * as if each observation were joined by h/2 successes and h/2 failures: exact in saturated models.
 */
final class Likelihood {

	/** Rows at a time, so that what is computed of them stays near the processor. */
	private static final int BLOCK = 1024;

	private final Basis basis;
	private final boolean[] outcome;
	private final Estimation estimation;

	Likelihood(final Basis basis, final boolean[] outcome, final Estimation estimation) {
		this.basis = basis;
		this.outcome = outcome;
		this.estimation = estimation;
	}

	Basis basis() {
		return basis;
	}

	boolean[] outcome() {
		return outcome;
	}

	Estimation estimation() {
		return estimation;
	}

	/** @return none where Firth's penalty is that of a singular information: its value is −∞ */
	Optional<Point> at(final double[] position) {
		final Rows rows = new Rows(position);
		final double[][] information = moments(rows.weights);
		if (estimation == Estimation.MAXIMUM_LIKELIHOOD) return Optional.of(new Point(position, rows.logLikelihood,
			rows.logLikelihood, rows.score(), information, information));
		return Cholesky.of(information).map(cholesky -> {
			rows.penalise(cholesky);
			return new Point(position, rows.logLikelihood, rows.logLikelihood + cholesky.logDeterminant() / 2, rows.score(),
				information, moments(rows.weights));
		});
	}

	/**
	 * A curvature that is nowhere less than the likelihood's between a position and any other, so that steps by it always
	 * lead up, and that stays above 0 where the likelihood's vanishes: for log odds η the weight tanh(η/2) / (2 η) (Jaakkola
	 * and Jordan, Stat Comput 2000;10:25-37, doi:10.1023/A:1008932416310). Twice that with the penalty.
	 */
	double[][] bound(final double[] position) {
		final double[] weights = predict(position);
		for (int i = 0; i < weights.length; i++) {
			final double eta = Math.max(1e-4, Math.abs(weights[i]));
			weights[i] = Math.tanh(eta / 2) / (2 * eta) * (estimation == Estimation.FIRTH ? 2 : 1);
		}
		return moments(weights);
	}

	/** What a position says of each observation. */
	double[] predict(final double[] position) {
		final double[] eta = new double[outcome.length];
		for (int from = 0; from < eta.length; from += BLOCK)
			for (int k = 0, to = Math.min(eta.length, from + BLOCK); k < position.length; k++) {
				final double[] column = basis.column(k);
				for (int i = from; i < to; i++)
					eta[i] += position[k] * column[i];
			}
		return eta;
	}

	/** Σ x x' w. */
	private double[][] moments(final double[] w) {
		final double[][] moments = new double[basis.size()][basis.size()];
		final double[] product = new double[BLOCK];
		for (int from = 0; from < w.length; from += BLOCK) {
			final int length = Math.min(BLOCK, w.length - from);
			for (int j = 0; j < moments.length; j++) {
				final double[] column = basis.column(j);
				for (int i = 0; i < length; i++)
					product[i] = w[from + i] * column[from + i];
				for (int k = 0; k <= j; k++)
					moments[j][k] += Blocks.dot(product, 0, basis.column(k), from, length);
			}
		}
		for (int j = 0; j < moments.length; j++)
			for (int k = 0; k < j; k++)
				moments[k][j] = moments[j][k];
		return moments;
	}

	/** Residuals and weights of all observations at one position. */
	private final class Rows {

		private final double[] residuals;
		private final double[] weights;
		private double logLikelihood;

		Rows(final double[] position) {
			residuals = predict(position);
			weights = new double[residuals.length];
			for (int i = 0; i < residuals.length; i++) {
				final double margin = outcome[i] ? residuals[i] : -residuals[i];
				final double e = Math.exp(-Math.abs(margin));
				final double residual = (margin > 0 ? e : 1) / (1 + e);
				logLikelihood -= Math.log1p(e) - Math.min(0, margin);
				residuals[i] = outcome[i] ? residual : -residual;
				weights[i] = e / ((1 + e) * (1 + e));
			}
		}

		double[] score() {
			final double[] score = new double[basis.size()];
			for (int k = 0; k < score.length; k++)
				score[k] = Blocks.dot(basis.column(k), residuals, 0, residuals.length);
			return score;
		}

		/** Adds to residuals and weights what the penalty does to them. */
		void penalise(final Cholesky information) {
			final double[][] parts = new double[basis.size()][BLOCK];
			for (int from = 0; from < weights.length; from += BLOCK) {
				final int length = Math.min(BLOCK, weights.length - from);
				final double[] forms = forms(information, parts, from, length);
				for (int i = 0; i < length; i++) {
					final double leverage = weights[from + i] * forms[i];
					final double residual = residuals[from + i];
					// µ = y − residual
					residuals[from + i] += leverage * (outcome[from + i] ? residual - 0.5 : residual + 0.5);
					weights[from + i] *= 1 + leverage;
				}
			}
		}

		/** x' times the inverse information times x, for each row of a block. */
		private double[] forms(final Cholesky information, final double[][] parts, final int from, final int length) {
			final double[] forms = new double[length];
			for (int k = 0; k < parts.length; k++) {
				final double[] part = parts[k];
				System.arraycopy(basis.column(k), from, part, 0, length);
				final double[] row = information.lower()[k];
				for (int j = 0; j < k; j++)
					for (int i = 0; i < length; i++)
						part[i] -= row[j] * parts[j][i];
				for (int i = 0; i < length; i++) {
					part[i] /= row[k];
					forms[i] += part[i] * part[i];
				}
			}
			return forms;
		}
	}
}
