package io.github.vertebraj.statistics.count;

/**
 * Logarithms of factorials as whole multiples of a small step, beside the rest that rounding leaves. The multiples are
 * sums of one multiple for each prime factor, so products of factorials that are equal (6! · 1! = 5! · 3!) have equal
 * multiples, whichever way they came about: ties need no tolerance of their own, and sums of multiples do not round.
 */
final class LogFactorials {

	/** Finest step, as a power of two: a millionth of the tolerance of ties, summed over all factors of a table. */
	private static final int FINEST = 44;

	private final long[] multiples;
	private final double[] rests;
	private final double step;

	/** @param largest of the numbers whose factorials are asked for */
	LogFactorials(final int largest) {
		final double bits = Math.log(largest * Math.max(1, Math.log(largest + 1.0)) + 2) / Math.log(2);
		step = Math.scalb(1.0, -(int) Math.min(FINEST, Math.floor(61 - bits)));
		multiples = new long[largest + 1];
		rests = new double[largest + 1];
		final int[] factor = smallestFactors(largest);
		final long[] logs = new long[largest + 1];
		for (int x = 2; x <= largest; x++) {
			logs[x] = factor[x] == x ? Math.round(Math.log(x) / step) : logs[factor[x]] + logs[x / factor[x]];
			multiples[x] = multiples[x - 1] + logs[x];
			rests[x] = rests[x - 1] + rest(x, logs[x]);
		}
	}

	/** The logarithm minus its multiple: the near half of the product cancels first, which leaves no rounding. */
	private double rest(final int x, final long multiple) {
		return Math.log(x) - multiple * step;
	}

	private static int[] smallestFactors(final int largest) {
		final int[] factor = new int[largest + 1];
		for (int p = 2; p <= largest; p++)
			for (long x = factor[p] == 0 ? p : largest + 1L; x <= largest; x += p)
				if (factor[(int) x] == 0) factor[(int) x] = p;
		return factor;
	}

	/** log x! in steps. */
	long multiple(final int x) {
		return multiples[x];
	}

	/** What is missing to log x!, natural. */
	double rest(final int x) {
		return rests[x];
	}

	/** log x!, natural. */
	double value(final int x) {
		return multiples[x] * step + rests[x];
	}

	/** The natural logarithm of a number of steps. */
	double value(final long steps) {
		return steps * step;
	}

	/** A natural logarithm in steps, rounded down. */
	long steps(final double value) {
		return (long) Math.floor(value / step);
	}
}
