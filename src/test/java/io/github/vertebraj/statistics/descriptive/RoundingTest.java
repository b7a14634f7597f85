package io.github.vertebraj.statistics.descriptive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

class RoundingTest {

	private static void assertText(final String halfUp, final String truncated, final double value, final int decimals) {
		assertEquals(halfUp, Rounding.HALF_UP.text(value, decimals));
		assertEquals(truncated, Rounding.TRUNCATED.text(value, decimals));
	}

	private static void assertPercentage(final String halfUp, final String truncated, final long count, final long total,
		final int decimals)
	{
		assertEquals(halfUp, new Percentage(count, total).text(decimals, Rounding.HALF_UP));
		assertEquals(truncated, new Percentage(count, total).text(decimals, Rounding.TRUNCATED));
	}

	/** In binary 0.15, 1.005, 2.675 and 8.5e-5 are less than halves, and 0.29 less than 29 hundredths. */
	@Test
	void doublesStandForTheirShortestDecimal() {
		assertText("0.2", "0.1", 0.15, 1);
		assertText("1.01", "1.00", 1.005, 2);
		assertText("2.68", "2.67", 2.675, 2);
		assertText("0.0001", "0.0000", 8.5e-5, 4);
		assertText("0.29", "0.29", 0.29, 2);
		assertText("3", "2", 2.5, 0);
		assertText("200000000000000000000000", "200000000000000000000000", 2e23, 0);
	}

	@Test
	void negativesMirror() {
		assertText("-0.2", "-0.1", -0.15, 1);
		assertText("0.0", "0.0", -0.04, 1);
		assertText("0", "0", -0.0, 0);
	}

	@Test
	void decimalsAreFilled() {
		assertText("12.00", "12.00", 12, 2);
		assertText("0.000", "0.000", Double.MIN_VALUE, 3);
		assertText("NaN", "NaN", Double.NaN, 1);
		assertText("-Infinity", "-Infinity", Double.NEGATIVE_INFINITY, 1);
		assertThrows(IllegalArgumentException.class, () -> Rounding.HALF_UP.text(1, -1));
	}

	@Test
	void percentagesAreExact() {
		assertPercentage("18/31 (58%)", "18/31 (58%)", 18, 31, 0);
		assertPercentage("18/31 (58.1%)", "18/31 (58.0%)", 18, 31, 1);
		assertPercentage("17/200 (9%)", "17/200 (8%)", 17, 200, 0);
		assertPercentage("22/31 (70.97%)", "22/31 (70.96%)", 22, 31, 2);
		assertPercentage("1/16 (6.3%)", "1/16 (6.2%)", 1, 16, 1);
		assertPercentage("0/7 (0.0%)", "0/7 (0.0%)", 0, 7, 1);
		assertPercentage("7/7 (100.0%)", "7/7 (100.0%)", 7, 7, 1);
		assertPercentage("0/0", "0/0", 0, 0, 1);
		assertEquals("9", Rounding.HALF_UP.ratio(new BigDecimal("850"), new BigDecimal(100), 0).toPlainString());
	}

	@Test
	void emptyGroupsAndBadCounts() {
		assertTrue(Double.isNaN(new Percentage(0, 0).value()));
		assertEquals("0 of 0 has no percentage; leave the empty group out", assertThrows(IllegalArgumentException.class,
			() -> new Percentage(0, 0).rounded(1, Rounding.HALF_UP)).getMessage());
		assertEquals("A count must lie between 0 and its total, but is 8 of 7", assertThrows(IllegalArgumentException.class,
			() -> new Percentage(8, 7)).getMessage());
		assertThrows(IllegalArgumentException.class, () -> new Percentage(-1, 7));
		assertEquals(Rounding.TRUNCATED, Rounding.of("Truncated"));
	}
}
