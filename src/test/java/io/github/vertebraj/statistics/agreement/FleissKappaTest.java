package io.github.vertebraj.statistics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Golden;

class FleissKappaTest {

	private static final int[][] TEXTBOOK = { { 0, 0, 0, 0, 14 }, { 0, 2, 6, 4, 2 }, { 0, 0, 3, 5, 6 }, { 0, 3, 9, 2, 0 },
		{ 2, 2, 8, 1, 1 }, { 7, 7, 0, 0, 0 }, { 3, 2, 6, 3, 0 }, { 2, 5, 3, 2, 2 }, { 6, 5, 2, 1, 0 }, { 0, 2, 2, 3, 7 } };

	private static final int[][] SIX = { { 3, 0, 0 }, { 2, 1, 0 }, { 0, 3, 0 }, { 0, 1, 2 }, { 1, 1, 1 }, { 0, 0, 3 } };

	private static FleissKappa.Result kappa(final int[]... counts) {
		return FleissKappa.withDefaults().test(counts);
	}

	@TestFactory
	Stream<DynamicTest> golden() {
		return Golden.tests("fleiss_kappa", one -> {
			final var result = kappa(one.counts("counts"));
			one.check("kappa", result.kappa());
			one.check("Pbar", result.observed());
			one.check("Pe", result.expected());
			one.check("se0", result.errorByChance());
			one.check("z", result.statistic());
			one.check("p", result.pValue());
		});
	}

	/** κ, the error over subjects, its interval, the error by chance. */
	private static void assertKappa(final FleissKappa.Result result, final double... expected) {
		final double[] actual = { result.kappa(), result.error(), result.interval().lower(), result.interval().upper(), result
			.errorByChance() };
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], actual[i], 1e-12 * Math.abs(expected[i]), "value " + i);
	}

	/**
	 * κ: statsmodels 0.13.5 fleiss_kappa(x). Errors and intervals: Gwet's and Fleiss, Nee and Landis' formulas in R 4.2.2,
	 * k + c(-1, 1) * qt(.975, n - 1) * se (scipy 1.10.1's t.isf is 2e-11 off); the jackknife gives 0.1006, 0.299 and 0.01248
	 * for Gwet's error.
	 */
	@Test
	void agreesWithStatsmodelsAndGwet() {
		assertKappa(kappa(TEXTBOOK), 0.20993070442195522, 0.09237111160600824, 0.00097273266679126502, 0.41888867617711917,
			0.016965069224393132);
		assertKappa(kappa(SIX), 0.4166666666666666, 0.2713136766016618, -0.28076734216527, 1.1141006754986034,
			0.16666666666666666);
		assertKappa(kappa(IntStream.range(0, 2000).map(i -> i * 7 % 5).mapToObj(a -> new int[] { a, 4 - a }).toArray(
			int[][]::new)), 0.3333333333333335, 0.012475310506824126, 0.3088673604158066, 0.35779930625086037,
			0.009128709291752768);
	}

	@Test
	void categoriesHaveTheirOwn() {
		final double[] expected = { 0.20128205128205134, 0.07967032967032983, 0.17159763313609455, 0.030381383322559796,
			0.5076566951566952 };
		final var categories = kappa(TEXTBOOK).categories();
		for (int j = 0; j < 5; j++) {
			assertEquals(expected[j], categories.get(j).kappa(), 1e-12);
			assertEquals(expected[j] / 0.033149677206589796, categories.get(j).z(), 1e-11);
		}
		assertEquals(20 / 140.0, categories.get(0).share(), 1e-15);
	}

	@Test
	void oneSided() {
		assertEquals(kappa(SIX).pValue() / 2, FleissKappa.withDefaults().with(Alternative.GREATER).test(SIX).pValue(), 1e-16);
	}

	@Test
	void labelsCountLikeTheirTable() {
		final var order = List.of("a", "b", "c");
		final var result = FleissKappa.withDefaults().test(List.of(List.of("a", "a"), List.of("b", "a"), List.of("c", "c")),
			order);
		assertKappa(result, kappa(new int[][] { { 2, 0, 0 }, { 1, 1, 0 }, { 0, 0, 2 } }).kappa());
	}

	@Test
	void perfectAgreement() {
		final var result = kappa(new int[][] { { 3, 0 }, { 0, 3 }, { 3, 0 } });
		assertEquals(1, result.kappa(), 0);
		assertEquals(0, result.error(), 1e-15);
		assertTrue(result.summary().notes().toString().contains("no width"), result.summary().notes()::toString);
	}

	@Test
	void oneCategoryOnlyHasNoKappa() {
		final var result = kappa(new int[][] { { 0, 3 }, { 0, 3 } });
		assertTrue(Double.isNaN(result.kappa()) && Double.isNaN(result.pValue()));
		assertEquals(List.of("Category 1 has no rating: there is no kappa of it.",
			"Category 2 has every rating: there is no kappa of it.",
			"All ratings are of one category: there is no kappa."), result.summary().notes());
	}

	@Test
	void anUnusedCategoryChangesNothing() {
		final int[][] wider = Stream.of(SIX).map(row -> new int[] { row[0], 0, row[1], row[2] }).toArray(int[][]::new);
		final var plain = kappa(SIX);
		assertKappa(kappa(wider), plain.kappa(), plain.error(), plain.interval().lower(), plain.interval().upper(), plain
			.errorByChance());
	}

	@Test
	void manySubjects() {
		final int[][] counts = IntStream.range(0, 200_000).mapToObj(i -> SIX[i % 6]).toArray(int[][]::new);
		assertEquals(kappa(SIX).kappa(), kappa(counts).kappa(), 1e-4);
	}

	private static void assertRefused(final String part, final int[]... counts) {
		final var error = assertThrows(IllegalArgumentException.class, () -> kappa(counts));
		assertTrue(error.getMessage().contains(part), error::getMessage);
	}

	@Test
	void badInputIsRefused() {
		assertRefused("Subject 3 has 2 ratings, but subject 1 has 3", new int[][] { { 3, 0 }, { 1, 2 }, { 1, 1 } });
		assertRefused("Subject 2 has a negative count: -1", new int[][] { { 3, 0 }, { 4, -1 } });
		assertRefused("Subject 2 has 3 categories", new int[][] { { 3, 0 }, { 1, 1, 1 } });
		assertRefused("at least two raters, but subject 1 has 1", new int[][] { { 1, 0 }, { 0, 1 } });
		assertRefused("at least two subjects, but has 1", new int[][] { { 3, 0 } });
		assertRefused("at least two subjects, but has 0");
		assertRefused("at least two categories, but has 1", new int[][] { { 3 }, { 3 } });
	}
}
