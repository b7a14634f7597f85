package io.github.vertebraj.statistics.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Golden;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.PMethod;
import io.github.vertebraj.statistics.TestResult;

/** R 4.2.2 {@code cor.test}; exact p-values with ties from an enumeration of all orders (Python 3). */
class CorrelationTest {

	private static final PearsonCorrelation PEARSON = PearsonCorrelation.withDefaults();
	private static final SpearmanCorrelation SPEARMAN = SpearmanCorrelation.withDefaults();
	private static final KendallCorrelation KENDALL = KendallCorrelation.withDefaults();

	private static final double[] X = { 1, 2, 3, 4, 5, 6 };
	private static final double[] Y = { 2, 1, 4, 3, 7, 5 };
	private static final double[] TIED_X = { 1, 2, 2, 3, 4, 4, 5 };
	private static final double[] TIED_Y = { 3, 1, 2, 2, 5, 4, 4 };

	private static void assertP(final double p, final TestResult result) {
		assertEquals(p, result.pValue(), 1e-11 * p, result.summary().test());
	}

	private static void assertInterval(final double lower, final double upper, final TestResult result) {
		final Interval interval = result.summary().effects().get(0).interval().orElseThrow();
		assertEquals(lower, interval.lower(), 1e-12);
		assertEquals(upper, interval.upper(), 1e-12);
	}

