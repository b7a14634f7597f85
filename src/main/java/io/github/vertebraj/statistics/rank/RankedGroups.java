package io.github.vertebraj.statistics.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.vertebraj.statistics.Samples;

/** Independent groups, ranked together. */
final class RankedGroups {

	private final int[] sizes;
	private final int total;
	private final MidRanks pooled;
	private final double[] ranks;
	private final double[] meanRanks;

	private RankedGroups(final int[] sizes, final MidRanks pooled) {
		this.sizes = sizes;
		this.pooled = pooled;
		ranks = pooled.ranks();
		total = ranks.length;
		meanRanks = new double[sizes.length];
		for (int group = 0, at = 0; group < sizes.length; at += sizes[group++])
			meanRanks[group] = Arrays.stream(ranks, at, at + sizes[group]).sum() / sizes[group];
	}

	/**
	 * @param test how the error names the test
	 * @throws IllegalArgumentException if there are fewer than two groups, one is empty (its number, from 1, is named), or a
	 *                                  value is not finite
	 */
	static RankedGroups of(final String test, final double[]... groups) {
		if (groups.length < 2) throw new IllegalArgumentException(test + " compares at least two groups, but there " +
			(groups.length == 1 ? "is 1" : "are none"));
		final List<double[]> checked = new ArrayList<>();
		for (int i = 0; i < groups.length; i++)
			checked.add(Samples.finite("Group " + (i + 1), groups[i], 1));
		return new RankedGroups(checked.stream().mapToInt(group -> group.length).toArray(), MidRanks.of(checked.stream()
			.flatMapToDouble(Arrays::stream).toArray()));
	}

	int groups() {
		return sizes.length;
	}

	int size(final int group) {
		return sizes[group];
	}

	int[] sizes() {
		return sizes.clone();
	}

	int total() {
		return total;
	}

	double meanRank(final int group) {
		return meanRanks[group];
	}

	List<Double> meanRanks() {
		return Arrays.stream(meanRanks).boxed().toList();
	}

	boolean hasTies() {
		return pooled.hasTies();
	}

	/** Whether all values are equal, so that no group can differ. */
	boolean isAllTied() {
		return total == 1 || pooled.tieTerm() >= cube();
	}

	/** Variance of a single rank, divisor N − 1: N (N + 1) / 12, less what ties take. */
	double rankVariance() {
		return (cube() - pooled.tieTerm()) / (12.0 * (total - 1));
	}

	private double cube() {
		return ((double) total * total - 1) * total;
	}

	/** The ranks as whole numbers, in the order of the groups. */
	long[] scores() {
		return ExactWalk.scores(ranks, hasTies());
	}

	/** How messages name them: {@code group sizes 5, 4, 6}. */
	@Override
	public String toString() {
		return "group sizes " + IntStream.of(sizes).mapToObj(Integer::toString).collect(Collectors.joining(", "));
	}
}
