package io.github.vertebraj.dualenergy;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.LazyPlanes;
import io.github.vertebraj.image.PlanarVoxels;
import io.github.vertebraj.image.RealPlane;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.image.VoxelLoop;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Standard deviation (n − 1) of the values in a box around each voxel: noise where tissue is uniform, structure elsewhere.
 * At the border the box is cut off; voxels that are not finite are left out. NaN where the voxel itself is not finite, or
 * fewer than two are left.
 *
 * @param reachX voxels on either side of the middle one along x
 * @param reachY along y
 * @param reachZ along z
 */
public record LocalNoise(int reachX, int reachY, int reachZ) {

	/**
	 * The box nearest to a window, an odd number of voxels along each axis.
	 *
	 * @param window   width of the box in mm
	 * @param isVolume whether the box is as deep as wide, or in the plane alone
	 * @throws IllegalArgumentException when the box would be one voxel
	 */
	public static LocalNoise of(final double window, final boolean isVolume, final Geometry geometry) {
		if (!(window > 0) || Double.isInfinite(window)) throw new IllegalArgumentException(
			"The window must be above 0 mm, but is " + window);
		final int[] reach = new int[3];
		for (int axis = 0; axis < 3; axis++)
			reach[axis] = axis == 2 && !isVolume ? 0 : (int) Math.rint((window / geometry.spacing(axis) - 1) / 2);
		Arrays.setAll(reach, axis -> Math.max(0, reach[axis]));
		if (reach[0] + reach[1] + reach[2] == 0) throw new IllegalArgumentException("A window of " + window +
			" mm is one voxel of " + (float) geometry.spacing(0) + " x " + (float) geometry.spacing(1) + " x " + (float) geometry
				.spacing(2) + " mm: three voxels are least");
		return new LocalNoise(reach[0], reach[1], reach[2]);
	}

	/**
	 * @param volume   stored values, axes x, y, z
	 * @param progress receives the share that is done, 0 to 1
	 * @return the map, axes x, y, z
	 */
	public RandomAccessibleInterval<FloatType> map(final RandomAccessibleInterval<? extends RealType<?>> volume,
		final ValueScale scale, final DoubleConsumer progress)
	{
		final int depth = Math.toIntExact(volume.dimension(2));
		final Object[] planes = new Object[depth];
		final RealPlane source = new RealPlane(volume, scale);
		VoxelLoop.run("Noise map", depth, progress, source::copy, (reader, z) -> planes[z] = plane(reader, z, depth,
			(int) volume.dimension(0), (int) volume.dimension(1)));
		return PlanarVoxels.of(List.of(planes), new FloatType(), volume.dimensionsAsLongArray());
	}

	/**
	 * Maps of all frames, axes x, y, z, t, c (one): planes are computed when they are looked at.
	 *
	 * @param image of one channel
	 */
	public RandomAccessibleInterval<FloatType> lazy(final CalibratedImage image) {
		final int depth = image.size(2);
		final List<RealPlane> frames = IntStream.range(0, image.size(3)).mapToObj(t -> new RealPlane(image.volume(t, 0), image
			.scale())).toList();
		return LazyPlanes.of(new FloatType(), i -> plane(frames.get(i / depth).copy(), i % depth, depth, image.size(0), image
			.size(1)), image.size(0), image.size(1), depth, image.size(3), 1);
	}

	private float[] plane(final RealPlane reader, final int z, final int depth, final int width, final int height) {
		final double[] middle = reader.read(z).clone();
		// values are near this one: sums of squares keep their digits
		final double origin = Arrays.stream(middle).filter(Double::isFinite).average().orElse(0);
		final double[] sum = new double[middle.length];
		final double[] squares = new double[middle.length];
		final double[] count = new double[middle.length];
		for (int k = Math.max(0, z - reachZ); k <= Math.min(depth - 1, z + reachZ); k++) {
			final double[] plane = reader.read(k);
			for (int i = 0; i < plane.length; i++) {
				if (!Double.isFinite(plane[i])) continue;
				final double value = plane[i] - origin;
				sum[i] += value;
				squares[i] += value * value;
				count[i]++;
			}
		}
		for (final double[] box : new double[][] { sum, squares, count })
			box(box, width, height);
		final float[] sd = new float[middle.length];
		for (int i = 0; i < sd.length; i++) {
			final double n = count[i];
			sd[i] = n < 2 || !Double.isFinite(middle[i]) ? Float.NaN : (float) Math.sqrt(Math.max(0, squares[i] - sum[i] *
				sum[i] / n) / (n - 1));
		}
		return sd;
	}

	/** Replaces each value by the sum of the box around it, in the plane. */
	private void box(final double[] values, final int width, final int height) {
		final double[] line = new double[Math.max(width, height)];
		for (int y = 0; y < height; y++)
			slide(values, y * width, 1, width, reachX, line);
		for (int x = 0; x < width; x++)
			slide(values, x, width, height, reachY, line);
	}

	/** Each sum anew: a running one would carry the rounding of a metal implant along the line. */
	private static void slide(final double[] values, final int from, final int step, final int n, final int reach,
		final double[] line)
	{
		for (int i = 0; i < n; i++)
			line[i] = values[from + i * step];
		for (int i = 0; i < n; i++) {
			double total = 0;
			for (int k = Math.max(0, i - reach); k <= Math.min(n - 1, i + reach); k++)
				total += line[k];
			values[from + i * step] = total;
		}
	}
}
