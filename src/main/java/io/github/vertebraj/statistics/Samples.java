package io.github.vertebraj.statistics;

import java.util.stream.IntStream;

/** What the tests demand of their samples. */
public final class Samples {

	private Samples() {}

	/**
	 * A copy of a sample that is long enough and has finite values only.
	 *
	 * @param name    what the error calls the sample
	 * @param minimum fewest values
	 * @throws IllegalArgumentException naming the sample, and the value and its place (from 1) or the number of values
	 */
	public static double[] finite(final String name, final double[] values, final int minimum) {
		if (values.length < minimum) throw new IllegalArgumentException(name + " needs at least " + minimum + (minimum == 1
			? " value" : " values") + ", but has " + values.length);
		for (int i = 0; i < values.length; i++)
			if (!Double.isFinite(values[i])) throw new IllegalArgumentException(name + " has " + values[i] + " at place " + (i +
				1) + "; leave missing values out");
		return values.clone();
	}

	/**
	 * Differences of pairs, first minus second.
	 *
	 * @throws IllegalArgumentException if the samples are not equally long, or a value is not finite
	 */
	public static double[] differences(final double[] first, final double[] second, final int minimum) {
		checkPairs(first.length, second.length);
		finite("The first sample", first, minimum);
		finite("The second sample", second, minimum);
		return IntStream.range(0, first.length).mapToDouble(i -> first[i] - second[i]).toArray();
	}

	/** @throws IllegalArgumentException if there are not as many first as second values */
	public static void checkPairs(final int first, final int second) {
		if (first != second) throw new IllegalArgumentException("Pairs need as many first as second values, but there are " +
			first + " and " + second);
	}
}
