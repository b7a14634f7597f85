package io.github.vertebraj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {

	@Test
	void pValuesAreThoseOfPapers() {
		assertEquals("p = 0.012", Numbers.pValue(0.0123));
		assertEquals("p < 0.001", Numbers.pValue(0.00099));
		assertEquals("p = 0.001", Numbers.pValue(0.001));
		assertEquals("p = 0.0499", Numbers.pValue(0.04996), "not 0.050, which is not significant");
		assertEquals("p = 0.050", Numbers.pValue(0.05));
		assertEquals("p > 0.999", Numbers.pValue(1));
		assertEquals("p not defined", Numbers.pValue(Double.NaN));
	}

	@Test
	void numbersHaveTheDigitsThatWereAskedFor() {
		assertEquals("0.01235", Numbers.digits(0.0123456, 4));
		assertEquals("1.2E-9", Numbers.digits(1.2e-9, 4));
		assertEquals("0", Numbers.digits(0, 4));
		assertEquals("Infinity", Numbers.digits(Double.POSITIVE_INFINITY, 4));
		assertEquals("0.980", Numbers.decimals(0.98, 3));
		assertEquals("95%", Numbers.percent(0.95));
	}
}
