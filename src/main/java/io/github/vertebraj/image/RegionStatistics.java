package io.github.vertebraj.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * First-order statistics of the real values of a region. NaN voxels are counted and left out of everything else; a
 * region of NaN alone has NaN statistics. SD divides by n − 1 and is NaN for one voxel. Quantiles are of type 7
 * (Hyndman and Fan, Am Stat 1996;50:361-365), as in R, numpy and spreadsheets.
 *
 * @param voxels   all voxels of the region
 * @param nan      those that are not a number
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
	@SuppressWarnings({ "rawtypes", "unchecked" })
	public static List<RegionStatistics> of(final RandomAccessibleInterval<? extends RealType<?>> volume,
		final ValueScale scale, final List<Region> regions, final DoubleConsumer progress)
	{
		final RandomAccessibleInterval<? extends RealType<?>> frames = Views.addDimension((RandomAccessibleInterval) volume, 0, 0);
		return perFrame(frames, scale, regions, progress).get(0);
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
		final List<List<RegionStatistics>> all = new ArrayList<>();
		for (int t = 0; t < frames.dimension(3); t++) {
			final List<RegionStatistics> frame = new ArrayList<>();
			for (final Region region : regions)
				frame.add(ofValues(values(frames, scale, region, t)));
			all.add(List.copyOf(frame));
			progress.accept((t + 1.0) / frames.dimension(3));
		}
		return List.copyOf(all);
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

	@SuppressWarnings({ "rawtypes", "unchecked" })
	private static double[] values(final RandomAccessibleInterval<? extends RealType<?>> frames, final ValueScale scale,
		final Region region, final int t)
	{
		final RandomAccessibleInterval<? extends RealType<?>> source = Views.zeroMin((RandomAccessibleInterval) frames);
		if (region.isEmpty()) throw new IllegalArgumentException("The region '" + region.name() + "' is empty");
		final double[] values = new double[Math.toIntExact(region.voxelCount())];
		final RandomAccess<? extends RealType<?>> access = source.randomAccess();
		int n = 0;
		for (final Region.Run run : region.runs()) {
			if (run.z() < 0 || run.z() >= source.dimension(2) || run.y() < 0 || run.y() >= source.dimension(1) || run
				.xFrom() < 0 || run.xTo() > source.dimension(0)) throw new IllegalArgumentException("The region '" + region
					.name() + "' lies outside of the image: " + run);
			for (int x = run.xFrom(); x < run.xTo(); x++)
				values[n++] = scale.real(access.setPositionAndGet(x, run.y(), run.z(), t).getRealDouble());
		}
		return values;
	}

	private static RegionStatistics ofValues(final double[] all) {
		final double[] values = Arrays.stream(all).filter(value -> !Double.isNaN(value)).sorted().toArray();
		final double mean = Arrays.stream(values).average().orElse(Double.NaN);
		final double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
		final double sd = values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
		final long negative = Arrays.stream(values).filter(value -> value < 0).count();
		return new RegionStatistics(all.length, all.length - values.length, negative, mean, sd, quantile(values, 0.5),
			quantile(values, 0), quantile(values, 1), quantile(values, 0.05), quantile(values, 0.1), quantile(values, 0.25),
			quantile(values, 0.75), quantile(values, 0.9), quantile(values, 0.95));
	}

	private static double quantile(final double[] sorted, final double p) {
		if (sorted.length == 0) return Double.NaN;
		final double h = p * (sorted.length - 1);
		final int i = (int) h;
		return i + 1 < sorted.length ? sorted[i] + (h - i) * (sorted[i + 1] - sorted[i]) : sorted[i];
	}
}
