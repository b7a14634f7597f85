package io.github.vertebraj.image;

import java.util.function.LongToDoubleFunction;

/**
 * Quantiles of type 7 (Hyndman and Fan, Am Stat 1996;50:361-365), as in R, numpy and spreadsheets: of n values the one
 * at p · (n − 1), counted from 0 from below, interpolated between its neighbours.
 *
 * @param n     number of values
 * @param order the k-th value from below, from 0
 */
record Quantiles(long n, LongToDoubleFunction order) {

	/** The quantile of p percent; NaN when there are no values. */
	double percent(final int p) {
		if (n == 0) return Double.NaN;
		// Whole numbers, lest 0.95 times 20 be just under 19.
		final long hundredths = p * (n - 1);
		final long k = hundredths / 100;
		final double below = order.applyAsDouble(k);
		if (hundredths % 100 == 0) return below;
		final double above = order.applyAsDouble(k + 1);
		return below + hundredths % 100 / 100.0 * (above - below);
	}
}
