package io.github.vertebraj.statistics.rank;

import java.util.Arrays;

/** Distinct values and how often each occurs; sub-multisets are coded as whole numbers. */
final class Multiset {

	private final long[] values;
	private final int[] counts;
	private final long[] weights;
	private final double subsets;

	private Multiset(final long[] values, final int[] counts) {
		this.values = values;
		this.counts = counts;
		weights = new long[values.length];
		long weight = 1;
		double product = 1;
		for (int i = 0; i < values.length; i++) {
			weights[i] = weight;
			weight *= counts[i] + 1; // may wrap; then subsets() is too large to be used
			product *= counts[i] + 1.0;
		}
		subsets = product;
	}

	static Multiset of(final long[] elements) {
		final long[] values = Arrays.stream(elements).sorted().distinct().toArray();
		final int[] counts = new int[values.length];
		for (final long element : elements)
			counts[Arrays.binarySearch(values, element)]++;
		return new Multiset(values, counts);
	}

	/** Number of distinct values. */
	int size() {
		return values.length;
	}

	/** Distinct values rise with their index. */
	long value(final int index) {
		return values[index];
	}

	int count(final int index) {
		return counts[index];
	}

	/** Number of different sub-multisets; their codes are below. */
	double subsets() {
		return subsets;
	}

	/** What one more element of that value adds to a code. */
	long weight(final int index) {
		return weights[index];
	}

	/** How many elements of that value a coded sub-multiset has. */
	int used(final long code, final int index) {
		return (int) (code / weights[index] % (counts[index] + 1));
	}
}
