package io.github.vertebraj.report;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Region;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/** The slice of a map that holds most of the voxels of its regions, with their outlines. */
final class RegionFigure {

	private RegionFigure() {}

	/**
	 * @param title    of the figure; the number of the slice is appended
	 * @param quantity what the colours show, with its unit
	 * @param minimum  value of the first colour
	 * @param maximum  value of the last colour
	 * @param map      real values, axes x, y, z
	 * @param geometry gives the shape of the pixels
	 */
	static BufferedImage draw(final String title, final String quantity, final double minimum, final double maximum,
		final RandomAccessibleInterval<? extends RealType<?>> map, final Geometry geometry, final List<Region> regions)
	{
		final int z = fullest(map, regions);
		final MapFigure.Settings settings = MapFigure.Settings.of(title + ", slice " + (z + 1), quantity, minimum, maximum);
		return new MapFigure(settings).draw(slice(map, z), Optional.empty(), geometry.spacing(0), geometry.spacing(1),
			regions, z);
	}

	/** The slice that holds most of the voxels of the regions. */
	static int fullest(final RandomAccessibleInterval<?> map, final List<Region> regions) {
		return IntStream.range(0, (int) map.dimension(2)).boxed().max(Comparator.comparingLong(slice -> voxelsOn(slice,
			regions))).orElseThrow();
	}

	/** One slice of a volume, axes x, y. */
	static <T extends RealType<T>> RandomAccessibleInterval<T> slice(
		final RandomAccessibleInterval<? extends RealType<?>> map, final int z)
	{
		return Views.hyperSlice(Cast.<RandomAccessibleInterval<T>> unchecked(map), 2, map.min(2) + z);
	}

	private static long voxelsOn(final int slice, final List<Region> regions) {
		return regions.stream().flatMap(region -> region.runs().stream()).filter(run -> run.z() == slice).mapToLong(
			Region.Run::length).sum();
	}
}
