package io.github.vertebraj.statistics.rank;

import java.util.Arrays;

import io.github.vertebraj.statistics.Samples;

/** Pairs of which a correlation exists: two or more, finite, and neither sample constant. */
final class CorrelationPairs {

	private final double[] x;
	private final double[] y;

	private CorrelationPairs(final double[] x, final double[] y) {
		this.x = x;
		this.y = y;
	}

	/**
	 * @throws IllegalArgumentException if the samples are not equally long or shorter than two, a value is not finite, or all
	 *                                  values of a sample are equal
	 */
	static CorrelationPairs of(final double[] x, final double[] y) {
		Samples.checkPairs(x.length, y.length);
		return new CorrelationPairs(varying("The first sample", x), varying("The second sample", y));
	}

	private static double[] varying(final String name, final double[] values) {
		final double[] copy = Samples.finite(name, values, 2);
		if (Arrays.stream(copy).allMatch(value -> value == copy[0])) throw constant(name, copy);
		return copy;
	}

	/** @param name how the error calls the sample */
	static IllegalArgumentException constant(final String name, final double[] values) {
		return new IllegalArgumentException(name + " is constant (" + values.length + " values of " + values[0] +
			"), so that it has no correlation with anything; leave it out");
	}

	int size() {
		return x.length;
	}

	/** The first sample; not to be changed. */
	double[] x() {
		return x;
	}

	/** The second sample; not to be changed. */
	double[] y() {
		return y;
	}
}
