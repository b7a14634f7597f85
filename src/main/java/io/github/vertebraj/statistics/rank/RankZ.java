package io.github.vertebraj.statistics.rank;

import io.github.vertebraj.statistics.PMethod;
import io.github.vertebraj.statistics.Sides;

/**
 * Normal approximation of a rank statistic.
 *
 * @param value  of the statistic
 * @param mean   under the hypothesis
 * @param sd     under the hypothesis, given the ties; 0 when no arrangement differs
 * @param sides  which tails count
 * @param method tells whether the statistic is moved by half a step
 */
record RankZ(double value, double mean, double sd, Sides sides, PMethod method) {

	/** 0 when no arrangement differs. */
	double z() {
		if (sd == 0) return 0;
		final double fromMean = value - mean;
		return (fromMean - (method == PMethod.ASYMPTOTIC_CORRECTED ? sides.continuity(fromMean) : 0)) / sd;
	}

	/** 1 when no arrangement differs. */
	double pValue() {
		return sd == 0 ? 1 : sides.pValue(Sides.NORMAL, z());
	}
}