	private static void assertRefused(final String message, final double[] x, final double[] y) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> PEARSON.test(x, y)).getMessage());
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> SPEARMAN.test(x, y)).getMessage());
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> KENDALL.test(x, y)).getMessage());
	}

	@TestFactory
	Stream<DynamicTest> golden() {
		return Golden.tests("correlation", CorrelationTest::checkGolden);
	}

	private static void checkGolden(final Golden.Case one) {
		final double[] x = one.numbers("x");
		final double[] y = one.numbers("y");
		final PearsonCorrelation.Result pearson = PEARSON.test(x, y);
		one.check("pearson_r", pearson.r());
		one.check("pearson_t", pearson.statistic());
		one.check("pearson_p", pearson.pValue());
		final Interval interval = pearson.summary().effects().get(0).interval().orElseThrow();
		one.check("pearson_lo", interval.lower());
		one.check("pearson_hi", interval.upper());
		one.check("spearman_rho", SPEARMAN.test(x, y).rho());
		one.check("spearman_p_t", SPEARMAN.with(PMethod.ASYMPTOTIC).test(x, y).pValue());
		if (one.expects("spearman_p_exact_R") && x.length <= 9) one.check("spearman_p_exact_R", SPEARMAN.with(PMethod.EXACT)
			.test(x, y).pValue());
		one.check("kendall_taub", KENDALL.test(x, y).tauB());
		one.check("kendall_p_asym", KENDALL.with(PMethod.ASYMPTOTIC).test(x, y).pValue());
		if (one.expects("kendall_p_exact")) one.check("kendall_p_exact", KENDALL.with(PMethod.EXACT).test(x, y).pValue());
	}

	@Test
	void pearsonEqualsR() {
		assertP(0.0605114033627566, PEARSON.test(X, Y));
		assertInterval(-0.0553051596733395, 0.9761145801153426, PEARSON.test(X, Y));
		assertP(0.0302557016813783, PEARSON.with(Alternative.GREATER).test(X, Y));
		assertInterval(0.1258958618610152, 1, PEARSON.with(Alternative.GREATER).test(X, Y));
		assertP(0.969744298318622, PEARSON.with(Alternative.LESS).test(X, Y));
		assertInterval(-1, 0.965811179109959, PEARSON.with(Alternative.LESS).test(X, Y));
		assertP(0.666666666666667, PEARSON.test(new double[] { 1, 2, 3 }, new double[] { 1, 3, 2 }));
	}

	@Test
	void spearmanEqualsR() {
		assertEquals(0.8285714285714285, SPEARMAN.test(X, Y).rho(), 1e-15);
		assertP(0.0583333333333333, SPEARMAN.test(X, Y));
		assertP(0.0291666666666667, SPEARMAN.with(Alternative.GREATER).test(X, Y));
		assertP(0.983333333333333, SPEARMAN.with(Alternative.LESS).with(PMethod.EXACT).test(X, Y));
		assertP(0.0415626822157434, SPEARMAN.with(PMethod.ASYMPTOTIC).test(X, Y));
	}

	@Test
	void kendallEqualsR() {
		assertEquals(0.6, KENDALL.test(X, Y).tauB(), 1e-15);
		assertP(0.136111111111111, KENDALL.test(X, Y));
		assertP(0.0680555555555555, KENDALL.with(Alternative.GREATER).test(X, Y));
		assertP(0.972222222222222, KENDALL.with(Alternative.LESS).test(X, Y));
		assertP(0.090873939986249, KENDALL.with(PMethod.ASYMPTOTIC).test(X, Y));
		assertP(0.132854955731054, KENDALL.with(PMethod.ASYMPTOTIC_CORRECTED).test(X, Y));
		assertP(0.933572522134473, KENDALL.with(PMethod.ASYMPTOTIC_CORRECTED).with(Alternative.LESS).test(X, Y));
		final double[] forty = sequence(40, i -> i);
		assertP(0.880410169051263, KENDALL.test(forty, sequence(40, i -> i * 17 % 41)));
	}

	@Test
	void tiesAsInR() {
		final double[] x = { 1, 2, 2, 3, 4, 4, 4, 5, 6, 7, 7, 8 };
		final double[] y = { 3, 1, 2, 2, 5, 4, 6, 6, 5, 9, 7, 7 };
		assertEquals(0.7317315005483670, KENDALL.test(x, y).tauB(), 1e-15);
		assertP(0.0015993454181675, KENDALL.with(PMethod.ASYMPTOTIC).test(x, y));
		assertP(0.00202942384976562, KENDALL.with(PMethod.ASYMPTOTIC_CORRECTED).test(x, y));
		assertEquals(0.886126607625367213, SPEARMAN.test(x, y).rho(), 1e-15);
		assertP(0.000124194944587923, SPEARMAN.with(PMethod.ASYMPTOTIC).test(x, y));
	}

	@Test
	void exactWithTiesEqualsEnumeration() {
		assertP(696 / 5040.0, SPEARMAN.test(TIED_X, TIED_Y));
		assertP(348 / 5040.0, SPEARMAN.with(Alternative.GREATER).test(TIED_X, TIED_Y));
		assertP(4844 / 5040.0, SPEARMAN.with(Alternative.LESS).test(TIED_X, TIED_Y));
		assertP(1144 / 5040.0, KENDALL.test(TIED_X, TIED_Y));
		assertP(572 / 5040.0, KENDALL.with(Alternative.GREATER).test(TIED_X, TIED_Y));
		assertP(4764 / 5040.0, KENDALL.with(Alternative.LESS).test(TIED_X, TIED_Y));
		final double[] x = { 1, 1, 1, 2, 2, 3 };
		final double[] y = { 1, 2, 3, 3, 4, 5 };
		assertP(48 / 720.0, SPEARMAN.test(x, y));
		assertP(48 / 720.0, KENDALL.test(x, y));
		assertEquals(KENDALL.test(x, y).pValue(), KENDALL.test(y, x).pValue(), 1e-15);
		assertEquals("exact conditional (ties)", KENDALL.test(x, y).summary().variant());
	}

	/** Two orders of 14!, of 60!; 1 / 60! needs every digit of the exponent. */
	@Test
	void perfectOrderHasTheSmallestP() {
		assertP(2 / 87178291200.0, SPEARMAN.with(PMethod.EXACT).test(sequence(14, i -> i), sequence(14, i -> -i)));
		assertP(2 / 8.32098711274139e81, KENDALL.test(sequence(60, i -> i), sequence(60, i -> i * i)));
	}

	@Test
	void pointsOnALine() {
		for (final double slope : new double[] { 0.1, 3, -7.7 }) {
			final PearsonCorrelation.Result result = PEARSON.test(sequence(9, i -> i + 0.3), sequence(9, i -> slope * i +
				0.1));
			assertEquals(Math.signum(slope), result.r());
			assertEquals(0, result.pValue());
			assertInterval(Math.signum(slope), Math.signum(slope), result);
			assertTrue(result.summary().notes().contains("The points lie on a line"));
		}
		assertEquals(1, SPEARMAN.test(X, X).rho());
		assertEquals(1, KENDALL.test(TIED_X, TIED_X).tauB());
		assertInterval(1, 1, KENDALL.test(TIED_X, TIED_X));
	}

	@Test
	void twoPairsSayNothing() {
		final double[] x = { 1, 2 };
		final double[] y = { 5, 3 };
		assertEquals(-1, PEARSON.test(x, y).r());
		assertP(1, PEARSON.test(x, y));
		assertTrue(Double.isNaN(PEARSON.test(x, y).statistic()));
		assertP(1, SPEARMAN.test(x, y));
		assertP(1, SPEARMAN.with(PMethod.ASYMPTOTIC).test(x, y));
		assertP(1, KENDALL.test(x, y));
		assertP(0.317310507862914, KENDALL.with(PMethod.ASYMPTOTIC).test(x, y));
	}

	@Test
	void scaleAndOffsetDoNotMatter() {
		final double r = PEARSON.test(X, Y).r();
		for (final double scale : new double[] { 1e300, 1e-300, 1e-320, -2 })
			assertEquals(r * Math.signum(scale), PEARSON.test(X, Arrays.stream(Y).map(y -> y * scale).toArray()).r(), scale ==
				1e-320 ? 1e-3 : 1e-15);
		assertEquals(r, PEARSON.test(X, Arrays.stream(Y).map(y -> y + 1e9).toArray()).r(), 1e-15);
		assertEquals(r, PEARSON.test(Y, X).r(), 1e-15);
		assertEquals(KENDALL.test(X, Y), KENDALL.test(X, Arrays.stream(Y).map(Math::exp).toArray()));
	}

	@Test
	void badDataAreRefused() {
		assertRefused("Pairs need as many first as second values, but there are 6 and 2", X, new double[] { 1, 2 });
		assertRefused("The first sample needs at least 2 values, but has 1", new double[] { 1 }, new double[] { 1 });
		assertRefused("The second sample has NaN at place 2; leave missing values out", new double[] { 1, 2 },
			new double[] { 1, Double.NaN });
		assertRefused("The second sample is constant (3 values of 4.0), so that it has no correlation with anything; " +
			"leave it out", new double[] { 1, 2, 3 }, new double[] { 4, 4, 4 });
		assertThrows(IllegalArgumentException.class, () -> PEARSON.test(new double[] { 1, 2, 3 }, new double[] { 0.3, 0.1 +
			0.2, 0.3 }));
		assertThrows(IllegalArgumentException.class, () -> SPEARMAN.with(PMethod.ASYMPTOTIC_CORRECTED));
		assertThrows(IllegalArgumentException.class, () -> PEARSON.withLevel(95));
	}

	@Test
	void whatWouldNotEndIsRefusedBySize() {
		assertTimeout(Duration.ofSeconds(5), () -> SPEARMAN.test(sequence(60, i -> i / 2), sequence(60, i -> i * 7 % 61)));
		assertTimeout(Duration.ofSeconds(5), () -> KENDALL.test(sequence(50, i -> i / 25), sequence(50, i -> i * 7 % 53)));
		assertEquals("The exact distribution for 1001 pairs has too many arrangements to be counted; use the p-value " +
			"method 'auto' or 'asymptotic'", assertThrows(IllegalArgumentException.class, () -> SPEARMAN.with(PMethod.EXACT)
				.test(sequence(1001, i -> i), sequence(1001, i -> i * i))).getMessage());
	}

	/** i = 0:99999, y = (i * 7919) %% 100003 + i / 10; Kendall with 5000 pairs i %/% 2 and y %/% 100. */
	@Test
	void manyPairsAreQuick() {
		final double[] x = sequence(100_000, i -> i);
		final double[] y = sequence(100_000, i -> i * 7919 % 100003 + i / 10.0);
		assertTimeout(Duration.ofSeconds(5), () -> {
			assertP(3.19228212542249e-218, PEARSON.test(x, y));
			assertEquals(0.0969722602741332, SPEARMAN.test(x, y).rho(), 1e-14);
			KENDALL.test(x, y);
		});
		assertP(0.000305038054359936, KENDALL.test(sequence(5000, i -> i / 2), sequence(5000, i -> (i * 7919 % 100003 + i) /
			100)));
	}

	private static double[] sequence(final int n, final LongToDoubleFunction value) {
		return IntStream.range(0, n).mapToDouble(value::applyAsDouble).toArray();
	}
}
