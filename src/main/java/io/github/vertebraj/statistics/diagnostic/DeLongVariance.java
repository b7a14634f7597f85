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

	/**
	 * What each case of a curve is worth, in the order of the samples.
	 *
	 * @param positives twice the number of negatives below each positive, ties counted half
	 * @param negatives twice the number of positives above each negative, ties counted half
	 */
	record Worth(double[] positives, double[] negatives) {

		/** Exact: differences of whole numbers. */
		Worth minus(final Worth other) {
			return new Worth(difference(positives, other.positives), difference(negatives, other.negatives));
		}

		private static double[] difference(final double[] a, final double[] b) {
			final double[] difference = new double[a.length];
			for (int i = 0; i < a.length; i++)
				difference[i] = a[i] - b[i];
			return difference;
		}
	}

	/**
	 * Of two AUCs of the same cases in the same order, or of what was had of them. The variance of a difference had of the
	 * difference is exactly 0 where that is the same for every case.
	 */
	static double covariance(final Worth a, final Worth b) {
		final double m = a.positives.length;
		final double n = a.negatives.length;
		return products(a.positives, b.positives) / (4 * n * n) + products(a.negatives, b.negatives) / (4 * m * m);
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
