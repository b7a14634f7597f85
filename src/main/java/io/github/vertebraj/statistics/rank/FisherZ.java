package io.github.vertebraj.statistics.rank;

import org.apache.commons.statistics.distribution.NormalDistribution;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Interval;

/** Confidence intervals of correlations: normal on the scale of the inverse hyperbolic tangent, taken back. */
final class FisherZ {

	private FisherZ() {}

	/**
	 * The interval; one-sided alternatives have one-sided intervals, which end at 1 or begin at −1.
	 *
	 * @param z             the inverse hyperbolic tangent of the correlation; at ±∞ both ends are the correlation itself
	 * @param standardError of z
	 * @param method        its name
	 */
	static Interval interval(final double z, final double standardError, final double level,
		final Alternative alternative, final String method)
	{
		final double tail = alternative == Alternative.TWO_SIDED ? (1 - level) / 2 : 1 - level;
		final double reach = standardError * NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
		final double lower = alternative == Alternative.LESS ? -1 : Math.tanh(z - reach);
		final double upper = alternative == Alternative.GREATER ? 1 : Math.tanh(z + reach);
		return new Interval(lower, upper, level, method);
	}
}
