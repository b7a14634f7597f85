package io.github.vertebraj.statistics.count;

import java.util.Locale;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * Pearson's χ² test that the rows and the columns of a table of counts are independent, with the likelihood-ratio G
 * beside it, Cramér's V, and for 2 × 2 tables φ and the sample odds ratio with Woolf's interval. Yates' correction is
 * used only where it is asked for, and changes χ² and its p-value but neither G nor the effect sizes.
 * <p>
 * Source: Agresti, Categorical Data Analysis, 3rd ed., 2013, section 3.2.
 */
public final class ChiSquareTest {

	/** Cochran's rule: below this expected count the χ² distribution is a poor approximation. */
	static final double FEW_EXPECTED = 5;

	private static final ChiSquareTest DEFAULT = new ChiSquareTest(ContinuityCorrection.NONE, Interval.USUAL_LEVEL);

	private final ContinuityCorrection correction;
	private final double level;

	private ChiSquareTest(final ContinuityCorrection correction, final double level) {
		this.correction = correction;
		this.level = level;
	}

	/** Without continuity correction; intervals of 95 %. */
	public static ChiSquareTest withDefaults() {
		return DEFAULT;
	}

	public ChiSquareTest with(final ContinuityCorrection newCorrection) {
		return new ChiSquareTest(newCorrection, level);
	}

	/** @throws IllegalArgumentException if the confidence level is not between 0 and 1 */
	public ChiSquareTest withLevel(final double newLevel) {
		return new ChiSquareTest(correction, Interval.checkLevel(newLevel));
	}

	/**
	 * What the test found.
	 *
	 * @param summary          statistic χ², its degrees of freedom and p-value
	 * @param smallestExpected count of any cell under independence; a note warns where it is below 5
	 * @param g                likelihood-ratio statistic, with the same degrees of freedom
	 * @param gPValue          its p-value
	 */
	public record Result(TestSummary summary, double smallestExpected, double g, double gPValue) implements TestResult {}

	/**
	 * Tests a table.
	 *
	 * @throws IllegalArgumentException if a row or a column is empty (which is named), or if Yates' correction is asked
	 *                                  for
	 *                                  a table that is larger than 2 × 2
	 */
	public Result test(final CountTable table) {
		final boolean isFourfold = table.rows() == 2 && table.columns() == 2;
		if (correction == ContinuityCorrection.YATES && !isFourfold) throw new IllegalArgumentException(
			"Yates' correction is for 2 x 2 tables, but this table is " + table + "; test it without");
		checkMargins(table);
		final double df = (table.rows() - 1.0) * (table.columns() - 1);
		final var chiSquared = ChiSquaredDistribution.of(df);
		final double statistic = pearson(table, correction);
		final double g = likelihoodRatio(table);
		final TestSummary.Builder summary = TestSummary.of("Pearson chi-square", rowSizes(table)).variant(
			correction == ContinuityCorrection.YATES ? "Yates' continuity correction" : isFourfold
				? "without continuity correction" : "").statistic("chi^2", statistic, df).effect(cramersV(table));
		if (isFourfold) summary.effect(Effect.of("phi", phi(table))).effect(OddsRatio.woolf(table, level));
		if (isFourfold && OddsRatio.hasEmptyCell(table)) summary.note(
			"A cell is empty: the odds ratio has 0.5 added to each cell (Haldane-Anscombe)");
		final double smallest = smallestExpected(table);
		if (smallest < FEW_EXPECTED) summary.note(String.format(Locale.ROOT,
			"The smallest expected count is %.2f, below 5: the approximation is rough", smallest));
		return new Result(summary.pValue(chiSquared.survivalProbability(statistic)), smallest, g, chiSquared
			.survivalProbability(g));
	}

	/** Observations in each row. */
	static int[] rowSizes(final CountTable table) {
		return IntStream.range(0, table.rows()).map(i -> Math.toIntExact(table.rowSum(i))).toArray();
	}

	private static void checkMargins(final CountTable table) {
		for (int i = 0; i < table.rows(); i++)
			if (table.rowSum(i) == 0) throw empty("Row " + (i + 1));
		for (int j = 0; j < table.columns(); j++)
			if (table.columnSum(j) == 0) throw empty("Column " + (j + 1));
	}

	private static IllegalArgumentException empty(final String line) {
		return new IllegalArgumentException(line + " of the table has no observations, so that nothing is expected in it; " +
			"leave it out");
	}

	private static double pearson(final CountTable table, final ContinuityCorrection correction) {
		double sum = 0;
		for (int i = 0; i < table.rows(); i++)
			for (int j = 0; j < table.columns(); j++) {
				final double expected = table.expected(i, j);
				final double difference = Math.abs(table.count(i, j) - expected);
				final double lessened = correction == ContinuityCorrection.YATES ? Math.max(0, difference - 0.5) : difference;
				sum += lessened * lessened / expected;
			}
		return sum;
	}

	private static double likelihoodRatio(final CountTable table) {
		double sum = 0;
		for (int i = 0; i < table.rows(); i++)
			for (int j = 0; j < table.columns(); j++)
				if (table.count(i, j) > 0) sum += table.count(i, j) * Math.log(table.count(i, j) / table.expected(i, j));
		return Math.max(0, 2 * sum);
	}

	/** The table has no empty row or column. */
	static Effect cramersV(final CountTable table) {
		final int shorter = Math.min(table.rows(), table.columns());
		return Effect.of("Cramer's V", Math.min(1, Math.sqrt(pearson(table, ContinuityCorrection.NONE) / (table.total() *
			(shorter - 1.0)))));
	}

	/** Above 0 where the first row prefers the first column. */
	private static double phi(final CountTable table) {
		final double product = (double) table.count(0, 0) * table.count(1, 1) - (double) table.count(0, 1) * table.count(1, 0);
		return product / (Math.sqrt((double) table.rowSum(0) * table.rowSum(1)) * Math.sqrt((double) table.columnSum(0) * table
			.columnSum(1)));
	}

	private static double smallestExpected(final CountTable table) {
		double smallest = Double.POSITIVE_INFINITY;
		for (int i = 0; i < table.rows(); i++)
			for (int j = 0; j < table.columns(); j++)
				smallest = Math.min(smallest, table.expected(i, j));
		return smallest;
	}
}
