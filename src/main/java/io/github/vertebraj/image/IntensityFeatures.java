package io.github.vertebraj.image;

import java.util.List;
import java.util.function.DoubleConsumer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * First-order features of the real values of a region as the Image Biomarker Standardisation Initiative (IBSI) defines
 * them: see {@link IntensityFeature} and {@link HistogramFeature}. Voxels that are not a number, or infinite, are
 * counted and left out of everything else; a region of these alone has NaN features.
 */
public final class IntensityFeatures {

	private final long voxels;
	private final long nan;
	private final FirstOrder intensities;
	private final double energy;
	private final IntensityHistogram histogram;

	private IntensityFeatures(final long voxels, final long nan, final FirstOrder intensities, final double energy,
		final IntensityHistogram histogram)
	{
		this.voxels = voxels;
		this.nan = nan;
		this.intensities = intensities;
		this.energy = energy;
		this.histogram = histogram;
	}

	/** Collects the values of a region. */
	private static final class Sample implements RegionSample<IntensityFeatures> {

		private final RealValues values;
		private final Discretisation rule;
		private final OrderStatistics order = new OrderStatistics();

		private Sample(final RealValues values, final Discretisation rule) {
			this.values = values;
			this.rule = rule;
		}

		@Override
		public void add(final VoxelBlock block, final int[] runs) {
			values.add(block, runs);
		}

		@Override
		public IntensityFeatures finish() {
			final double[] x = values.array();
			final int n = values.size();
			double least = Double.POSITIVE_INFINITY;
			double greatest = Double.NEGATIVE_INFINITY;
			double squares = 0;
			for (int i = 0; i < n; i++) {
				least = Math.min(least, x[i]);
				greatest = Math.max(greatest, x[i]);
				squares += x[i] * x[i];
			}
			order.take(x, n, least, greatest);
			final FirstOrder intensities = FirstOrder.of(x, n, FirstOrder.Weights.ONE, new Quantiles(n, k -> order.get(
				(int) k)));
			final IntensityFeatures features = new IntensityFeatures(n + values.nan(), values.nan(), intensities, n == 0
				? Double.NaN : squares, IntensityHistogram.of(x, n, rule, least, greatest));
			values.clear();
			return features;
		}
	}

	/**
	 * Measures many regions, which may overlap.
	 *
	 * @param volume   stored values, axes x, y, z
	 * @param rule     how the histogram is made
	 * @param progress receives the share that is done, 0 to 1
	 * @return the features, in the order of the regions
	 * @throws IllegalArgumentException when a region is empty or lies outside of the image, or the bins are too narrow
	 */
	public static List<IntensityFeatures> of(final RandomAccessibleInterval<? extends RealType<?>> volume,
		final ValueScale scale, final List<Region> regions, final Discretisation rule, final DoubleConsumer progress)
	{
		return RegionMeasurement.ofVolume(volume, regions, reader -> new Sample(new RealValues(reader, scale), rule),
			progress);
	}

	/**
	 * Measures many regions in each frame.
	 *
	 * @param frames   stored values, axes x, y, z, t
	 * @param rule     how the histogram is made
	 * @param progress receives the share that is done, 0 to 1
	 * @return for each frame the features, in the order of the regions
	 * @throws IllegalArgumentException when a region is empty or lies outside of the image, or the bins are too narrow
	 */
	public static List<List<IntensityFeatures>> perFrame(final RandomAccessibleInterval<? extends RealType<?>> frames,
		final ValueScale scale, final List<Region> regions, final Discretisation rule, final DoubleConsumer progress)
	{
		return RegionMeasurement.perFrame(frames, regions, reader -> new Sample(new RealValues(reader, scale), rule),
			progress);
	}

	/** All voxels of the region. */
	public long voxels() {
		return voxels;
	}

	/** Those that are not a number, or infinite: not measurable. */
	public long nan() {
		return nan;
	}

	/** The histogram of the discretised values. */
	public IntensityHistogram histogram() {
		return histogram;
	}

	FirstOrder intensities() {
		return intensities;
	}

	double energy() {
		return energy;
	}

	double rootMeanSquare() {
		return Math.sqrt(energy / (voxels - nan));
	}
}
