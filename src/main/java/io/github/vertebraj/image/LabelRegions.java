package io.github.vertebraj.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Regions from a label image, in which each value other than 0 marks the voxels of one region. */
public final class LabelRegions {

	private LabelRegions() {}

	/** What one thread needs. */
	private static final class Task {

		private final VoxelReader reader;
		private final VoxelBlock slice = new VoxelBlock();

		private Task(final VoxelReader reader) {
			this.reader = reader;
		}

		/** The runs of each label on a slice. */
		private Map<Integer, List<Region.Run>> slice(final int z, final int width, final int height) {
			final Map<Integer, List<Region.Run>> runs = new HashMap<>();
			reader.read(new long[] { 0, 0, z }, width, height, slice);
			for (int y = 0; y < height; y++) {
				final int row = y * width;
				for (int x = 0; x < width;) {
					final int from = x;
					final double value = reader.stored(slice, row + x++);
					while (x < width && reader.stored(slice, row + x) == value)
						x++;
					if (value != 0) runs.computeIfAbsent(label(value, from, y, z), label -> new ArrayList<>()).add(new Region.Run(
						z, y, from, x));
				}
			}
			return runs;
		}
	}

	/**
	 * @param volume labels, axes x, y, z: whole numbers of 0 or more, of any type
	 * @param naming the name of the region of a label
	 * @return the regions by rising label; empty when every voxel is 0
	 * @throws IllegalArgumentException when a voxel is not a whole number from 0 to 2147483647
	 * @throws CancellationException    when the thread is interrupted
	 */
	public static List<Region> of(final RandomAccessibleInterval<? extends RealType<?>> volume,
		final IntFunction<String> naming)
	{
		if (volume.numDimensions() != 3) throw new IllegalArgumentException(
			"A label image has the axes x, y, z, but there are " + volume.numDimensions() + " axes");
		final int width = (int) volume.dimension(0);
		final int height = (int) volume.dimension(1);
		final int depth = (int) volume.dimension(2);
		final VoxelReader reader = VoxelReader.of(volume);
		final List<Map<Integer, List<Region.Run>>> slices = new ArrayList<>(Collections.nCopies(depth, Map.of()));
		VoxelLoop.run("Reading labels", depth, done -> {}, () -> new Task(reader.copy()), (task, z) -> slices.set(z, task
			.slice(z, width, height)));
		final Map<Integer, List<Region.Run>> runs = new TreeMap<>();
		for (final Map<Integer, List<Region.Run>> slice : slices)
			slice.forEach((label, list) -> runs.computeIfAbsent(label, key -> new ArrayList<>()).addAll(list));
		return runs.entrySet().stream().map(entry -> new Region(naming.apply(entry.getKey()), entry.getValue())).toList();
	}

	private static int label(final double value, final int x, final int y, final int z) {
		if (!(value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value))) throw new IllegalArgumentException(
			"A label image holds whole numbers of 0 or more, but the voxel at x = " + x + ", y = " + y + ", z = " + z +
				" is " + value);
		return (int) value;
	}
}
