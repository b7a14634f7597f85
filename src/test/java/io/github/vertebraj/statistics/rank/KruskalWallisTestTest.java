package io.github.vertebraj.statistics.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Golden;
import io.github.vertebraj.statistics.PMethod;

/** R 4.2.2 {@code kruskal.test}; exact p-values from an enumeration of all arrangements with fractions (Python 3). */
class KruskalWallisTestTest {

	private static final KruskalWallisTest TEST = KruskalWallisTest.withDefaults();

	private static void assertAsymptotic(final double h, final double p, final double[]... groups) {
		final KruskalWallisTest.Result result = TEST.with(PMethod.ASYMPTOTIC).test(groups);
		assertEquals(h, result.statistic(), 1e-12 * h);
		assertEquals(p, result.pValue(), 1e-10 * p);
		assertEquals(groups.length - 1, result.summary().degreesOfFreedom().get(0));
	}

	private static void assertExact(final double hits, final double arrangements, final double[]... groups) {
		assertEquals(hits / arrangements, TEST.with(PMethod.EXACT).test(groups).pValue(), 1e-14);
		assertTrue(TEST.test(groups).summary().variant().startsWith("exact conditional"));
	}

	private static void assertRefused(final String message, final double[]... groups) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> TEST.test(groups)).getMessage());
	}

	@TestFactory
	Stream<DynamicTest> golden() {
		return Golden.tests("kruskal_wallis", one -> {
			final KruskalWallisTest.Result result = TEST.with(PMethod.ASYMPTOTIC).test(one.matrix("groups"));
			one.check("H", result.statistic());
			one.check("df", result.summary().degreesOfFreedom().get(0));
			one.check("p", result.pValue());
		});
	}

	@Test
	void asymptoticEqualsR() {
		assertAsymptotic(0.771428571428572, 0.679964773578894, new double[] { 2.9, 3.0, 2.5, 2.6, 3.2 }, new double[] { 3.8,
			2.7, 4.0, 2.4 }, new double[] { 2.8, 3.4, 3.7, 2.2, 2.0 });
		assertAsymptotic(1, 0.317310507862914, new double[] { 1 }, new double[] { 2 });
		assertAsymptotic(5.6800213675213689, 0.0584250417620022, new double[] { 1, 1, 2 }, new double[] { 2, 3, 3, 3 },
			new double[] { 4 });
		assertAsymptotic(265.780730897010, 1.93396044646573e-58, range(1, 100), range(101, 200), range(201, 300));
	}

	private static double[] range(final int from, final int to) {
		return IntStream.rangeClosed(from, to).asDoubleStream().toArray();
	}

	/**
	 * a = (i * 7919) %% 100003, in three groups by i %% 3; the second with 50 more, or all with few distinct values.
	 * The first H by fractions (Python 3): R's own is right to nine digits there.
	 */
	@Test
	void manyValuesAreQuick() {
		assertTimeout(Duration.ofSeconds(5), () -> assertAsymptotic(0.0358377605431729, 0.9822407082261027, third(0, 0,
			100003), third(1, 50, 100003), third(2, 0, 100003)));
		assertAsymptotic(555.074523619804, 2.93155923142456e-121, third(0, 0, 10), third(1, 0, 11), third(2, 0, 10));
		assertTrue(TEST.test(third(0, 0, 10), third(1, 0, 11)).summary().reason().startsWith(
			"asymptotic, as the arrangements of group sizes"));
	}

	private static double[] third(final int rest, final int more, final int modulus) {
		return IntStream.range(0, 100000).filter(i -> i % 3 == rest).mapToDouble(i -> i * 7919L % 100003 % modulus + more)
			.toArray();
	}

	@Test
	void exactEqualsEnumeration() {
		assertExact(982, 4200, new double[] { 2.9, 3.0, 2.5, 2.6 }, new double[] { 3.8, 2.7, 4.0 }, new double[] { 2.8, 3.4,
			3.7 });
		assertExact(10, 280, new double[] { 1, 1, 2 }, new double[] { 2, 3, 3, 3 }, new double[] { 4 });
		assertExact(30, 630, new double[] { 1, 2, 2, 0 }, new double[] { 0 }, new double[] { 3, 4, 2, 5 });
		assertExact(24, 2520, new double[] { 1, 2 }, new double[] { 3, 4 }, new double[] { 5, 6 }, new double[] { 7, 8 });
		assertExact(2, 2, new double[] { 1 }, new double[] { 2 });
	}

	/** Both extremes of all C(30, 15) arrangements. */
	@Test
	void exactKeepsSmallProbabilities() {
		assertExact(2, 155117520, range(1, 15), range(16, 30));
	}

	@Test
	void scaleAndOrderDoNotMatter() {
		final Random random = new Random(1);
		final double[][] groups = { random.doubles(6).toArray(), random.doubles(5).toArray(), random.doubles(4).toArray() };
		final double p = TEST.test(groups).pValue();
		for (final double scale : new double[] { 1e150, 1e-150 })
			assertEquals(p, TEST.test(Arrays.stream(groups).map(group -> Arrays.stream(group).map(value -> value * scale)
				.toArray()).toArray(double[][]::new)).pValue());
		assertEquals(p, TEST.test(groups[2], groups[0], groups[1]).pValue(), 1e-14);
	}

	@Test
	void equalValuesAreNoDifference() {
		final KruskalWallisTest.Result result = TEST.test(new double[] { 3, 3 }, new double[] { 3 });
		assertEquals(0, result.statistic());
		assertEquals(1, result.pValue());
		assertEquals("All values are equal: no group can differ, and p is 1", result.summary().notes().get(0));
	}

	@Test
	void effects() {
		final KruskalWallisTest.Result result = TEST.test(new double[] { 1, 2, 3 }, new double[] { 4, 5, 6 });
		assertEquals("epsilon squared", result.summary().effects().get(0).name());
		assertEquals(result.statistic() / 5, result.summary().effects().get(0).value(), 1e-15);
		assertEquals((result.statistic() - 1) / 4, result.summary().effects().get(1).value(), 1e-15);
		assertEquals(Arrays.asList(2.0, 5.0), result.meanRanks());
	}

	@Test
	void badDataAreRefused() {
		assertRefused("The Kruskal-Wallis test compares at least two groups, but there is 1", new double[] { 1, 2 });
		assertRefused("The Kruskal-Wallis test compares at least two groups, but there are none");
		assertRefused("Group 2 needs at least 1 value, but has 0", new double[] { 1 }, new double[0]);
		assertRefused("Group 2 has NaN at place 2; leave missing values out", new double[] { 1 }, new double[] { 1,
			Double.NaN });
		assertRefused("Group 1 has -Infinity at place 1; leave missing values out", new double[] {
			Double.NEGATIVE_INFINITY }, new double[] { 1 });
		assertThrows(IllegalArgumentException.class, () -> TEST.with(PMethod.ASYMPTOTIC_CORRECTED));
	}

	@Test
	void whatWouldNotEndIsRefusedBySize() {
		final double[][] groups = { range(1, 60), range(40, 110), range(7, 99) };
		assertEquals("The exact distribution for group sizes 60, 71, 93 has too many arrangements to be counted; " +
			"use the p-value method 'auto' or 'asymptotic'", assertThrows(IllegalArgumentException.class, () -> TEST.with(
				PMethod.EXACT).test(groups)).getMessage());
		assertTimeout(Duration.ofSeconds(5), () -> TEST.test(range(1, 20), range(1, 30), range(1, 40)));
	}

	@Test
	void interruptionCancels() {
		Thread.currentThread().interrupt();
		try {
			assertThrows(CancellationException.class, () -> TEST.test(range(1, 9), range(5, 14)));
		}
		finally {
			Thread.interrupted();
		}
	}

	@Test
	void progressEndsWithOne() {
		final double[] last = new double[1];
		TEST.test(done -> last[0] = done, range(1, 5), range(3, 8));
		assertEquals(1, last[0]);
	}

	/** z = difference of mean ranks / sqrt((N (N + 1) - sum(t^3 - t) / (N - 1)) / 12 * (1 / n1 + 1 / n2)), in R 4.2.2. */
	@Test
	void dunnComparesPairs() {
		final var pairs = DunnTest.withDefaults().test(new double[] { 1, 1, 2 }, new double[] { 2, 3, 3, 3 }, new double[] {
			4 });
		assertEquals(3, pairs.size());
		assertDunn(-1.7796631295559435, 0.0751311079467635, pairs.get(0));
		assertDunn(-2.1402482083072503, 0.0323347130897985, pairs.get(1));
		assertDunn(-0.994697480102909, 0.319883420415998, pairs.get(2));
		final DunnTest.Result tied = DunnTest.withDefaults().test(new double[] { 1 }, new double[] { 1 }).get(0);
		assertEquals(1, tied.pValue());
		assertEquals(0, tied.statistic());
	}

	private static void assertDunn(final double z, final double p, final DunnTest.Result pair) {
		assertEquals(z, pair.statistic(), 1e-12 * Math.abs(z));
		assertEquals(p, pair.pValue(), 1e-12 * p);
	}
}
