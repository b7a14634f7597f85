package io.github.vertebraj.statistics.mean;

import java.util.Arrays;

import io.github.vertebraj.statistics.Samples;

/**
 * What papers print of a sample.
 *
 * @param mean finite
 * @param sd   standard deviation, dividing by n − 1; not negative, and 0 for a single value, which has none
 * @param n    number of values, at least 1
 */
public record SampleSummary(double mean, double sd, int n) {

	/**
	 * @throws IllegalArgumentException if the mean or the standard deviation is not finite, or one is out of its range
	 */
	public SampleSummary {
		if (n < 1) throw new IllegalArgumentException("A sample needs at least 1 value, but n is " + n);
		if (!Double.isFinite(mean)) throw new IllegalArgumentException("The mean of a sample must be finite, but is " +
			mean);
		if (!(sd >= 0) || Double.isInfinite(sd)) throw new IllegalArgumentException(
			"The standard deviation of a sample must be finite and not negative, but is " + sd);
		if (n == 1 && sd != 0) throw new IllegalArgumentException(
			"A single value has no standard deviation; give 0 instead of " + sd);
	}

	/**
	 * From the values, in two passes with scaled squares: right from 1e-300 to 1e300 and with any offset.
	 *
	 * @throws IllegalArgumentException if there is no value, or one is not finite
	 */
	public static SampleSummary of(final double... values) {
		return of("The sample", values);
	}

	/** @param name what the error calls the sample */
	static SampleSummary of(final String name, final double[] values) {
		Samples.finite(name, values, 1);
		final int n = values.length;
		final double near = Arrays.stream(values).map(value -> value / n).sum();
		final double mean = near + Arrays.stream(values).map(value -> (value - near) / n).sum();
		final double scale = Arrays.stream(values).map(value -> Math.abs(value - mean)).max().getAsDouble();
		if (n == 1 || scale == 0) return new SampleSummary(mean, 0, n);
		final double squares = Arrays.stream(values).map(value -> (value - mean) / scale).map(z -> z * z).sum();
		return new SampleSummary(mean, scale * Math.sqrt(squares / (n - 1)), n);
	}
}
