package io.github.vertebraj.statistics.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Golden;

class ChiSquareTestTest {

	private static final ChiSquareTest TEST = ChiSquareTest.withDefaults();

	/** Smaller numbers are what rounding leaves of 0 in R. */
	private static final double ZERO = 1e-25;

	private static void check(final Golden.Case one, final String key, final double actual) {
		if (!one.expects(key)) return;
		if (one.expected(key).getAsDouble() < ZERO) assertEquals(0, actual, ZERO);
		else one.check(key, actual);
	}

	@TestFactory
	Stream<DynamicTest> tables() {
		return Golden.tests("chisq_table", one -> {
			final CountTable table = CountTable.of(one.counts("table"));
			final ChiSquareTest.Result result = TEST.test(table);
			check(one, "chi2", result.statistic());
			check(one, "df", result.summary().degreesOfFreedom().get(0));
			check(one, "p", result.pValue());
			check(one, "min_expected", result.smallestExpected());
			check(one, "G", result.g());
			check(one, "G_p", result.gPValue());
			check(one, "cramers_v", result.summary().effects().get(0).value());
			if (!one.expects("yates")) return;
			final ChiSquareTest.Result corrected = TEST.with(ContinuityCorrection.YATES).test(table);
			check(one, "yates", corrected.statistic());
			check(one, "yates_p", corrected.pValue());
		});
	}

	private static ChiSquareTest.Result result(final int[]... counts) {
		return TEST.test(CountTable.of(counts));
	}

	private static void assertRefused(final String part, final int[]... counts) {
		final String message = assertThrows(IllegalArgumentException.class, () -> result(counts)).getMessage();
		assertTrue(message.contains(part), message);
	}

	@Test
	void namesEmptyRowsAndColumns() {
		assertRefused("Row 2", new int[] { 1, 2 }, new int[] { 0, 0 });
		assertRefused("Column 3", new int[] { 1, 2, 0 }, new int[] { 4, 5, 0 });
		assertRefused("Row 1", new int[] { 0, 0 }, new int[] { 0, 0 });
	}

	@Test
	void yatesIsForFourfoldTables() {
		final CountTable table = CountTable.of(new int[][] { { 1, 2, 3 }, { 3, 2, 1 } });
		assertThrows(IllegalArgumentException.class, () -> TEST.with(ContinuityCorrection.YATES).test(table));
	}

	@Test
	void warnsOfSmallExpectedCounts() {
		assertTrue(result(new int[] { 5, 93 }, new int[] { 6, 37 }).summary().notes().get(0).contains("3.35"));
		assertTrue(result(new int[] { 38, 60 }, new int[] { 9, 34 }).summary().notes().isEmpty());
	}

	/** R 4.2.2: exp(log(a*d/(b*c)) + c(0, -1, 1) * qnorm(.975) * sqrt(1/a + 1/b + 1/c + 1/d)). */
	@Test
	void sampleOddsRatioWithWoolfsInterval() {
		assertOddsRatio("odds ratio (sample, ad/bc)", 2.3925925925925924, 1.0333206362020817, 5.5399061177845565, new int[] { 38,
			60 }, new int[] { 9, 34 });
		assertOddsRatio("odds ratio (sample, 0.5 added to each cell)", 13.7368421052631593, 0.79764391561625192,
			236.57277054403698, new int[] { 13, 85 }, new int[] { 0, 43 });
	}

	private static void assertOddsRatio(final String name, final double value, final double lower, final double upper,
		final int[]... counts)
	{
		final Effect effect = result(counts).summary().effects().get(2);
		assertEquals(name, effect.name());
		assertEquals(value, effect.value(), 1e-10 * value);
		assertEquals(lower, effect.interval().orElseThrow().lower(), 1e-10 * lower);
		assertEquals(upper, effect.interval().orElseThrow().upper(), 1e-10 * upper);
	}

	@Test
	void phiHasASign() {
		assertEquals(1, result(new int[] { 10, 0 }, new int[] { 0, 10 }).summary().effects().get(1).value(), 1e-15);
		assertEquals(-1, result(new int[] { 0, 10 }, new int[] { 10, 0 }).summary().effects().get(1).value(), 1e-15);
	}

	@Test
	void hugeCountsDoNotOverflow() {
		final int[] row = { 500_000_000, 500_000_000 };
		assertEquals(0, result(row, row).statistic());
		assertEquals(1, result(row, row).pValue());
	}
}
