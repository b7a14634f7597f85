package io.github.vertebraj.statistics.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Golden;
import io.github.vertebraj.statistics.PMethod;

class MannWhitneyTestTest {

	private static final MannWhitneyTest TEST = MannWhitneyTest.withDefaults();

	private static final double[] X = { 1.1, 2.2, 3.3, 0.4, 7.5 };
	private static final double[] Y = { 2.1, 9.2, 3.4, 8.4, 5.5, 6.6 };
	private static final double[] TIED_X = { 1, 2, 2, 3, 5, 5, 5 };
	private static final double[] TIED_Y = { 2, 3, 3, 5, 6, 6, 7, 9, 9 };

	@TestFactory
	Stream<DynamicTest> golden() {
		return Golden.tests("mann_whitney", c -> {
			final double[] x = c.numbers("x");
			final double[] y = c.numbers("y");
			c.check("U_x", TEST.test(x, y).uX());
			c.check("p_asym_nocc", p(PMethod.ASYMPTOTIC, x, y));
			c.check("p_asym_cc", p(PMethod.ASYMPTOTIC_CORRECTED, x, y));
			if (c.expects("p_exact")) c.check("p_exact", p(PMethod.EXACT, x, y));
			// above 50 values exactRankTests answered with the normal approximation
			c.check("p_exact_conditional", p(x.length > 50 ? PMethod.ASYMPTOTIC : PMethod.EXACT, x, y));
		});
	}

	@Test
	void agreesWithRWithoutTies() { // R 4.2.2 wilcox.test; exact = TRUE, then FALSE with correct = TRUE and FALSE
		assertP(Alternative.TWO_SIDED, X, Y, 0.12554112554112554, 0.12069080052744555, 0.10034824646229079);
		assertP(Alternative.GREATER, X, Y, 0.95887445887445888, 0.95858128742059678, 0.94982587676885455);
		assertP(Alternative.LESS, X, Y, 0.062770562770562768, 0.060345400263722773, 0.050174123231145396);
	}

	@Test
	void agreesWithRWithTies() { // exactRankTests 0.8.35 wilcox.exact (the same as coin's), then R 4.2.2 wilcox.test
		assertP(Alternative.TWO_SIDED, TIED_X, TIED_Y, 0.057692307692307696, 0.060073526096978476, 0.05311618772243043);
		assertP(Alternative.GREATER, TIED_X, TIED_Y, 0.97298951048951043, 0.97657737487311314, 0.97344190613878478);
		assertP(Alternative.LESS, TIED_X, TIED_Y, 0.031206293706293707, 0.030036763048489238, 0.026558093861215215);
		assertEquals("exact conditional (ties)", TEST.test(TIED_X, TIED_Y).summary().variant());
	}

	@Test
	void countsBothTailsByDistance() { // coin 1.4 wilcox_test(distribution = "exact"); exactRankTests differs here
		assertEquals(0.449412849002528, p(PMethod.EXACT, new double[] { 16, 11, 3, 6, 5, 19, 4, 1, 12, 6, 16, 3, 5, 4, 6, 6,
			19 }, new double[] { 13, 9, 8, 7, 1, 2, 5, 3, 2, 5, 10, 9 }), 1e-13);
		assertEquals(0.182890331241622, p(PMethod.EXACT, new double[] { 3, 2, 2, 3, 3, 5, 4, 1, 6, 5, 2, 6, 5, 1, 6, 2, 2,
			2, 2, 4, 4, 4, 5 }, new double[] { 2, 3, 1, 3, 5, 4, 1, 2, 4, 4, 1, 4, 1, 6, 1, 2, 2, 2, 2, 6 }), 1e-13);
	}

