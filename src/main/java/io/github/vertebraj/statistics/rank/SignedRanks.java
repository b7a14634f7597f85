package io.github.vertebraj.statistics.rank;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Ranks of the absolute values of differences that are not zero.
 *
 * @param ranks    of those that count
 * @param plus     sum of the ranks of positive differences
 * @param zeros    differences that are zero
 * @param tied     differences, not zero, that share their absolute value with another
 * @param averaged differences whose Walsh averages give the centre, rising: with Pratt's ranks those of zero as well
 */
record SignedRanks(double[] ranks, double plus, int zeros, int tied, double[] averaged) {

	static SignedRanks of(final double[] differences, final Zeros handling) {
		final double[] others = Arrays.stream(differences).filter(d -> d != 0).toArray();
		final double[] ranked = handling == Zeros.PRATT ? differences : others;
		final double[] all = MidRanks.of(Arrays.stream(ranked).map(Math::abs).toArray()).ranks();
		final double[] ranks = IntStream.range(0, all.length).filter(i -> ranked[i] != 0).mapToDouble(i -> all[i])
			.toArray();
		final double plus = IntStream.range(0, all.length).filter(i -> ranked[i] > 0).mapToDouble(i -> all[i]).sum();
		final double[] averaged = ranked.clone();
		Arrays.sort(averaged);
		return new SignedRanks(ranks, plus, differences.length - others.length, tied(ranks), averaged);
	}

	private static int tied(final double[] ranks) {
		final double[] sorted = ranks.clone();
		Arrays.sort(sorted);
		return (int) IntStream.range(0, sorted.length).filter(i -> i > 0 && sorted[i] == sorted[i - 1] || i + 1 <
			sorted.length && sorted[i] == sorted[i + 1]).count();
	}

	boolean hasTies() {
		return tied > 0;
	}
}
