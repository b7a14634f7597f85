package io.github.vertebraj.statistics.rank;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import io.github.vertebraj.statistics.Alternative;

/**
 * Distribution of a sum of ranks over all arrangements of the observed values, ties included, by counting (Streitberg
 * and Röhmel 1986, Statistical Software Newsletter 12:10): no simulation, no approximation. Midranks are multiples of
 * one half, so that their sums are whole numbers of a unit. Weights are counts in double precision (rank sums), none of
 * which overflows within the limits, or probabilities (signed ranks).
 */
final class ExactDistribution {

	/** Additions that end within about 0.1 s: up to here AUTO takes the exact distribution. */
	static final double QUICK = 5e8;

	/** Additions that end within about a second and, for rank sums, 0.2 GB: nobody gets more. */
	static final double LIMIT = 5e9;

	private final double[] weights;
	private final double total;
	private final long lowest;
	private final double unit;
	private final long centre;
	private final long parts;

	/** @param centre the mean of the sum, times {@code parts} */
	private ExactDistribution(final double[] weights, final long lowest, final double unit, final long centre,
		final long parts)
	{
		this.weights = weights;
		this.total = Arrays.stream(weights).sum();
		this.lowest = lowest;
		this.unit = unit;
		this.centre = centre;
		this.parts = parts;
	}

	/** Additions for the sum of the ranks of m out of n values. */
	static double rankSumWork(final long m, final long n, final boolean hasTies) {
		return (double) m * m * (n - m) * n * (hasTies ? 2 : 1);
	}

	/** Additions for the sum of these ranks with random signs. */
	static double signedRankWork(final double[] ranks) {
		final boolean hasHalves = Arrays.stream(ranks).anyMatch(rank -> rank != Math.rint(rank));
		return ranks.length * Arrays.stream(ranks).sum() * (hasHalves ? 2 : 1);
	}

	/** Sum of m of the ranks, each choice equally likely. */
	static ExactDistribution ofRankSum(final double[] ranks, final int m) {
		final long[] scores = doubled(ranks);
		final long unit = commonDivisor(scores);
		for (int i = 0; i < scores.length; i++)
			scores[i] /= unit;
		final long[] from = prefixSums(scores);
		final int n = scores.length;
		final double[][] counts = new double[m + 1][];
		for (int k = 0; k <= m; k++)
			counts[k] = new double[(int) (highest(from, n, k) - from[k] + 1)];
		counts[0][0] = 1;
		for (int i = 0; i < n; i++) {
			heedInterruption();
			for (int k = Math.min(i + 1, m); k >= Math.max(1, m - (n - i - 1)); k--)
				add(counts[k - 1], (int) (highest(from, i, k - 1) - from[k - 1] + 1), counts[k], (int) (from[k - 1] +
					scores[i] - from[k]));
		}
		return new ExactDistribution(counts[m], from[m], unit / 2.0, m * from[n], n);
	}

	/** Sum of those of the ranks that get a plus, when each gets a plus or a minus with equal probability. */
	static ExactDistribution ofSignedRanks(final double[] ranks) {
		final long[] scores = doubled(ranks);
		final long unit = commonDivisor(scores);
		final int sum = Math.toIntExact(Arrays.stream(scores).sum() / unit);
		final double[] weights = new double[sum + 1];
		weights[0] = 1;
		int reached = 0;
		for (final long doubled : scores) {
			heedInterruption();
			final int score = (int) (doubled / unit);
			reached += score;
			for (int s = reached; s >= score; s--)
				weights[s] = (weights[s] + weights[s - score]) / 2;
			for (int s = 0; s < score; s++)
				weights[s] /= 2;
		}
		return new ExactDistribution(weights, 0, unit / 2.0, sum, 2);
	}

	/**
	 * Probability of a sum as far out as the one observed. Two-sided: of all sums at least as far from the mean, in
	 * either direction; where the distribution is symmetric, as without ties, this is twice the smaller tail.
	 */
	double pValue(final Alternative alternative, final double observed) {
		final long at = Math.round(observed / unit);
		final long distance = Math.abs(at * parts - centre);
		double sum = 0;
		for (int i = 0; i < weights.length; i++) {
			final long s = lowest + i;
			final boolean isExtreme = switch (alternative) {
				case GREATER -> s >= at;
				case LESS -> s <= at;
				case TWO_SIDED -> Math.abs(s * parts - centre) >= distance;
			};
			if (isExtreme) sum += weights[i];
		}
		return Math.min(1, sum / total);
	}

	/** How many sums lie below the smallest one whose lower tail reaches a probability. */
	long stepsBelow(final double probability) {
		double sum = 0;
		for (int i = 0; i < weights.length; i++) {
			sum += weights[i] / total;
			if (sum >= probability * (1 - 1e-14)) return i;
		}
		return weights.length - 1L;
	}

	/** Probability of the lowest sums, so many of them. */
	double lowerTail(final long steps) {
		return Arrays.stream(weights, 0, (int) steps).sum() / total;
	}

	private static void heedInterruption() {
		if (Thread.currentThread().isInterrupted()) throw new CancellationException("The exact p-value was interrupted");
	}

	private static void add(final double[] source, final int length, final double[] target, final int shift) {
		for (int s = 0; s < length; s++)
			target[s + shift] += source[s];
	}

	/** Sum of the k highest of the first i scores. */
	private static long highest(final long[] from, final int i, final int k) {
		return from[i] - from[Math.max(0, i - k)];
	}

	private static long[] prefixSums(final long[] scores) {
		final long[] sums = new long[scores.length + 1];
		for (int i = 0; i < scores.length; i++)
			sums[i + 1] = sums[i] + scores[i];
		return sums;
	}

	private static long[] doubled(final double[] ranks) {
		return Arrays.stream(ranks).sorted().mapToLong(rank -> Math.round(2 * rank)).toArray();
	}

	private static long commonDivisor(final long[] values) {
		long divisor = 0;
		for (final long value : values)
			for (long rest = value, swap; rest != 0; rest = swap) {
				swap = divisor % rest;
				divisor = rest;
			}
		return Math.max(1, divisor);
	}
}