	@Test
	void estimatesTheShift() { // R 4.2.2 wilcox.test(conf.int = TRUE)
		assertShift(TEST.test(X, Y).summary().effects().get(0), -3.15, -7.3, 1.2, 0.95);
		assertShift(TEST.with(Alternative.GREATER).test(X, Y).summary().effects().get(0), -3.15, -6.2,
			Double.POSITIVE_INFINITY, 0.95);
		assertShift(TEST.with(Alternative.LESS).test(X, Y).summary().effects().get(0), -3.15, Double.NEGATIVE_INFINITY, 0.1,
			0.95);
		assertShift(TEST.test(new double[] { 1, 2 }, new double[] { 3, 4 }).summary().effects().get(0), -2, -3, -1, 2 /
			3.0);
	}

	@Test
	void estimatesTheShiftOfManyByOrderStatistics() {
		final double[] x = new Random(5).doubles(400).toArray();
		final double[] y = new Random(6).doubles(301).toArray();
		final double[] differences = Arrays.stream(x).flatMap(a -> Arrays.stream(y).map(b -> a - b)).sorted().toArray();
		final Effect shift = TEST.test(x, y).summary().effects().get(0);
		// R 4.2.2: qwilcox(0.025, 400, 301) is 54999; the normal approximation may differ a little
		final int lower = Arrays.binarySearch(differences, shift.interval().get().lower());
		assertEquals(54999, lower + 1, 5);
		assertEquals(differences.length - 1 - lower, Arrays.binarySearch(differences, shift.interval().get().upper()));
		assertEquals((differences[differences.length / 2] + differences[differences.length / 2 - 1]) / 2, shift.value(),
			1e-15);
	}

	@Test
	void oneValueEachHasNoInterval() {
		final MannWhitneyTest.Result result = TEST.test(new double[] { 1 }, new double[] { 2 });
		assertEquals(1, result.pValue());
		assertTrue(result.summary().effects().get(0).interval().isEmpty());
		assertEquals(1, result.summary().notes().size());
	}

	@Test
	void allEqualValuesGiveOne() {
		for (final PMethod method : PMethod.values())
			for (final Alternative alternative : Alternative.values()) {
				final MannWhitneyTest.Result result = TEST.with(method).with(alternative).test(new double[3], new double[4]);
				assertEquals(1, result.pValue());
				assertEquals(6, result.uX());
				assertEquals(0, result.z());
				assertEquals("All values are equal: p is 1 because every arrangement gives the same U.", result.summary()
					.notes().get(0));
			}
	}

	@Test
	void separatedSamplesHaveOneArrangementBeyond() {
		final double[] x = values(10, i -> i);
		final double[] y = values(12, i -> 100 + i);
		assertEquals(2 / 646646.0, TEST.test(x, y).pValue(), 1e-20);
		assertEquals(-1, TEST.test(x, y).summary().effects().get(1).value());
		assertEquals(0, TEST.test(x, y).uX());
	}

	@Test
	void exactCountsAllArrangements() {
		final Random random = new Random(7);
		for (int i = 0; i < 60; i++) {
			final int levels = 2 + i % 6;
			final double[] x = values(1 + i % 5, j -> random.nextInt(levels));
			final double[] y = values(1 + i % 7, j -> random.nextInt(levels));
			assertEquals(enumerated(x, y), p(PMethod.EXACT, x, y), 1e-13);
			assertEquals(p(PMethod.EXACT, y, x), p(PMethod.EXACT, x, y), 1e-13);
			assertEquals(TEST.with(Alternative.LESS).test(y, x).pValue(), TEST.with(Alternative.GREATER).test(x, y).pValue(),
				1e-13);
		}
	}

	/** By all subsets of the pooled values. */
	private static double enumerated(final double[] x, final double[] y) {
		final double[] pooled = IntStream.range(0, x.length + y.length).mapToDouble(i -> i < x.length ? x[i] : y[i -
			x.length]).toArray();
		final double[] ranks = MidRanks.of(pooled).ranks();
		final double mean = x.length * (pooled.length + 1) / 2.0;
		final double observed = Math.abs(Arrays.stream(ranks, 0, x.length).sum() - mean);
		final int[] sets = IntStream.range(0, 1 << pooled.length).filter(set -> Integer.bitCount(set) == x.length)
			.toArray();
		return (double) Arrays.stream(sets).filter(set -> Math.abs(IntStream.range(0, pooled.length).filter(i -> (set >> i &
			1) == 1).mapToDouble(i -> ranks[i]).sum() - mean) >= observed - 1e-9).count() / sets.length;
	}

