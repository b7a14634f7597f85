package io.github.vertebraj.image.denoise;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

import io.github.vertebraj.image.VoxelLoop;

/**
 * Regression of an image on a guide: in each box around a voxel the image is fitted as a · guide + b, and the fits of all
 * boxes that hold the voxel are averaged. Where the guide is flat this is a mean; where it has an edge, the edge comes
 * back with the contrast that it has in the image, even if the guide has lost some of it. He, Sun and Tang, IEEE Trans
 * Pattern Anal Mach Intell 2013;35:1397-1409, doi:10.1109/TPAMI.2012.213.
 * <p>
 * NaN voxels stay NaN and count in no box; boxes end with the image. The outcome is the same for any number of threads.
 */
final class GuidedFilter {

	private final FloatVolume image;
	private final FloatVolume guide;
	private final int[] radius;
	private final double epsilon;
	private final FloatVolume slope;
	private final FloatVolume offset;

	private GuidedFilter(final FloatVolume image, final FloatVolume guide, final int[] radius, final double epsilon) {
		this.image = image;
		this.guide = guide;
		this.radius = radius;
		this.epsilon = epsilon;
		slope = image.blank();
		offset = image.blank();
	}

	/**
	 * @param image  of the size of the guide, NaN where the guide is
	 * @param radius of the boxes along x, y and z: each is 2 · radius + 1 voxels long
	 * @param epsilon variance of the guide, above 0, below which a box is taken as flat
	 * @return in the guide's own memory
	 */
	static FloatVolume filter(final FloatVolume image, final FloatVolume guide, final int[] radius, final double epsilon,
		final DoubleConsumer progress)
	{
		final GuidedFilter filter = new GuidedFilter(image, guide, radius, epsilon);
		VoxelLoop.run("Denoising", image.depth(), done -> progress.accept(done / 2), () -> filter.new Boxes(5), (boxes,
			z) -> boxes.fit(z));
		VoxelLoop.run("Denoising", image.depth(), done -> progress.accept((1 + done) / 2), () -> filter.new Boxes(3), (boxes,
			z) -> boxes.apply(z));
		return guide;
	}

	/** Sums over the box around each voxel of one slice. */
	private final class Boxes {

		private final int width = image.width();
		private final int height = image.height();
		private final double[][] sums;
		private final double[] rows = new double[width * height];
		private final double[] columns = new double[width];

		private Boxes(final int quantities) {
			sums = new double[quantities][width * height];
		}

		private void fit(final int z) {
			final double[] n = sums[0];
			final double[] sumG = sums[1];
			final double[] sumI = sums[2];
			final double[] sumGG = sums[3];
			final double[] sumGI = sums[4];
			clear();
			for (int k = Math.max(0, z - radius[2]); k <= Math.min(image.depth() - 1, z + radius[2]); k++) {
				final float[] guides = guide.planes()[k];
				final float[] values = image.planes()[k];
				for (int i = 0; i < guides.length; i++) {
					final double g = guides[i];
					if (g != g) continue;
					final double value = values[i];
					n[i]++;
					sumG[i] += g;
					sumI[i] += value;
					sumGG[i] += g * g;
					sumGI[i] += g * value;
				}
			}
			spread();
			final float[] a = slope.planes()[z];
			final float[] b = offset.planes()[z];
			for (int i = 0; i < n.length; i++) {
				if (!(n[i] > 0.5)) continue;
				final double meanG = sumG[i] / n[i];
				final double meanI = sumI[i] / n[i];
				final double variance = Math.max(0, sumGG[i] / n[i] - meanG * meanG);
				final double fitted = (sumGI[i] / n[i] - meanG * meanI) / (variance + epsilon);
				a[i] = (float) fitted;
				b[i] = (float) (meanI - fitted * meanG);
			}
		}

		private void apply(final int z) {
			clear();
			for (int k = Math.max(0, z - radius[2]); k <= Math.min(image.depth() - 1, z + radius[2]); k++) {
				final float[] values = image.planes()[k];
				final float[] a = slope.planes()[k];
				final float[] b = offset.planes()[k];
				for (int i = 0; i < values.length; i++) {
					if (values[i] != values[i]) continue;
					sums[0][i]++;
					sums[1][i] += a[i];
					sums[2][i] += b[i];
				}
			}
			spread();
			final float[] guides = guide.planes()[z]; // no other slice's outcome depends on it from here on
			for (int i = 0; i < guides.length; i++)
				guides[i] = (float) ((sums[1][i] * guides[i] + sums[2][i]) / sums[0][i]);
		}

		private void clear() {
			for (final double[] sum : sums)
				Arrays.fill(sum, 0);
		}

		/** From sums along z to sums over the box. */
		private void spread() {
			for (final double[] sum : sums) {
				for (int row = 0; row < sum.length; row += width)
					spreadRow(sum, row);
				spreadColumns(sum);
			}
		}

		private void spreadRow(final double[] sum, final int row) {
			final int r = radius[0];
			double running = 0;
			for (int x = 0; x < Math.min(r, width); x++)
				running += sum[row + x];
			for (int x = 0; x < width; x++) {
				if (x + r < width) running += sum[row + x + r];
				if (x - r - 1 >= 0) running -= sum[row + x - r - 1];
				rows[row + x] = running;
			}
		}

		private void spreadColumns(final double[] sum) {
			final int r = radius[1];
			Arrays.fill(columns, 0);
			for (int y = 0; y < Math.min(r, height); y++)
				add(y, 1);
			for (int y = 0; y < height; y++) {
				if (y + r < height) add(y + r, 1);
				if (y - r - 1 >= 0) add(y - r - 1, -1);
				System.arraycopy(columns, 0, sum, y * width, width);
			}
		}

		private void add(final int y, final double sign) {
			for (int x = 0; x < width; x++)
				columns[x] += sign * rows[y * width + x];
		}
	}
}
