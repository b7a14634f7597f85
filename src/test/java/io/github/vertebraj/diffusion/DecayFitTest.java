package io.github.vertebraj.diffusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecayFitTest {

	private static final double NAN = Double.NaN;

	private static DecayFit.Result fit(final FitMethod method, final double[] b, final double... signal) {
		return new DecayFit(new AdcSettings(method, 0)).fit(b, signal);
	}

	private static void assertFit(final DecayFit.Result result, final double relative, final double adc, final double s0,
		final double rSquared)
	{
		assertEquals(adc, result.adc(), relative * Math.abs(adc), "ADC");
		assertEquals(s0, result.s0(), relative * s0, "S0");
		if (Double.isNaN(rSquared)) assertEquals(NAN, result.rSquared(), "R²");
		else assertEquals(rSquared, result.rSquared(), 1e-9, "R²");
		assertEquals(0, result.rejected());
	}

	/**
	 * R 4.2.2, y = log(S). OLS: f = lm(y ~ b). WLS: f1 = lm(y ~ b, weights = S^2), f = lm(y ~ b, weights =
	 * exp(fitted(f1))^2). Each: -1000 * coef(f)[2], exp(coef(f)[1]), summary(f)$r.squared. Nonlinear: nls(S ~ s0 * exp(-b
	 * * d)), R² = 1 - sum(resid^2) / sum((S - mean(S))^2); scipy 1.10.1, curve_fit(..., xtol = ftol = gtol = 1e-14),
	 * agrees with nls to 1e-7; the digits beyond are the root of the normal equations by bisection in 50 digits (Python's decimal).
	 */
	@Test
	void agreesWithR() {
		final double[] marrowB = { 0, 50, 100, 250, 500, 800, 1000 };
		final double[] marrow = { 812, 790, 771, 690, 585, 477, 421 };
		assertFit(fit(FitMethod.LOG_LINEAR, marrowB, marrow), 1e-12, 0.666164519553366, 816.631845591636, 0.99962184018415);
		assertFit(fit(FitMethod.WEIGHTED, marrowB, marrow), 1e-12, 0.66628727970243, 816.673028300522, 0.999335536988256);
		assertFit(fit(FitMethod.NONLINEAR, marrowB, marrow), 1e-11, 0.6663007375679185, 816.6861288807642, 0.999463531081955);

		final double[] lesionB = { 0, 100, 200, 400, 600, 800, 1000, 1400 };
		final double[] lesion = { 1503, 1260, 1041, 749, 533, 349, 281, 150 };
		assertFit(fit(FitMethod.LOG_LINEAR, lesionB, lesion), 1e-12, 1.6607153271316, 1457.63489384495, 0.996807890283834);
		assertFit(fit(FitMethod.WEIGHTED, lesionB, lesion), 1e-12, 1.7373407580438, 1495.77353804704, 0.998194051781241);
		assertFit(fit(FitMethod.NONLINEAR, lesionB, lesion), 1e-11, 1.7356932045490001, 1495.5654964201071, 0.999079241369452);

		final double[] risingB = { 50, 400, 800 };
		final double[] rising = { 210, 232, 229 };
		assertFit(fit(FitMethod.LOG_LINEAR, risingB, rising), 1e-12, -0.111982428064904, 213.263741685693,
			0.60214865400671);
		assertFit(fit(FitMethod.WEIGHTED, risingB, rising), 1e-12, -0.107818347412947, 213.643001834968,
			0.586438681161267);
		assertFit(fit(FitMethod.NONLINEAR, risingB, rising), 1e-11, -0.10756030446582121, 213.75001954919537, 0.585233477882793);

		final double[] floorB = { 0, 500, 1000 };
		final double[] floor = { 95, 20, 31 };
		assertFit(fit(FitMethod.LOG_LINEAR, floorB, floor), 1e-12, 1.1198896871154, 68.111334164304, 0.485599482947654);
		assertFit(fit(FitMethod.WEIGHTED, floorB, floor), 1e-12, 1.96520782846629, 88.5902512513439, 0.755191643219808);
		assertFit(fit(FitMethod.NONLINEAR, floorB, floor), 1e-11, 2.0229311800398992, 92.51828839377826, 0.834039802282255);
	}

	/**
	 * MRtrix3 3.0.3: dwi2adc of one voxel each, -fslgrad with b = 0, 100, 200, 400, 600, 800, 1000, 1400; S0 and 1000 * ADC
	 * (printed in single precision).
	 */
	@Test
	void agreesWithMrtrix() {
		final double[] b = { 0, 100, 200, 400, 600, 800, 1000, 1400 };
		assertMrtrix(fit(FitMethod.LOG_LINEAR, b, 1503, 1260, 1041, 749, 533, 349, 281, 150), 1457.63489, 1.66071521);
		assertMrtrix(fit(FitMethod.LOG_LINEAR, b, 812, 790, 771, 690, 585, 477, 421, 333), 854.750977, 0.680147437);
		assertMrtrix(fit(FitMethod.LOG_LINEAR, b, 640, 655, 600, 610, 590, 580, 575, 560), 635.400146, 0.100464487);
		assertMrtrix(fit(FitMethod.LOG_LINEAR, b, 300, 310, 320, 330, 340, 350, 360, 380), 306.174500, -0.161706921);
	}

	private static void assertMrtrix(final DecayFit.Result result, final double s0, final double adc) {
		assertEquals(adc, result.adc(), 2e-7);
		assertEquals(s0, result.s0(), 1e-6 * s0);
	}

	@ParameterizedTest
	@EnumSource(FitMethod.class)
	void exactDecays(final FitMethod method) {
		final double[] b = { 50, 400, 800, 1200 };
		for (final double adc : new double[] { 0.35, 1.21, 3, -0.4, 0, 12 })
			for (final double s0 : new double[] { 1, 1234.5, 1e-6 }) {
				final double[] signal = new double[b.length];
				for (int i = 0; i < b.length; i++)
					signal[i] = s0 * Math.exp(-b[i] * adc / 1000);
				final DecayFit.Result result = fit(method, b, signal);
				assertEquals(adc, result.adc(), 1e-10);
				assertEquals(s0, result.s0(), 1e-10 * s0);
				if (adc != 0) assertEquals(1, result.rSquared(), 1e-12);
			}
	}

	@ParameterizedTest
	@EnumSource(FitMethod.class)
	void twoPointsAreTheTextbookFormula(final FitMethod method) {
		assertFit(fit(method, new double[] { 100, 900 }, 310, 117), 1e-12, 1000 * Math.log(310.0 / 117) / 800, 310 * Math
			.pow(310.0 / 117, 0.125), NAN);
	}

	/** ln of the geometric mean of 400, 200 and 100 is that of 200; their arithmetic mean, 233, would lower the ADC. */
	@ParameterizedTest
	@EnumSource(FitMethod.class)
	void directionsCombineByTheirGeometricMean(final FitMethod method) {
		final DecayFit.Result result = fit(method, new double[] { 1000, 0, 1000, 999.5, 0.2 }, 400, 820, 200, 100, 780);
		assertEquals(1000 * Math.log(Math.sqrt(820 * 780.0) / 200) / (1000 - 0.5 / 3 - 0.1), result.adc(), 1e-12);
	}

	/** A b-value counts once, however many directions it has. */
	@Test
	void eachBCountsOnce() {
		assertEquals(fit(FitMethod.LOG_LINEAR, new double[] { 0, 500, 1000 }, 900, 500, 350).adc(), fit(
			FitMethod.LOG_LINEAR, new double[] { 0, 500, 1000, 1000, 1000 }, 900, 500, 350, 350, 350).adc(), 1e-14);
	}

	@ParameterizedTest
	@EnumSource(FitMethod.class)
	void constantSignal(final FitMethod method) {
		assertFit(fit(method, new double[] { 0, 300, 700 }, 50, 50, 50), 1e-12, 0, 50, NAN);
	}

	@ParameterizedTest
	@EnumSource(FitMethod.class)
	void rejectsWhatHasNoLogarithm(final FitMethod method) {
		final double[] b = { 0, 500, 1000 };
		assertEquals(new DecayFit.Result(NAN, NAN, NAN, 1), fit(method, b, 100, 0, 20));
		assertEquals(new DecayFit.Result(NAN, NAN, NAN, 2), fit(method, b, -3, 50, NAN));
		assertEquals(new DecayFit.Result(NAN, NAN, NAN, 1), fit(method, b, 100, 50, Double.POSITIVE_INFINITY));
		assertEquals(new DecayFit.Result(NAN, NAN, NAN, 3), fit(method, b, 0, 0, 0));
	}

	@Test
	void leavesOutLowB() {
		final DecayFit fit = new DecayFit(new AdcSettings(FitMethod.LOG_LINEAR, 200));
		final DecayFit.Result result = fit.fit(new double[] { 0, 50, 200, 800 }, new double[] { 1000, 0, 400, 160 });
		assertEquals(1000 * Math.log(2.5) / 600, result.adc(), 1e-12);
		assertEquals(0, result.rejected(), "a sample that is not used is not rejected");
	}

	@Test
	void refusesWhatDoesNotFit() {
		assertEquals("Each signal needs its b-value, but there are 2 signals and 3 b-values", assertThrows(
			IllegalArgumentException.class, () -> fit(FitMethod.WEIGHTED, new double[] { 0, 1, 2 }, 5, 4)).getMessage());
		assertThrows(IllegalArgumentException.class, () -> fit(FitMethod.WEIGHTED, new double[] { 500, 500 }, 5, 4));
	}

	/** Signals that no single decay fits, from noise to the absurd: the search ends, at least as good as its start. */
	@Test
	void theNonlinearFitEndsAtAMinimum() {
		final double[] b = { 0, 100, 300, 700, 1000 };
		final Random random = new Random(5);
		for (int i = 0; i < 20000; i++) {
			final double[] signal = random.doubles(b.length).map(v -> Math.exp(12 * v * v)).toArray();
			final DecayFit.Result best = fit(FitMethod.NONLINEAR, b, signal);
			final double squares = squares(best.adc(), b, signal);
			final double tolerance = 1e-9 * squares + 1e-13 * Arrays.stream(signal).map(v -> v * v).sum();
			for (final double step : new double[] { -1e-4, 1e-4 })
				assertEquals(true, squares <= squares(best.adc() + step, b, signal) + tolerance, () -> "a minimum for " +
					Arrays.toString(signal));
		}
	}

	/** The least sum of squares of an ADC over all S0. */
	private static double squares(final double adc, final double[] b, final double[] signal) {
		double se = 0;
		double ee = 0;
		double ss = 0;
		for (int i = 0; i < b.length; i++) {
			final double e = Math.exp(-adc * b[i] / 1000 + Math.min(0, adc));
			se += signal[i] * e;
			ee += e * e;
			ss += signal[i] * signal[i];
		}
		return ss - se * se / ee;
	}
}
