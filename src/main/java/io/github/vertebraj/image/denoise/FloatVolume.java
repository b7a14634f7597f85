package io.github.vertebraj.image.denoise;

import java.util.function.DoubleConsumer;

import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.image.VoxelBlock;
import io.github.vertebraj.image.VoxelLoop;
import io.github.vertebraj.image.VoxelReader;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Voxels as one array for each slice, x fastest. Voxels that are not finite are NaN.
 *
 * @param width  number of voxels along x
 * @param height number of voxels along y
 * @param planes one for each slice
 * @param hasNan whether a voxel is NaN; loops are faster when they need not look
 */
record FloatVolume(int width, int height, float[][] planes, boolean hasNan) {

	/** A volume of zeros of the same size. */
	FloatVolume blank() {
		return new FloatVolume(width, height, new float[planes.length][width * height], false);
	}

	int depth() {
		return planes.length;
	}

	/**
	 * Reads real values.
	 *
	 * @param volume stored values, axes x, y, z
	 */
	static FloatVolume read(final RandomAccessibleInterval<? extends RealType<?>> volume, final ValueScale scale,
		final DoubleConsumer progress)
	{
		if (volume.numDimensions() != 3) throw new IllegalArgumentException("A volume has the axes x, y, z, but there are " +
			volume.numDimensions() + " axes");
		final int width = Math.toIntExact(volume.dimension(0));
		final int height = Math.toIntExact(volume.dimension(1));
		final float[][] planes = new float[Math.toIntExact(volume.dimension(2))][];
		final boolean[] isNan = new boolean[planes.length];
		final VoxelReader reader = VoxelReader.of(volume);
		VoxelLoop.run("Denoising", planes.length, progress, () -> new Task(reader.copy(), new VoxelBlock()), (task, z) -> {
			planes[z] = task.plane(z, width, height, scale);
			for (final float value : planes[z])
				isNan[z] |= value != value;
		});
		boolean hasNan = false;
		for (final boolean nan : isNan)
			hasNan |= nan;
		return new FloatVolume(width, height, planes, hasNan);
	}

	private record Task(VoxelReader reader, VoxelBlock block) {

		float[] plane(final int z, final int width, final int height, final ValueScale scale) {
			reader.read(new long[] { 0, 0, z }, width, height, block);
			final float[] plane = new float[width * height];
			for (int i = 0; i < plane.length; i++) {
				final float value = (float) scale.real(reader.stored(block, i));
				plane[i] = Float.isFinite(value) ? value : Float.NaN;
			}
			return plane;
		}
	}
}
