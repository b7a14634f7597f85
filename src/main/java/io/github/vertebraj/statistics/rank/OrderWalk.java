package io.github.vertebraj.statistics.rank;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.function.LongPredicate;

/**
 * The exact distribution of Σ x·y over all orders of y: one x after the other is given one of the y that are left. A state
 * is how many of each distinct y are used, and the sum so far.
 */
final class OrderWalk {

	private final long[] x;
	private final Multiset y;
	private final long range;

	private OrderWalk(final long[] x, final Multiset y, final long range) {
		this.x = x;
		this.y = y;
		this.range = range;
	}

	/**
	 * The probability of a sum that fulfils a condition.
	 *
	 * @param x whole numbers from 0, as many as {@code y}
	 * @return nothing when the budget does not suffice
	 */
	static OptionalDouble probability(final long[] x, final long[] y, final long budget, final DoubleConsumer progress,
		final LongPredicate condition)
	{
		final Multiset ofX = Multiset.of(x);
		final Multiset ofY = Multiset.of(y);
		if (ofX.subsets() < ofY.subsets()) return probability(y, ofX, x, budget, progress, condition);
		return probability(x, ofY, y, budget, progress, condition);
	}

	private static OptionalDouble probability(final long[] x, final Multiset distinct, final long[] y, final long budget,
		final DoubleConsumer progress, final LongPredicate condition)
	{
		final long range = largest(x, y) + 1;
		final boolean isHopeless = distinct.subsets() > budget; // each is reached
		if (isHopeless || distinct.subsets() * range >= ExactWalk.STATE_LIMIT) return OptionalDouble.empty();
		final OrderWalk walk = new OrderWalk(x, distinct, range);
		return ExactWalk.probability(x.length, walk::step, budget, progress, state -> condition.test(state % range));
	}

	/** The largest sum of products of all orders: both rising. */
	private static long largest(final long[] x, final long[] y) {
		final long[] a = Arrays.stream(x).sorted().toArray();
		final long[] b = Arrays.stream(y).sorted().toArray();
		long sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += a[i] * b[i];
		return sum;
	}

	private void step(final int index, final long state, final double probability, final StateMap next) {
		final long used = state / range;
		for (int value = 0; value < y.size(); value++) {
			final long left = y.count(value) - y.used(used, value);
			if (left > 0) next.add(state + y.weight(value) * range + x[index] * y.value(value), probability * left /
				(x.length - index));
		}
	}
}
