package io.github.vertebraj.statistics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatabilityTest {

	private static final double[][] FIVE = { { 1.10, 1.15, 1.07 }, { 0.84, 0.80 }, { 1.52, 1.47, 1.49, 1.55 }, { 0.66,
		0.71 }, { 1.93, 1.85, 1.99 } };

	private static final Repeatability DEFAULTS = Repeatability.withDefaults();

	private static void assertEstimate(final Repeatability.Estimate estimate, final double... expected) {
		assertEquals(expected[0], estimate.value(), 1e-12 * expected[0]);
		assertEquals(expected[1], estimate.interval().lower(), 1e-11 * expected[1]);
		assertEquals(expected[2], estimate.interval().upper(), 1e-11 * expected[2]);
	}

	/** R 4.2.2: sqrt(anova(lm(x ~ factor(subject)))[2, 3]); sqrt(df * v / qchisq(c(.975, .025), df)), df = 9. */
	@Test
	void pooledOverSubjects() {
		final var result = DEFAULTS.test(FIVE);
		assertEquals(9, result.degreesOfFreedom(), 0);
		assertEstimate(result.sd(), 0.0457752156780322, 0.0314858049398793, 0.0835676998488453);
		assertEstimate(result.coefficient(), 0.126882424431556, 0.0872741986416939, 0.23163784602502);
	}

	/** R 4.2.2, as above, of var(x) / mean(x)^2, and sqrt(exp(v) - 1) of var(log(x)); in %. */
	@Test
	void coefficientOfVariation() {
		final var square = DEFAULTS.test(FIVE);
		assertEstimate(square.variation(), 3.46496559367861, 2.3833253255061, 6.32567646989966);
		assertEquals(1.96 * Math.sqrt(2) * 3.46496559367861, square.percentCoefficient().value(), 1e-12);
		assertEstimate(DEFAULTS.with(CvMethod.LOGARITHM).test(FIVE).variation(), 3.46491841890827, 2.38291618496272,
			6.33002024746542);
	}

	@Test
	void varianceOfTwoRepeatsIsHalfTheSquaredDifference() {
		final var result = DEFAULTS.test(new double[][] { { 1, 3 } });
		assertEquals(Math.sqrt(2), result.sd().value(), 1e-15);
		assertEquals(1.96 * 2, result.coefficient().value(), 1e-12);
		assertEquals(2, DEFAULTS.withMultiplier(1).test(new double[][] { { 1, 3 } }).coefficient().value(), 1e-15);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e150, 1e-150 })
	void scaleGoesThrough(final double scale) {
		final var result = DEFAULTS.test(Arrays.stream(FIVE).map(row -> Arrays.stream(row).map(x -> scale * x).toArray())
			.toArray(double[][]::new));
		assertEquals(0.0457752156780322, result.sd().value() / scale, 1e-13);
		assertEquals(3.46496559367861, result.variation().value(), 1e-11);
	}

	@Test
	void noRepeatDiffers() {
		final var result = DEFAULTS.test(new double[][] { { 0.1, 0.1, 0.1 }, { 7, 7 } });
		assertEstimate(result.coefficient(), 0, 0, 0);
		assertTrue(result.summary().notes().toString().contains("No repeat differs"));
	}

	@Test
	void aCoefficientOfVariationNeedsPositiveNumbers() {
		final double[][] around = { { 4, 5 }, { -1, 2 }, { 1, -2 } };
		final var result = DEFAULTS.test(around);
		assertTrue(Double.isNaN(result.variation().value()));
		assertTrue(result.sd().value() > 0);
		assertTrue(result.summary().notes().toString().contains("Subject 3 has [1.0, -2.0]"));
		assertTrue(DEFAULTS.with(CvMethod.LOGARITHM).test(around).summary().notes().toString().contains("Subject 2 has"));
	}

	@Test
	void manySubjectsAndAnOffset() {
		final double[][] many = IntStream.range(0, 100_000).mapToObj(i -> new double[] { 1e9 + i, 1e9 + i + 2 }).toArray(
			double[][]::new);
		assertEquals(Math.sqrt(2), DEFAULTS.test(many).sd().value(), 1e-12);
	}

	@Test
	void itIsNoTest() {
		final var result = DEFAULTS.test(FIVE);
		assertTrue(Double.isNaN(result.pValue()));
		assertTrue(result.summary().notes().get(0).contains("no p"));
	}

	private static void assertRefused(final String part, final double[]... subjects) {
		final var error = assertThrows(IllegalArgumentException.class, () -> DEFAULTS.test(subjects));
		assertTrue(error.getMessage().contains(part), error::getMessage);
	}

	@Test
	void badInputIsRefused() {
		assertRefused("at least one subject");
		assertRefused("Subject 2 needs at least 2 values, but has 1", new double[][] { { 1, 2 }, { 3 } });
		assertRefused("Subject 1 has NaN at place 2", new double[][] { { 1, Double.NaN } });
	}
}
