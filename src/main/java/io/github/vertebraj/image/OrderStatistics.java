package io.github.vertebraj.image;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The k-th smallest of many numbers, for a few k, without sorting them all: the numbers are dealt into buckets of equal
 * width, and only the buckets that are asked for are sorted. Takes time in proportion to the numbers, or as long as a
 * sort when most fall into one bucket. Not thread-safe; its memory is used again.
 */
final class OrderStatistics {

	private double[] dealt = new double[0];
	/** Where each bucket ends in {@link #dealt}. */
	private int[] ends = new int[0];
	private int buckets;
	private final BitSet sorted = new BitSet();

	/** Takes the first n numbers, which must be finite; they lie between the least and the greatest. */
	void take(final double[] values, final int n, final double least, final double greatest) {
		buckets = Math.max(1, n / 4);
		if (dealt.length < n) dealt = new double[values.length];
		if (ends.length < buckets) ends = new int[buckets];
		sorted.clear();
		Arrays.fill(ends, 0, buckets, 0);
		final double factor = buckets / (greatest - least);
		for (int i = 0; i < n; i++)
			ends[bucket(values[i], least, factor)]++;
		for (int b = 0, start = 0; b < buckets; b++) {
			final int count = ends[b];
			ends[b] = start;
			start += count;
		}
		// The start of a bucket moves with each number dealt into it, to its end.
		for (int i = 0; i < n; i++)
			dealt[ends[bucket(values[i], least, factor)]++] = values[i];
	}

	/** Rises with the value, also where differences overflow: then it is 0 (NaN) or the last bucket. */
	private int bucket(final double value, final double least, final double factor) {
		return Math.min(buckets - 1, (int) ((value - least) * factor));
	}

	/** The k-th smallest number, from 0. */
	double get(final int k) {
		int low = 0;
		int high = buckets - 1;
		while (low < high) {
			final int middle = low + high >>> 1;
			if (ends[middle] > k) high = middle;
			else low = middle + 1;
		}
		if (!sorted.get(low)) {
			Arrays.sort(dealt, low == 0 ? 0 : ends[low - 1], ends[low]);
			sorted.set(low);
		}
		return dealt[k];
	}
}
