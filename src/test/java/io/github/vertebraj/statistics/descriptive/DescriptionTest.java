package io.github.vertebraj.statistics.descriptive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Golden;

/** R 4.2.2 {@code quantile}, {@code fivenum}, {@code t.test}. */
class DescriptionTest {

	private static final double[] POWERS = { 1, 2, 4, 8, 16, 32, 64, 128, 256, 512 };

	private static void assertQuantiles(final QuantileType type, final double... expected) {
		assertArrayEquals(expected, type.quantiles(POWERS, 0, 0.1, 0.25, 0.3, 0.5, 0.9, 1), 1e-12, type.key());
	}

	private static void assertRefused(final String message, final Runnable call) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
	}

	@TestFactory
	Stream<DynamicTest> golden() {
		return Golden.tests("quantile", one -> {
			final double[] x = one.numbers("x");
			final Description description = Description.of(x, QuantileType.TYPE_7);
			one.check("median", description.median());
			one.check("mean", description.mean());
			one.check("sd", description.sd());
			for (int type = 1; type <= 9; type++) {
				final Description typed = Description.of(x, QuantileType.values()[type - 1]);
				one.check("q1_type" + type, typed.firstQuartile());
				one.check("q3_type" + type, typed.thirdQuartile());
			}
			final Description tukey = Description.of(x, QuantileType.of("tukey's hinges"));
			one.check("tukey_hinge_lo", tukey.firstQuartile());
			one.check("tukey_hinge_hi", tukey.thirdQuartile());
		});
	}

	@Test
	void quantilesEqualR() {
		assertQuantiles(QuantileType.TYPE_1, 1, 1, 4, 4, 16, 256, 512);
		assertQuantiles(QuantileType.TYPE_2, 1, 1.5, 4, 6, 24, 384, 512);
		assertQuantiles(QuantileType.TYPE_3, 1, 1, 2, 4, 16, 256, 512);
		assertQuantiles(QuantileType.TYPE_4, 1, 1, 3, 4, 16, 256, 512);
		assertQuantiles(QuantileType.TYPE_5, 1, 1.5, 4, 6, 24, 384, 512);
		assertQuantiles(QuantileType.TYPE_6, 1, 1.1, 3.5, 5.2, 24, 486.4, 512);
		assertQuantiles(QuantileType.TYPE_7, 1, 1.9, 5, 6.8, 24, 281.6, 512);
		assertQuantiles(QuantileType.TYPE_8, 1, 1.36666666666667, 3.83333333333333, 5.73333333333333, 24,
			418.13333333333321, 512);
		assertQuantiles(QuantileType.TYPE_9, 1, 1.4, 3.875, 5.8, 24, 409.6, 512);
		final double[] eleven = Arrays.copyOf(POWERS, 11);
		eleven[10] = 1024;
		assertArrayEquals(new double[] { 6, 32, 192 }, QuantileType.TUKEY_HINGES.quantiles(eleven, 0.25, 0.5, 0.75));
	}

	@Test
	void quantileTypesHaveKeys() {
		assertEquals(QuantileType.TYPE_7, QuantileType.of("type 7 (R)"));
		assertEquals(QuantileType.TYPE_6, QuantileType.of("type 6 (SPSS)"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> QuantileType.of("10")).getMessage().startsWith(
			"No quantile type '10'; known are type 1, "));
	}

	@Test
	void intervalOfTheMeanEqualsR() {
		final Description description = Description.of(new double[] { 3.1, 2.9, 3.6, 4.0 }, QuantileType.TYPE_7);
		assertEquals(0.248327740429189, description.standardError(), 1e-14);
		assertEquals(2.609710299971676, description.meanInterval().orElseThrow().lower(), 1e-13);
		assertEquals(4.190289700028324, description.meanInterval().orElseThrow().upper(), 1e-13);
		assertEquals(2.9, description.minimum());
		assertEquals(4, description.maximum());
		assertEquals(0.65, description.interquartileRange(), 1e-15);
	}

	@Test
	void oneValueHasNoSd() {
		final Description description = Description.of(new double[] { 4.2 }, QuantileType.TYPE_6);
		assertTrue(Double.isNaN(description.sd()) && Double.isNaN(description.standardError()));
		assertTrue(description.meanInterval().isEmpty());
		assertEquals(List.of("One value has no SD, standard error or interval"), description.notes());
		for (final QuantileType type : QuantileType.values())
			assertEquals(4.2, Description.of(new double[] { 4.2 }, type).firstQuartile());
	}

	@Test
	void constantDataHaveNoSpread() {
		final Description description = Description.of(new double[] { 0.1, 0.1, 0.1 }, QuantileType.TYPE_7);
		assertEquals(0.1, description.mean());
		assertEquals(0, description.sd());
		assertEquals(0.1, description.meanInterval().orElseThrow().lower());
		assertEquals(0, Description.of(new double[3], QuantileType.TYPE_7).sd());
	}

	@Test
	void scaleAndOffsetKeepDigits() {
		final double sd = Description.of(POWERS, QuantileType.TYPE_7).sd();
		for (final double scale : new double[] { 0x1p1000, 0x1p-1000, -1 })
			assertEquals(sd * Math.abs(scale), Description.of(Arrays.stream(POWERS).map(x -> x * scale).toArray(),
				QuantileType.TYPE_7).sd());
		assertEquals(sd, Description.of(Arrays.stream(POWERS).map(x -> x + 1e9).toArray(), QuantileType.TYPE_7).sd(), 1e-12);
		final Description large = Description.of(new double[] { 1.5e308, 1.6e308 }, QuantileType.TYPE_7);
		assertEquals(1.55e308, large.median());
		assertEquals(1.55e308, large.mean());
	}

	@Test
	void manyValues() {
		final double[] values = IntStream.range(0, 100_000).mapToDouble(i -> i * 7919L % 100_003).toArray();
		final Description description = Description.of(values, QuantileType.TYPE_7);
		assertEquals(100_000, description.n());
		assertEquals(Arrays.stream(values).sum() / 100_000, description.mean(), 1e-9);
	}

	@Test
	void badDataAreRefused() {
		assertRefused("The sample needs at least 1 value, but has 0", () -> Description.of(new double[0],
			QuantileType.TYPE_7));
		assertRefused("The sample has NaN at place 2; leave missing values out", () -> Description.of(new double[] { 1,
			Double.NaN }, QuantileType.TYPE_7));
		assertRefused("A quantile's probability must lie between 0 and 1, but is 25.0", () -> QuantileType.TYPE_7.quantiles(
			POWERS, 25));
		assertRefused("Tukey's hinges are for 0.25, 0.5 and 0.75 only, not for 0.1; use type 7 (R)",
			() -> QuantileType.TUKEY_HINGES.quantiles(POWERS, 0.1));
		assertRefused("The confidence level must lie between 0 and 1 (0.95 is usual), but is 95.0", () -> Description.of(
			POWERS, QuantileType.TYPE_7, 95));
	}

	@Test
	void combinedGroupsAreTheirValues() {
		final MeanSd all = MeanSd.of(POWERS);
		final MeanSd combined = MeanSd.combined(List.of(MeanSd.of(Arrays.copyOf(POWERS, 1)), MeanSd.of(Arrays.copyOfRange(
			POWERS, 1, 4)), MeanSd.of(Arrays.copyOfRange(POWERS, 4, 10))));
		assertEquals(all.mean(), combined.mean(), 1e-13);
		assertEquals(all.sd(), combined.sd(), 1e-12);
		assertEquals(0, MeanSd.combined(List.of(new MeanSd(1, 3, Double.NaN), new MeanSd(2, 3, 0))).sd());
		assertTrue(Double.isNaN(MeanSd.combined(List.of(new MeanSd(2, 3, Double.NaN), new MeanSd(2, 4, 1))).sd()));
		assertFalse(Double.isNaN(MeanSd.combined(List.of(new MeanSd(1, 3, Double.NaN), new MeanSd(1, 4, Double.NaN))).sd()));
		assertRefused("An SD must be finite and not negative, but is -1.0", () -> new MeanSd(2, 0, -1));
		assertRefused("A mean needs at least 1 value, but n is 0", () -> new MeanSd(0, 0, 1));
		assertRefused("No group to combine", () -> MeanSd.combined(List.of()));
	}

	@Test
	void texts() {
		assertEquals("61.6 ± 9.1", new MeanSd(48, 61.55, 9.0616).text(1, Rounding.HALF_UP));
		assertEquals("61.5 ± 9.0", new MeanSd(48, 61.55, 9.0616).text(1, Rounding.TRUNCATED));
		assertEquals("3.0 (n = 1)", new MeanSd(1, 3, Double.NaN).text(1, Rounding.HALF_UP));
		assertEquals("24.0 [5.0, 112.0]", Description.of(POWERS, QuantileType.TYPE_7).medianText(1, Rounding.HALF_UP));
	}
}
