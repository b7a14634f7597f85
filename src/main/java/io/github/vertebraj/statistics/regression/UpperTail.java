package io.github.vertebraj.statistics.regression;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Probabilities of what is as far out as a statistic or farther. */
final class UpperTail {

	private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

	private UpperTail() {}

	/** 1 without degrees of freedom: models that do not differ. */
	static double chiSquared(final double statistic, final int degreesOfFreedom) {
		return degreesOfFreedom == 0 ? 1 : ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
	}

	static double bothTails(final double z) {
		return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
	}

	/** How many standard errors an interval of that level reaches to each side. */
	static double reach(final double level) {
		return NORMAL.inverseSurvivalProbability((1 - level) / 2);
	}
}
