package io.github.vertebraj.statistics.mean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Golden;
import io.github.vertebraj.statistics.Sides;

class TTestTest {

	private static final TTest WELCH = TTest.withDefaults();
	private static final TTest STUDENT = WELCH.with(Variances.EQUAL);

	private static final double[] X = { 1, 2, 3, 4 };
	private static final double[] Y = { 2, 4, 6, 8, 10 };

	@TestFactory
	Stream<DynamicTest> goldenSummaries() {
		return Golden.tests("t_summary", c -> {
			final SampleSummary x = new SampleSummary(c.number("m1"), c.number("s1"), c.whole("n1"));
			final SampleSummary y = new SampleSummary(c.number("m2"), c.number("s2"), c.whole("n2"));
			checkWithInterval(c, "student_", STUDENT.test(x, y));
			checkWithInterval(c, "welch_", WELCH.test(x, y));
		});
	}

	@TestFactory
	Stream<DynamicTest> goldenData() {
		return Golden.tests("t_raw", c -> {
			check(c, "student_", STUDENT.test(c.numbers("x"), c.numbers("y")));
			check(c, "welch_", WELCH.test(c.numbers("x"), c.numbers("y")));
		});
	}

	@TestFactory
	Stream<DynamicTest> goldenPairs() {
		return Golden.tests("t_paired", c -> checkWithInterval(c, "", WELCH.testPaired(c.numbers("x"), c.numbers("y"))));
	}

	/** The distributions that the tests of this package take their p-values from. */
	@TestFactory
	Stream<DynamicTest> goldenDistributions() {
		return Golden.tests("dist", c -> {
			if (c.input("chi2") != null) c.check("upper", ChiSquaredDistribution.of(c.number("df")).survivalProbability(c
				.number("chi2")));
			else if (c.input("t") != null) c.check("two_sided", 2 * TDistribution.of(c.number("df")).survivalProbability(c
				.number("t")));
			else c.check("two_sided", 2 * NormalDistribution.of(0, 1).survivalProbability(c.number("z")));
		});
	}

	private static void checkWithInterval(final Golden.Case c, final String prefix, final TTest.Result result) {
		check(c, prefix, result);
		c.check(prefix + "lo", result.interval().lower());
		c.check(prefix + "hi", result.interval().upper());
	}

	private static void check(final Golden.Case c, final String prefix, final TTest.Result result) {
		c.check(prefix + "t", result.statistic());
		c.check(prefix + "df", result.df());
		c.check(prefix + "p", result.pValue());
	}

	@Test
	void agreesWithR() { // R 4.2.2 t.test
		assertResult(STUDENT.test(new double[] { 5 }, new double[] { 1, 2, 4 }), 1.5118578920369088, 2, 0.26970325665977846,
			-4.9224994005268528, 10.255832733860185);
		assertResult(WELCH.with(Alternative.GREATER).withLevel(0.9).test(X, Y), -2.251436323159369, 5.5207877461706785,
			0.96543320340380379, -5.762257746206104, Double.POSITIVE_INFINITY);
		assertResult(WELCH.with(Alternative.LESS).withLevel(0.9).test(X, Y), -2.251436323159369, 5.5207877461706785,
			0.03456679659619618, Double.NEGATIVE_INFINITY, -1.2377422537938967);
		assertResult(WELCH.test(new double[] { 3, 3, 3 }, new double[] { 1, 2, 4 }), 0.75592894601845428, 2,
			0.52859547920896843, -3.1279163669300929, 4.4612497002634264);
		assertResult(WELCH.testMean(new double[] { 1.1, 2.3, 2.9, 4.4 }, 2), 0.98393469805665446, 3, 0.39769866945853444,
			0.49177456816060672 - 2, 4.8582254318393927 - 2);
	}

	@Test
	void standardisesTheDifference() { // Hedges and Olkin 1985, computed in R 4.2.2
		final Effect g = STUDENT.test(X, Y).summary().effects().get(1);
		assertEquals("Hedges' g (pooled SD)", g.name());
		assertNear(-1.2260918285870472, g.value());
		assertNear(-2.6576932239841558, g.interval().get().lower());
		assertNear(0.20550956681006105, g.interval().get().upper());
		assertEquals(1, STUDENT.test(new double[] { 5 }, new double[] { 1, 2 }).summary().effects().size());
		assertNear(-1 / Math.sqrt(2), WELCH.testPaired(new double[] { 1, 2 }, new double[] { 2, 2 }).summary().effects()
			.get(1).value());
	}

