package io.github.vertebraj.statistics.rank;

import java.util.Arrays;

/**
 * Concordant less discordant pairs, S, and the ties of two samples, in O(n log n): sorted by x, then y, the exchanges that
 * a merge sort by y needs are the discordant pairs.
 * <p>
 * Source: W. R. Knight, J Am Stat Assoc 1966;61:436, doi:10.1080/01621459.1966.10480879.
 */
final class Concordance {

	private final int n;
	private final Ties ofX;
	private final Ties ofY;
	private final long s;

	Concordance(final double[] x, final double[] y) {
		n = x.length;
		final long[] ranksOfX = ExactWalk.scores(MidRanks.of(x).ranks(), true);
		final long[] ranksOfY = ExactWalk.scores(MidRanks.of(y).ranks(), true);
		final long[] both = new long[n];
		for (int i = 0; i < n; i++)
			both[i] = ranksOfX[i] << Integer.SIZE | ranksOfY[i];
		Arrays.sort(both);
		ofX = Ties.of(ranksOfX);
		ofY = Ties.of(ranksOfY);
		final long tiedInBoth = Ties.of(both).pairs;
		final long[] ordered = Arrays.stream(both).map(pair -> pair & 0xFFFFFFFFL).toArray();
		final long discordant = exchanges(ordered, new long[n], 0, n);
		s = pairs() - ofX.pairs - ofY.pairs + tiedInBoth - 2 * discordant;
	}

	/** Sums over groups of t equal values: t (t − 1) / 2, t (t − 1) (t − 2), t (t − 1) (2t + 5). */
	private record Ties(long pairs, double triples, double variance) {

		static Ties of(final long[] values) {
			final long[] sorted = values.clone();
			Arrays.sort(sorted);
			long pairs = 0;
			double triples = 0;
			double variance = 0;
			for (int from = 0, to; from < sorted.length; from = to) {
				to = from + 1;
				while (to < sorted.length && sorted[to] == sorted[from])
					to++;
				final double t = to - from;
				pairs += (long) t * (long) (t - 1) / 2;
				triples += t * (t - 1) * (t - 2);
				variance += t * (t - 1) * (2 * t + 5);
			}
			return new Ties(pairs, triples, variance);
		}
	}

	/** Sorts a part and counts the pairs that stood in falling order. */
	private static long exchanges(final long[] values, final long[] scratch, final int from, final int to) {
		if (to - from < 2) return 0;
		final int middle = (from + to) >>> 1;
		long count = exchanges(values, scratch, from, middle) + exchanges(values, scratch, middle, to);
		System.arraycopy(values, from, scratch, from, to - from);
		int left = from;
		int right = middle;
		for (int at = from; at < to; at++) {
			if (right == to || left < middle && scratch[left] <= scratch[right]) values[at] = scratch[left++];
			else {
				count += middle - left;
				values[at] = scratch[right++];
			}
		}
		return count;
	}

	/** Concordant less discordant pairs. */
	long s() {
		return s;
	}

	long pairs() {
		return n * (n - 1L) / 2;
	}

	boolean hasTies() {
		return ofX.pairs + ofY.pairs > 0;
	}

	/** Exactly ±1 where the orders agree or are reversed, which needs as many ties on both sides. */
	double tauB() {
		final double untiedX = pairs() - ofX.pairs;
		final double untiedY = pairs() - ofY.pairs;
		return untiedX == untiedY ? s / untiedX : s / (Math.sqrt(untiedX) * Math.sqrt(untiedY));
	}

	/** Variance of S over all orders, with what ties take, as Kendall's book has it. */
	double variance() {
		final double size = n;
		final double all = size * (size - 1) * (2 * size + 5);
		final double pairTerm = 2.0 * ofX.pairs * ofY.pairs / (size * (size - 1));
		final double tripleTerm = n < 3 ? 0 : ofX.triples * ofY.triples / (9 * size * (size - 1) * (size - 2));
		return (all - ofX.variance - ofY.variance) / 18 + pairTerm + tripleTerm;
	}
}
