package io.github.vertebraj.statistics.diagnostic;

import java.util.function.IntToDoubleFunction;

/**
 * DeLong's variance of an AUC and covariance of two (DeLong, DeLong and Clarke-Pearson 1988, doi:10.2307/2531595), from
 * what each case is worth: a positive the share of negatives below it, a negative the share of positives above it. In
 * two passes over exact whole numbers; with a sort, O(n log n) (Sun and Xu 2014, doi:10.1109/LSP.2014.2337313).
 * <p>
 * The variance is 0 where all positives are worth the same and all negatives too, which is so only when the classes do
 * not overlap or all scores are equal. It is NaN with fewer than two positives or two negatives.
 */
final class DeLongVariance {

	private DeLongVariance() {}

	static double of(final ScoreGroups groups) {
		final double m = groups.positives();
		final double n = groups.negatives();
		final long[] below = groups.doubledNegativesBelow();
		final long[] above = groups.doubledPositivesAbove();
		final double doubledU = groups.doubledU();
		return squares(groups.positivesAt(), below, doubledU / m) / (m - 1) / m / (4 * n * n) + squares(groups
			.negativesAt(), above, doubledU / n) / (n - 1) / n / (4 * m * m);
	}

	private static double squares(final int[] counts, final long[] worth, final double mean) {
		double sum = 0;
		for (int i = 0; i < counts.length; i++)
			sum += counts[i] * (worth[i] - mean) * (worth[i] - mean);
		return sum;
	}

	/** Of two curves of the same cases, in the same order. */
	static double covariance(final RocCurve a, final RocCurve b) {
		return products(a.positiveWorth(), b.positiveWorth()) + products(a.negativeWorth(), b.negativeWorth());
	}

	/** Variance of the difference of two AUCs of the same cases; exactly 0 where no case is worth more in one than in the other. */
	static double ofDifference(final RocCurve a, final RocCurve b) {
		final double[] positives = difference(a.positiveWorth(), b.positiveWorth());
		final double[] negatives = difference(a.negativeWorth(), b.negativeWorth());
		return products(positives, positives) + products(negatives, negatives);
	}

	private static double[] difference(final double[] a, final double[] b) {
		final double[] difference = new double[a.length];
		for (int i = 0; i < a.length; i++)
			difference[i] = a[i] - b[i];
		return difference;
	}

	/** The covariance of two means. */
	private static double products(final double[] a, final double[] b) {
		final double meanA = mean(a.length, i -> a[i]);
		final double meanB = mean(b.length, i -> b[i]);
		return mean(a.length, i -> (a[i] - meanA) * (b[i] - meanB)) / (a.length - 1);
	}

	private static double mean(final int count, final IntToDoubleFunction value) {
		double sum = 0;
		for (int i = 0; i < count; i++)
			sum += value.applyAsDouble(i);
		return sum / count;
	}
}
