package io.github.vertebraj.statistics.mean;

import java.util.Objects;

import org.apache.commons.statistics.distribution.TDistribution;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.Samples;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;
import io.github.vertebraj.statistics.Sides;

/**
 * Compares means: of two samples (Student, Welch), of pairs, of one sample with a number. Welch (Biometrika 1947,
 * doi:10.1093/biomet/34.1-2.28) is the default, as in R; SPSS prints both. Two samples may be given as mean, SD and n;
 * a paired test cannot, for it needs the SD of the differences, which SDs before and after do not tell: summarise the
 * differences and use {@link #testMean(SampleSummary, double)}.
 * <p>
 * Effects are the mean difference, first minus second, with its t interval, and a standardised difference with the
 * large-sample normal interval of Hedges and Olkin (1985, Statistical Methods for Meta-Analysis, p. 86): Hedges' g
 * (pooled SD, exact correction of small-sample bias) of two samples, else Cohen's d_z. A one-sided test has intervals
 * with one end. Data that are constant up to rounding (standard error at most 10 ulp of the larger mean) are refused,
 * as in R.
 */
public final class TTest {

	private static final TTest DEFAULTS = new TTest(Alternative.TWO_SIDED, Variances.UNEQUAL, Interval.USUAL_LEVEL);

	private final Sides sides;
	private final Variances variances;

	private TTest(final Alternative alternative, final Variances variances, final double level) {
		sides = new Sides(Objects.requireNonNull(alternative, "alternative"), level);
		this.variances = Objects.requireNonNull(variances, "variances");
	}

	/** Welch's test, two-sided, 95 % intervals. */
	public static TTest withDefaults() {
		return DEFAULTS;
	}

	public TTest with(final Alternative alternative) {
		return new TTest(alternative, variances, sides.level());
	}

	public TTest with(final Variances assumed) {
		return new TTest(sides.alternative(), assumed, sides.level());
	}

	/** @throws IllegalArgumentException if the confidence level is not between 0 and 1 */
	public TTest withLevel(final double level) {
		return new TTest(sides.alternative(), variances, level);
	}

	/**
	 * @param summary        name, t, p and effects
	 * @param df             degrees of freedom, a fraction in Welch's test
	 * @param meanDifference first minus second, or the mean minus the number it is compared with
	 * @param standardError  of that difference
	 * @param interval       of that difference
	 */
	public record Result(TestSummary summary, double df, double meanDifference, double standardError, Interval interval)
		implements TestResult
	{}

	/**
	 * Two independent samples.
	 *
	 * @throws IllegalArgumentException as {@link #test(SampleSummary, SampleSummary)}, or if a value is not finite
	 */
	public Result test(final double[] x, final double[] y) {
		return test(SampleSummary.of("The first sample", x), SampleSummary.of("The second sample", y));
	}

	/**
	 * Two independent samples of which mean, SD and n are known.
	 *
	 * @throws IllegalArgumentException if the data are constant, or a sample has fewer than two values (Welch), or both
	 *                                  have (Student)
	 */
	public Result test(final SampleSummary x, final SampleSummary y) {
		final boolean isPooled = variances == Variances.EQUAL;
		final int fewest = Math.min(x.n(), y.n());
		if (!isPooled && fewest < 2) throw new IllegalArgumentException("Welch's t test needs at least 2 values in each " +
			"sample, but there are " + x.n() + " and " + y.n() + "; Student's test takes a sample of one");
		final double pooledDf = (double) x.n() + y.n() - 2;
		if (pooledDf == 0) throw new IllegalArgumentException("A t test needs at least 3 values, but there are " + x.n() +
			" and " + y.n());
		final double pooled = Math.hypot(x.sd() * Math.sqrt((x.n() - 1) / pooledDf), y.sd() * Math.sqrt((y.n() - 1) /
			pooledDf));
		final double errorX = x.sd() / Math.sqrt(x.n());
		final double errorY = y.sd() / Math.sqrt(y.n());
		final double error = isPooled ? pooled * Math.sqrt(1.0 / x.n() + 1.0 / y.n()) : Math.hypot(errorX, errorY);
		checkSpread(error, Math.max(Math.abs(x.mean()), Math.abs(y.mean())));
		final double df = isPooled ? pooledDf : welchDf(errorX / error, x.n(), errorY / error, y.n());
		final double difference = x.mean() - y.mean();
		return result(TestSummary.of("t test", x.n(), y.n()).variant(isPooled ? "Student (equal variances)"
			: "Welch (unequal variances)"), difference, error, df, hedges(difference / pooled, x.n(), y.n()));
	}

