package io.github.vertebraj.statistics.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Golden;
import io.github.vertebraj.statistics.PMethod;

/** McNemar's and Cochran's test. */
class PairedBinaryTestsTest {

	private static final McNemarTest MC_NEMAR = McNemarTest.withDefaults();
	private static final CochranQTest COCHRAN = CochranQTest.withDefaults();

	private static McNemarTest.Result mcNemar(final PMethod method, final int[]... counts) {
		return MC_NEMAR.with(method).test(CountTable.of(counts));
	}

	@TestFactory
	Stream<DynamicTest> mcNemar() {
		return Golden.tests("mcnemar", one -> {
			final int[][] counts = one.counts("table");
			one.check("corrected", mcNemar(PMethod.ASYMPTOTIC_CORRECTED, counts).statistic());
			one.check("corrected_p", mcNemar(PMethod.ASYMPTOTIC_CORRECTED, counts).pValue());
			one.check("uncorrected", mcNemar(PMethod.ASYMPTOTIC, counts).statistic());
			one.check("uncorrected_p", mcNemar(PMethod.ASYMPTOTIC, counts).pValue());
			one.check("exact_p", mcNemar(PMethod.EXACT, counts).pValue());
			one.check("exact_p", mcNemar(PMethod.AUTO, counts).pValue());
		});
	}

	@Test
	void mcNemarChoosesAndSaysWhy() {
		assertEquals("exact", mcNemar(PMethod.AUTO, new int[] { 3, 12 }, new int[] { 12, 3 }).summary().variant());
		final var many = mcNemar(PMethod.AUTO, new int[] { 3, 13 }, new int[] { 12, 3 }).summary();
		assertEquals("asymptotic", many.variant());
		assertTrue(many.reason().startsWith("25 discordant pairs"));
	}

	@Test
	void mcNemarWithoutDiscordantPairs() {
		for (final PMethod method : PMethod.values()) {
			final var summary = mcNemar(method, new int[] { 3, 0 }, new int[] { 0, 4 }).summary();
			assertEquals(1, summary.pValue());
			assertFalse(summary.notes().isEmpty());
		}
	}

	@Test
	void mcNemarOfPairs() {
		final McNemarTest.Result result = MC_NEMAR.test(new int[] { 1, 1, 0, 0, 1 }, new int[] { 1, 0, 1, 0, 0 });
		assertEquals(2, result.firstOnly());
		assertEquals(1, result.secondOnly());
		assertEquals(1, result.pValue());
		assertThrows(IllegalArgumentException.class, () -> MC_NEMAR.test(new int[] { 1 }, new int[] { 1, 0 }));
		assertThrows(IllegalArgumentException.class, () -> MC_NEMAR.test(new int[] { 2 }, new int[] { 1 }));
		assertThrows(IllegalArgumentException.class, () -> MC_NEMAR.test(new int[0], new int[0]));
	}

	/**
	 * Odds ratio: R 4.2.2, ci <- binom.test(12, 17)$conf.int; ci / (1 - ci). Difference: Newcombe 1998, table III, method
	 * 10: (36, 12, 2, 0) of 50 gives 0.0569 to 0.3404.
	 */
	@Test
	void mcNemarEffects() {
		assertEffect(mcNemar(PMethod.EXACT, new int[] { 30, 12 }, new int[] { 5, 40 }), 1, 2.4, 0.78704589417281612,
			8.69598111868026891, 1e-10);
		assertEffect(mcNemar(PMethod.EXACT, new int[] { 36, 12 }, new int[] { 2, 0 }), 0, 0.2, 0.0569, 0.3404, 5e-5);
	}

	private static void assertEffect(final McNemarTest.Result result, final int index, final double value,
		final double lower, final double upper, final double tolerance)
	{
		final Effect effect = result.summary().effects().get(index);
		assertEquals(value, effect.value(), 1e-14);
		assertEquals(lower, effect.interval().orElseThrow().lower(), tolerance);
		assertEquals(upper, effect.interval().orElseThrow().upper(), tolerance);
	}

	@TestFactory
	Stream<DynamicTest> cochran() {
		return Golden.tests("cochran_q", one -> {
			final CochranQTest.Result result = COCHRAN.test(one.counts("x"));
			one.check("Q", result.statistic());
			one.check("df", result.summary().degreesOfFreedom().get(0));
			one.check("p", result.pValue());
		});
	}

	@Test
	void cochranOfTwoSamplesIsMcNemar() {
		final int[][] values = new int[87][];
		Arrays.fill(values, 0, 30, new int[] { 1, 1 });
		Arrays.fill(values, 30, 42, new int[] { 1, 0 });
		Arrays.fill(values, 42, 47, new int[] { 0, 1 });
		Arrays.fill(values, 47, 87, new int[] { 0, 0 });
		final CochranQTest.Result result = COCHRAN.test(values);
		assertEquals(mcNemar(PMethod.ASYMPTOTIC, new int[] { 30, 12 }, new int[] { 5, 40 }).statistic(), result.statistic(),
			1e-14);
		assertEquals(17, result.informative());
	}

	@Test
	void cochranOfConstantSubjects() {
		final var summary = COCHRAN.test(new int[][] { { 1, 1, 1 }, { 0, 0, 0 } }).summary();
		assertEquals(1, summary.pValue());
		assertFalse(summary.notes().isEmpty());
	}

	@Test
	void cochranRefusesWhatIsNoMatrixOfZeroAndOne() {
		assertThrows(IllegalArgumentException.class, () -> COCHRAN.test(new int[0][]));
		assertThrows(IllegalArgumentException.class, () -> COCHRAN.test(new int[][] { { 1 } }));
		assertThrows(IllegalArgumentException.class, () -> COCHRAN.test(new int[][] { { 1, 0 }, { 1 } }));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> COCHRAN.test(new int[][] { { 1, 0 }, { 1, 3 } }))
			.getMessage().contains("Subject 2 has 3 in sample 2"));
	}
}