	@Test
	void monotoneMapsChangeNothing() {
		final double[] x = Arrays.stream(TIED_X).map(v -> Math.exp(v * 70)).toArray();
		final double[] y = Arrays.stream(TIED_Y).map(v -> Math.exp(v * 70)).toArray();
		for (final PMethod method : PMethod.values())
			assertEquals(p(method, TIED_X, TIED_Y), p(method, x, y));
	}

	@Test
	void manyValuesHold() {
		final double[] x = values(100_000, i -> i * 7919L % 100003);
		final double[] y = values(100_000, i -> i * 104729L % 100019 + 300);
		final MannWhitneyTest.Result result = TEST.test(x, y);
		// R 4.2.2 wilcox.test
		assertEquals(4969269073.0, result.uX());
		assertEquals(0.01729378942995324, result.pValue(), 1e-11);
		assertEquals(PMethod.ASYMPTOTIC_CORRECTED, result.method());
		assertEquals("samples of 100000 and 100000 values are too many to count exactly", result.summary().reason());
		final MannWhitneyTest.Result tied = TEST.test(values(100_000, i -> x[i - 1] % 50), values(100_000, i -> y[i - 1] %
			51));
		assertEquals(4901792809.0, tied.uX());
		assertEquals(2.771700835078364e-14, tied.pValue(), 1e-23);
	}

	@Test
	void refusesWhatCannotBeRanked() {
		assertRefused("The first sample needs at least 1 value, but has 0", new double[0], Y);
		assertRefused("The second sample has NaN at place 1", X, new double[] { Double.NaN });
		assertRefused("The first sample has -Infinity at place 2", new double[] { 1, Double.NEGATIVE_INFINITY }, Y);
		assertRefused("samples of 1000 and 1000 values with ties would take 4e+12 additions", new double[1000],
			new double[1000]);
	}

	@Test
	void heedsInterruption() {
		Thread.currentThread().interrupt();
		assertThrows(CancellationException.class, () -> TEST.test(X, Y));
		assertTrue(Thread.interrupted());
	}

	private static double[] values(final int n, final IntToDoubleFunction value) {
		return IntStream.rangeClosed(1, n).mapToDouble(value).toArray();
	}

	private static double p(final PMethod method, final double[] x, final double[] y) {
		return TEST.with(method).test(x, y).pValue();
	}

	private static void assertP(final Alternative alternative, final double[] x, final double[] y, final double exact,
		final double corrected, final double asymptotic)
	{
		final MannWhitneyTest test = TEST.with(alternative);
		assertEquals(exact, test.test(x, y).pValue(), 1e-12);
		assertEquals(corrected, test.with(PMethod.ASYMPTOTIC_CORRECTED).test(x, y).pValue(), 1e-12);
		assertEquals(asymptotic, test.with(PMethod.ASYMPTOTIC).test(x, y).pValue(), 1e-12);
	}

	private static void assertShift(final Effect actual, final double value, final double lower, final double upper,
		final double level)
	{
		assertEquals(value, actual.value(), 1e-12);
		assertEquals(lower, actual.interval().get().lower(), 1e-12);
		assertEquals(upper, actual.interval().get().upper(), 1e-12);
		assertEquals(level, actual.interval().get().level(), 1e-12);
	}

	private static void assertRefused(final String part, final double[] x, final double[] y) {
		final String message = assertThrows(IllegalArgumentException.class, () -> TEST.with(PMethod.EXACT).test(x, y))
			.getMessage();
		assertTrue(message.contains(part), message);
	}
}
