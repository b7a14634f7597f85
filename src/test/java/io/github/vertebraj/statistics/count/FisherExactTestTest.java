package io.github.vertebraj.statistics.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Golden;

class FisherExactTestTest {

	private static final FisherExactTest TEST = FisherExactTest.withDefaults();

	private static void assertP(final double expected, final int[]... counts) {
		assertEquals(expected, TEST.test(CountTable.of(counts)).pValue(), 1e-10 * expected);
	}

	private static void assertOddsRatio(final double value, final double lower, final double upper,
		final Alternative alternative, final int[]... counts)
	{
		final Effect effect = TEST.with(alternative).test(CountTable.of(counts)).summary().effects().get(0);
		assertEquals("odds ratio (conditional MLE)", effect.name());
		assertClose(value, effect.value());
		assertClose(lower, effect.interval().orElseThrow().lower());
		assertClose(upper, effect.interval().orElseThrow().upper());
	}

	/**
	 * p: R 4 {@code fisher.test(matrix(c(6, 40, 92, 3), 2))}; odds ratio and interval: the same equations solved by mpmath
	 * with 40 digits, and SciPy 1.10 {@code odds_ratio([[6, 92], [40, 3]])}. At odds ratios of 1/e and e the probability of 6 or
	 * more is 1 to the last digit.
	 */
	@Test
	void anOddsRatioFarFromOneHasItsInterval() {
		assertP(3.90851546925846e-25, new int[] { 6, 92 }, new int[] { 40, 3 });
		assertOddsRatio(0.0054200199338874996, 0.00082950702182312452, 0.023275101802904136, Alternative.TWO_SIDED, new int[] {
			6, 92 }, new int[] { 40, 3 });
	}

	private static void assertClose(final double expected, final double actual) {
		assertEquals(expected, actual, Double.isFinite(expected) ? 1e-10 * Math.abs(expected) : 0);
	}

	@TestFactory
	Stream<DynamicTest> largerTables() {
		return Golden.tests("fisher_rxc", one -> one.check("p", TEST.test(CountTable.of(one.counts("table"))).pValue()));
	}

	@TestFactory
	Stream<DynamicTest> fourfoldTables() {
		return Golden.tests("fisher_2x2", one -> {
			final CountTable table = CountTable.of(one.counts("table"));
			final Effect ratio = TEST.test(table).summary().effects().get(0);
			one.check("two.sided", TEST.test(table).pValue());
			one.check("less", TEST.with(Alternative.LESS).test(table).pValue());
			one.check("greater", TEST.with(Alternative.GREATER).test(table).pValue());
			// R stops its search for these roots at 1.2e-4; ours are exact, and are held to the same equations solved in full.
			near(one, "or_cmle", ratio.value(), 1e-4);
			near(one, "or_lo", ratio.interval().orElseThrow().lower(), 1e-4);
			near(one, "or_hi", ratio.interval().orElseThrow().upper(), 2e-2);
		});
	}

	private static void near(final Golden.Case one, final String key, final double actual, final double relative) {
		final double truth = one.expected(key).getAsDouble();
		assertEquals(truth, actual, relative * truth);
	}

	@Test
	void agreesWithEnumeration() {
		final Random random = new Random(3);
		for (int i = 0; i < 300; i++) {
			final int[][] counts = random(random, 2 + random.nextInt(4), 2 + random.nextInt(3), 4 + random.nextInt(14));
			if (isWhole(counts)) assertP(TableEnumeration.pValue(counts), counts);
		}
	}

	private static int[][] random(final Random random, final int rows, final int columns, final int total) {
		final int[][] counts = new int[rows][columns];
		for (int i = 0; i < total; i++)
			counts[random.nextInt(rows)][Math.min(random.nextInt(columns), random.nextInt(columns))]++;
		return counts;
	}

	private static boolean isWhole(final int[][] counts) {
		final CountTable table = CountTable.of(counts);
		boolean isWhole = true;
		for (int i = 0; i < table.rows(); i++)
			isWhole &= table.rowSum(i) > 0;
		for (int j = 0; j < table.columns(); j++)
			isWhole &= table.columnSum(j) > 0;
		return isWhole;
	}

	@Test
	void orderOfRowsAndColumnsDoesNotMatter() {
		final int[][] counts = { { 14, 8, 7, 6 }, { 7, 3, 1, 2 }, { 15, 12, 0, 5 } };
		final int[][] other = { { 0, 15, 12, 5 }, { 7, 14, 8, 6 }, { 1, 7, 3, 2 } };
		final int[][] turned = new int[4][3];
		for (int i = 0; i < 3; i++)
			for (int j = 0; j < 4; j++)
				turned[j][i] = other[i][j];
		final double p = TEST.test(CountTable.of(counts)).pValue();
		assertP(p, other);
		assertP(p, turned);
		assertEquals(p, TEST.test(CountTable.of(counts)).pValue(), 0);
	}

