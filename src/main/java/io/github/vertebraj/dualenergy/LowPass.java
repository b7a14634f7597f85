package io.github.vertebraj.dualenergy;

import java.util.Arrays;

/**
 * A Gaussian low-pass of one plane, cut off at four standard deviations; the border voxels are repeated outwards, as
 * scipy.ndimage.gaussian_filter does with {@code mode='nearest'}. Voxels that are not finite are left out: the weights of
 * the others are scaled up. Immutable.
 */
final class LowPass {

	private static final double CUT_OFF = 4;

	private final int width;
	private final int height;
	private final double[] across;
	private final double[] down;

	/**
	 * @param sigmaX standard deviation along x, in voxels
	 * @param sigmaY along y
	 */
	LowPass(final int width, final int height, final double sigmaX, final double sigmaY) {
		this.width = width;
		this.height = height;
		across = kernel(sigmaX);
		down = kernel(sigmaY);
	}

	/** The middle and one side. */
	private static double[] kernel(final double sigma) {
		final double[] kernel = new double[(int) (CUT_OFF * sigma + 0.5) + 1];
		Arrays.setAll(kernel, i -> Math.exp(-0.5 * i * i / (sigma * sigma)));
		final double sum = 2 * Arrays.stream(kernel).sum() - kernel[0];
		Arrays.setAll(kernel, i -> kernel[i] / sum);
		return kernel;
	}

	/** @param plane x fastest */
	float[] apply(final double[] plane) {
		if (Arrays.stream(plane).allMatch(Double::isFinite)) return smooth(plane);
		final float[] sum = smooth(Arrays.stream(plane).map(value -> Double.isFinite(value) ? value : 0).toArray());
		final float[] share = smooth(Arrays.stream(plane).map(value -> Double.isFinite(value) ? 1 : 0).toArray());
		for (int i = 0; i < sum.length; i++)
			sum[i] /= share[i];
		return sum;
	}

	private float[] smooth(final double[] plane) {
		final double[] rows = new double[plane.length];
		final int reach = across.length - 1;
		final double[] padded = new double[width + 2 * reach];
		for (int y = 0; y < height; y++) {
			final int at = y * width;
			Arrays.fill(padded, 0, reach, plane[at]);
			System.arraycopy(plane, at, padded, reach, width);
			Arrays.fill(padded, reach + width, padded.length, plane[at + width - 1]);
			for (int x = 0; x < width; x++)
				rows[at + x] = across[0] * padded[reach + x];
			for (int k = 1; k <= reach; k++)
				for (int x = 0; x < width; x++)
					rows[at + x] += across[k] * (padded[reach + x - k] + padded[reach + x + k]);
		}
		final float[] smooth = new float[plane.length];
		final double[] row = new double[width];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++)
				row[x] = down[0] * rows[y * width + x];
			for (int k = 1; k < down.length; k++) {
				final int above = Math.max(0, y - k) * width;
				final int below = Math.min(height - 1, y + k) * width;
				for (int x = 0; x < width; x++)
					row[x] += down[k] * (rows[above + x] + rows[below + x]);
			}
			for (int x = 0; x < width; x++)
				smooth[y * width + x] = (float) row[x];
		}
		return smooth;
	}
}
