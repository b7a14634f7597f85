package io.github.vertebraj.statistics.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Golden;
import io.github.vertebraj.statistics.PMethod;

/** R 4.2.2 {@code friedman.test}; exact p-values from an enumeration of all orders (Python 3). */
class FriedmanTestTest {

	private static final FriedmanTest TEST = FriedmanTest.withDefaults();

	private static final double[][] FIVE = { { 1, 2, 3 }, { 2, 1, 3 }, { 1, 3, 2 }, { 1, 2, 3 }, { 2, 2, 3 } };

	private static void assertExact(final double hits, final double orders, final double[][] blocks) {
		final FriedmanTest.Result result = TEST.with(PMethod.EXACT).test(blocks);
		assertEquals(hits / orders, result.pValue(), 1e-14);
		assertEquals(result.pValue(), TEST.test(blocks).pValue());
	}

	private static void assertRefused(final String message, final double[][] blocks) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> TEST.test(blocks)).getMessage());
	}

	@TestFactory
	Stream<DynamicTest> golden() {
		return Golden.tests("friedman", one -> {
			final FriedmanTest.Result result = TEST.with(PMethod.ASYMPTOTIC).test(one.matrix("x"));
			one.check("chi2", result.statistic());
			one.check("df", result.summary().degreesOfFreedom().get(0));
			one.check("p", result.pValue());
		});
	}

	@Test
	void asymptoticEqualsR() {
		final FriedmanTest.Result result = TEST.with(PMethod.ASYMPTOTIC).test(FIVE);
		assertEquals(6, result.statistic(), 1e-14);
		assertEquals(0.0497870683678639, result.pValue(), 1e-14);
		assertEquals("Kendall's W", result.summary().effects().get(0).name());
		assertEquals(0.6, result.summary().effects().get(0).value(), 1e-15);
		assertEquals(List.of(5, 5, 5), result.summary().sizes());
	}

	@Test
	void exactEqualsEnumeration() {
		assertExact(420, 7776, FIVE);
		assertExact(288, 13824, new double[][] { { 1, 2, 3, 4 }, { 2, 1, 3, 4 }, { 1, 2, 2, 5 } });
		assertExact(1, 1, new double[][] { { 1, 2, 3 } });
		assertExact(6, 1296, new double[][] { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 7, 7 }, { 0, 1, 2 }, { 3, 5, 9 } });
	}

	@Test
	void blocksHaveTheirOwnLevel() {
		final Random random = new Random(2);
		final double[][] shifted = Arrays.stream(FIVE).map(block -> {
			final double level = random.nextInt(1_000_000_000);
			return Arrays.stream(block).map(value -> value + level).toArray();
		}).toArray(double[][]::new);
		assertEquals(TEST.test(FIVE), TEST.test(shifted));
	}

	@Test
	void equalValuesAreNoDifference() {
		final FriedmanTest.Result result = TEST.test(new double[][] { { 1, 1 }, { 2, 2 } });
		assertEquals(0, result.statistic());
		assertEquals(1, result.pValue());
		assertEquals("All values of each block are equal: no treatment can differ, and p is 1", result.summary().notes()
			.get(0));
	}

	@Test
	void manyBlocksAreQuick() {
		final Random random = new Random(3);
		final double[][] blocks = Stream.generate(() -> random.doubles(3).toArray()).limit(100_000).toArray(double[][]::new);
		assertTimeout(Duration.ofSeconds(5), () -> assertTrue(TEST.test(blocks).summary().reason().startsWith(
			"asymptotic, as the arrangements of 100000 blocks of 3 treatments")));
		assertThrows(IllegalArgumentException.class, () -> TEST.with(PMethod.EXACT).test(new double[][] { { 1, 2, 3, 4, 5, 6,
			7, 8, 9 } }));
	}

	@Test
	void badDataAreRefused() {
		assertRefused("Friedman's test needs at least one block of related values, but there is none", new double[0][]);
		assertRefused("Friedman's test compares at least two treatments, but block 1 has 1 value", new double[][] { { 1 },
			{ 2 } });
		assertRefused("Block 2 has 3 values, but block 1 has 2; leave incomplete blocks out", new double[][] { { 1, 2 }, { 1,
			2, 3 } });
		assertRefused("Block 2 has NaN at place 1; leave missing values out", new double[][] { { 1, 2 }, { Double.NaN,
			2 } });
		assertThrows(IllegalArgumentException.class, () -> TEST.with(PMethod.ASYMPTOTIC_CORRECTED));
	}
}
