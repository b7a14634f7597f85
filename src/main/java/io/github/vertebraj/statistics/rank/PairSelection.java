package io.github.vertebraj.statistics.rank;

import java.util.concurrent.CancellationException;
import java.util.function.DoubleFunction;

/**
 * Order statistics of all differences between two samples, or of all means of two values of one, without making them.
 * They are counted up to a bound, O(n), and the bound closes in on the one sought, in turn by interpolation of the
 * counts, a dozen times as a rule, and by halving the doubles that are left, 64 times at most.
 */
final class PairSelection {

	private final DoubleFunction<Cut> cuts;
	private final long size;

	private PairSelection(final DoubleFunction<Cut> cuts, final long size) {
		this.cuts = cuts;
		this.size = size;
	}

	/**
	 * What a bound does to the pairs.
	 *
	 * @param count pairs up to the bound
	 * @param last  the largest of them; −∞ if there is none
	 * @param next  the smallest of the others; +∞ if there is none
	 */
	private record Cut(long count, double last, double next) {}

	/** Differences x − y, one for each pair; both samples rising. */
	static PairSelection ofDifferences(final double[] x, final double[] y) {
		return new PairSelection(bound -> cutDifferences(x, y, bound), (long) x.length * y.length);
	}

	/** Walsh averages: means of two values, each value with itself as well; rising. */
	static PairSelection ofMeans(final double[] x) {
		return new PairSelection(bound -> cutMeans(x, bound), (long) x.length * (x.length + 1) / 2);
	}

	long size() {
		return size;
	}

	double median() {
		final double lower = kth((size + 1) / 2);
		if (size % 2 == 1) return lower;
		final Cut cut = cuts.apply(lower);
		return cut.count() > size / 2 ? lower : lower / 2 + cut.next() / 2;
	}

	/** The k-th smallest, from 1. */
	double kth(final long k) {
		Cut low = cuts.apply(Double.NEGATIVE_INFINITY);
		Cut high = cuts.apply(Double.POSITIVE_INFINITY);
		for (int step = 0; low.next() < high.last(); step++) {
			heedInterruption();
			final double share = (k - low.count() - 0.5) / (high.count() - low.count());
			final double guess = low.next() * (1 - share) + high.last() * share;
			final boolean isInside = guess >= low.next() && guess < high.last();
			final Cut cut = cuts.apply(isInside && step % 2 == 0 ? guess : middle(low.next(), high.last()));
			if (cut.count() == k) return cut.last() + 0.0; // -0 becomes 0
			if (cut.count() > k) high = cut;
			else low = cut;
		}
		return low.next() + 0.0;
	}

	private static void heedInterruption() {
		if (Thread.currentThread().isInterrupted()) throw new CancellationException(
			"The Hodges-Lehmann estimate was interrupted");
	}

	/** A rounded difference never falls when x rises or y falls, so that one sweep counts what sorting would. */
	private static Cut cutDifferences(final double[] x, final double[] y, final double bound) {
		long count = 0;
		double last = Double.NEGATIVE_INFINITY;
		double next = Double.POSITIVE_INFINITY;
		int reached = 0;
		for (final double subtrahend : y) {
			while (reached < x.length && x[reached] - subtrahend <= bound)
				reached++;
			count += reached;
			if (reached > 0) last = Math.max(last, x[reached - 1] - subtrahend);
			if (reached < x.length) next = Math.min(next, x[reached] - subtrahend);
		}
		return new Cut(count, last, next);
	}

	private static Cut cutMeans(final double[] x, final double bound) {
		long count = 0;
		double last = Double.NEGATIVE_INFINITY;
		double next = Double.POSITIVE_INFINITY;
		int end = x.length;
		for (int i = 0; i < x.length; i++) {
			while (end > i && x[i] / 2 + x[end - 1] / 2 > bound)
				end--;
			final int first = Math.max(end, i);
			count += first - i;
			if (first > i) last = Math.max(last, x[i] / 2 + x[first - 1] / 2);
			if (first < x.length) next = Math.min(next, x[i] / 2 + x[first] / 2);
		}
		return new Cut(count, last, next);
	}

	/** The double halfway, by their number, between two; below the upper one. */
	private static double middle(final double lower, final double upper) {
		final long low = sortable(lower);
		final long high = sortable(upper);
		final long middle = Math.floorDiv(low, 2) + Math.floorDiv(high, 2) + (low & high & 1);
		return Double.longBitsToDouble(middle >= 0 ? middle : middle ^ Long.MAX_VALUE);
	}

	/** Numbers in the order of the doubles. */
	private static long sortable(final double value) {
		final long bits = Double.doubleToLongBits(value);
		return bits >= 0 ? bits : bits ^ Long.MAX_VALUE;
	}
}
