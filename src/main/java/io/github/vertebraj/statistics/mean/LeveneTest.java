package io.github.vertebraj.statistics.mean;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.github.vertebraj.statistics.Samples;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * Compares the variances of two or more groups by an analysis of variance of the distances from each group's centre:
 * its median (Brown and Forsythe, JASA 1974, doi:10.1080/01621459.1974.10482955; the default, robust against skewness)
 * or its mean (Levene 1960), which SPSS prints beside its t test. Groups whose distances do not differ within any
 * group, as of two values each, are refused.
 */
public final class LeveneTest {

	private static final LeveneTest DEFAULTS = new LeveneTest(Centre.MEDIAN);

	private final Centre centre;

	private LeveneTest(final Centre centre) {
		this.centre = Objects.requireNonNull(centre, "centre");
	}

	/** About the medians. */
	public static LeveneTest withDefaults() {
		return DEFAULTS;
	}

	public LeveneTest with(final Centre from) {
		return new LeveneTest(from);
	}

	/** @param summary F with its two degrees of freedom, and p */
	public record Result(TestSummary summary) implements TestResult {}

	/**
	 * @throws IllegalArgumentException if there are fewer than two groups, one is empty, a value is not finite, or
	 *                                  distances within the groups do not differ
	 */
	public Result test(final List<double[]> groups) {
		final List<double[]> distances = IntStream.range(0, groups.size()).mapToObj(i -> distances("Group " + (i + 1),
			groups.get(i))).toList();
		final OneWayAnova.Result anova;
		try {
			anova = OneWayAnova.withDefaults().test(distances);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException("Levene's test cannot be had. Of the distances from each group's " + centre
				.key() + ": " + e.getMessage(), e);
		}
		return new Result(TestSummary.of("Levene", groups.stream().mapToInt(group -> group.length).toArray()).variant(
			centre == Centre.MEDIAN ? "Brown-Forsythe (about the medians)" : "about the means").statistic("F", anova
				.statistic(), anova.numeratorDf(), anova.errorDf()).pValue(anova.pValue()));
	}

	private double[] distances(final String name, final double[] group) {
		final double[] sorted = Samples.finite(name, group, 1);
		Arrays.sort(sorted);
		final double middle = centre == Centre.MEAN ? SampleSummary.of(sorted).mean() : median(sorted);
		return Arrays.stream(group).map(value -> Math.abs(value - middle)).toArray();
	}

	private static double median(final double[] sorted) {
		final int n = sorted.length;
		return n % 2 == 1 ? sorted[n / 2] : sorted[n / 2 - 1] / 2 + sorted[n / 2] / 2;
	}
}
