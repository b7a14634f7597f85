package io.github.vertebraj.fatfraction;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.github.vertebraj.image.Region.Run;
import io.github.vertebraj.phantom.FatPhantom;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** The values of maps, for tests. */
final class MapValues {

	private MapValues() {}

	/** Of all voxels, x fastest. */
	static double[] of(final RandomAccessibleInterval<FloatType> map) {
		return StreamSupport.stream(Views.flatIterable(map).spliterator(), false).mapToDouble(FloatType::get).toArray();
	}

	/** Of a region of the phantom. */
	static double[] of(final RandomAccessibleInterval<FloatType> map, final FatPhantom.TrueRegion region) {
		final double[] values = new double[(int) region.region().runs().stream().mapToLong(Run::length)
			.sum()];
		int n = 0;
		for (final Run run : region.region().runs())
			for (int x = run.xFrom(); x < run.xTo(); x++)
				values[n++] = map.getAt(x, run.y(), run.z()).get();
		return values;
	}

	/** The values of a region of the phantom, less the voxels at its rim, in the slices that the map has. */
	static double[] inner(final RandomAccessibleInterval<FloatType> map, final FatPhantom.TrueRegion region) {
		final List<Run> runs = region.region().runs();
		final int top = runs.stream().mapToInt(Run::y).min().orElseThrow();
		final int bottom = runs.stream().mapToInt(Run::y).max().orElseThrow();
		return runs.stream().filter(run -> run.y() > top && run.y() < bottom && run
			.z() < map.dimension(2)).flatMapToDouble(run -> IntStream.range(run
			.xFrom() + 1, run.xTo() - 1).mapToDouble(x -> map.getAt(x, run.y(), run.z()).get())).toArray();
	}
}
