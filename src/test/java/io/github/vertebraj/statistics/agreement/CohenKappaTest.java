package io.github.vertebraj.statistics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.Golden;

class CohenKappaTest {

	private static final int[][] FOUR = { { 44, 7, 2, 0 }, { 9, 31, 12, 1 }, { 1, 8, 25, 6 }, { 0, 2, 5, 19 } };

	private static final Map<String, KappaWeights> GOLDEN = Map.of("un", KappaWeights.NONE, "lin", KappaWeights.LINEAR,
		"quad", KappaWeights.QUADRATIC);

	private static CohenKappa.Result kappa(final KappaWeights weights, final int[]... counts) {
		return CohenKappa.withDefaults().with(weights).test(CountTable.of(counts));
	}

	@TestFactory
	Stream<DynamicTest> golden() {
		return Golden.tests("cohen_kappa", one -> {
			final var result = kappa(GOLDEN.get(one.text("weights")), one.counts("table"));
			one.check("kappa", result.kappa());
			one.check("po", result.observed());
			one.check("pe", result.expected());
			one.check("ase", result.error());
			one.check("ase0", result.errorByChance());
			one.check("z", result.statistic());
			one.check("p", result.pValue());
			one.check("lo", result.interval().lower());
			one.check("hi", result.interval().upper());
		});
	}

