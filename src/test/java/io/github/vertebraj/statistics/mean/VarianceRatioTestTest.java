package io.github.vertebraj.statistics.mean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Golden;
import io.github.vertebraj.statistics.Interval;

class VarianceRatioTestTest {

	private static final VarianceRatioTest TEST = VarianceRatioTest.withDefaults();

	private static final double[] X = { 1, 2, 3, 4 };
	private static final double[] Y = { 2, 4, 6, 8, 10 };

	@TestFactory
	Stream<DynamicTest> golden() {
		return Golden.tests("t_raw", c -> {
			c.check("var_F", TEST.test(c.numbers("x"), c.numbers("y")).statistic());
			c.check("var_p", TEST.test(c.numbers("x"), c.numbers("y")).pValue());
		});
	}

	@Test
	void agreesWithR() { // R 4.2.2 var.test(conf.level = 0.9)
		assertResult(Alternative.TWO_SIDED, 0.17283950617283952, 0.025285541593975724, 1.5195303755410716);
		assertResult(Alternative.GREATER, 0.9135802469135802, 0.039769080621428768, Double.POSITIVE_INFINITY);
		assertResult(Alternative.LESS, 0.086419753086419762, 0, 0.89044074641357862);
	}

	@Test
	void refusesWhatHasNoVariance() {
		assertRefused("The first sample has no variance (1 value)", new double[] { 1 }, Y);
		assertRefused("The second sample has no variance (it is essentially constant)", X, new double[] { 0.1, 0.1, 0.1 });
		assertRefused("The second sample has NaN at place 1", X, new double[] { Double.NaN, 1 });
		assertRefused("The first sample needs at least 1 value", new double[0], Y);
	}

	private static void assertResult(final Alternative alternative, final double p, final double lower,
		final double upper)
	{
		final VarianceRatioTest.Result result = TEST.with(alternative).withLevel(0.9).test(X, Y);
		final Interval interval = result.summary().effects().get(0).interval().get();
		assertEquals(1 / 6.0, result.statistic(), 1e-15);
		assertEquals(p, result.pValue(), 1e-10 * p);
		assertEquals(lower, interval.lower(), 1e-10);
		assertEquals(upper, interval.upper(), 1e-10 * upper);
	}

	private static void assertRefused(final String part, final double[] x, final double[] y) {
		final String message = assertThrows(IllegalArgumentException.class, () -> TEST.test(x, y)).getMessage();
		assertTrue(message.contains(part), message);
	}
}
