package io.github.vertebraj.phantom;

import java.util.Arrays;
import java.util.Random;

/**
 * Noise of CT images after a soft kernel: normal, and correlated in the plane. White noise goes through the difference
 * of two Gaussians, so that its spectrum falls to both sides of its maximum, as that of filtered back-projection does
 * (S. J. Riederer, N. J. Pelc, D. A. Chesler, Phys Med Biol 1978;23:446-454, doi:10.1088/0031-9155/23/3/008). Slices
 * are independent.
 */
final class CtNoise {

	private static final double NARROW = 0.75;
	private static final double WIDE = 1.7;
	private static final double SHARE = 0.5;
	private static final double REACH = 3.5;

	private final int width;
	private final int height;
	private final double[][] narrow;
	private final double[][] wide;
	private final double scale;
	private final Random random;

	/**
	 * @param spacing of voxels in mm
	 * @param seed    the same seed gives the same noise, on every computer
	 */
	CtNoise(final int width, final int height, final double[] spacing, final long seed) {
		this.width = width;
		this.height = height;
		narrow = new double[][] { kernel(NARROW / spacing[0]), kernel(NARROW / spacing[1]) };
		wide = new double[][] { kernel(WIDE / spacing[0]), kernel(WIDE / spacing[1]) };
		random = new Random(seed);
		scale = 1 / Math.sqrt(sum(narrow[0], narrow[0]) * sum(narrow[1], narrow[1]) + SHARE * (SHARE * sum(wide[0], wide[0]) *
			sum(wide[1], wide[1]) - 2 * sum(narrow[0], wide[0]) * sum(narrow[1], wide[1])));
	}

	private static double[] kernel(final double sigma) {
		final int reach = (int) Math.ceil(REACH * sigma);
		final double[] kernel = new double[2 * reach + 1];
		Arrays.setAll(kernel, i -> Math.exp(-(i - reach) * (i - reach) / (2 * sigma * sigma)));
		final double sum = Arrays.stream(kernel).sum();
		return Arrays.stream(kernel).map(value -> value / sum).toArray();
	}

	/** The sum of the products of kernels with one middle. */
	private static double sum(final double[] a, final double[] b) {
		final int shift = (b.length - a.length) / 2;
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			if (i + shift >= 0 && i + shift < b.length) sum += a[i] * b[i + shift];
		return sum;
	}

	/** A slice of SD 1; edges wrap around. */
	double[] plane() {
		final double[] white = new double[width * height];
		Arrays.setAll(white, i -> random.nextGaussian());
		final double[] sharp = filtered(white, narrow);
		final double[] smooth = filtered(white, wide);
		Arrays.setAll(sharp, i -> scale * (sharp[i] - SHARE * smooth[i]));
		return sharp;
	}

	private double[] filtered(final double[] plane, final double[][] kernels) {
		final double[] rows = new double[plane.length];
		final double[] both = new double[plane.length];
		for (int k = 0; k < kernels[0].length; k++) {
			final int shift = Math.floorMod(k - kernels[0].length / 2, width);
			for (int from = 0; from < plane.length; from += width) {
				add(plane, from + shift, rows, from, width - shift, kernels[0][k]);
				add(plane, from, rows, from + width - shift, shift, kernels[0][k]);
			}
		}
		for (int k = 0; k < kernels[1].length; k++) {
			final int shift = Math.floorMod(k - kernels[1].length / 2, height) * width;
			add(rows, shift, both, 0, plane.length - shift, kernels[1][k]);
			add(rows, 0, both, plane.length - shift, shift, kernels[1][k]);
		}
		return both;
	}

	private static void add(final double[] source, final int from, final double[] target, final int to, final int length,
		final double factor)
	{
		for (int i = 0; i < length; i++)
			target[to + i] += factor * source[from + i];
	}
}
