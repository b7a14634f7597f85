package io.github.vertebraj.statistics.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

/**
 * The exact distribution of Friedman's statistic: one block after the other adds each order of its ranks to the rank sums
 * of the treatments. A state is the rising rank sums, as treatments may change places. Has scratch memory: one for each
 * call.
 */
final class BlockWalk {

	/** 8! = 40320 orders a block. */
	private static final int MOST_TREATMENTS = 8;

	private final List<List<long[]>> orders;
	private final long base;
	private final long[] sums;
	private final long[] sorted;

	private BlockWalk(final List<long[]> blocks, final int treatments) {
		orders = blocks.stream().map(BlockWalk::orders).toList();
		base = blocks.stream().mapToLong(block -> Arrays.stream(block).max().orElseThrow()).sum() + 1;
		sums = new long[treatments];
		sorted = new long[treatments];
	}

	/**
	 * The probability of a sum of squared rank sums at least as large as observed.
	 *
	 * @param ranks in each block, as whole numbers from 0; indexed [block][treatment]
	 * @return nothing when the budget does not suffice
	 */
	static OptionalDouble pValue(final long[][] ranks, final long budget, final DoubleConsumer progress) {
		final int treatments = ranks[0].length;
		final List<long[]> blocks = Arrays.stream(ranks).filter(block -> Arrays.stream(block).distinct().count() > 1)
			.toList();
		if (treatments > MOST_TREATMENTS || blocks.size() > budget) return OptionalDouble.empty();
		final BlockWalk walk = new BlockWalk(blocks, treatments);
		if (Math.pow(walk.base, treatments) >= ExactWalk.STATE_LIMIT) return OptionalDouble.empty();
		final long[] total = new long[treatments];
		for (final long[] block : blocks)
			for (int j = 0; j < treatments; j++)
				total[j] += block[j];
		final long observed = squares(total);
		return ExactWalk.probability(blocks.size(), walk::step, budget, progress, state -> {
			walk.decode(state);
			return squares(walk.sums) >= observed;
		});
	}

	private static long squares(final long[] sums) {
		return Arrays.stream(sums).map(sum -> sum * sum).sum();
	}

	private void step(final int block, final long state, final double probability, final StateMap next) {
		decode(state);
		final List<long[]> all = orders.get(block);
		final double each = probability / all.size();
		for (final long[] order : all) {
			for (int j = 0; j < sums.length; j++)
				sorted[j] = sums[j] + order[j];
			Arrays.sort(sorted);
			long code = 0;
			for (int j = sorted.length - 1; j >= 0; j--)
				code = code * base + sorted[j];
			next.add(code, each);
		}
	}

	private void decode(final long state) {
		long rest = state;
		for (int j = 0; j < sums.length; j++) {
			sums[j] = rest % base;
			rest /= base;
		}
	}

	/** All orders that differ; each stands for as many permutations as the others. */
	private static List<long[]> orders(final long[] ranks) {
		final long[] order = ranks.clone();
		Arrays.sort(order);
		final List<long[]> orders = new ArrayList<>();
		do
			orders.add(order.clone());
		while (advance(order));
		return orders;
	}

	/** The next order in the alphabet's sense, in place; false after the last. */
	private static boolean advance(final long[] order) {
		int head = order.length - 2;
		while (head >= 0 && order[head] >= order[head + 1])
			head--;
		if (head < 0) return false;
		int larger = order.length - 1;
		while (order[larger] <= order[head])
			larger--;
		swap(order, head, larger);
		for (int i = head + 1, j = order.length - 1; i < j; i++, j--)
			swap(order, i, j);
		return true;
	}

	private static void swap(final long[] order, final int i, final int j) {
		final long one = order[i];
		order[i] = order[j];
		order[j] = one;
	}
}
