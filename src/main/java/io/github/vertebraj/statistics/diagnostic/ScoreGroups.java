package io.github.vertebraj.statistics.diagnostic;

import java.util.Arrays;

/**
 * The distinct scores of both classes, highest first, with how many positives and negatives have each. All that an ROC
 * curve and its AUC depend on, had in O(n log n). Sums of pairs are whole numbers, so an AUC does not depend on order
 * or rounding.
 */
final class ScoreGroups {

	private final double[] values;
	private final int[] positivesAt;
	private final int[] negativesAt;
	private final int positives;
	private final int negatives;

	private ScoreGroups(final double[] values, final int[] positivesAt, final int[] negativesAt) {
		this.values = values;
		this.positivesAt = positivesAt;
		this.negativesAt = negativesAt;
		positives = Arrays.stream(positivesAt).sum();
		negatives = Arrays.stream(negativesAt).sum();
	}

	/** @param positives scores, finite, any order; −0.0 counts as 0.0 */
	static ScoreGroups of(final double[] positives, final double[] negatives) {
		final double[] p = rising(positives);
		final double[] n = rising(negatives);
		final double[] values = new double[p.length + n.length];
		final int[] positivesAt = new int[values.length];
		final int[] negativesAt = new int[values.length];
		int groups = 0;
		for (int i = p.length - 1, j = n.length - 1; i >= 0 || j >= 0; groups++) {
			final double value = i < 0 ? n[j] : j < 0 ? p[i] : Math.max(p[i], n[j]);
			values[groups] = value;
			for (; i >= 0 && p[i] == value; i--)
				positivesAt[groups]++;
			for (; j >= 0 && n[j] == value; j--)
				negativesAt[groups]++;
		}
		return new ScoreGroups(Arrays.copyOf(values, groups), Arrays.copyOf(positivesAt, groups), Arrays.copyOf(
			negativesAt, groups));
	}

	private static double[] rising(final double[] scores) {
		final double[] sorted = scores.clone();
		for (int i = 0; i < sorted.length; i++)
			sorted[i] += 0.0; // sorting tells −0.0 from 0.0, the curve must not
		Arrays.sort(sorted);
		return sorted;
	}

	int size() {
		return values.length;
	}

	double value(final int group) {
		return values[group];
	}

	int positivesAt(final int group) {
		return positivesAt[group];
	}

	int negativesAt(final int group) {
		return negativesAt[group];
	}

	int positives() {
		return positives;
	}

	int negatives() {
		return negatives;
	}

	/** The group of a score that occurs. */
	int groupOf(final double score) {
		int low = 0;
		int high = values.length - 1;
		while (low < high) {
			final int middle = (low + high) >>> 1;
			if (values[middle] > score) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/** Twice the Mann-Whitney U of the positives: pairs with the positive above count 2, ties 1. */
	long doubledU() {
		return doubledU(positivesAt, negativesAt);
	}

	/** The same for other numbers in the same groups, as a resample has them. */
	static long doubledU(final int[] positivesAt, final int[] negativesAt) {
		long sum = 0;
		long above = 0;
		for (int i = 0; i < positivesAt.length; i++) {
			sum += negativesAt[i] * (2 * above + positivesAt[i]);
			above += positivesAt[i];
		}
		return sum;
	}

	double auc() {
		return doubledU() / (2.0 * positives * negatives);
	}

	/** For each group, twice the number of negatives below it, ties counted half: what a positive there is worth. */
	long[] doubledNegativesBelow() {
		return doubledBeyond(negativesAt, size() - 1, -1);
	}

	/** For each group, twice the number of positives above it, ties counted half: what a negative there is worth. */
	long[] doubledPositivesAbove() {
		return doubledBeyond(positivesAt, 0, 1);
	}

	private static long[] doubledBeyond(final int[] counts, final int from, final int step) {
		final long[] doubled = new long[counts.length];
		long beyond = 0;
		for (int i = from; i >= 0 && i < counts.length; i += step) {
			doubled[i] = 2 * beyond + counts[i];
			beyond += counts[i];
		}
		return doubled;
	}

	int[] positivesAt() {
		return positivesAt;
	}

	int[] negativesAt() {
		return negativesAt;
	}
}
