package io.github.vertebraj.image.denoise;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Objects of known shape in noise that is correlated as by a soft kernel: white noise after a Gaussian filter.
 *
 * @param slices  number of slices of 96 × 88 pixels of 0.7 mm
 * @param zStep   from slice to slice in mm
 * @param fwhm    of the filter in pixels of a slice
 * @param fwhmZ   of the filter from slice to slice, in slices; 0 for independent slices
 * @param sd      of the noise in HU
 */
record NoisePhantom(int slices, double zStep, double fwhm, double fwhmZ, double sd) {

	static final int WIDTH = 96;
	static final int HEIGHT = 88;
	static final double MEAN = 60;
	private static final double PIXEL = 0.7;
	private static final double FWHM_OF_SD = 2 * Math.sqrt(2 * Math.log(2));

	/** What lies in the image beside the background of 60 HU. */
	@FunctionalInterface
	interface Shape {

		double at(int x, int y, int z);
	}

	static final Shape UNIFORM = (x, y, z) -> 0;
	/** From pixel 48 on. */
	static final Shape EDGE = (x, y, z) -> x >= 48 ? 300 : 0;
	/** 8 pixels wide. */
	static final Shape SLAB = (x, y, z) -> x >= 44 && x < 52 ? 40 : 0;

	Geometry geometry() {
		return Geometry.ofSpacing(PIXEL, PIXEL, zStep);
	}

	/** Voxels at [z][y · width + x]. */
	double[][] voxels(final Shape shape, final long seed) {
		final Random random = new Random(seed);
		double[][] noise = new double[slices][WIDTH * HEIGHT];
		for (final double[] plane : noise)
			Arrays.setAll(plane, i -> random.nextGaussian());
		noise = filtered(noise);
		final double scale = sd / Math.sqrt(Arrays.stream(noise).flatMapToDouble(Arrays::stream).map(v -> v * v).average()
			.orElseThrow());
		for (int z = 0; z < slices; z++)
			for (int i = 0; i < noise[z].length; i++)
				noise[z][i] = MEAN + shape.at(i % WIDTH, i / WIDTH, z) + scale * noise[z][i];
		return noise;
	}

	CalibratedImage image(final Shape shape, final long seed) {
		final Img<FloatType> img = ArrayImgs.floats(WIDTH, HEIGHT, slices, 1, 1);
		final double[][] voxels = voxels(shape, seed);
		int n = 0;
		for (final FloatType voxel : img) {
			voxel.setReal(voxels[n / (WIDTH * HEIGHT)][n % (WIDTH * HEIGHT)]);
			n++;
		}
		return new CalibratedImage("noise", img, new ValueScale(1, 0, "HU"), Optional.of(geometry()), Collections.nCopies(
			slices, PlaneLabel.empty()), Map.of());
	}

	private double[][] filtered(final double[][] white) {
		final double[][] alongX = new double[slices][WIDTH * HEIGHT];
		final double[][] alongY = new double[slices][WIDTH * HEIGHT];
		final double[][] alongZ = new double[slices][WIDTH * HEIGHT];
		final double[] kernel = kernel(fwhm);
		final double[] kernelZ = kernel(fwhmZ);
		final int reach = kernel.length / 2;
		final int reachZ = kernelZ.length / 2;
		for (int z = 0; z < slices; z++)
			for (int i = 0; i < WIDTH * HEIGHT; i++)
				for (int k = -reach; k <= reach; k++)
					alongX[z][i] += kernel[k + reach] * white[z][i / WIDTH * WIDTH + Math.floorMod(i % WIDTH + k, WIDTH)];
		for (int z = 0; z < slices; z++)
			for (int i = 0; i < WIDTH * HEIGHT; i++)
				for (int k = -reach; k <= reach; k++)
					alongY[z][i] += kernel[k + reach] * alongX[z][Math.floorMod(i / WIDTH + k, HEIGHT) * WIDTH + i % WIDTH];
		for (int z = 0; z < slices; z++)
			for (int i = 0; i < WIDTH * HEIGHT; i++)
				for (int k = -reachZ; k <= reachZ; k++)
					alongZ[z][i] += kernelZ[k + reachZ] * alongY[Math.floorMod(z + k, slices)][i];
		return alongZ;
	}

	private static double[] kernel(final double fwhm) {
		if (fwhm == 0) return new double[] { 1 };
		final double s = fwhm / FWHM_OF_SD;
		final int reach = (int) Math.ceil(4 * s);
		final double[] kernel = new double[2 * reach + 1];
		Arrays.setAll(kernel, i -> Math.exp(-(i - reach) * (i - reach) / (2 * s * s)));
		return kernel;
	}

	/** The mean over y and z for each x, without a margin of 8 rows. */
	static double[] profile(final double[][] planes) {
		final double[] profile = new double[WIDTH];
		for (final double[] plane : planes)
			for (int y = 8; y < HEIGHT - 8; y++)
				for (int x = 0; x < WIDTH; x++)
					profile[x] += plane[y * WIDTH + x] / (planes.length * (HEIGHT - 16.0));
		return profile;
	}
}
