package io.github.vertebraj.statistics.regression;

/**
 * The likelihood at one position.
 *
 * @param position      γ in the basis
 * @param logLikelihood without penalty
 * @param value         what is maximised: with the penalty, where there is one
 * @param score         its gradient
 * @param information   Fisher's, without penalty
 * @param curvature     what Newton's step divides by
 */
record Point(double[] position, double logLikelihood, double value, double[] score, double[][] information,
	double[][] curvature)
{

	/** The coefficient that has these weights. */
	double coefficient(final double[] weights) {
		return Blocks.dot(weights, position, 0, weights.length);
	}
}
