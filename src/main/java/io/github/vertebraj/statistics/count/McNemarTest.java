package io.github.vertebraj.statistics.count;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.PMethod;
import io.github.vertebraj.statistics.Samples;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * McNemar's test that two paired proportions are equal, two-sided. Only the discordant pairs tell: b, positive in the
 * first and negative in the second, and c, the reverse. Exact: binomial with one half. Asymptotic: (b − c)² / (b + c),
 * with continuity correction (|b − c| − 1)² / (b + c), on one degree of freedom; the correction never turns |b − c|
 * below 0.
 * <p>
 * Without discordant pairs p is 1, with a note. Source: McNemar, Psychometrika 1947;12:153, doi:10.1007/BF02295996.
 */
public final class McNemarTest {

	/** With fewer discordant pairs the χ² distribution is a poor approximation. */
	static final int FEW_DISCORDANT = 25;

	private static final McNemarTest DEFAULT = new McNemarTest(PMethod.AUTO, Interval.USUAL_LEVEL);

	private final PMethod method;
	private final double level;

	private McNemarTest(final PMethod method, final double level) {
		this.method = method;
		this.level = level;
	}

	/** Exact with fewer than 25 discordant pairs, else asymptotic without correction; intervals of 95 %. */
	public static McNemarTest withDefaults() {
		return DEFAULT;
	}

	public McNemarTest with(final PMethod newMethod) {
		return new McNemarTest(newMethod, level);
	}

	/** @throws IllegalArgumentException if the confidence level is not between 0 and 1 */
	public McNemarTest withLevel(final double newLevel) {
		return new McNemarTest(method, Interval.checkLevel(newLevel));
	}

	/**
	 * What the test found.
	 *
	 * @param summary    statistic χ², or b where the test is exact
	 * @param firstOnly  b, pairs positive in the first only
	 * @param secondOnly c, pairs positive in the second only
	 */
	public record Result(TestSummary summary, int firstOnly, int secondOnly) implements TestResult {}

	/**
	 * Tests pairs of 0 and 1.
	 *
	 * @throws IllegalArgumentException if the samples are empty or not equally long, or a value is neither 0 nor 1
	 */
	public Result test(final int[] first, final int[] second) {
		Samples.checkPairs(first.length, second.length);
		if (first.length == 0) throw new IllegalArgumentException("McNemar's test needs at least one pair, but has none");
		final int[][] counts = new int[2][2];
		for (int i = 0; i < first.length; i++)
			counts[1 - binary(first[i], "first", i)][1 - binary(second[i], "second", i)]++;
		return test(CountTable.of(counts));
	}

	private static int binary(final int value, final String sample, final int index) {
		if (value != 0 && value != 1) throw new IllegalArgumentException("The " + sample + " sample has " + value +
			" at place " + (index + 1) + ", but only 0 and 1 are expected");
		return value;
	}

	/**
	 * Tests a table of pairs.
	 *
	 * @param pairs rows: first positive, first negative; columns: second positive, second negative
	 * @throws IllegalArgumentException if the table is not 2 × 2, or is empty
	 */
	public Result test(final CountTable pairs) {
		if (pairs.rows() != 2 || pairs.columns() != 2) throw new IllegalArgumentException(
			"McNemar's test is for 2 x 2 tables of pairs, but this table is " + pairs);
		if (pairs.total() == 0) throw new IllegalArgumentException("McNemar's test needs at least one pair, but has none");
		final int b = pairs.count(0, 1);
		final int c = pairs.count(1, 0);
		final long discordant = (long) b + c;
		final PMethod chosen = method != PMethod.AUTO ? method : discordant < FEW_DISCORDANT ? PMethod.EXACT
			: PMethod.ASYMPTOTIC;
		final TestSummary.Builder summary = TestSummary.of("McNemar", Math.toIntExact(pairs.total())).variant(chosen.key())
			.effect(PairedProportions.difference(pairs, level)).effect(PairedProportions.oddsRatio(b, c, level));
		if (method == PMethod.AUTO) summary.because(discordant + " discordant pairs, " + (chosen == PMethod.EXACT ? "fewer than "
			: "not fewer than ") + FEW_DISCORDANT);
		if (discordant == 0) summary.note("There are no discordant pairs: p is 1 and the odds ratio is not determined");
		if (chosen == PMethod.EXACT) return new Result(summary.statistic("b", b).pValue(exact(b, c)), b, c);
		final double statistic = statistic(b, c, chosen == PMethod.ASYMPTOTIC_CORRECTED ? 1 : 0);
		return new Result(summary.statistic("chi^2", statistic, 1).pValue(ChiSquaredDistribution.of(1).survivalProbability(
			statistic)), b, c);
	}

	private static double statistic(final int b, final int c, final double correction) {
		final double discordant = (double) b + c;
		final double difference = Math.max(0, Math.abs((double) b - c) - correction);
		return discordant == 0 ? 0 : difference * difference / discordant;
	}

	private static double exact(final int b, final int c) {
		return b == c ? 1 : Math.min(1, 2 * BinomialDistribution.of(Math.addExact(b, c), 0.5).cumulativeProbability(Math.min(b,
			c)));
	}
}
