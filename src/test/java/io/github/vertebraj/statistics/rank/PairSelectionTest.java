package io.github.vertebraj.statistics.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PairSelectionTest {

	@Test
	void selectsWhatSortingFinds() {
		for (int seed = 0; seed < 20; seed++) {
			assertSame(seed, v -> v);
			assertSame(seed, v -> Math.rint(v * 3));
			assertSame(seed, v -> Math.rint(v));
			assertSame(seed, v -> v * 1e-300);
			assertSame(seed, v -> v * 1e307);
			assertSame(seed, v -> 1e9 + v);
			assertSame(seed, v -> Math.pow(10, 60 * v));
		}
	}

	@Test
	void pairsOfEqualValuesAreEqual() {
		final double[] equal = new double[1000];
		assertEquals(0, PairSelection.ofDifferences(equal, equal).median());
		assertEquals(0, PairSelection.ofMeans(equal).kth(1));
		assertEquals(-0.5, PairSelection.ofDifferences(new double[] { 1 }, new double[] { 1.5 }).median());
	}

	private static void assertSame(final int seed, final DoubleUnaryOperator map) {
		final double[] x = new Random(seed).doubles(1 + seed * 2 % 17, -1, 1).map(map).sorted().toArray();
		final double[] y = new Random(~seed).doubles(1 + seed * 3 % 13, -1, 1).map(map).sorted().toArray();
		assertSame(Arrays.stream(x).flatMap(a -> Arrays.stream(y).map(b -> a - b)), PairSelection.ofDifferences(x, y));
		assertSame(IntStream.range(0, x.length).boxed().flatMapToDouble(i -> Arrays.stream(x, i, x.length).map(b -> x[i] /
			2 + b / 2)), PairSelection.ofMeans(x));
	}

	private static void assertSame(final DoubleStream pairs, final PairSelection selection) {
		final double[] sorted = pairs.sorted().toArray();
		assertEquals(sorted.length, selection.size());
		for (int k = 1; k <= sorted.length; k++)
			assertEquals(sorted[k - 1] + 0.0, selection.kth(k));
		assertEquals(sorted[(sorted.length - 1) / 2] / 2 + sorted[sorted.length / 2] / 2, selection.median(), Math.ulp(
			selection.median()));
	}
}
