package io.github.vertebraj.image;

import java.util.List;
import java.util.function.DoubleConsumer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * First-order statistics of the real values of a region. Voxels that are not a number, or infinite, are counted and left
 * out of everything else; a region of these alone has NaN statistics. SD divides by n − 1 and is NaN for one voxel.
 * Quantiles are of type 7 (Hyndman and Fan, Am Stat 1996;50:361-365), as in R, numpy and spreadsheets.
 *
 * @param voxels   all voxels of the region
 * @param nan      those that are not a number, or infinite: not measurable
 * @param negative those below 0
 */
public record RegionStatistics(long voxels, long nan, long negative, double mean, double sd, double median, double min,
	double max, double p5, double p10, double p25, double p75, double p90, double p95)
{

	/**
	 * @param p 5, 10, 25, 50, 75, 90 or 95
	 */
	public double percentile(final int p) {
		return switch (p) {
			case 5 -> p5;
			case 10 -> p10;
			case 25 -> p25;
			case 50 -> median;
			case 75 -> p75;
			case 90 -> p90;
			case 95 -> p95;
			default -> throw new IllegalArgumentException("Percentiles are 5, 10, 25, 50, 75, 90 and 95, but not " + p);
		};
	}

	/**
	 * Measures one region.
	 *
	 * @param volume stored values, axes x, y, z
	 * @throws IllegalArgumentException when the region is empty or lies outside of the image
	 */
	public static RegionStatistics of(final RandomAccessibleInterval<? extends RealType<?>> volume,
		final ValueScale scale, final Region region)
	{
		return of(volume, scale, List.of(region), done -> {}).get(0);
	}

	/**
	 * Measures many regions, which may overlap.
	 *
	 * @param volume   stored values, axes x, y, z
	 * @param progress receives the share that is done, 0 to 1
	 * @return the statistics, in the order of the regions
	 * @throws IllegalArgumentException when a region is empty or lies outside of the image
	 */
	public static List<RegionStatistics> of(final RandomAccessibleInterval<? extends RealType<?>> volume,
		final ValueScale scale, final List<Region> regions, final DoubleConsumer progress)
	{
		return RegionMeasurement.ofVolume(volume, regions, reader -> RegionSample.of(reader, scale), progress);
	}

	/**
	 * Measures many regions in each frame.
	 *
	 * @param frames   stored values, axes x, y, z, t
	 * @param progress receives the share that is done, 0 to 1
	 * @return for each frame the statistics, in the order of the regions
	 * @throws IllegalArgumentException when a region is empty or lies outside of the image
	 */
	public static List<List<RegionStatistics>> perFrame(final RandomAccessibleInterval<? extends RealType<?>> frames,
		final ValueScale scale, final List<Region> regions, final DoubleConsumer progress)
	{
		return RegionMeasurement.perFrame(frames, regions, reader -> RegionSample.of(reader, scale), progress);
	}

	/**
	 * The mean of the real values of a region in each frame, NaN left out: what a fit of the mean signal needs.
	 *
	 * @param frames stored values, axes x, y, z, t
	 * @throws IllegalArgumentException when the region is empty or lies outside of the image
	 */
	public static double[] meanPerFrame(final RandomAccessibleInterval<? extends RealType<?>> frames,
		final ValueScale scale, final Region region)
	{
		return perFrame(frames, scale, List.of(region), done -> {}).stream().mapToDouble(frame -> frame.get(0).mean())
			.toArray();
	}

	/** Statistics of n voxels, of which some are not a number. */
	static RegionStatistics of(final long voxels, final long nan, final long negative, final double mean,
		final double sd, final Quantiles quantiles)
	{
		return new RegionStatistics(voxels, nan, negative, mean, sd, quantiles.percent(50), quantiles.percent(0), quantiles
			.percent(100), quantiles.percent(5), quantiles.percent(10), quantiles.percent(25), quantiles.percent(75),
			quantiles.percent(90), quantiles.percent(95));
	}
}
