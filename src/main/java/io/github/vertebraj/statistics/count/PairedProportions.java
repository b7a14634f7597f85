package io.github.vertebraj.statistics.count;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;

/** How far two paired proportions differ. */
final class PairedProportions {

	private PairedProportions() {}

	/**
	 * Odds ratio b/c of the discordant pairs, with the exact interval of their binomial proportion (Clopper-Pearson).
	 * Infinite where c is 0, NaN without discordant pairs.
	 */
	static Effect oddsRatio(final int b, final int c, final double level) {
		final double tail = (1 - level) / 2;
		final double lower = b == 0 ? 0 : odds(BetaDistribution.of(b, c + 1.0).inverseCumulativeProbability(tail));
		// Through the other pairs' proportion, which keeps its digits where this one nears 1.
		final double upper = c == 0 ? Double.POSITIVE_INFINITY : 1 / odds(BetaDistribution.of(c, b + 1.0)
			.inverseCumulativeProbability(tail));
		return Effect.of("odds ratio of discordant pairs", (double) b / c, new Interval(lower, upper, level,
			"exact (Clopper-Pearson)"));
	}

	private static double odds(final double probability) {
		return probability / (1 - probability);
	}

	/**
	 * First minus second proportion, with Newcombe's square-and-add interval from Wilson's limits of the two and their
	 * correlation, corrected for continuity (method 10, Stat Med 1998;17:2635).
	 */
	static Effect difference(final CountTable pairs, final double level) {
		final double n = pairs.total();
		final double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
		final double first = pairs.rowSum(0) / n;
		final double second = pairs.columnSum(0) / n;
		final double difference = ((double) pairs.count(0, 1) - pairs.count(1, 0)) / n;
		final double correlation = correlation(pairs);
		final double below = add(first - wilson(first, n, -z), wilson(second, n, z) - second, correlation);
		final double above = add(wilson(first, n, z) - first, second - wilson(second, n, -z), correlation);
		return Effect.of("difference of paired proportions (first - second)", difference, new Interval(Math.max(-1,
			difference - below), Math.min(1, difference + above), level, "Newcombe"));
	}

	private static double add(final double one, final double other, final double correlation) {
		return Math.sqrt(Math.max(0, one * one - 2 * correlation * one * other + other * other));
	}

	private static double wilson(final double proportion, final double n, final double z) {
		final double spread = z * Math.sqrt(proportion * (1 - proportion) / n + z * z / (4 * n * n));
		return (proportion + z * z / (2 * n) + spread) / (1 + z * z / n);
	}

	private static double correlation(final CountTable pairs) {
		final double product = (double) pairs.count(0, 0) * pairs.count(1, 1) - (double) pairs.count(0, 1) * pairs.count(1, 0);
		final double corrected = product > 0 ? Math.max(0, product - pairs.total() / 2.0) : product;
		final double scale = Math.sqrt((double) pairs.rowSum(0) * pairs.rowSum(1)) * Math.sqrt((double) pairs.columnSum(0) *
			pairs.columnSum(1));
		return scale == 0 ? 0 : corrected / scale;
	}
}
