package io.github.vertebraj.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BValuesTest {

	private static void assertDistinct(final double[] perFrame, final double... distinct) {
		assertArrayEquals(distinct, BValues.of(perFrame).distinct(), 1e-12);
	}

	private static void assertRefused(final Executable executable, final String message) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
	}

	@Test
	void framesWithinOneUnitAreOneB() {
		assertDistinct(new double[] { 0, 0.003 }, 0.0015);
		assertDistinct(new double[] { 0, 5 }, 0, 5);
		assertDistinct(new double[] { 1000, 0, 999, 1000.5 }, 0, 999.5, 1000.5);
		assertDistinct(new double[] { 1000, 0, 1000, 1000 }, 0, 1000);
		assertDistinct(new double[] { 0, 1, 2 }, 0.5, 2);
		assertEquals(List.of(new BValues.Group(0, List.of(1)), new BValues.Group(1000, List.of(0, 2))), BValues.of(1000, 0,
			1000).groups());
		assertArrayEquals(new double[] { 1000, 0, 1000 }, BValues.of(1000, 0, 1000).perFrame());
	}

	@Test
	void theMinimumIsToTheNearestWholeNumber() {
		final BValues b = BValues.of(0, 0.003, 50, 199.998, 500, 1000);
		assertArrayEquals(new double[] { 199.998, 500, 1000 }, b.atLeast(200).distinct());
		assertArrayEquals(new double[] { 50, 199.998, 500, 1000 }, b.atLeast(1).distinct());
		assertArrayEquals(new double[] { 0.0015, 50, 199.998, 500, 1000 }, b.atLeast(0).distinct());
		assertEquals(6, b.atLeast(200).perFrame().length);
		assertEquals(List.of(3), b.atLeast(200).groups().get(0).frames());
	}

	@Test
	void anAdcNeedsTwo() {
		assertRefused(() -> BValues.of(800).atLeast(0),
			"An ADC needs two different b-values or more, but there is only 800 s/mm²");
		assertRefused(() -> BValues.of(500, 500, 500.5).atLeast(0),
			"An ADC needs two different b-values or more, but there is only 500.1666666666667 s/mm²");
		assertRefused(() -> BValues.of(0, 50, 1000).atLeast(200),
			"An ADC needs two different b-values of at least 200 s/mm², but of 0, 50, 1000 s/mm² only 1000 is");
		assertRefused(() -> BValues.of(0, 50, 1000).atLeast(2000),
			"An ADC needs two different b-values of at least 2000 s/mm², but of 0, 50, 1000 s/mm² none is");
	}

	@Test
	void readsLists() {
		for (final String list : new String[] { "0,500,1000", " 0, 500, 1000 ", "[0,500,1000]", "0 500 1000", "0;500;1e3",
			"0 , 500 ; 1000" })
			assertArrayEquals(new double[] { 0, 500, 1000 }, BValues.parse(list), list);
		assertArrayEquals(new double[] { 1000, 0, 1000 }, BValues.parse("1000,0,1000"));
		assertRefused(() -> BValues.parse("0,five,1000"),
			"'five' in the b-values '0,five,1000' is not a number; expected is a list such as 0,500,1000 (s/mm²)");
		assertRefused(() -> BValues.parse("0,,1000"),
			"'' in the b-values '0,,1000' is not a number; expected is a list such as 0,500,1000 (s/mm²)");
		assertRefused(() -> BValues.parse(" [] "), "b-values are needed, one for each frame, in s/mm²");
		assertRefused(() -> BValues.parse("0,-500"), "A b-value must be 0 s/mm² or more, but one of 0, -500 is -500");
		assertThrows(IllegalArgumentException.class, () -> BValues.of(0, Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> BValues.of(0, Double.POSITIVE_INFINITY));
	}
}
