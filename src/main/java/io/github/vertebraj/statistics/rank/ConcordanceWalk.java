package io.github.vertebraj.statistics.rank;

import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.function.LongPredicate;

/**
 * The exact distribution of Kendall's S = concordant − discordant pairs over all orders of y, ties included. Each group of
 * equal x, in rising order, draws a sub-multiset of the y that are left; pairs within the group do not count. A state is
 * how many of each distinct y are used, and S so far.
 */
final class ConcordanceWalk {

	private final Multiset x;
	private final Multiset y;
	private final long pairs;
	private final int total;

	private ConcordanceWalk(final Multiset x, final Multiset y, final int total) {
		this.x = x;
		this.y = y;
		this.total = total;
		pairs = total * (total - 1L) / 2;
	}

	/**
	 * The probability of an S that fulfils a condition.
	 *
	 * @return nothing when the budget does not suffice
	 */
	static OptionalDouble probability(final long[] x, final long[] y, final long budget, final DoubleConsumer progress,
		final LongPredicate condition)
	{
		final Multiset ofX = Multiset.of(x);
		final Multiset ofY = Multiset.of(y);
		final boolean swap = ofX.subsets() < ofY.subsets(); // the states are those of y
		final ConcordanceWalk walk = new ConcordanceWalk(swap ? ofY : ofX, swap ? ofX : ofY, x.length);
		final long range = 2 * walk.pairs + 1;
		if (walk.y.subsets() * range >= ExactWalk.STATE_LIMIT) return OptionalDouble.empty();
		// S is kept with an offset that grows to the number of pairs at the end, so that it never is below 0
		return ExactWalk.probability(walk.x.size(), walk::step, budget, progress, state -> condition.test(state % range -
			walk.offset(walk.total)));
	}

	/** What is added to S so that it is not negative when so many y are used. */
	private long offset(final long used) {
		return used * (used - 1) / 2;
	}

	private void step(final int group, final long state, final double probability, final StateMap next) {
		final long used = state / (2 * pairs + 1);
		final int[] counts = new int[y.size()];
		long before = 0;
		for (int value = 0; value < counts.length; value++) {
			counts[value] = y.used(used, value);
			before += counts[value];
		}
		final int size = x.count(group);
		draw(new Draw(counts, before, next), 0, size, total - before, state + offset(before + size) - offset(before),
			probability);
	}

	/** What a group draws from: how many of each distinct y were used before it, and all together. */
	private record Draw(int[] counts, long before, StateMap next) {

		/** Used y below less used y above a distinct value. */
		long balance(final int value) {
			long below = 0;
			for (int i = 0; i < value; i++)
				below += counts[i];
			return 2 * below + counts[value] - before;
		}
	}

	/** Draws from one distinct y after the other; hypergeometric. */
	private void draw(final Draw from, final int value, final int missing, final long left, final long state,
		final double probability)
	{
		if (from.next.isFull()) return;
		if (missing == 0) {
			from.next.add(state, probability);
			return;
		}
		final int free = y.count(value) - from.counts[value];
		final long step = y.weight(value) * (2 * pairs + 1) + from.balance(value);
		for (int taken = (int) Math.max(0, missing - (left - free)); taken <= Math.min(free, missing); taken++)
			draw(from, value + 1, missing - taken, left - free, state + taken * step, probability * hypergeometric(taken, free,
				missing, left));
	}

	/** The probability that of {@code drawn} out of {@code left} exactly {@code taken} belong to the {@code free}. */
	private static double hypergeometric(final int taken, final int free, final int drawn, final long left) {
		return binomial(free, taken) * binomial(left - free, drawn - taken) / binomial(left, drawn);
	}

	private static double binomial(final long n, final long k) {
		double product = 1;
		for (int i = 1; i <= k; i++)
			product = product * (n - k + i) / i;
		return product;
	}
}
