package io.github.vertebraj.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Measures many regions at once, which may overlap: each slice that holds some is read once for all of them. */
final class RegionMeasurement {

	private RegionMeasurement() {}

	/**
	 * Measures regions of a volume.
	 *
	 * @param volume   stored values, axes x, y, z
	 * @param sample   makes what measures the voxels of a reader
	 * @param progress receives the share that is done, 0 to 1
	 * @return the measurements, in the order of the regions
	 * @throws IllegalArgumentException when a region is empty or lies outside of the image
	 */
	static <R> List<R> ofVolume(final RandomAccessibleInterval<? extends RealType<?>> volume,
		final List<Region> regions, final Function<VoxelReader, RegionSample<R>> sample, final DoubleConsumer progress)
	{
		if (volume.numDimensions() != 3) throw new IllegalArgumentException("A volume has the axes x, y, z, but there are " +
			volume.numDimensions() + " axes");
		return measure(volume, regions, sample, progress).get(0);
	}

	/**
	 * Measures regions in each frame.
	 *
	 * @param frames   stored values, axes x, y, z, t
	 * @param sample   makes what measures the voxels of a reader
	 * @param progress receives the share that is done, 0 to 1
	 * @return for each frame the measurements, in the order of the regions
	 * @throws IllegalArgumentException when a region is empty or lies outside of the image
	 */
	static <R> List<List<R>> perFrame(final RandomAccessibleInterval<? extends RealType<?>> frames,
		final List<Region> regions, final Function<VoxelReader, RegionSample<R>> sample, final DoubleConsumer progress)
	{
		if (frames.numDimensions() != 4) throw new IllegalArgumentException(
			"Frames have the axes x, y, z, t, but there are " + frames.numDimensions() + " axes");
		return measure(frames, regions, sample, progress);
	}

	private static <R> List<List<R>> measure(final RandomAccessibleInterval<? extends RealType<?>> source,
		final List<Region> regions, final Function<VoxelReader, RegionSample<R>> sample, final DoubleConsumer progress)
	{
		for (final Region region : regions)
			check(region, source);
		final int frames = source.numDimensions() < 4 ? 1 : (int) source.dimension(3);
		final List<RegionGroup> groups = RegionGroup.of(regions);
		final List<R[]> all = new ArrayList<>();
		for (int frame = 0; frame < frames; frame++)
			all.add(row(regions.size()));
		final VoxelReader reader = VoxelReader.of(source);
		VoxelLoop.run("Measuring regions", frames * groups.size(), progress, () -> {
			final VoxelReader own = reader.copy();
			return new RegionTask<>(own, sample.apply(own), source.numDimensions());
		}, (task, part) -> task.measure(groups.get(part % groups.size()), part / groups.size(), all.get(part / groups
			.size())));
		return all.stream().map(row -> Collections.unmodifiableList(Arrays.asList(row))).toList();
	}

	/** An array that never leaves as one. */
	@SuppressWarnings("unchecked")
	private static <R> R[] row(final int length) {
		return (R[]) new Object[length];
	}

	private static void check(final Region region, final Interval image) {
		if (region.isEmpty()) throw new IllegalArgumentException("The region '" + region.name() + "' is empty");
		for (final Region.Run run : region.runs())
			if (run.z() < 0 || run.z() >= image.dimension(2) || run.y() < 0 || run.y() >= image.dimension(1) || run
				.xFrom() < 0 || run.xTo() > image.dimension(0)) throw new IllegalArgumentException("The region '" + region
					.name() + "' lies outside of the image: x = " + run.xFrom() + " to " + (run.xTo() - 1) + ", y = " + run.y() +
					", z = " + run.z() + " of " + image.dimension(0) + " x " + image.dimension(1) + " x " + image.dimension(2) +
					" voxels");
	}
}
