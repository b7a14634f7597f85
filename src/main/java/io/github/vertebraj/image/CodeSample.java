package io.github.vertebraj.image;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/**
 * Voxels of at most 16 bits, as a histogram of their stored values: it gives all order statistics without sorting, and
 * sums that are exact. One pass over the voxels, one over the values between the least and the greatest.
 */
final class CodeSample implements RegionSample<RegionStatistics> {

	private final int signBit;
	private final ValueScale scale;
	/** By rising value (stored value + {@link #signBit}); all 0 between two regions. */
	private final int[] histogram = new int[0x10000];
	private int least = histogram.length;
	private int greatest = -1;

	CodeSample(final VoxelReader reader, final ValueScale scale) {
		signBit = reader.signBit();
		this.scale = scale;
	}

	@Override
	public void add(final VoxelBlock block, final int[] runs) {
		final short[] codes = block.codes();
		for (int i = 0; i < runs.length; i += 3)
			add(codes, block.offset() + runs[i] * block.stride() + runs[i + 1], runs[i + 2]);
	}

	private void add(final short[] codes, final int from, final int length) {
		int min = least;
		int max = greatest;
		for (int i = from; i < from + length; i++) {
			final int value = codes[i] & 0xffff ^ signBit;
			histogram[value]++;
			min = Math.min(min, value);
			max = Math.max(max, value);
		}
		least = min;
		greatest = max;
	}

	@Override
	public RegionStatistics finish() {
		// Numbers relative to the least are small, so that sums of squares stay exact.
		final int size = greatest - least + 1;
		long count = 0;
		long sum = 0;
		long squares = 0;
		for (int d = 0; d < size; d++) {
			final long n = histogram[least + d];
			count += n;
			sum += n * d;
			squares += n * d * d;
			histogram[least + d] = (int) count;
		}
		final RegionStatistics statistics = statistics(count, sum, squares);
		Arrays.fill(histogram, least, greatest + 1, 0);
		least = histogram.length;
		greatest = -1;
		return statistics;
	}

	private RegionStatistics statistics(final long n, final long sum, final long squares) {
		final double mean = scale.real((double) (sum + n * (least - signBit)) / n);
		final double variance = (squares - (double) sum / n * sum) / (n - 1);
		final double sd = n < 2 ? Double.NaN : Math.abs(scale.slope()) * Math.sqrt(Math.max(0, variance));
		final LongToDoubleFunction order = scale.slope() > 0 ? k -> real(value(k)) : k -> real(value(n - 1 - k));
		return RegionStatistics.of(n, 0, negative(), mean, sd, new Quantiles(n, order));
	}

	/** The k-th value from below, from 0, of the histogram made cumulative. */
	private int value(final long k) {
		int low = least;
		int high = greatest;
		while (low < high) {
			final int middle = low + high >>> 1;
			if (histogram[middle] > k) high = middle;
			else low = middle + 1;
		}
		return low;
	}

	/** How many voxels are below 0, of the histogram made cumulative. */
	private long negative() {
		long negative = 0;
		if (real(least) >= 0 && real(greatest) >= 0) return 0;
		for (int value = least; value <= greatest; value++)
			if (real(value) < 0) negative += histogram[value] - (value == least ? 0 : histogram[value - 1]);
		return negative;
	}

	private double real(final int value) {
		return scale.real(value - signBit);
	}
}
