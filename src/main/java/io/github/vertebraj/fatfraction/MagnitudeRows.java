package io.github.vertebraj.fatfraction;

import java.util.function.Supplier;

import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.image.VoxelReader;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** The magnitudes of some rows of a plane, for one thread. */
final class MagnitudeRows {

	private final EchoRows reader;
	/** Voxels of a row. */
	final int width;
	/** By echo, then by voxel, x fastest. */
	final float[][] samples;

	private MagnitudeRows(final EchoRows reader, final int width, final int rows, final int echoes) {
		this.reader = reader;
		this.width = width;
		samples = new float[echoes][width * rows];
	}

	/** Makes one for each thread, for so many rows at a time. */
	static Supplier<MagnitudeRows> supplier(final RandomAccessibleInterval<? extends RealType<?>> signal,
		final ValueScale scale, final int rows)
	{
		final VoxelReader reader = VoxelReader.of(signal);
		final int width = Math.toIntExact(signal.dimension(0));
		final int echoes = Math.toIntExact(signal.dimension(3));
		return () -> new MagnitudeRows(new EchoRows(reader.copy(), scale, 4), width, rows, echoes);
	}

	void read(final int fromRow, final int z, final int height) {
		for (int n = 0; n < samples.length; n++)
			reader.read(fromRow, z, n, width, height, 1, samples[n]);
	}

	/** The magnitudes of a voxel, by echo. */
	void load(final int voxel, final double[] into) {
		for (int n = 0; n < samples.length; n++)
			into[n] = samples[n][voxel];
	}

	/** Whether every sample of a voxel is a number of 0 or more, and not all are 0. */
	boolean isMeasurable(final int voxel) {
		float sum = 0;
		for (final float[] echo : samples) {
			if (!(echo[voxel] >= 0)) return false;
			sum += echo[voxel];
		}
		return sum > 0 && sum < Float.POSITIVE_INFINITY;
	}

	/** Whether a sample of a voxel is below 0. */
	boolean isNegative(final int voxel) {
		for (final float[] echo : samples)
			if (echo[voxel] < 0) return true;
		return false;
	}
}
