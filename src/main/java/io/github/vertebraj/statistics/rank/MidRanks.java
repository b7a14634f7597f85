package io.github.vertebraj.statistics.rank;

import java.util.Arrays;

/**
 * Ranks from 1, where equal values share the mean of their ranks, and what ties do to the variance of rank sums. −0
 * equals 0. O(n log n).
 */
final class MidRanks {

	private final double[] ranks;
	private final double tieTerm;

	private MidRanks(final double[] ranks, final double tieTerm) {
		this.ranks = ranks;
		this.tieTerm = tieTerm;
	}

	/** @param values finite, in any order; may be empty */
	static MidRanks of(final double[] values) {
		final double[] sorted = Arrays.stream(values).map(MidRanks::unsigned).sorted().toArray();
		final double[] distinct = new double[sorted.length];
		final double[] rankOfDistinct = new double[sorted.length];
		int size = 0;
		double tieTerm = 0;
		for (int from = 0; from < sorted.length;) {
			int to = from + 1;
			while (to < sorted.length && sorted[to] == sorted[from])
				to++;
			final double ties = to - from;
			tieTerm += (ties * ties - 1) * ties;
			distinct[size] = sorted[from];
			rankOfDistinct[size++] = (from + 1.0 + to) / 2;
			from = to;
		}
		final double[] ranks = new double[values.length];
		for (int i = 0; i < ranks.length; i++)
			ranks[i] = rankOfDistinct[Arrays.binarySearch(distinct, 0, size, unsigned(values[i]))];
		return new MidRanks(ranks, tieTerm);
	}

	private static double unsigned(final double value) {
		return value + 0.0; // -0 becomes 0
	}

	/** A copy of the ranks, in the order of the values. */
	double[] ranks() {
		return ranks.clone();
	}

	/** The sum over groups of t equal values of t³ − t. */
	double tieTerm() {
		return tieTerm;
	}

	boolean hasTies() {
		return tieTerm > 0;
	}
}
