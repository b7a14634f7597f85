package io.github.vertebraj.statistics.mean;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.FDistribution;

import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * Compares the means of two or more groups: Fisher's one-way analysis of variance (the default) or Welch's for unequal
 * variances (Biometrika 1951, doi:10.1093/biomet/38.3-4.330; R's oneway.test). From data or from mean, SD and n of each
 * group, by the same formulas: sums of squares about the means, to which an offset does no more harm than to the means
 * themselves.
 * <p>
 * Effects, from the plain sums of squares in both forms, are η² and ω² (less biased; negative when F &lt; 1). Data that
 * are constant within all groups up to rounding (pooled SD at most 10 ulp of the largest mean) are refused; Welch's
 * form needs two values and a spread in every group.
 */
public final class OneWayAnova {

	private static final OneWayAnova DEFAULTS = new OneWayAnova(Variances.EQUAL);

	private final Variances variances;

	private OneWayAnova(final Variances variances) {
		this.variances = Objects.requireNonNull(variances, "variances");
	}

	/** Equal variances. */
	public static OneWayAnova withDefaults() {
		return DEFAULTS;
	}

	public OneWayAnova with(final Variances assumed) {
		return new OneWayAnova(assumed);
	}

	/**
	 * @param summary     name, F, p and effects
	 * @param numeratorDf groups less one
	 * @param errorDf     values less groups; a fraction in Welch's form
	 */
	public record Result(TestSummary summary, double numeratorDf, double errorDf) implements TestResult {}

	/** @throws IllegalArgumentException as {@link #testSummaries(List)}, or if a group is empty or a value not finite */
	public Result test(final List<double[]> groups) {
		return testSummaries(IntStream.range(0, groups.size()).mapToObj(i -> SampleSummary.of("Group " + (i + 1), groups
			.get(i))).toList());
	}

	/**
	 * Groups of which mean, SD and n are known.
	 *
	 * @throws IllegalArgumentException if there are fewer than two groups, none has two values, all are constant; for
	 *                                  Welch if any has one value or is constant
	 */
	public Result testSummaries(final List<SampleSummary> groups) {
		if (groups.size() < 2) throw new IllegalArgumentException(
			"An analysis of variance needs at least 2 groups, but has " + groups.size());
		final double n = groups.stream().mapToLong(SampleSummary::n).sum();
		final double errorDf = n - groups.size();
		if (errorDf == 0) throw new IllegalArgumentException(
			"An analysis of variance needs a group with at least 2 values, but every group has 1");
		checkSpread(groups, errorDf);
		final TestSummary.Builder summary = TestSummary.of("one-way ANOVA", groups.stream().mapToInt(SampleSummary::n)
			.toArray());
		return variances == Variances.EQUAL ? fisher(summary, groups, errorDf) : welch(summary, groups, errorDf);
	}

	private static Result fisher(final TestSummary.Builder summary, final List<SampleSummary> groups,
		final double errorDf)
	{
		final double df = groups.size() - 1.0;
		final double f = squareRatio(groups) / df * errorDf;
		return result(summary.variant("Fisher (equal variances)"), groups, errorDf, f, errorDf);
	}

	private static Result welch(final TestSummary.Builder summary, final List<SampleSummary> groups,
		final double errorDf)
	{
		for (int i = 0; i < groups.size(); i++)
			if (groups.get(i).sd() == 0) throw new IllegalArgumentException(
				"Welch's analysis of variance needs at least 2 different values in every group, but group " + (i + 1) + (groups
					.get(i).n() == 1 ? " has 1 value" : " is constant"));
		final double smallest = groups.stream().mapToDouble(SampleSummary::sd).min().getAsDouble();
		final double[] weights = groups.stream().mapToDouble(group -> group.n() * square(smallest / group.sd())).toArray();
		final double sum = sum(weights);
		final double centre = centre(groups, weights);
		final double k = groups.size();
		double between = 0;
		double imbalance = 0;
		for (int i = 0; i < weights.length; i++) {
			between += weights[i] * square((groups.get(i).mean() - centre) / smallest);
			imbalance += square(1 - weights[i] / sum) / (groups.get(i).n() - 1);
		}
		imbalance /= k * k - 1;
		final double f = between / ((k - 1) * (1 + 2 * (k - 2) * imbalance));
		return result(summary.variant("Welch (unequal variances)"), groups, errorDf, f, 1 / (3 * imbalance));
	}

	private static Result result(final TestSummary.Builder summary, final List<SampleSummary> groups,
		final double errorDf, final double f, final double denominatorDf)
	{
		final double df = groups.size() - 1.0;
		final double ratio = squareRatio(groups);
		summary.statistic("F", f, df, denominatorDf).effect(Effect.of("eta squared", 1 / (1 + 1 / ratio)));
		summary.effect(Effect.of("omega squared", Double.isInfinite(ratio) ? 1 : (ratio - df / errorDf) / (ratio + 1 + 1 /
			errorDf)));
		return new Result(summary.pValue(FDistribution.of(df, denominatorDf).survivalProbability(f)), df, denominatorDf);
	}

	/** Sum of squares between the groups over that within; squared after the division, so that nothing overflows. */
	private static double squareRatio(final List<SampleSummary> groups) {
		final double[] sizes = groups.stream().mapToDouble(SampleSummary::n).toArray();
		final double centre = centre(groups, sizes);
		final double within = rootOfSquares(groups);
		return groups.stream().mapToDouble(group -> group.n() * square((group.mean() - centre) / within)).sum();
	}

	/** Weighted mean of the means, from the first, so that an offset costs no digits. */
	private static double centre(final List<SampleSummary> groups, final double[] weights) {
		final double origin = groups.get(0).mean();
		final double sum = sum(weights);
		return origin + IntStream.range(0, weights.length).mapToDouble(i -> weights[i] / sum * (groups.get(i).mean() -
			origin)).sum();
	}

	/** Square root of the sum of squares within the groups. */
	private static double rootOfSquares(final List<SampleSummary> groups) {
		final double scale = groups.stream().mapToDouble(SampleSummary::sd).max().getAsDouble();
		if (scale == 0) return 0;
		return scale * Math.sqrt(groups.stream().mapToDouble(group -> (group.n() - 1) * square(group.sd() / scale)).sum());
	}

	private static void checkSpread(final List<SampleSummary> groups, final double errorDf) {
		final double size = groups.stream().mapToDouble(group -> Math.abs(group.mean())).max().getAsDouble();
		final double pooled = rootOfSquares(groups) / Math.sqrt(errorDf);
		if (pooled <= 10 * Math.ulp(1.0) * size) throw new IllegalArgumentException(
			"The data are essentially constant within every group (pooled SD " + pooled +
				"): an analysis of variance needs values that differ");
	}

	private static double square(final double value) {
		return value * value;
	}

	private static double sum(final double[] values) {
		double sum = 0;
		for (final double value : values)
			sum += value;
		return sum;
	}
}