	/** R 4.2.2: fisher.test(matrix(..., byrow = TRUE), workspace = 2.5e8)$p.value, which is right there. */
	@Test
	void largeTablesOfPapers() {
		assertP(0.367980475973451, new int[] { 6, 8, 4, 4 }, new int[] { 4, 11, 8, 8 }, new int[] { 5, 8, 9, 5 }, new int[] { 9,
			6, 4, 1 });
		assertP(0.828225400647928, new int[] { 41, 43, 49, 37 }, new int[] { 47, 48, 51, 34 }, new int[] { 32, 39, 40, 39 });
		assertP(0.080816152694588, new int[] { 49, 63, 36, 69, 43 }, new int[] { 51, 47, 54, 51, 37 });
		assertP(2.6798611978609e-08, new int[] { 40, 20, 12 }, new int[] { 10, 30, 9 }, new int[] { 12, 15, 31 });
	}

	/** R 4.2.2, fisher.test's own equations solved by uniroot(tol = 1e-15). */
	@Test
	void oddsRatioAndInterval() {
		final int[][] counts = { { 10, 20 }, { 25, 9 } };
		assertOddsRatio(27.32680750932506, 2.05796755919359, 1766.95035690569739, Alternative.TWO_SIDED, new int[] { 8, 2 },
			new int[] { 1, 9 });
		assertOddsRatio(0.1855301612999456, 0.0532335358567674, 0.5935212185456572, Alternative.TWO_SIDED, counts);
		assertOddsRatio(0.185530161299946, 0, 0.506094502959904, Alternative.LESS, counts);
		assertOddsRatio(0.185530161299946, 0.064083311363564, Double.POSITIVE_INFINITY, Alternative.GREATER, counts);
		assertOddsRatio(1.75556824685194, 1.21440258626316, 2.54440175260644, Alternative.TWO_SIDED, new int[] { 140, 110 },
			new int[] { 105, 145 });
	}

	@Test
	void infiniteAndZeroOddsRatios() {
		assertOddsRatio(Double.POSITIVE_INFINITY, 1.02479755204705, Double.POSITIVE_INFINITY, Alternative.TWO_SIDED, new int[] { 5, 0 },
			new int[] { 1, 4 });
		assertOddsRatio(0, 0, 0.975802487039981, Alternative.TWO_SIDED, new int[] { 0, 5 }, new int[] { 4, 1 });
		final var summary = TEST.test(CountTable.of(new int[][] { { 3, 4 }, { 0, 0 } })).summary();
		assertEquals(1, summary.pValue());
		assertTrue(Double.isNaN(summary.effects().get(0).value()));
		assertFalse(summary.notes().isEmpty());
	}

	@Test
	void emptyRowsAndColumnsAreLeftOut() {
		final var summary = TEST.test(CountTable.of(new int[][] { { 7, 0, 3 }, { 0, 0, 0 }, { 0, 0, 10 } })).summary();
		assertEquals(0.0030959752321981426, summary.pValue(), 1e-14);
		assertEquals(1, summary.notes().size());
		assertEquals(1, TEST.test(CountTable.of(new int[][] { { 7, 0, 3 }, { 0, 0, 0 } })).pValue());
	}

	@Test
	void refusesWhatItCannotAnswer() {
		assertThrows(IllegalArgumentException.class, () -> TEST.test(CountTable.of(new int[2][2])));
		assertThrows(IllegalArgumentException.class, () -> TEST.with(Alternative.LESS).test(CountTable.of(new int[][] { { 1, 2,
			3 }, { 3, 2, 1 } })));
		final int[][] huge = new int[12][12];
		for (final int[] row : huge)
			Arrays.fill(row, 50);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> TEST.test(CountTable.of(huge))).getMessage().contains(
			"12 x 12 with n = 7200"));
		assertThrows(IllegalArgumentException.class, () -> TEST.test(CountTable.of(new int[][] { { 1 << 29, 1 << 29, 1 }, { 1,
			1 << 29, 1 } })));
	}

	@Test
	void largeCountsDoNotOverflow() {
		// R 4.2.2: fisher.test(matrix(c(50210, 49790, 49950, 50050), 2))$p.value
		assertP(0.246747807823152, new int[] { 50210, 49950 }, new int[] { 49790, 50050 });
		assertP(0.00753527396096494, new int[] { 3, 15 }, new int[] { 99997, 99985 });
	}

	@Test
	void isCancelledByInterruption() {
		final CountTable table = CountTable.of(new int[][] { { 5, 7, 6, 2, 4 }, { 5, 6, 2, 4, 3 }, { 4, 4, 5, 3, 4 }, { 6, 4, 5, 4,
			1 }, { 4, 1, 2, 6, 3 } });
		Thread.currentThread().interrupt();
		try {
			assertThrows(CancellationException.class, () -> TEST.test(table));
		}
		finally {
			Thread.interrupted();
		}
	}
}
