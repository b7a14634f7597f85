package io.github.vertebraj.statistics.agreement;

import org.apache.commons.statistics.distribution.NormalDistribution;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Interval;

/** A large-sample test of an agreement against 0, and Wald's interval. */
final class NormalScore {

	private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

	private NormalScore() {}

	static double pValue(final double z, final Alternative alternative) {
		return switch (alternative) {
			case TWO_SIDED -> Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
			case GREATER -> NORMAL.survivalProbability(z);
			case LESS -> NORMAL.cumulativeProbability(z);
		};
	}

	/** Not cut off at 1: the caller says so when it goes beyond. */
	static Interval wald(final double estimate, final double error, final double level, final String method) {
		final double half = NORMAL.inverseSurvivalProbability((1 - level) / 2) * error;
		return new Interval(estimate - half, estimate + half, level, method);
	}
}