	/**
	 * Pairs.
	 *
	 * @throws IllegalArgumentException if there are not as many first as second values, fewer than two pairs, a value is
	 *                                  not finite, or all differences are equal
	 */
	public Result testPaired(final double[] x, final double[] y) {
		final SampleSummary differences = SampleSummary.of("The sample of differences", Samples.differences(x, y, 2));
		return ofOne("paired", differences, 0, Math.max(Math.abs(SampleSummary.of(x).mean()), Math.abs(SampleSummary.of(y)
			.mean())));
	}

	/**
	 * One sample against a number.
	 *
	 * @throws IllegalArgumentException if there are fewer than two values, one is not finite, or all are equal
	 */
	public Result testMean(final double[] x, final double expected) {
		return testMean(SampleSummary.of(Samples.finite("The sample", x, 2)), expected);
	}

	/** @throws IllegalArgumentException if there are fewer than two values, or the SD is 0 */
	public Result testMean(final SampleSummary x, final double expected) {
		if (!Double.isFinite(expected)) throw new IllegalArgumentException("The expected mean must be finite, but is " +
			expected);
		if (x.n() < 2) throw new IllegalArgumentException("A t test of one mean needs at least 2 values, but there is 1");
		return ofOne("one-sample", x, expected, Math.abs(x.mean()));
	}

	private Result ofOne(final String variant, final SampleSummary x, final double expected, final double size) {
		final double error = x.sd() / Math.sqrt(x.n());
		checkSpread(error, size);
		final double difference = x.mean() - expected;
		final double d = difference / x.sd();
		final Effect effect = Effect.of("Cohen's d_z", d, sides.around(d, Math.sqrt((1 + d * d / 2) / x.n()), Sides.NORMAL,
			"large-sample normal"));
		return result(TestSummary.of("t test", x.n()).variant(variant), difference, error, x.n() - 1.0, effect);
	}

	private Result result(final TestSummary.Builder summary, final double difference, final double error, final double df,
		final Effect standardised)
	{
		final TDistribution distribution = TDistribution.of(df);
		final double t = difference / error;
		final Interval interval = sides.around(difference, error, distribution, "t");
		summary.alternative(sides.alternative()).statistic("t", t, df).effect(Effect.of("mean difference", difference,
			interval));
		if (Double.isFinite(standardised.value())) summary.effect(standardised);
		else summary.note(standardised.name() + " does not exist for so few values or so small a spread.");
		return new Result(summary.pValue(sides.pValue(distribution, t)), df, difference, error, interval);
	}

	/** From each sample's share of the standard error, so that no fourth power overflows. */
	private static double welchDf(final double shareX, final int nX, final double shareY, final int nY) {
		final double x = shareX * shareX;
		final double y = shareY * shareY;
		return 1 / (x * x / (nX - 1) + y * y / (nY - 1));
	}

	private Effect hedges(final double d, final double nX, final double nY) {
		final double g = d * unbias(nX + nY - 2);
		final double error = Math.sqrt((nX + nY) / (nX * nY) + g * g / 2 / (nX + nY));
		return Effect.of("Hedges' g (pooled SD)", g, sides.around(g, error, Sides.NORMAL, "large-sample normal"));
	}

	/**
	 * Γ(m/2) / (√(m/2) Γ((m−1)/2)), Hedges 1981, doi:10.3102/10769986006002107, by recursion from m = 2 or 3; NaN at m =
	 * 1, where the mean of Cohen's d does not exist.
	 */
	private static double unbias(final double m) {
		if (m < 2) return Double.NaN;
		double ratio = m % 2 == 0 ? 1 / Math.sqrt(Math.PI) : Math.sqrt(Math.PI) / 2;
		for (double k = 2 + m % 2; k < m; k += 2)
			ratio *= k / (k - 1);
		return ratio / Math.sqrt(m / 2);
	}

	private static void checkSpread(final double error, final double size) {
		if (error <= 10 * Math.ulp(1.0) * size) throw new IllegalArgumentException(
			"The data are essentially constant (standard error " + error + "): a t test needs values that differ");
	}
}
