package io.github.vertebraj.statistics.rank;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

/** The number of inversions of a random order of n different values, by the recursion over n. */
final class Inversions {

	private Inversions() {}

	/**
	 * The probability of so many inversions or fewer.
	 *
	 * @param most   below 0: never
	 * @param budget most operations
	 * @return nothing when the budget does not suffice
	 * @throws CancellationException when the thread is interrupted
	 */
	static OptionalDouble atMost(final int n, final long most, final long budget, final DoubleConsumer progress) {
		final long pairs = n * (n - 1L) / 2;
		if ((double) n * pairs / 2 > budget) return OptionalDouble.empty();
		if (most < 0) return OptionalDouble.of(0);
		if (most >= pairs) return OptionalDouble.of(1);
		// the smaller tail: what is left of 1 has no digits
		if (most < pairs - most) return OptionalDouble.of(lowerTail(n, (int) most, progress));
		return OptionalDouble.of(1 - lowerTail(n, (int) (pairs - most - 1), progress));
	}

	private static double lowerTail(final int n, final int most, final DoubleConsumer progress) {
		double[] cumulative = new double[most + 1]; // of one value: no inversion
		Arrays.fill(cumulative, 1);
		for (int k = 2; k <= n; k++) {
			if (Thread.currentThread().isInterrupted()) throw new CancellationException("The exact test was cancelled");
			final double[] next = new double[most + 1];
			double sum = 0;
			for (int i = 0; i <= most; i++) {
				sum += (cumulative[i] - (i < k ? 0 : cumulative[i - k])) / k;
				next[i] = sum;
			}
			cumulative = next;
			progress.accept((double) k / n);
		}
		return cumulative[most];
	}
}
