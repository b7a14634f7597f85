package io.github.vertebraj.statistics.inference;

import java.util.Arrays;

/**
 * Stands in for a distribution of very many values: each of narrow classes of equal width is replaced by the two values
 * that have its probability, mean, variance and skewness (Gauss's quadrature), so that whatever is asked of the
 * distribution after adding many others is wrong by the fourth power of the width only.
 */
final class Condensing {

	private final Distribution from;
	private final long[] values;
	private final double[] masses;
	private int size;

	private Condensing(final Distribution from, final int classes) {
		this.from = from;
		values = new long[2 * classes + 1];
		masses = new double[values.length];
	}

	/** At most two values in each class, and the last as it was: it may stand for all that lies beyond. */
	static Distribution condensed(final Distribution from, final int classes) {
		return from.size() <= 2 * classes + 1 ? from : new Condensing(from, classes).condense(classes);
	}

	private Distribution condense(final int classes) {
		final int last = from.size() - 1;
		final long lowest = from.value(0);
		final double width = (from.value(last - 1) - lowest + 1.0) / classes;
		for (int start = 0, end = 0; start < last; start = end) {
			final long upper = lowest + (long) Math.ceil(width * (Math.floor((from.value(start) - lowest) / width) + 1));
			while (end < last && from.value(end) < upper || end == start)
				end++;
			condense(start, end);
		}
		add(from.value(last), from.mass(last));
		return new Distribution(Arrays.copyOf(values, size), Arrays.copyOf(masses, size));
	}

	private void condense(final int start, final int end) {
		if (end - start <= 2) {
			for (int i = start; i < end; i++)
				add(from.value(i), from.mass(i));
			return;
		}
		double mass = 0;
		double mean = 0;
		for (int i = start; i < end; i++) {
			mass += from.mass(i);
			mean += from.mass(i) * (from.value(i) - from.value(start));
		}
		mean /= mass;
		double second = 0;
		double third = 0;
		for (int i = start; i < end; i++) {
			final double deviation = from.value(i) - from.value(start) - mean;
			second += from.mass(i) * deviation * deviation;
			third += from.mass(i) * deviation * deviation * deviation;
		}
		final double sd = Math.sqrt(second / mass);
		final double half = third / mass / (sd * sd * sd) / 2;
		final double root = Math.sqrt(1 + half * half);
		addRounded(from.value(start) + mean + sd * (half - root), mass * (half + root) / (2 * root));
		addRounded(from.value(start) + mean + sd * (half + root), mass * (root - half) / (2 * root));
	}

	private void addRounded(final double value, final double mass) {
		add(Math.round(value), mass);
	}

	private void add(final long value, final double mass) {
		values[size] = value;
		masses[size++] = mass;
	}
}
