package io.github.vertebraj.statistics.agreement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.TDistribution;

import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.Samples;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * How far two ways of measuring the same subjects differ: the mean difference (bias) and the limits, bias ± 1.96 SD,
 * between which 95% of differences are expected if they are normal (Bland and Altman 1986,
 * doi:10.1016/S0140-6736(86)90837-8; 1999, doi:10.1177/096228029900800204). First minus second. The bias has its t
 * interval, the limits have one of {@link LimitsInterval}; t and p are those of the paired t-test that the bias is 0.
 * <p>
 * When all differences are the same (to rounding), the limits lie on the bias, intervals have no width, and t and p are
 * NaN, noted. On the scale {@link DifferenceScale#LOG_RATIO} all numbers are natural logarithms of first / second; the
 * summary adds the ratios.
 */
public final class BlandAltman {

	/** What a few roundings make, in units of the last place. */
	static final double ROUNDING = 8;

	/** 95% of a normal distribution, as papers write it. */
	private static final double USUAL_MULTIPLIER = 1.96;

	/** With so many pairs the ends of the approximate intervals lie 0.15 SD too far inward, with fewer pairs more. */
	private static final int FEW = 30;

	/** A limit of agreement. */
	public record Limit(double value, Interval interval) {}

	/**
	 * @param scale       of the differences and all that follows from them
	 * @param sd          of the differences, n − 1
	 * @param trend       of differences on means; none with fewer than three pairs, or where means or differences are all
	 *                    the same
	 * @param means       of each pair: what a plot has on its x axis
	 * @param differences of each pair: its y axis
	 */
	public record Result(TestSummary summary, DifferenceScale scale, double bias, Interval biasInterval, double sd,
		Limit lower, Limit upper, Optional<ProportionalBias> trend, double[] means, double[] differences) implements
		TestResult
	{

		public Result {
			means = means.clone();
			differences = differences.clone();
		}

		@Override
		public double[] means() {
			return means.clone();
		}

		@Override
		public double[] differences() {
			return differences.clone();
		}
	}

	private static final BlandAltman DEFAULTS = new BlandAltman(DifferenceScale.ABSOLUTE, LimitsInterval.APPROXIMATE,
		USUAL_MULTIPLIER, Interval.USUAL_LEVEL);

	private final DifferenceScale scale;
	private final LimitsInterval method;
	private final double multiplier;
	private final double level;

	private BlandAltman(final DifferenceScale scale, final LimitsInterval method, final double multiplier,
		final double level)
	{
		this.scale = Objects.requireNonNull(scale, "scale");
		this.method = Objects.requireNonNull(method, "method");
		this.multiplier = checkMultiplier(multiplier);
		this.level = Interval.checkLevel(level);
	}

	/** A number of SDs that bounds differences: positive. */
	static double checkMultiplier(final double multiplier) {
		if (!(multiplier > 0) || Double.isInfinite(multiplier)) throw new IllegalArgumentException(
			"The multiplier of the SD must be positive (1.96 is usual), but is " + multiplier);
		return multiplier;
	}

	/** Absolute differences, bias ± 1.96 SD, approximate intervals of 95%. */
	public static BlandAltman withDefaults() {
		return DEFAULTS;
	}

	public BlandAltman with(final DifferenceScale newScale) {
		return new BlandAltman(newScale, method, multiplier, level);
	}

	public BlandAltman with(final LimitsInterval newMethod) {
		return new BlandAltman(scale, newMethod, multiplier, level);
	}

	/** @throws IllegalArgumentException if the multiplier is not positive and finite */
	public BlandAltman withMultiplier(final double newMultiplier) {
		return new BlandAltman(scale, method, newMultiplier, level);
	}

	/** @throws IllegalArgumentException if the level is not between 0 and 1 */
	public BlandAltman withLevel(final double newLevel) {
		return new BlandAltman(scale, method, multiplier, newLevel);
	}

	/**
	 * @param first  one value for each subject
	 * @param second the value of the same subject by the other way
	 * @throws IllegalArgumentException if there are not as many first as second values, fewer than two pairs, a value is
	 *                                  not finite, or can't be compared on the scale
	 */
	public Result test(final double[] first, final double[] second) {
		Samples.differences(first, second, 2);
		scale.check(first, second);
		final int n = first.length;
		final double[] differences = IntStream.range(0, n).mapToDouble(i -> scale.difference(first[i], second[i])).toArray();
		final double[] means = IntStream.range(0, n).mapToDouble(i -> scale.mean(first[i], second[i])).toArray();
		final double magnitude = IntStream.range(0, n).mapToDouble(i -> scale.magnitude(first[i], second[i])).max()
			.getAsDouble();
		final double bias = mean(differences);
		final double sd = deviation(differences, bias, ROUNDING * Math.ulp(magnitude));
		final double[] factors = method.factors(multiplier, n, level);
		final Limit lower = new Limit(bias - multiplier * sd, method.around(bias, sd, -1, factors, level));
		final Limit upper = new Limit(bias + multiplier * sd, method.around(bias, sd, 1, factors, level));
		final double half = TDistribution.of(n - 1.0).inverseSurvivalProbability((1 - level) / 2) * sd / Math.sqrt(n);
		final Interval biasInterval = new Interval(bias - half, bias + half, level, "t");
		final Optional<ProportionalBias> trend = sd == 0 ? Optional.empty() : ProportionalBias.of(means, differences, level);
		final TestSummary summary = summary(n, Effect.of("bias", bias, biasInterval), sd, lower, upper, trend);
		return new Result(summary, scale, bias, biasInterval, sd, lower, upper, trend, means, differences);
	}

	/** The mean, corrected for what its own rounding leaves. */
	private static double mean(final double[] values) {
		final double mean = Arrays.stream(values).sum() / values.length;
		return mean + Arrays.stream(values).map(value -> value - mean).sum() / values.length;
	}

	private static double deviation(final double[] values, final double mean, final double rounding) {
		if (Arrays.stream(values).allMatch(value -> Math.abs(value - mean) <= rounding)) return 0;
		final double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
		return Math.sqrt(squares / (values.length - 1));
	}

	private TestSummary summary(final int n, final Effect bias, final double sd, final Limit lower, final Limit upper,
		final Optional<ProportionalBias> trend)
	{
		final double t = sd == 0 ? Double.NaN : bias.value() / (sd / Math.sqrt(n));
		final TestSummary.Builder summary = TestSummary.of("Bland-Altman", n).variant(scale.key() + ", limits ± " +
			multiplier + " SD, paired t").statistic("t", t, n - 1.0);
		final Effect low = Effect.of("lower limit of agreement", lower.value(), lower.interval());
		final Effect high = Effect.of("upper limit of agreement", upper.value(), upper.interval());
		for (final Effect effect : new Effect[] { bias, low, high })
			summary.effect(effect);
		summary.effect(Effect.of("SD of differences", sd));
		trend.ifPresent(found -> summary.effect(Effect.of("slope of differences on means", found.slope(), found
			.interval())).note(String.format(Locale.ROOT, "Slope of differences on means: t = %.4g, df = %d, p = %.4g.",
				found.t(), n - 2, found.pValue())));
		if (scale == DifferenceScale.LOG_RATIO) for (final Effect effect : new Effect[] { bias, low, high })
			summary.effect(ratio(effect));
		if (sd == 0) summary.note(
			"All differences are the same: the limits lie on the bias, and there is no t-test and no slope.");
		else if (trend.isEmpty()) summary.note("A slope of differences on means needs three pairs with different means.");
		if (n < FEW && method == LimitsInterval.APPROXIMATE && sd > 0) summary.note("With " + n +
			" pairs the approximate intervals of the limits lie too far inward; the exact ones hold for any number.");
		return summary.pValue(2 * TDistribution.of(n - 1.0).survivalProbability(Math.abs(t)));
	}

	private static Effect ratio(final Effect log) {
		final Interval interval = log.interval().orElseThrow();
		return Effect.of(log.name() + " as ratio", Math.exp(log.value()), new Interval(Math.exp(interval.lower()), Math.exp(
			interval.upper()), interval.level(), interval.method()));
	}
}
