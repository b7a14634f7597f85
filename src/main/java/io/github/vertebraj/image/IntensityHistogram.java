package io.github.vertebraj.image;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/**
 * The histogram of a region's discretised intensities. Its gradient is, as IBSI defines it, half the difference of a
 * level's neighbours, and at both ends the difference to the only one; it counts the levels from 1 (or the lowest, if
 * that is less) to the highest, empty ones included, and is NaN for one level. Where two levels qualify the lower one is
 * taken; of two modes the one nearer to the mean.
 */
public final class IntensityHistogram {

	private final double origin;
	private final double width;
	private final int lowest;
	private final int[] counts;
	private final FirstOrder levels;
	private final double mode;
	private final double entropy;
	private final double uniformity;
	private double maximumGradient = Double.NaN;
	private double maximumGradientLevel = Double.NaN;
	private double minimumGradient = Double.NaN;
	private double minimumGradientLevel = Double.NaN;

	private IntensityHistogram(final double origin, final double width, final int lowest, final int[] counts,
		final int n)
	{
		this.origin = origin;
		this.width = width;
		this.lowest = lowest;
		this.counts = counts;
		levels = levels(n);
		mode = seekMode();
		double bits = 0;
		double squares = 0;
		for (final int count : counts) {
			final double p = (double) count / n;
			if (count > 0) bits -= p * Math.log(p);
			squares += p * p;
		}
		entropy = n == 0 ? Double.NaN : bits / Math.log(2);
		uniformity = n == 0 ? Double.NaN : squares;
		gradients();
	}

	/** The histogram of the first n values, which are finite. */
	static IntensityHistogram of(final double[] values, final int n, final Discretisation rule, final double least,
		final double greatest)
	{
		if (n == 0) return new IntensityHistogram(rule.origin(), rule.width(), 1, new int[0], 0);
		final Discretisation.Bins bins = rule.bins(least, greatest);
		final int[] counts = new int[bins.highest() - bins.lowest() + 1];
		for (int i = 0; i < n; i++)
			counts[bins.level(values[i]) - bins.lowest()]++;
		return new IntensityHistogram(bins.origin(), bins.width(), bins.lowest(), counts, n);
	}

	private FirstOrder levels(final int n) {
		final double[] level = new double[counts.length];
		final int[] count = new int[counts.length];
		final int[] ends = new int[counts.length];
		int used = 0;
		int end = 0;
		for (int i = 0; i < counts.length; i++)
			if (counts[i] > 0) {
				end += counts[i];
				level[used] = lowest + i;
				count[used] = counts[i];
				ends[used++] = end;
			}
		final int last = used;
		final LongToDoubleFunction order = k -> {
			final int found = Arrays.binarySearch(ends, 0, last, (int) k + 1);
			return level[found < 0 ? -found - 1 : found];
		};
		return FirstOrder.of(level, used, i -> count[i], new Quantiles(n, order));
	}

	private double seekMode() {
		int best = -1;
		for (int i = 0; i < counts.length; i++)
			if (best < 0 || counts[i] > counts[best] || counts[i] == counts[best] && Math.abs(lowest + i - levels
				.mean()) < Math.abs(lowest + best - levels.mean())) best = i;
		return best < 0 ? Double.NaN : lowest + best;
	}

	private void gradients() {
		final int first = Math.min(1, lowest);
		final int highest = lowest + counts.length - 1;
		if (counts.length == 0 || highest == first) return;
		// Of the empty levels below, all but the last have no gradient.
		int level = first;
		while (level <= highest) {
			final double gradient = (count(Math.min(level + 1, highest)) - count(Math.max(level - 1, first))) / (level == first ||
				level == highest ? 1.0 : 2.0);
			if (!(gradient <= maximumGradient)) {
				maximumGradient = gradient;
				maximumGradientLevel = level;
			}
			if (!(gradient >= minimumGradient)) {
				minimumGradient = gradient;
				minimumGradientLevel = level;
			}
			level = Math.max(level + 1, Math.min(lowest - 1, highest));
		}
	}

	private int count(final int level) {
		return level < lowest ? 0 : counts[level - lowest];
	}

	/** Lower edge of bin 1; NaN without voxels and for a fixed number. */
	public double origin() {
		return origin;
	}

	/** Width of each bin; 0 where the number is fixed and all values are the same. */
	public double width() {
		return width;
	}

	/** The level of the first of {@link #counts()}. */
	public int lowest() {
		return lowest;
	}

	/** The voxels of each level from the lowest to the highest that has any; a copy. */
	public int[] counts() {
		return counts.clone();
	}

	/** The number of levels from 1 (or the lowest, if that is less) to the highest. */
	public int bins() {
		return counts.length == 0 ? 0 : lowest + counts.length - Math.min(1, lowest);
	}

	/** The lower edge of a level. */
	public double edge(final int level) {
		return origin + (level - 1) * width;
	}

	FirstOrder levels() {
		return levels;
	}

	double mode() {
		return mode;
	}

	double entropy() {
		return entropy;
	}

	double uniformity() {
		return uniformity;
	}

	double maximumGradient() {
		return maximumGradient;
	}

	double maximumGradientLevel() {
		return maximumGradientLevel;
	}

	double minimumGradient() {
		return minimumGradient;
	}

	double minimumGradientLevel() {
		return minimumGradientLevel;
	}
}