	@Test
	void offsetAndScaleChangeNothing() {
		final double[] x = { 1e9 + 1, 1e9 + 2, 1e9 + 4 };
		final double[] y = { 1e9 + 3, 1e9 + 5, 1e9 + 9 };
		// R 4.2.2 t.test
		assertNear(0.19136972622042231, WELCH.test(x, y).pValue());
		for (final double scale : new double[] { 1e-150, 1e150, 1e-300, 1e300 }) {
			assertNear(WELCH.test(X, Y).pValue(), WELCH.test(times(X, scale), times(Y, scale)).pValue());
			assertNear(STUDENT.test(X, Y).pValue(), STUDENT.test(times(X, scale), times(Y, scale)).pValue());
		}
	}

	@Test
	void swappingSamplesTurnsTheSign() {
		final Random random = new Random(1);
		for (int i = 0; i < 50; i++) {
			final double[] x = random.doubles(2 + i % 7).toArray();
			final double[] y = random.doubles(2 + i % 5).toArray();
			assertNear(WELCH.test(x, y).pValue(), WELCH.test(y, x).pValue());
			assertNear(WELCH.with(Alternative.LESS).test(x, y).pValue(), WELCH.with(Alternative.GREATER).test(y, x).pValue());
			assertNear(STUDENT.test(x, y).pValue(), STUDENT.test(SampleSummary.of(x), SampleSummary.of(y)).pValue());
			assertNear(WELCH.testPaired(x, times(x, 2)).pValue(), WELCH.testMean(x, 0).pValue());
		}
	}

	@Test
	void largeSamplesHold() {
		final double[] x = new Random(2).doubles(100_000).toArray();
		final double[] y = new Random(3).doubles(100_000).toArray();
		assertEquals(199_998, STUDENT.test(x, y).df());
		final TTest.Result welch = WELCH.test(x, y);
		assertEquals(Sides.NORMAL.survivalProbability(Math.abs(welch.statistic())) * 2, welch.pValue(), 1e-4);
	}

	@Test
	void refusesWhatHasNoSpread() {
		assertRefused("essentially constant", () -> WELCH.test(new double[] { 3, 3 }, new double[] { 4, 4 }));
		assertRefused("essentially constant", () -> STUDENT.test(new double[2], new double[2]));
		assertRefused("essentially constant", () -> WELCH.testPaired(new double[] { 1.1, 2.1, 3.1 }, new double[] { 0.1,
			1.1, 2.1 }));
		assertRefused("essentially constant", () -> WELCH.testMean(new SampleSummary(1, 0, 5), 0));
	}

	@Test
	void refusesWhatIsNoSample() {
		assertRefused("The second sample has NaN at place 2", () -> WELCH.test(X, new double[] { 1, Double.NaN }));
		assertRefused("The first sample has Infinity at place 1", () -> WELCH.testPaired(new double[] {
			Double.POSITIVE_INFINITY, 1 }, new double[2]));
		assertRefused("The first sample needs at least 1 value, but has 0", () -> STUDENT.test(new double[0], Y));
		assertRefused("there are 1 and 5; Student's", () -> WELCH.test(new double[] { 1 }, Y));
		assertRefused("at least 3 values", () -> STUDENT.test(new double[] { 1 }, new double[] { 2 }));
		assertRefused("there are 4 and 5", () -> WELCH.testPaired(X, Y));
		assertRefused("n is 0", () -> new SampleSummary(1, 1, 0));
		assertRefused("not negative, but is -1.0", () -> new SampleSummary(1, -1, 5));
		assertRefused("not negative, but is NaN", () -> new SampleSummary(1, Double.NaN, 5));
		assertRefused("must be finite, but is NaN", () -> new SampleSummary(Double.NaN, 1, 5));
		assertRefused("give 0 instead of 2.0", () -> new SampleSummary(1, 2, 1));
		assertRefused("confidence level", () -> WELCH.withLevel(1));
	}

	private static double[] times(final double[] values, final double factor) {
		return Arrays.stream(values).map(value -> value * factor).toArray();
	}

	private static void assertResult(final TTest.Result actual, final double t, final double df, final double p,
		final double lower, final double upper)
	{
		assertNear(t, actual.statistic());
		assertNear(df, actual.df());
		assertNear(p, actual.pValue());
		assertNear(lower, actual.interval().lower());
		assertNear(upper, actual.interval().upper());
	}

	private static void assertNear(final double expected, final double actual) {
		assertEquals(expected, actual, Double.isInfinite(expected) ? 0 : 1e-10 * Math.abs(expected));
	}

	private static void assertRefused(final String part, final Runnable call) {
		final String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
		assertTrue(message.contains(part), message);
	}
}
