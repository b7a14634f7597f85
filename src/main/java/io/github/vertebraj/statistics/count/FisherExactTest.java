package io.github.vertebraj.statistics.count;

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
 * Where a full enumeration would take too long or too much memory, as of dense 6 × 4 tables with n = 500, the sums of
 * log factorials of partial tables are kept in classes: p is then enclosed, still without simulation, between a certain
 * lower and a certain upper bound, no more than 2 % of p apart (both below 1e-6, by a factor of 10 at most). Variant,
 * note and result tell both; the p-value itself is a likely one between them. What cannot be enclosed as closely within
 * some 20 s and 500 MB is refused: never is a p-value given that is not one or the other.
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
	 * @param lowest  the p-value is certainly not less; equal to it when it is exact
	 * @param highest the p-value is certainly not more; equal to it when it is exact
	 */
	public record Result(TestSummary summary, double lowest, double highest) implements TestResult {

		private static Result exact(final TestSummary summary) {
			return new Result(summary, summary.pValue(), summary.pValue());
		}

		/** Whether the p-value is exact, and not only enclosed. */
		public boolean isExact() {
			return lowest == highest;
		}
	}

	/**
	 * Tests a table.
	 *
	 * @throws IllegalArgumentException if the table is empty, is larger than 2 × 2 and the alternative one-sided, or is
	 *                                  so large that its p-value cannot even be enclosed; the message names size, n and
	 *                                  what to do
	 */
	public Result test(final CountTable table) {
		return test(table, done -> {});
	}

	/**
	 * Tests a table. Large ones take seconds, up to about half a minute.
	 *
	 * @param progress is told how much is done, 0 to 1
	 * @throws IllegalArgumentException                    as {@link #test(CountTable)}
	 * @throws java.util.concurrent.CancellationException if the thread was interrupted
	 */
	public Result test(final CountTable table, final DoubleConsumer progress) {
		if (table.total() == 0) throw new IllegalArgumentException(
			"Fisher's exact test needs at least one observation, but all counts of the table are 0");
		checkMargins(table);
		return table.rows() == 2 && table.columns() == 2 ? fourfold(table) : larger(table, progress);
	}

	private static void checkMargins(final CountTable table) {
		if (table.total() > Integer.MAX_VALUE) throw new IllegalArgumentException("Fisher's exact test takes " +
			Integer.MAX_VALUE + " observations at most, but this table is " + table +
			"; use Pearson's chi-square test, which is good where counts are large");
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
		return Result.exact(summary.pValue(switch (alternative) {
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
		if (rows < 2 || columns < 2) return Result.exact(summary.note(
			"Fewer than two rows or columns are left: only one table has these margins, and p is 1").pValue(1));
		final Enclosure p = new TableProbability(table).pValue(progress);
		if (!p.isExact()) enclosed(summary, table, p);
		return new Result(summary.pValue(p.value()), p.lowest(), p.highest());
	}

	private static void enclosed(final TestSummary.Builder summary, final CountTable table, final Enclosure p) {
		summary.variant("r x c (Freeman-Halton), not exact: p certainly " + p).note("The table (" + table +
			") is too large for a full enumeration: it was enumerated in classes, without simulation, and p is certainly " + p);
	}
}
