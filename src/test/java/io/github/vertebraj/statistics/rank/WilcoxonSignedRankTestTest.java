package io.github.vertebraj.statistics.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Golden;
import io.github.vertebraj.statistics.PMethod;

class WilcoxonSignedRankTestTest {

	private static final WilcoxonSignedRankTest TEST = WilcoxonSignedRankTest.withDefaults();

	private static final double[] DIFFERENCES = { 0.3, -1.2, 2.5, 3.1, 0.7, -0.4, 1.9, 2.2 };
	private static final double[] TIED = { 1, 1, -2, 3, 3, 3, -1, 0, 0, 5 };

	@TestFactory
	Stream<DynamicTest> golden() {
		return Golden.tests("wilcoxon_signed_rank", c -> {
			final double[] x = c.numbers("x");
			final double[] y = c.numbers("y");
			final WilcoxonSignedRankTest.Result asymptotic = TEST.with(PMethod.ASYMPTOTIC).test(x, y);
			c.check("V_plus", asymptotic.vPlus());
			c.check("n_nonzero", x.length - asymptotic.zeros());
			c.check("z_nocc", asymptotic.z());
			c.check("p_asym_nocc", asymptotic.pValue());
			c.check("p_asym_cc", TEST.with(PMethod.ASYMPTOTIC_CORRECTED).test(x, y).pValue());
			c.check("p_exact_conditional", TEST.with(PMethod.EXACT).test(x, y).pValue());
			if (c.expects("p_exact")) c.check("p_exact", TEST.test(x, y).pValue());
		});
	}

	@TestFactory
	Stream<DynamicTest> goldenStatistics() {
		return Golden.tests("wilcoxon_signed_rank_from_W", c -> {
			final double w = c.number("W");
			final int n = c.whole("n");
			c.check("z", TEST.with(PMethod.ASYMPTOTIC).ofStatistic(w, n).z());
			c.check("p_asym_nocc", TEST.with(PMethod.ASYMPTOTIC).ofStatistic(w, n).pValue());
			c.check("p_asym_cc", TEST.with(PMethod.ASYMPTOTIC_CORRECTED).ofStatistic(w, n).pValue());
			c.check("p_exact", TEST.ofStatistic(w, n).pValue());
		});
	}

	@Test
	void agreesWithRWithoutTies() { // R 4.2.2 wilcox.test; exact = TRUE, then FALSE with correct = TRUE and FALSE
		assertP(Alternative.TWO_SIDED, 0.109375, 0.1073275577616119, 0.09289194088370531);
		assertP(Alternative.GREATER, 0.0546875, 0.053663778880805951, 0.046445970441852655);
		assertP(Alternative.LESS, 0.9609375, 0.95997104000778266, 0.95355402955814739);
	}

	private static void assertP(final Alternative alternative, final double exact, final double corrected,
		final double asymptotic)
	{
		final WilcoxonSignedRankTest test = TEST.with(alternative);
		assertEquals(exact, test.test(DIFFERENCES).pValue(), 1e-12);
		assertEquals(corrected, test.with(PMethod.ASYMPTOTIC_CORRECTED).test(DIFFERENCES).pValue(), 1e-12);
		assertEquals(asymptotic, test.with(PMethod.ASYMPTOTIC).test(DIFFERENCES).pValue(), 1e-12);
	}

	@Test
	void agreesWithRWithTiesAndZeros() {
		// exactRankTests 0.8.35 wilcox.exact, R 4.2.2 wilcox.test
		assertEquals(0.1171875, TEST.test(TIED).pValue(), 1e-12);
		assertEquals(0.05859375, TEST.with(Alternative.GREATER).test(TIED).pValue(), 1e-12);
		assertEquals(0.10387615706308501, TEST.with(PMethod.ASYMPTOTIC_CORRECTED).test(TIED).pValue(), 1e-12);
		// coin 1.4 wilcoxsign_test(zero.method = "Pratt")
		final WilcoxonSignedRankTest pratt = TEST.with(Zeros.PRATT);
		assertEquals(0.1171875, pratt.test(TIED).pValue(), 1e-12);
		assertEquals(0.95703125, pratt.with(Alternative.LESS).test(TIED).pValue(), 1e-12);
		assertEquals(0.098886908779283633, pratt.with(PMethod.ASYMPTOTIC).test(TIED).pValue(), 1e-12);
		assertEquals(1.6502739940140694, pratt.with(PMethod.ASYMPTOTIC).test(TIED).z(), 1e-12);
	}

	@Test
	void saysWhatItDidWithZerosAndTies() {
		final WilcoxonSignedRankTest.Result result = TEST.test(TIED);
		assertEquals("exact conditional (ties), zeros: dropped", result.summary().variant());
		assertEquals("8 differences that are not zero are few enough to count exactly", result.summary().reason());
		assertEquals(List.of("2 of 10 differences are zero.", "6 differences share their size with another."), result
			.summary().notes());
		assertEquals(2, result.zeros());
		assertEquals(6, result.tied());
		assertEquals("exact", TEST.test(DIFFERENCES).summary().variant());
	}

