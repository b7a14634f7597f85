package io.github.vertebraj.statistics.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class MidRanksTest {

	@Test
	void equalValuesShareTheMeanOfTheirRanks() {
		assertRanks(new double[] { 3, 1, 3, 2, 3 }, 24, 4, 1, 4, 2, 4);
		assertRanks(new double[] { 5, -1e300, 1e-300 }, 0, 3, 1, 2);
		assertRanks(new double[] { 7 }, 0, 1);
		assertRanks(new double[0], 0);
	}

	@Test
	void minusZeroIsZero() {
		assertRanks(new double[] { 0.0, -0.0, -1 }, 6, 2.5, 2.5, 1);
	}

	@Test
	void aMillionEqualValuesDoNotOverflow() {
		final MidRanks ranks = MidRanks.of(new double[1_000_000]);
		assertEquals(1e18 - 1e6, ranks.tieTerm(), 0);
		assertEquals(500_000.5, ranks.ranks()[999_999], 0);
	}

	@Test
	void fallingValuesRankBackwards() {
		final MidRanks ranks = MidRanks.of(IntStream.range(0, 1000).mapToDouble(i -> -i).toArray());
		assertFalse(ranks.hasTies());
		assertArrayEquals(IntStream.range(0, 1000).mapToDouble(i -> 1000 - i).toArray(), ranks.ranks());
	}

	private static void assertRanks(final double[] values, final double tieTerm, final double... expected) {
		final MidRanks ranks = MidRanks.of(values);
		assertArrayEquals(expected, ranks.ranks());
		assertEquals(tieTerm, ranks.tieTerm(), 0);
		assertEquals(tieTerm > 0, ranks.hasTies());
	}
}