	/** κ, its errors, z, p and interval. */
	private static void assertKappa(final CohenKappa.Result result, final double... expected) {
		final double[] actual = { result.kappa(), result.error(), result.errorByChance(), result.statistic(), result
			.pValue(), result.interval().lower(), result.interval().upper() };
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], actual[i], 1e-12 * Math.abs(expected[i]) + 1e-300, "value " + i);
	}

	/** statsmodels 0.13.5: cohens_kappa(FOUR, wt=None, 'linear', 'quadratic'); κ and the plain error also psych 2.2.9. */
	@Test
	void agreesWithStatsmodels() {
		assertKappa(kappa(KappaWeights.NONE, FOUR), 0.580719345046454, 0.04787237897927242, 0.04506922737185039,
			12.885052149998986, 5.463855866831781e-38, 0.4868912063928276, 0.6745474837000802);
		assertKappa(kappa(KappaWeights.LINEAR, FOUR), 0.7052056704624681, 0.037924863382536554, 0.054162412450814004,
			13.020204207168206, 9.391940284709815e-39, 0.6308743041140945, 0.7795370368108416);
		assertKappa(kappa(KappaWeights.QUADRATIC, FOUR), 0.8131350226465908, 0.031092708040863268, 0.07623538562102011,
			10.6661101799738, 1.4663725950359448e-26, 0.7521944347046798, 0.8740756105885017);
	}

	/** psych 2.2.9: cohen.kappa(x)$kappa, sqrt($var.kappa). */
	@Test
	void agreesWithPsych() {
		assertKappa(kappa(KappaWeights.NONE, new int[][] { { 40000, 3000 }, { 2500, 54500 } }), 0.887640449438202,
			0.00147252088739849);
		assertKappa(kappa(KappaWeights.NONE, new int[][] { { 1, 12 }, { 14, 2 } }), -0.786729857819905, 0.117694171557891);
	}

	@ParameterizedTest
	@EnumSource
	void twoCategoriesKnowNoDistance(final KappaWeights weights) {
		assertKappa(kappa(weights, new int[][] { { 35, 5 }, { 0, 60 } }), 0.893617021276596, 0.0461081190638706);
	}

	@ParameterizedTest
	@EnumSource
	void exchangingReadersOrReversingTheOrderChangesNothing(final KappaWeights weights) {
		final int[][] exchanged = new int[4][4];
		final int[][] reversed = new int[4][4];
		for (int i = 0; i < 4; i++)
			for (int j = 0; j < 4; j++) {
				exchanged[j][i] = FOUR[i][j];
				reversed[3 - i][3 - j] = FOUR[i][j];
			}
		final var plain = kappa(weights, FOUR);
		for (final int[][] other : List.of(exchanged, reversed))
			assertKappa(kappa(weights, other), plain.kappa(), plain.error(), plain.errorByChance());
	}

	@Test
	void anUnusedCategoryChangesWeightedKappaOnly() {
		final int[][] unused = { { 10, 2, 0 }, { 3, 12, 0 }, { 0, 0, 0 } };
		final int[][] two = { { 10, 2 }, { 3, 12 } };
		assertKappa(kappa(KappaWeights.NONE, unused), kappa(KappaWeights.NONE, two).kappa());
		assertEquals(1 - (5 / 54.0) / (363 / 27.0 / 54), kappa(KappaWeights.LINEAR, unused).kappa(), 1e-12);
	}

	@Test
	void perfectAgreementHasNoWidth() {
		final var result = kappa(KappaWeights.LINEAR, new int[][] { { 5, 0, 0 }, { 0, 7, 0 }, { 0, 0, 9 } });
		assertEquals(1, result.kappa(), 0);
		assertEquals(0, result.error(), 0);
		assertEquals(1, result.interval().lower(), 0);
		assertTrue(result.summary().notes().get(0).contains("no width"), result.summary().notes()::toString);
	}

	@ParameterizedTest
	@EnumSource
	void oneCategoryOnlyHasNoKappa(final KappaWeights weights) {
		final var result = kappa(weights, new int[][] { { 0, 0, 0 }, { 0, 12, 0 }, { 0, 0, 0 } });
		for (final double value : new double[] { result.kappa(), result.error(), result.errorByChance(), result.pValue(),
			result.interval().lower() })
			assertTrue(Double.isNaN(value));
		assertTrue(result.summary().notes().get(0).contains("one and the same category"));
		assertEquals(1, result.agreement(), 0);
	}

	@ParameterizedTest
	@EnumSource
	void aConstantReaderLeavesZeroOnly(final KappaWeights weights) {
		final var result = kappa(weights, new int[][] { { 7, 5, 1 }, { 0, 0, 0 }, { 0, 0, 0 } });
		assertEquals(0, result.kappa(), 1e-15);
		assertEquals(0, result.errorByChance(), 0);
		assertEquals(1, result.pValue(), 0);
		assertTrue(Double.isNaN(result.statistic()));
		assertTrue(result.summary().notes().get(0).contains("can only be 0"));
	}

	@Test
	void margins2x2ThatLinearWeightsCannotTellApart() {
		final var result = kappa(KappaWeights.LINEAR, new int[][] { { 0, 0, 3, 4 }, { 0, 0, 5, 1 }, { 0, 0, 0, 0 }, { 0, 0,
			0, 0 } });
		assertEquals(0, result.kappa(), 1e-15);
		assertEquals(1, result.pValue(), 0);
	}

	@Test
	void oneSubject() {
		assertTrue(Double.isNaN(kappa(KappaWeights.NONE, new int[][] { { 1, 0 }, { 0, 0 } }).kappa()));
		assertEquals(0, kappa(KappaWeights.NONE, new int[][] { { 0, 1 }, { 0, 0 } }).kappa(), 0);
	}

	/** Agreement: R 4.2.2 prop.test(119, 172, correct=FALSE)$conf.int. Indices by hand (Byrt 1993). */
	@Test
	void agreementStandsBeside() {
		final var four = kappa(KappaWeights.QUADRATIC, FOUR);
		assertEquals(119 / 172.0, four.agreement(), 1e-15);
		assertEquals(0.61929552705258, four.agreementInterval().lower(), 1e-12);
		assertEquals(0.75604257832165, four.agreementInterval().upper(), 1e-12);
		assertEquals((4 * 119 / 172.0 - 1) / 3, four.adjusted(), 1e-15);
		assertTrue(four.biasIndex().isEmpty());
		final var two = kappa(KappaWeights.NONE, new int[][] { { 80, 9 }, { 4, 7 } });
		assertEquals(0.73, two.prevalenceIndex().getAsDouble(), 1e-15);
		assertEquals(0.05, two.biasIndex().getAsDouble(), 1e-15);
		assertEquals(2 * 0.87 - 1, two.adjusted(), 1e-15);
	}

	@Test
	void oneSidedAlternatives() {
		final CohenKappa plain = CohenKappa.withDefaults();
		final CountTable table = CountTable.of(FOUR);
		final double p = plain.test(table).pValue();
		assertEquals(p / 2, plain.with(Alternative.GREATER).test(table).pValue(), 1e-12 * p);
		assertEquals(1, plain.with(Alternative.LESS).test(table).pValue(), 1e-15);
		assertFalse(plain.withLevel(0.9).test(table).interval().lower() <= plain.test(table).interval().lower());
	}

	@Test
	void anIntervalBeyondOneIsNoted() {
		final var result = kappa(KappaWeights.NONE, new int[][] { { 5, 0 }, { 1, 5 } });
		assertTrue(result.interval().upper() > 1);
		assertTrue(result.summary().notes().get(0).contains("not cut off at 1"));
	}

	@Test
	void labelsCountLikeTheirTable() {
		final var order = List.of("none", "mild", "severe");
		final var result = CohenKappa.withDefaults().with(KappaWeights.LINEAR).test(List.of("none", "mild", "mild", "none"),
			List.of("none", "none", "mild", "none"), order);
		assertKappa(result, kappa(KappaWeights.LINEAR, new int[][] { { 2, 0, 0 }, { 1, 1, 0 }, { 0, 0, 0 } }).kappa());
		final List<String> many = Collections.nCopies(100_000, "mild");
		assertEquals(1, CohenKappa.withDefaults().test(many, many, order).agreement(), 0);
	}

	private static void assertRefused(final String part, final Runnable act) {
		final var error = assertThrows(IllegalArgumentException.class, act::run);
		assertTrue(error.getMessage().contains(part), error::getMessage);
	}

	@Test
	void badInputIsRefused() {
		final CohenKappa kappa = CohenKappa.withDefaults();
		final var order = List.of("a", "b");
		assertRefused("2 x 3", () -> kappa(KappaWeights.NONE, new int[2][3]));
		assertRefused("at least one subject", () -> kappa(KappaWeights.NONE, new int[2][2]));
		assertRefused("3 and 2", () -> kappa.test(List.of("a", "b", "a"), List.of("a", "b"), order));
		assertRefused("'c' of the second reader for subject 2", () -> kappa.test(List.of("a", "b"), List.of("a", "c"),
			order));
		assertRefused("no ratings", () -> kappa.test(List.of(), List.of(), order));
		assertRefused("at least two categories", () -> kappa.test(List.of("a"), List.of("a"), List.of("a")));
		assertRefused("twice", () -> kappa.test(List.of("a"), List.of("a"), List.of("a", "a")));
		assertRefused("confidence level", () -> kappa.withLevel(Double.NaN));
		assertRefused("none, linear, quadratic", () -> KappaWeights.of("squared"));
	}
}
