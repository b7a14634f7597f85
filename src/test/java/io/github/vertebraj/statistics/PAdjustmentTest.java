package io.github.vertebraj.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.stream.Stream;

import com.google.gson.Gson;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Golden;

class PAdjustmentTest {

	private static final Map<String, PAdjustment> BY_R = Map.of("bonferroni", PAdjustment.BONFERRONI, "holm",
		PAdjustment.HOLM, "hochberg", PAdjustment.HOCHBERG, "BH", PAdjustment.BENJAMINI_HOCHBERG, "BY",
		PAdjustment.BENJAMINI_YEKUTIELI);

	@TestFactory
	Stream<DynamicTest> asR() {
		return Golden.tests("p_adjust", one -> BY_R.forEach((name, adjustment) -> assertArrayEquals(new Gson().fromJson(one
			.expected(name), double[].class), adjustment.adjust(one.numbers("p")), 1e-12, name)));
	}

	@Test
	void notANumberStaysAndDoesNotCount() {
		for (final PAdjustment adjustment : PAdjustment.values()) {
			final double[] without = adjustment.adjust(0.01, 0.04, 0.03);
			assertArrayEquals(new double[] { without[0], Double.NaN, without[1], without[2] }, adjustment.adjust(0.01, Double.NaN,
				0.04, 0.03));
		}
	}

	@Test
	void fewOrNone() {
		for (final PAdjustment adjustment : PAdjustment.values()) {
			assertArrayEquals(new double[0], adjustment.adjust());
			assertArrayEquals(new double[] { 0.3 }, adjustment.adjust(0.3));
			assertEquals(adjustment, PAdjustment.of(adjustment.key()));
		}
		assertThrows(IllegalArgumentException.class, () -> PAdjustment.HOLM.adjust(0.1, 1.5));
	}

	@Test
	void doesNotChangeWhatItIsGiven() {
		final double[] p = { 0.04, 0.01 };
		assertArrayEquals(new double[] { 0.04, 0.02 }, PAdjustment.HOLM.adjust(p));
		assertArrayEquals(new double[] { 0.04, 0.01 }, p);
	}
}
