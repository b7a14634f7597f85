package io.github.vertebraj.statistics.rank;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * The exact distribution of Kruskal and Wallis' H: one rank after the other is given to a group. A state is the number of
 * ranks and their sum in each group, where groups of equal size may change places. Has scratch memory: one for each call.
 */
final class RankSumWalk {

	/** More values are never enumerated; up to here the comparison of H fits into a long. */
	private static final int MOST_VALUES = 150;

	private final int[] sizes;
	private final long[] scores;
	private final long perRank;
	private final long base;
	private final long[] digits;
	private final long[] sorted;

	private RankSumWalk(final int[] sizes, final long[] scores) {
		this.sizes = sizes;
		this.scores = scores;
		perRank = Arrays.stream(scores).sum() + 1;
		base = (IntStream.of(sizes).max().orElseThrow() + 1) * perRank;
		digits = new long[sizes.length];
		sorted = new long[sizes.length];
	}

	/**
	 * The probability of an H at least as large as observed.
	 *
	 * @return nothing when the budget does not suffice
	 */
	static OptionalDouble pValue(final RankedGroups groups, final long budget, final DoubleConsumer progress) {
		if (groups.total() > MOST_VALUES) return OptionalDouble.empty();
		final long[] scores = groups.scores();
		final int[] order = IntStream.range(0, groups.groups()).boxed().sorted(Comparator.comparingInt(groups::size))
			.mapToInt(Integer::intValue).toArray();
		final RankSumWalk walk = new RankSumWalk(IntStream.of(order).map(groups::size).toArray(), scores);
		if (Math.pow(walk.base, order.length) >= ExactWalk.STATE_LIMIT) return OptionalDouble.empty();
		final long[] sums = new long[order.length];
		final int[] sizes = groups.sizes();
		for (int i = 0; i < order.length; i++) {
			final int from = IntStream.range(0, order[i]).map(group -> sizes[group]).sum();
			sums[i] = Arrays.stream(scores, from, from + sizes[order[i]]).sum();
		}
		final long observed = walk.statistic(sums);
		return ExactWalk.probability(scores.length, walk::step, budget, progress, state -> walk.statistic(state) >= observed);
	}

	private void step(final int rank, final long state, final double probability, final StateMap next) {
		decode(state);
		for (int group = 0; group < sizes.length; group++) {
			final long free = sizes[group] - digits[group] / perRank;
			if (free > 0) next.add(withRank(group, scores[rank]), probability * free / (scores.length - rank));
		}
	}

	private void decode(final long state) {
		long rest = state;
		for (int group = 0; group < sizes.length; group++) {
			digits[group] = rest % base;
			rest /= base;
		}
	}

	/** The state with one rank more in a group; groups of equal size stand in rising order. */
	private long withRank(final int group, final long score) {
		System.arraycopy(digits, 0, sorted, 0, digits.length);
		sorted[group] += perRank + score;
		for (int i = group; i + 1 < sorted.length && sizes[i] == sizes[i + 1] && sorted[i] > sorted[i + 1]; i++) {
			final long larger = sorted[i];
			sorted[i] = sorted[i + 1];
			sorted[i + 1] = larger;
		}
		long state = 0;
		for (int i = sorted.length - 1; i >= 0; i--)
			state = state * base + sorted[i];
		return state;
	}

	private long statistic(final long state) {
		decode(state);
		return statistic(Arrays.stream(digits).map(digit -> digit % perRank).toArray());
	}

	/** Σ S²/n times the least common multiple of the sizes: whole, and rising with H. */
	private long statistic(final long[] sums) {
		final long multiple = IntStream.of(sizes).asLongStream().reduce(1, (a, b) -> a / gcd(a, b) * b);
		long statistic = 0;
		for (int group = 0; group < sizes.length; group++)
			statistic += sums[group] * sums[group] * (multiple / sizes[group]);
		return statistic;
	}

	private static long gcd(final long a, final long b) {
		return b == 0 ? a : gcd(b, a % b);
	}
}
