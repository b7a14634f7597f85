package io.github.vertebraj.statistics.agreement;

import java.util.Arrays;
import java.util.Optional;

import org.apache.commons.statistics.distribution.TDistribution;

import io.github.vertebraj.statistics.Interval;

/**
 * Whether differences grow or shrink with what is measured: the least-squares slope of differences on means, with its t
 * test (Bland and Altman 1999, doi:10.1177/096228029900800204).
 *
 * @param slope    difference per unit of the mean
 * @param interval t interval
 * @param error    standard error; 0 where the differences lie on a line
 * @param t        slope / error, with n − 2 degrees of freedom
 */
public record ProportionalBias(double slope, Interval interval, double error, double t, double pValue) {

	/** The slope of at least three pairs; none if there are fewer, or the means are all the same. */
	static Optional<ProportionalBias> of(final double[] means, final double[] differences, final double level) {
		final int n = means.length;
		final double meanX = mean(means);
		final double meanY = mean(differences);
		double square = 0;
		double cross = 0;
		for (int i = 0; i < n; i++) {
			square += (means[i] - meanX) * (means[i] - meanX);
			cross += (means[i] - meanX) * (differences[i] - meanY);
		}
		final double rounding = BlandAltman.ROUNDING * Math.ulp(Arrays.stream(means).map(Math::abs).max().orElse(0));
		if (n < 3 || square <= n * rounding * rounding) return Optional.empty();
		final double slope = cross / square;
		double residual = 0;
		for (int i = 0; i < n; i++)
			residual += Math.pow(differences[i] - meanY - slope * (means[i] - meanX), 2);
		final double error = Math.sqrt(residual / (n - 2)) / Math.sqrt(square);
		final TDistribution distribution = TDistribution.of(n - 2.0);
		final double half = distribution.inverseSurvivalProbability((1 - level) / 2) * error;
		final double t = slope / error;
		return Optional.of(new ProportionalBias(slope, new Interval(slope - half, slope + half, level, "t"), error, t, 2 *
			distribution.survivalProbability(Math.abs(t))));
	}

	private static double mean(final double[] values) {
		return Arrays.stream(values).sum() / values.length;
	}
}
