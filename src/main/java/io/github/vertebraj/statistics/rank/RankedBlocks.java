package io.github.vertebraj.statistics.rank;

import java.util.Arrays;
import java.util.List;

import io.github.vertebraj.statistics.Samples;

/** Blocks of related values, each ranked by itself. */
final class RankedBlocks {

	private final double[][] ranks;
	private final double tieTerm;

	private RankedBlocks(final MidRanks[] blocks) {
		ranks = Arrays.stream(blocks).map(MidRanks::ranks).toArray(double[][]::new);
		tieTerm = Arrays.stream(blocks).mapToDouble(MidRanks::tieTerm).sum();
	}

	/**
	 * @param blocks indexed [block][treatment]
	 * @throws IllegalArgumentException if there is no block, fewer than two treatments, blocks of different length (the
	 *                                  number of the block, from 1, is named), or a value is not finite
	 */
	static RankedBlocks of(final double[][] blocks) {
		if (blocks.length == 0) throw new IllegalArgumentException(
			"Friedman's test needs at least one block of related values, but there is none");
		final int treatments = blocks[0].length;
		if (treatments < 2) throw new IllegalArgumentException("Friedman's test compares at least two treatments, but block " +
			"1 has " + treatments + (treatments == 1 ? " value" : " values"));
		final MidRanks[] ranked = new MidRanks[blocks.length];
		for (int i = 0; i < blocks.length; i++) {
			if (blocks[i].length != treatments) throw new IllegalArgumentException("Block " + (i + 1) + " has " +
				blocks[i].length + " values, but block 1 has " + treatments + "; leave incomplete blocks out");
			ranked[i] = MidRanks.of(Samples.finite("Block " + (i + 1), blocks[i], treatments));
		}
		return new RankedBlocks(ranked);
	}

	int blocks() {
		return ranks.length;
	}

	int treatments() {
		return ranks[0].length;
	}

	List<Double> meanRanks() {
		return Arrays.stream(rankSums()).map(sum -> sum / ranks.length).boxed().toList();
	}

	double[] rankSums() {
		final double[] sums = new double[treatments()];
		for (final double[] block : ranks)
			for (int j = 0; j < sums.length; j++)
				sums[j] += block[j];
		return sums;
	}

	/** The sum over blocks and groups of t equal values of t³ − t. */
	double tieTerm() {
		return tieTerm;
	}

	boolean hasTies() {
		return tieTerm > 0;
	}

	/** Whether every block has one value only, so that no treatment can differ. */
	boolean isAllTied() {
		final double k = treatments();
		return tieTerm >= (k * k - 1) * k * ranks.length;
	}

	/** The ranks as whole numbers, indexed [block][treatment]. */
	long[][] scores() {
		return Arrays.stream(ranks).map(block -> ExactWalk.scores(block, hasTies())).toArray(long[][]::new);
	}

	/** How messages name them: {@code 12 blocks of 4 treatments}. */
	@Override
	public String toString() {
		return ranks.length + (ranks.length == 1 ? " block of " : " blocks of ") + treatments() + " treatments";
	}
}
