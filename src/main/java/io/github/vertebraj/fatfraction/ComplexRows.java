package io.github.vertebraj.fatfraction;

import java.util.function.Supplier;

import io.github.vertebraj.image.VoxelReader;

/**
 * The complex signals of some rows of a plane, for one thread. A voxel with a sample that is infinite or not a number is
 * 0 at every echo, like one without signal: neither can be measured.
 */
final class ComplexRows {

	private final EchoRows first;
	private final EchoRows second;
	private final ComplexForm form;
	private final int factor;
	private final int width;
	/** By echo, then by voxel, x fastest. */
	final float[][] real;
	final float[][] imaginary;

	private ComplexRows(final EchoRows first, final EchoRows second, final ComplexForm form, final PhaseSign sign,
		final int width, final int rows, final int echoes)
	{
		this.first = first;
		this.second = second;
		this.form = form;
		this.width = width;
		factor = sign.factor();
		real = new float[echoes][width * rows];
		imaginary = new float[echoes][width * rows];
	}

	/** Makes one for each thread, for so many rows at a time. */
	static Supplier<ComplexRows> supplier(final ComplexEchoes echoes, final PhaseSign sign, final int rows) {
		final VoxelReader first = VoxelReader.of(echoes.first());
		final VoxelReader second = VoxelReader.of(echoes.second());
		final int width = Math.toIntExact(echoes.first().dimension(0));
		final int n = Math.toIntExact(echoes.first().dimension(3));
		return () -> new ComplexRows(new EchoRows(first.copy(), echoes.firstScale(), 4), new EchoRows(second.copy(), echoes
			.secondScale(), 4), echoes.form(), sign, width, rows, n);
	}

	void read(final int fromRow, final int z, final int height) {
		final int voxels = width * height;
		for (int n = 0; n < real.length; n++) {
			first.read(fromRow, z, n, width, height, 1, real[n]);
			second.read(fromRow, z, n, width, height, factor, imaginary[n]);
			if (form == ComplexForm.MAGNITUDE_PHASE) turn(real[n], imaginary[n], voxels);
		}
		for (int i = 0; i < voxels; i++)
			if (!isFinite(i)) for (int n = 0; n < real.length; n++) {
				real[n][i] = 0;
				imaginary[n][i] = 0;
			}
	}

	private static void turn(final float[] magnitude, final float[] phase, final int voxels) {
		for (int i = 0; i < voxels; i++) {
			final double m = magnitude[i];
			final double p = phase[i];
			magnitude[i] = (float) (m * Math.cos(p));
			phase[i] = (float) (m * Math.sin(p));
		}
	}

	private boolean isFinite(final int i) {
		float sum = 0;
		for (int n = 0; n < real.length; n++)
			sum += 0 * real[n][i] + 0 * imaginary[n][i];
		return sum == 0;
	}
}