	@Test
	void estimatesTheCentre() { // R 4.2.2 wilcox.test(conf.int = TRUE)
		assertCentre(TEST.test(DIFFERENCES), 1.175, -0.4, 2.5, 0.95);
		assertCentre(TEST.with(Alternative.GREATER).test(DIFFERENCES), 1.175, -0.05, Double.POSITIVE_INFINITY, 0.95);
		assertCentre(TEST.with(Alternative.LESS).test(DIFFERENCES), 1.175, Double.NEGATIVE_INFINITY, 2.35, 0.95);
		assertCentre(TEST.test(new double[] { 1, 2, 3 }), 2, 1, 3, 0.75);
		assertTrue(TEST.test(new double[] { 4 }).summary().effects().get(0).interval().isEmpty());
	}

	private static void assertCentre(final WilcoxonSignedRankTest.Result result, final double value, final double lower,
		final double upper, final double level)
	{
		final Effect centre = result.summary().effects().get(0);
		assertEquals(value, centre.value(), 1e-12);
		assertEquals(lower, centre.interval().get().lower(), 1e-12);
		assertEquals(upper, centre.interval().get().upper(), 1e-12);
		assertEquals(level, centre.interval().get().level(), 1e-12);
	}

	@Test
	void allZerosGiveOne() {
		for (final PMethod method : PMethod.values())
			for (final Zeros zeros : Zeros.values()) {
				final WilcoxonSignedRankTest.Result result = TEST.with(method).with(zeros).test(new double[] { 0, -0.0, 0 });
				assertEquals(1, result.pValue());
				assertEquals(0, result.vPlus());
				assertEquals(3, result.zeros());
				assertTrue(result.summary().notes().contains("All differences are zero: p is 1."));
			}
	}

	@Test
	void exactCountsAllSigns() {
		final Random random = new Random(11);
		for (int i = 0; i < 60; i++) {
			final double[] differences = values(1 + i % 11, j -> random.nextInt(7) - 3);
			for (final Zeros zeros : Zeros.values()) {
				final WilcoxonSignedRankTest test = TEST.with(zeros).with(PMethod.EXACT);
				assertEquals(enumerated(differences, zeros), test.test(differences).pValue(), 1e-13);
				final double[] turned = values(differences.length, j -> -differences[j - 1]);
				assertEquals(test.with(Alternative.LESS).test(turned).pValue(), test.with(Alternative.GREATER).test(
					differences).pValue(), 1e-13);
			}
		}
	}

	/** By all choices of signs. */
	private static double enumerated(final double[] differences, final Zeros zeros) {
		final SignedRanks signed = SignedRanks.of(differences, zeros);
		final double[] ranks = signed.ranks();
		final double mean = Arrays.stream(ranks).sum() / 2;
		final double distance = Math.abs(signed.plus() - mean) - 1e-9;
		final int sets = 1 << ranks.length;
		return (double) IntStream.range(0, sets).mapToDouble(set -> IntStream.range(0, ranks.length).filter(i -> (set >> i &
			1) == 1).mapToDouble(i -> ranks[i]).sum()).filter(sum -> Math.abs(sum - mean) >= distance).count() / sets;
	}

	@Test
	void manyPairsHold() {
		final double[] x = values(100_000, i -> i * 7919L % 100003 % 50);
		final double[] y = values(100_000, i -> (i * 104729L % 100019 + 300) % 51);
		final WilcoxonSignedRankTest.Result result = TEST.test(x, y);
		// R 4.2.2 wilcox.test(paired = TRUE)
		assertEquals(2339375809.0, result.vPlus());
		assertEquals(4.5425240173764179e-13, result.pValue(), 1e-21);
		assertEquals(PMethod.ASYMPTOTIC_CORRECTED, result.method());
	}

	@Test
	void exactAndAsymptoticMeetForMany() {
		final double[] differences = new Random(3).doubles(500, -0.9, 1).toArray();
		assertEquals(TEST.with(PMethod.ASYMPTOTIC_CORRECTED).test(differences).pValue(), TEST.with(PMethod.EXACT).test(
			differences).pValue(), 1e-3);
	}

	@Test
	void aFractionComesFromTies() {
		assertEquals(PMethod.ASYMPTOTIC_CORRECTED, TEST.ofStatistic(75.5, 25).method());
		assertRefused("comes from ties", () -> TEST.with(PMethod.EXACT).ofStatistic(75.5, 25));
	}

	@Test
	void refusesWhatCannotBeRanked() {
		assertRefused("between 0 and 325.0, but is 326.0", () -> TEST.ofStatistic(326, 25));
		assertRefused("but is NaN", () -> TEST.ofStatistic(Double.NaN, 25));
		assertRefused("at least 1, but is 0", () -> TEST.ofStatistic(0, 0));
		assertRefused("there are 8 and 10", () -> TEST.test(DIFFERENCES, TIED));
		assertRefused("needs at least 1 value", () -> TEST.test(new double[0], new double[0]));
		assertRefused("The second sample has NaN at place 2", () -> TEST.test(new double[2], new double[] { 1,
			Double.NaN }));
		assertRefused("5000 differences that are not zero would take 6e+10 additions", () -> TEST.with(PMethod.EXACT).test(
			values(5000, i -> i)));
	}

	private static double[] values(final int n, final IntToDoubleFunction value) {
		return IntStream.rangeClosed(1, n).mapToDouble(value).toArray();
	}

	private static void assertRefused(final String part, final Runnable call) {
		final String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
		assertTrue(message.contains(part), message);
	}
}
