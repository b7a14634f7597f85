package io.github.vertebraj.statistics.agreement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.vertebraj.statistics.Golden;

class BlandAltmanTest {

	private static final double[] FIRST = { 512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259,
		350, 451 };
	private static final double[] SECOND = { 525, 415, 508, 444, 500, 625, 460, 390, 642, 432, 420, 605, 227, 467, 268,
		370, 443 };

	private static final BlandAltman DEFAULTS = BlandAltman.withDefaults();

	@TestFactory
	Stream<DynamicTest> golden() {
		return Golden.tests("bland_altman", one -> {
			final var result = DEFAULTS.test(one.numbers("a"), one.numbers("b"));
			one.check("bias", result.bias());
			one.check("sd", result.sd());
			one.check("lo", result.lower().value());
			one.check("hi", result.upper().value());
		});
	}

	private static void assertAll(final double[] expected, final double... actual) {
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], actual[i], 1e-11 * Math.abs(expected[i]), "value " + i);
	}

	/** Bias, SD, interval of the bias, t, p; then the limits, each with its interval. */
	private static void assertLimits(final BlandAltman.Result result, final double... expected) {
		assertAll(expected, result.bias(), result.sd(), result.biasInterval().lower(), result.biasInterval().upper(), result
			.statistic(), result.pValue(), result.lower().value(), result.lower().interval().lower(), result.lower().interval()
				.upper(), result.upper().value(), result.upper().interval().lower(), result.upper().interval().upper());
	}

	private static void assertTrend(final BlandAltman.Result result, final double... expected) {
		final ProportionalBias trend = result.trend().orElseThrow();
		assertAll(expected, trend.slope(), trend.error(), trend.t(), trend.pValue(), trend.interval().lower(), trend
			.interval().upper());
	}

	/** R 4.2.2: t.test(d); mean(d) + c(-1, 1) * 1.96 * sd(d) ± qt(.975, 16) * sd(d) * sqrt(1/17 + 1.96^2/32); lm(d ~ m). */
	@Test
	void absolute() {
		final var result = DEFAULTS.test(FIRST, SECOND);
		assertLimits(result, -2.88235294117647, 28.8723101624662, -17.727125030905, 11.962419148552, -0.411613949833144,
			0.686083585482723, -59.4720808596102, -85.358443634118, -33.5857180851023, 53.7073749772572, 27.8210122027494,
			79.593737751765);
		assertTrend(result, 0.0162191564501060, 0.0668535966346164, 0.2426070887218029, 0.8115958002593989,
			-0.126275911715784, 0.158714224615996);
	}

	/** R, as above, with d = 100 * (a - b) / m. */
	@Test
	void percent() {
		final var result = DEFAULTS.with(DifferenceScale.PERCENT).test(FIRST, SECOND);
		assertLimits(result, -0.595734435863641, 7.35879102920316, -4.37927565822383, 3.18780678649655, -0.333787981495313,
			0.742874210269791, -15.0189648531018, -21.6167165775685, -8.42121312863519, 13.8274959813746, 7.22974425690791,
			20.4252477058412);
		assertTrend(result, -0.00152905461062481, 0.01706805184065601, -0.08958577258258663, 0.92980163304349595);
	}

	/** R, as above, with d = log(a / b) and m = (log(a) + log(b)) / 2. */
	@Test
	void logRatio() {
		final var result = DEFAULTS.with(DifferenceScale.LOG_RATIO).test(FIRST, SECOND);
		assertLimits(result, -0.00600854687530222, 0.0738194461591967, -0.0439630038569897, 0.0319459101063853,
			-0.335600911579849, 0.741532111613087, -0.150694661347328, -0.216879769235729, -0.0845095534589262,
			0.138677567596723, 0.0724924597083218, 0.204862675485125);
		assertTrend(result, -0.0219840200024780, 0.0715346335744214, -0.3073199498478852, 0.7628253592457936);
		final var ratio = result.summary().effects().stream().filter(one -> one.name().equals(
			"upper limit of agreement as ratio")).findFirst().orElseThrow();
		assertEquals(Math.exp(0.138677567596723), ratio.value(), 1e-11);
		assertEquals(Math.exp(0.204862675485125), ratio.interval().orElseThrow().upper(), 1e-11);
	}

	/** R 4.2.2: mean(d) + k * sd(d) and mean(d) - rev(k) * sd(d) with k = qt(c(.025, .975), 16, 1.96 * sqrt(17)) / sqrt(17). */
	@Test
	void exactIntervals() {
		final var result = DEFAULTS.with(LimitsInterval.EXACT).test(FIRST, SECOND);
		assertEquals(-93.7817339890159, result.lower().interval().lower(), 1e-8);
		assertEquals(-40.8511302706106, result.lower().interval().upper(), 1e-8);
		assertEquals(35.0864243882577, result.upper().interval().lower(), 1e-8);
		assertEquals(88.017028106663, result.upper().interval().upper(), 1e-8);
		assertTrue(result.summary().notes().stream().noneMatch(note -> note.contains("inward")));
	}

	@ParameterizedTest
	@EnumSource
	void exchangingTheTwoTurnsTheSign(final DifferenceScale scale) {
		final var one = DEFAULTS.with(scale).with(LimitsInterval.EXACT).test(FIRST, SECOND);
		final var other = DEFAULTS.with(scale).with(LimitsInterval.EXACT).test(SECOND, FIRST);
		assertEquals(-one.bias(), other.bias(), 1e-12);
		assertEquals(-one.upper().interval().upper(), other.lower().interval().lower(), 1e-12);
		assertEquals(one.pValue(), other.pValue(), 1e-12);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e150, 1e-150 })
	void noScaleChangesIt(final double scale) {
		final var scaled = DEFAULTS.test(Arrays.stream(FIRST).map(x -> scale * x).toArray(), Arrays.stream(SECOND).map(
			x -> scale * x).toArray());
		assertEquals(28.8723101624662, scaled.sd() / scale, 1e-11);
		assertEquals(0.686083585482723, scaled.pValue(), 1e-12);
		assertTrend(scaled, 0.0162191564501060);
	}

	@Test
	void anOffsetChangesNoDifference() {
		final var moved = DEFAULTS.test(Arrays.stream(FIRST).map(x -> x + 1e9).toArray(), Arrays.stream(SECOND).map(x -> x +
			1e9).toArray());
		assertEquals(28.8723101624662, moved.sd(), 1e-12);
	}

	@Test
	void theMultiplierIsOurs() {
		final var two = DEFAULTS.withMultiplier(2).test(FIRST, SECOND);
		assertEquals(two.bias() + 2 * two.sd(), two.upper().value(), 1e-12);
		assertTrue(two.summary().variant().contains("2.0 SD"));
	}

	@Test
	void twoPairs() {
		final var result = DEFAULTS.test(new double[] { 1, 2 }, new double[] { 3, 3 });
		assertEquals(-1.5, result.bias(), 0);
		assertTrue(result.trend().isEmpty());
		assertTrue(result.summary().notes().toString().contains("three pairs"));
		assertTrue(result.summary().notes().toString().contains("With 2 pairs"));
	}

	@Test
	void differencesThatAreAllTheSame() {
		final double[] second = { 0.3, 1.7, 2.9, 1e3 };
		final var result = DEFAULTS.test(Arrays.stream(second).map(x -> x + 0.1).toArray(), second);
		assertEquals(0, result.sd(), 0);
		assertEquals(0.1, result.upper().interval().upper(), 1e-12);
		assertTrue(Double.isNaN(result.pValue()));
		assertTrue(result.summary().notes().get(0).contains("All differences are the same"));
		assertEquals(0, DEFAULTS.test(second, second).bias(), 0);
	}

	@Test
	void aFixedRatioHasNoLogWidthButASlope() {
		final double[] doubled = Arrays.stream(FIRST).map(x -> 1.1 * x).toArray();
		assertEquals(0, DEFAULTS.with(DifferenceScale.LOG_RATIO).test(doubled, FIRST).sd(), 0);
		assertEquals(0.1 / 1.05, DEFAULTS.test(doubled, FIRST).trend().orElseThrow().slope(), 1e-12);
	}

	@Test
	void manyPairs() {
		final double[] first = IntStream.range(0, 100_000).mapToDouble(i -> i % 1009).toArray();
		final double[] second = IntStream.range(0, 100_000).mapToDouble(i -> i % 1009 + i % 7 - 3).toArray();
		final var result = DEFAULTS.with(LimitsInterval.EXACT).test(first, second);
		assertEquals(2, result.sd(), 1e-4);
		assertEquals(DEFAULTS.test(first, second).upper().interval().upper(), result.upper().interval().upper(), 1e-4);
	}

	@Test
	void whatAPlotNeedsIsACopy() {
		final var result = DEFAULTS.test(FIRST, SECOND);
		assertEquals(518.5, result.means()[0], 0);
		result.differences()[0] = 99;
		assertArrayEquals(new double[] { -13, 15 }, Arrays.copyOf(result.differences(), 2));
	}

	private static void assertRefused(final String part, final Runnable act) {
		final var error = assertThrows(IllegalArgumentException.class, act::run);
		assertTrue(error.getMessage().contains(part), error::getMessage);
	}

	@Test
	void badInputIsRefused() {
		final double[] two = { 1, 2 };
		assertRefused("17 and 2", () -> DEFAULTS.test(FIRST, two));
		assertRefused("at least 2 values, but has 1", () -> DEFAULTS.test(new double[1], new double[1]));
		assertRefused("second sample has NaN at place 2", () -> DEFAULTS.test(two, new double[] { 1, Double.NaN }));
		assertRefused("Pair 1 is 1.0 and -1.0", () -> DEFAULTS.with(DifferenceScale.PERCENT).test(two, new double[] { -1,
			2 }));
		assertRefused("Pair 2 is 2.0 and 0.0", () -> DEFAULTS.with(DifferenceScale.LOG_RATIO).test(two, new double[] { 1,
			0 }));
		assertRefused("multiplier", () -> DEFAULTS.withMultiplier(0));
		assertRefused("absolute, percent of mean, log ratio", () -> DifferenceScale.of("relative"));
		assertRefused("noncentral", () -> LimitsInterval.of("exact"));
	}
}
