package io.github.vertebraj.statistics.mean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Golden;

class ShapiroWilkTestTest {

	@TestFactory
	Stream<DynamicTest> golden() {
		return Golden.tests("t_raw", c -> {
			for (final String sample : new String[] { "x", "y" }) {
				final ShapiroWilkTest.Result result = test(c.numbers(sample));
				c.check("shapiro_" + sample + "_W", result.statistic());
				c.check("shapiro_" + sample + "_p", result.pValue());
			}
		});
	}

	@Test
	void agreesWithR() { // R 4.2.2 shapiro.test
		assertResult(0.96428571428571419, 0.6368868450289632, 1, 2, 4);
		assertResult(0.92020267879193995, 0.53808377727496992, 1, 2, 4, 8);
		assertResult(0.45297098814987968, 4.135612091439515e-06, 1, 1, 1, 1, 1, 1, 2);
		assertResult(0.98676215544771939, 0.9671739359680398, values(5, i -> i));
		assertResult(0.91863204475925186, 0.30741084749323166, values(11, i -> i * i));
		assertResult(0.84727055479181601, 0.033977110009628622, values(12, i -> i * i * i));
		assertResult(0.94693150234563006, 3.8027547015929554e-39, values(5000, Math::sqrt));
		assertResult(0.86995937703197224, 0.18547602239499034, 1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 8, 1e9 + 9, 1e9 + 3,
			1e9 + 3);
	}

	@Test
	void scaleAndSignChangeNothing() {
		final double[] values = { 1, 2, 4, 8, 9, 3, 3 };
		for (final double factor : new double[] { -1, 1e-300, 1e150, 1e300 })
			assertEquals(test(values).pValue(), test(Arrays.stream(values).map(v -> v * factor).toArray()).pValue(), 1e-12);
	}

	@Test
	void refusesWhatHasNoShape() {
		assertRefused("at least 3 values", 1, 2);
		assertRefused("up to 5000 values, but there are 5001", values(5001, i -> i));
		assertRefused("All 3 values are essentially 7.0", 7, 7, 7);
		assertRefused("All 4 values are essentially 0.0", new double[4]);
		assertRefused("has NaN at place 3", 1, 2, Double.NaN);
	}

	private static ShapiroWilkTest.Result test(final double... values) {
		return ShapiroWilkTest.withDefaults().test(values);
	}

	private static double[] values(final int n, final IntToDoubleFunction value) {
		return IntStream.rangeClosed(1, n).mapToDouble(value).toArray();
	}

	private static void assertResult(final double w, final double p, final double... values) {
		assertEquals(w, test(values).statistic(), 1e-10 * w);
		assertEquals(p, test(values).pValue(), 1e-9 * p);
	}

	private static void assertRefused(final String part, final double... values) {
		final String message = assertThrows(IllegalArgumentException.class, () -> test(values)).getMessage();
		assertTrue(message.contains(part), message);
	}
}
