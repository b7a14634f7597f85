package io.github.vertebraj.statistics.mean;

import java.util.Arrays;

import io.github.vertebraj.statistics.Samples;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;
import io.github.vertebraj.statistics.Sides;

/**
 * Whether a sample comes from a normal distribution: W of Shapiro and Wilk in Royston's approximation for 3 to 5000
 * values (Applied Statistics 1995, algorithm AS R94, doi:10.2307/2986146), as R, SPSS and scipy have it. Stateless.
 */
public final class ShapiroWilkTest {

	private static final int FEWEST = 3;
	private static final int MOST = 5000;

	/** Up to here p is had from a three-parameter lognormal, above from a lognormal of 1 − W. */
	private static final int SMALL = 11;

	/** Royston's polynomials, constant term first: the two outer weights in 1/√n. */
	private static final double[] OUTER = { 0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056 };
	private static final double[] SECOND = { 0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633 };

	/** Bound, mean and log SD of the transformed W of small samples, in n. */
	private static final double[] SMALL_BOUND = { -2.273, 0.459 };
	private static final double[] SMALL_MEAN = { 0.544, -0.39978, 0.025054, -6.714e-4 };
	private static final double[] SMALL_LOG_SD = { 1.3822, -0.77857, 0.062767, -0.0020322 };

	/** Mean and log SD of log(1 − W) of larger samples, in log n. */
	private static final double[] MEAN = { -1.5861, -0.31082, -0.083751, 0.0038915 };
	private static final double[] LOG_SD = { -0.4803, -0.082676, 0.0030302 };

	private static final ShapiroWilkTest DEFAULTS = new ShapiroWilkTest();

	private ShapiroWilkTest() {}

	public static ShapiroWilkTest withDefaults() {
		return DEFAULTS;
	}

	/** @param summary W and p */
	public record Result(TestSummary summary) implements TestResult {}

	/**
	 * @throws IllegalArgumentException if there are fewer than 3 or more than 5000 values, one is not finite, or all are
	 *                                  equal
	 */
	public Result test(final double[] values) {
		final double[] sorted = Samples.finite("The sample", values, FEWEST);
		final int n = sorted.length;
		if (n > MOST) throw new IllegalArgumentException("The Shapiro-Wilk test is defined for up to " + MOST +
			" values, but there are " + n);
		Arrays.sort(sorted);
		final double scale = Math.max(Math.abs(sorted[0]), Math.abs(sorted[n - 1]));
		final double range = sorted[n - 1] / scale - sorted[0] / scale;
		if (!(range > 10 * Math.ulp(1.0))) throw new IllegalArgumentException("All " + n + " values are essentially " +
			sorted[0] + ": the Shapiro-Wilk test needs values that differ");
		final double rest = oneMinusW(sorted);
		return new Result(TestSummary.of("Shapiro-Wilk", n).statistic("W", 1 - rest).pValue(pValue(rest, n)));
	}

	/** 1 − W, the squared sine between the values and the weights: W itself would lose digits near 1. */
	private static double oneMinusW(final double[] sorted) {
		final SampleSummary summary = SampleSummary.of(sorted);
		final double[] weights = weights(sorted.length);
		double products = 0;
		double squares = 0;
		double weightSquares = 0;
		for (int i = 0; i < sorted.length; i++) {
			final double value = (sorted[i] - summary.mean()) / summary.sd();
			products += weights[i] * value;
			squares += value * value;
			weightSquares += weights[i] * weights[i];
		}
		final double length = Math.sqrt(weightSquares * squares);
		return Math.max(0, (length - products) * (length + products) / (weightSquares * squares));
	}

	/** Weights of the rising values, antisymmetric about the middle. */
	private static double[] weights(final int n) {
		final double[] upper = n == FEWEST ? new double[] { Math.sqrt(0.5) } : upperWeights(n);
		final double[] weights = new double[n];
		for (int i = 0; i < upper.length; i++) {
			weights[n - 1 - i] = upper[i];
			weights[i] = -upper[i];
		}
		return weights;
	}

	/** Weights of the highest values, the highest first. */
	private static double[] upperWeights(final int n) {
		final double[] scores = new double[n / 2];
		double squares = 0;
		for (int i = 0; i < scores.length; i++) {
			scores[i] = Sides.NORMAL.inverseSurvivalProbability((i + 1 - 0.375) / (n + 0.25));
			squares += 2 * scores[i] * scores[i];
		}
		final double root = 1 / Math.sqrt(n);
		final double length = Math.sqrt(squares);
		final double outer = polynomial(OUTER, root) + scores[0] / length;
		final double[] fitted = n > 5 ? new double[] { outer, polynomial(SECOND, root) + scores[1] / length }
			: new double[] { outer };
		double left = 1;
		for (int i = 0; i < fitted.length; i++) {
			squares -= 2 * scores[i] * scores[i];
			left -= 2 * fitted[i] * fitted[i];
		}
		for (int i = 0; i < scores.length; i++)
			scores[i] = i < fitted.length ? fitted[i] : scores[i] * Math.sqrt(left / squares);
		return scores;
	}

	private static double pValue(final double rest, final int n) {
		if (n == FEWEST) return Math.max(0, 6 / Math.PI * (Math.asin(Math.sqrt(1 - rest)) - Math.PI / 3));
		final double log = Math.log(rest);
		if (n > SMALL) return upper(log, polynomial(MEAN, Math.log(n)), polynomial(LOG_SD, Math.log(n)));
		final double bound = polynomial(SMALL_BOUND, n);
		if (log >= bound) return 0;
		return upper(-Math.log(bound - log), polynomial(SMALL_MEAN, n), polynomial(SMALL_LOG_SD, n));
	}

	private static double upper(final double value, final double mean, final double logSd) {
		return Sides.NORMAL.survivalProbability((value - mean) / Math.exp(logSd));
	}

	private static double polynomial(final double[] coefficients, final double x) {
		double sum = 0;
		for (int i = coefficients.length - 1; i >= 0; i--)
			sum = sum * x + coefficients[i];
		return sum;
	}
}
