package io.github.vertebraj.statistics.diagnostic;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

import io.github.vertebraj.statistics.Alternative;

/** What tests take from the standard normal and other symmetric distributions. */
final class Normal {

	static final ContinuousDistribution STANDARD = NormalDistribution.of(0, 1);

	private Normal() {}

	/** How many standard errors an interval of that level has on either side. */
	static double quantile(final double level) {
		return quantile(STANDARD, level);
	}

	static double quantile(final ContinuousDistribution symmetric, final double level) {
		return symmetric.inverseSurvivalProbability((1 - level) / 2);
	}

	/** The p-value of a statistic that is symmetric about 0. */
	static double pValue(final ContinuousDistribution symmetric, final double statistic, final Alternative alternative) {
		return switch (alternative) {
			case TWO_SIDED -> 2 * symmetric.survivalProbability(Math.abs(statistic));
			case GREATER -> symmetric.survivalProbability(statistic);
			case LESS -> symmetric.cumulativeProbability(statistic);
		};
	}
}
