package io.github.vertebraj.statistics.inference;

import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * Fisher's exact test that the rows and the columns of a table of counts are independent. The two-sided p-value is the
 * probability, given the margins, of all tables that are no more probable than the observed one; probabilities that
 * differ by less than 1e-7 relatively are equal. Tables that truly differ hardly ever differ by so little, and
 * rounding, some 1e-12, stays far below. 2 × 2 tables have one-sided alternatives (of the odds ratio, which is above 1
 * where the first row prefers the first column) and the odds ratio by conditional maximum likelihood with its exact
 * interval; larger tables (Freeman-Halton) are enumerated, without simulation.
 * <p>
 * Where a full enumeration would take too long or too much memory, as of dense 6 × 4 tables with n = 500, distributions
 * of partial tables are condensed: still without simulation, but p is then right to about 0.5 % only, and variant and
 * note say so. Tables for which even that would not end are refused.
 * <p>
 * Empty rows and columns change nothing and are left out, with a note; where fewer than two rows or columns remain, p
 * is 1. Sources: Fisher, J R Stat Soc 1935;98:39; Freeman, Halton, Biometrika 1951;38:141,
 * doi:10.1093/biomet/38.1-2.141.
 */
public final class FisherExactTest {

	private static final String NAME = "Fisher exact";

	private static final FisherExactTest DEFAULT = new FisherExactTest(Alternative.TWO_SIDED, Interval.USUAL_LEVEL);

	private final Alternative alternative;
	private final double level;

	private FisherExactTest(final Alternative alternative, final double level) {
		this.alternative = alternative;
		this.level = level;
	}

	/** Two-sided; intervals of 95 %. */
	public static FisherExactTest withDefaults() {
		return DEFAULT;
	}

	/** One-sided alternatives are for 2 × 2 tables, and give one-sided intervals. */
	public FisherExactTest with(final Alternative newAlternative) {
		return new FisherExactTest(newAlternative, level);
	}

	/** @throws IllegalArgumentException if the confidence level is not between 0 and 1 */
	public FisherExactTest withLevel(final double newLevel) {
		return new FisherExactTest(alternative, Interval.checkLevel(newLevel));
	}

	/**
	 * What the test found.
	 *
	 * @param summary without a statistic; effects of a 2 × 2 table: the conditional odds ratio, then the sample odds
	 *                ratio
	 */
	public record Result(TestSummary summary) implements TestResult {}

	/**
	 * Tests a table.
	 *
	 * @throws IllegalArgumentException if the table is empty, is larger than 2 × 2 and the alternative one-sided, or is
	 *                                  so large that the
	 *                                  enumeration would not end
	 */
	public Result test(final CountTable table) {
		return test(table, done -> {});
	}

	/**
	 * Tests a table. Large ones take seconds.
	 *
	 * @param progress is told how much is done, 0 to 1
	 * @throws IllegalArgumentException                    as {@link #test(CountTable)}
	 * @throws java.util.concurrent.CancellationException if the thread was interrupted
	 */
	public Result test(final CountTable table, final DoubleConsumer progress) {
		if (table.total() == 0) throw new IllegalArgumentException(
			"Fisher's exact test needs at least one observation, but all counts of the table are 0");
		return table.rows() == 2 && table.columns() == 2 ? fourfold(table) : larger(table, progress);
	}

	private Result fourfold(final CountTable table) {
		final Effect conditional = OddsRatio.conditional(table, alternative, level);
		final Effect sample = OddsRatio.sample(table);
		final TestSummary.Builder summary = begin(table).variant("2 x 2").effect(conditional).effect(sample);
		if (Double.isNaN(conditional.value())) summary.note(
			"A row or a column is empty: only one table has these margins, p is 1 and the odds ratio is not determined");
		else if (Double.isNaN(sample.value())) summary.note("The sample odds ratio is 0 / 0");
		final var counts = new NoncentralHypergeometric(table.rowSum(0), table.rowSum(1), table.columnSum(0));
		final long x = table.count(0, 0);
		return new Result(summary.pValue(switch (alternative) {
			case TWO_SIDED -> counts.noMoreProbableThan(x, TableProbability.TIE_TOLERANCE);
			case GREATER -> counts.atLeast(x, 1);
			case LESS -> counts.atMost(x, 1);
		}));
	}

	private TestSummary.Builder begin(final CountTable table) {
		return TestSummary.of(NAME, ChiSquareTest.rowSizes(table)).alternative(alternative);
	}

	private Result larger(final CountTable table, final DoubleConsumer progress) {
		if (alternative != Alternative.TWO_SIDED) throw new IllegalArgumentException("The alternative '" + alternative.key() +
			"' is for 2 x 2 tables, but this table is " + table + "; use two-sided");
		final TestSummary.Builder summary = begin(table).variant("r x c (Freeman-Halton)");
		final int rows = (int) IntStream.range(0, table.rows()).filter(i -> table.rowSum(i) > 0).count();
		final int columns = (int) IntStream.range(0, table.columns()).filter(j -> table.columnSum(j) > 0).count();
		if (rows < table.rows() || columns < table.columns()) summary.note("Empty rows (" + (table.rows() - rows) +
			") and columns (" + (table.columns() - columns) + ") are left out");
		else summary.effect(ChiSquareTest.cramersV(table));
		if (rows < 2 || columns < 2) return new Result(summary.note(
			"Fewer than two rows or columns are left: only one table has these margins, and p is 1").pValue(1));
		final TableProbability.Outcome outcome = new TableProbability(table).outcome(progress);
		if (outcome.precision() == TableProbability.Precision.CONDENSED) summary.variant(
			"r x c (Freeman-Halton), condensed, approximate").note(
				"The table (" + table + ") is too large for a full enumeration: probabilities of partial tables " +
					"were condensed, and p is right to about 0.5 %");
		return new Result(summary.pValue(outcome.pValue()));
	}
}
