package io.github.vertebraj.statistics.agreement;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Variance of repeated measurements around the mean of their subject, pooled over subjects.
 *
 * @param variance         NaN-free, 0 when no repeat differs
 * @param degreesOfFreedom measurements − subjects
 */
record WithinSubject(double variance, double degreesOfFreedom) {

	/** What a few roundings make, in units of the last place. */
	private static final double ROUNDING = 4;

	static WithinSubject of(final double[][] subjects) {
		double squares = 0;
		double df = 0;
		for (final double[] row : subjects) {
			squares += squares(row);
			df += row.length - 1;
		}
		return new WithinSubject(squares / df, df);
	}

	private static double squares(final double[] row) {
		final double mean = row[0] + Arrays.stream(row).map(value -> value - row[0]).sum() / row.length;
		final double rounding = ROUNDING * Math.ulp(mean);
		return Arrays.stream(row).map(value -> value - mean).filter(difference -> Math.abs(difference) > rounding).map(
			difference -> difference * difference).sum();
	}

	/** Ends of the interval of the variance: df · s² / χ². */
	double[] interval(final double level) {
		final ChiSquaredDistribution distribution = ChiSquaredDistribution.of(degreesOfFreedom);
		final double tail = (1 - level) / 2;
		final double squares = degreesOfFreedom * variance;
		return new double[] { squares / distribution.inverseSurvivalProbability(tail), squares / distribution
			.inverseCumulativeProbability(tail) };
	}
}
