package io.github.vertebraj.statistics.count;

import org.apache.commons.statistics.distribution.NormalDistribution;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;

/** The odds ratio of a 2 × 2 table: odds of the first column in the first row over those in the second row. */
final class OddsRatio {

	private static final String SAMPLE = "odds ratio (sample, ad/bc)";

	private OddsRatio() {}

	/** ad/bc; infinite where only the divisor is 0, NaN where both are. */
	static Effect sample(final CountTable table) {
		return Effect.of(SAMPLE, crossProduct(table, 0));
	}

	/**
	 * With Woolf's interval, which is normal on the logarithm (Ann Hum Genet 1955;19:251,
	 * doi:10.1111/j.1469-1809.1955.tb01348.x). Where a cell is empty, 0.5 is added to each (Haldane-Anscombe), and the
	 * name says so.
	 */
	static Effect woolf(final CountTable table, final double level) {
		final double added = hasEmptyCell(table) ? 0.5 : 0;
		final double log = Math.log(crossProduct(table, added));
		double variance = 0;
		for (int cell = 0; cell < 4; cell++)
			variance += 1 / (table.count(cell / 2, cell % 2) + added);
		final double half = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2) * Math.sqrt(variance);
		return Effect.of(added == 0 ? SAMPLE : "odds ratio (sample, 0.5 added to each cell)", Math.exp(log), new Interval(Math
			.exp(log - half), Math.exp(log + half), level, added == 0 ? "Woolf" : "Woolf, Haldane-Anscombe"));
	}

	static boolean hasEmptyCell(final CountTable table) {
		return table.count(0, 0) == 0 || table.count(0, 1) == 0 || table.count(1, 0) == 0 || table.count(1, 1) == 0;
	}

	private static double crossProduct(final CountTable table, final double added) {
		return (table.count(0, 0) + added) * (table.count(1, 1) + added) / ((table.count(0, 1) + added) * (table.count(1, 0) +
			added));
	}

	/**
	 * The conditional maximum-likelihood estimate, given the margins, with the interval that two one-sided exact tests
	 * leave (tail inversion, as R's {@code fisher.test}); a one-sided alternative has a one-sided interval. NaN where a
	 * margin is zero: any odds ratio explains such a table.
	 */
	static Effect conditional(final CountTable table, final Alternative alternative, final double level) {
		final var counts = new NoncentralHypergeometric(table.rowSum(0), table.rowSum(1), table.columnSum(0));
		final long x = table.count(0, 0);
		final double tail = alternative == Alternative.TWO_SIDED ? (1 - level) / 2 : 1 - level;
		final double lower = alternative == Alternative.LESS || x == counts.lowest() ? 0 : NoncentralHypergeometric
			.whereRising(ratio -> counts.atLeast(x, ratio), tail);
		final double upper = alternative == Alternative.GREATER || x == counts.highest() ? Double.POSITIVE_INFINITY
			: NoncentralHypergeometric.whereFalling(ratio -> counts.atMost(x, ratio), tail);
		return Effect.of("odds ratio (conditional MLE)", estimate(counts, x), new Interval(lower, upper, level,
			"exact conditional"));
	}

	private static double estimate(final NoncentralHypergeometric counts, final long x) {
		if (counts.lowest() == counts.highest()) return Double.NaN;
		if (x == counts.lowest()) return 0;
		if (x == counts.highest()) return Double.POSITIVE_INFINITY;
		return NoncentralHypergeometric.whereRising(counts::mean, x);
	}
}
