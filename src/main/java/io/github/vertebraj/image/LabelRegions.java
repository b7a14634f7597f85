package io.github.vertebraj.image;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** Regions from a label image, in which each value other than 0 marks the voxels of one region. */
public final class LabelRegions {

	private LabelRegions() {}

	/**
	 * @param volume labels, axes x, y, z: whole numbers of 0 or more, of any type
	 * @param naming the name of the region of a label
	 * @return the regions by rising label; empty when every voxel is 0
	 * @throws IllegalArgumentException when a voxel is not a whole number from 0 to 2147483647
	 */
	@SuppressWarnings({ "rawtypes", "unchecked" })
	public static List<Region> of(final RandomAccessibleInterval<? extends RealType<?>> volume,
		final IntFunction<String> naming)
	{
		final RandomAccessibleInterval<? extends RealType<?>> source = Views.zeroMin((RandomAccessibleInterval) volume);
		final RandomAccess<? extends RealType<?>> access = source.randomAccess();
		final SortedMap<Integer, List<Region.Run>> runs = new TreeMap<>();
		for (int z = 0; z < source.dimension(2); z++)
			for (int y = 0; y < source.dimension(1); y++)
				for (int x = 0; x < source.dimension(0);) {
					final int label = label(access.setPositionAndGet(x, y, z).getRealDouble());
					final int from = x++;
					while (x < source.dimension(0) && label(access.setPositionAndGet(x, y, z).getRealDouble()) == label)
						x++;
					if (label != 0) runs.computeIfAbsent(label, key -> new ArrayList<>()).add(new Region.Run(z, y, from, x));
				}
		final List<Region> regions = new ArrayList<>();
		runs.forEach((label, list) -> regions.add(new Region(naming.apply(label), list)));
		return List.copyOf(regions);
	}

	private static int label(final double value) {
		if (!(value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value))) throw new IllegalArgumentException(
			"A label image holds whole numbers of 0 or more, but a voxel is " + value);
		return (int) value;
	}
}
