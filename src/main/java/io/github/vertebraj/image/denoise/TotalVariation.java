package io.github.vertebraj.image.denoise;

import java.util.function.DoubleConsumer;

import io.github.vertebraj.image.VoxelLoop;

/**
 * Total-variation denoising of a volume: the u that minimises ‖u − f‖² / 2 + λ Σ |∇u|, where the differences along each
 * axis are weighted, so that voxels need not be cubes. Rudin, Osher and Fatemi, Physica D 1992;60:259-268,
 * doi:10.1016/0167-2789(92)90242-F; solved on the dual by the accelerated gradient projection of Beck and Teboulle, IEEE
 * Trans Image Process 2009;18:2419-2434, doi:10.1109/TIP.2009.2028250. With weights of 1 it has the minimum of skimage's
 * {@code denoise_tv_chambolle(f, weight=λ)}, in fewer iterations.
 * <p>
 * NaN voxels stay NaN and their neighbours do as if the image ended there. The outcome is the same for any number of
 * threads. It takes six floats for each voxel beside the volume itself.
 */
final class TotalVariation {

	/** Slices that one thread sweeps at a time; each costs one more slice of memory and an eighth of the time more. */
	private static final int BAND = 8;

	private final FloatVolume f;
	private final float[] weights;
	private final float lambda;
	/** The dual, divided by λ, and its extrapolation; for each axis and slice. */
	private final float[][][] p = new float[3][][];
	private final float[][][] q = new float[3][][];
	private final float[][] heads;

	private TotalVariation(final FloatVolume f, final double[] weights, final double lambda) {
		this.f = f;
		this.lambda = (float) lambda;
		this.weights = new float[3];
		for (int axis = 0; axis < 3; axis++) {
			// an axis of one voxel has no differences and must not shorten the steps along the others
			final int size = axis == 0 ? f.width() : axis == 1 ? f.height() : f.depth();
			this.weights[axis] = size == 1 ? 0 : (float) weights[axis];
			p[axis] = f.blank().planes();
			q[axis] = f.blank().planes();
		}
		heads = new float[(f.depth() + BAND - 1) / BAND][f.width() * f.height()];
	}

	/**
	 * @param weights    of the differences along x, y and z; 1 / spacing, or in proportion to it
	 * @param lambda     above 0, in the unit of the voxels
	 * @param iterations 1 or more; 30 are enough for what the eye sees
	 * @param progress   receives the share that is done, rising to 1
	 */
	static FloatVolume denoise(final FloatVolume f, final double[] weights, final double lambda, final int iterations,
		final DoubleConsumer progress)
	{
		return new TotalVariation(f, weights, lambda).run(iterations, progress);
	}

	private FloatVolume run(final int iterations, final DoubleConsumer progress) {
		float squares = 0;
		for (final float weight : weights)
			squares += weight * weight;
		double t = 1;
		if (squares > 0) for (int i = 0; i < iterations; i++) {
			final double next = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
			// what is handed out belongs to the dual, not to its extrapolation
			iterate(1 / (4 * squares), i == iterations - 1 ? 0 : (float) ((t - 1) / next));
			t = next;
			progress.accept((i + 1.0) / iterations);
		}
		final FloatVolume u = new FloatVolume(f.width(), f.height(), p[0], f.hasNan());
		VoxelLoop.run("Denoising", f.depth(), done -> {}, () -> null, (task, z) -> primal(z, u.planes()[z]));
		return u;
	}

	/** One step of the dual. No band reads what another writes: the first slice of each is known before. */
	private void iterate(final float step, final float momentum) {
		VoxelLoop.run("Denoising", heads.length, done -> {}, () -> null, (task, band) -> primal(band * BAND, heads[band]));
		VoxelLoop.run("Denoising", heads.length, done -> {}, () -> new float[2][f.width() * f.height()], (scratch, band) -> {
			float[] here = heads[band];
			final int end = Math.min(f.depth(), (band + 1) * BAND);
			for (int z = band * BAND; z < end; z++) {
				float[] above = here;
				if (z + 1 < end) {
					above = scratch[z & 1];
					primal(z + 1, above);
				}
				else if (end < f.depth()) above = heads[band + 1];
				new DualSlice(z, step / lambda, momentum).update(here, above);
				here = above;
			}
		});
	}

	/** u = f + λ div q of one slice. */
	private void primal(final int z, final float[] u) {
		final int width = f.width();
		final float x = lambda * weights[0];
		final float y = lambda * weights[1];
		final float[] from = f.planes()[z];
		final float[] qx = q[0][z];
		final float[] qy = q[1][z];
		add(from, q[2][z], lambda * weights[2], u);
		if (z > 0) add(u, q[2][z - 1], -lambda * weights[2], u);
		for (int row = 0; row < u.length; row += width) {
			final int end = row + width;
			u[row] += x * qx[row] + y * qy[row];
			for (int i = row + 1; i < end; i++)
				u[i] += x * (qx[i] - qx[i - 1]) + y * qy[i];
		}
		for (int i = width; i < u.length; i++)
			u[i] -= y * qy[i - width];
	}

	private static void add(final float[] a, final float[] b, final float factor, final float[] sum) {
		for (int i = 0; i < sum.length; i++)
			sum[i] = a[i] + factor * b[i];
	}

	/** The dual of one slice. */
	private final class DualSlice {

		private final float stepX;
		private final float stepY;
		private final float stepZ;
		private final float momentum;
		private final float[] px;
		private final float[] py;
		private final float[] pz;
		private final float[] qx;
		private final float[] qy;
		private final float[] qz;

		private DualSlice(final int z, final float step, final float momentum) {
			stepX = step * weights[0];
			stepY = step * weights[1];
			stepZ = step * weights[2];
			this.momentum = momentum;
			px = p[0][z];
			py = p[1][z];
			pz = p[2][z];
			qx = q[0][z];
			qy = q[1][z];
			qz = q[2][z];
		}

		/**
		 * @param u     the image
		 * @param above the image one slice on; the same where there is none
		 */
		private void update(final float[] u, final float[] above) {
			final int width = f.width();
			for (int row = 0; row < u.length; row += width) {
				final int next = row + width < u.length ? width : 0;
				if (f.hasNan()) for (int x = 0; x < width; x++)
					careful(u, row + x, x + 1 < width ? 1 : 0, next, above);
				else {
					plain(u, row, row + width - 1, next, above);
					careful(u, row + width - 1, 0, next, above);
				}
			}
		}

		private void plain(final float[] u, final int from, final int to, final int next, final float[] above) {
			for (int i = from; i < to; i++) {
				final float here = u[i];
				final float x = qx[i] + stepX * (u[i + 1] - here);
				final float y = qy[i] + stepY * (u[i + next] - here);
				final float z = qz[i] + stepZ * (above[i] - here);
				final float shrink = 1 / Math.max(1, (float) Math.sqrt(x * x + y * y + z * z));
				final float newX = x * shrink;
				final float newY = y * shrink;
				final float newZ = z * shrink;
				qx[i] = newX + momentum * (newX - px[i]);
				qy[i] = newY + momentum * (newY - py[i]);
				qz[i] = newZ + momentum * (newZ - pz[i]);
				px[i] = newX;
				py[i] = newY;
				pz[i] = newZ;
			}
		}

		/** One voxel, which or whose neighbours may be NaN: then there is no difference between them. */
		private void careful(final float[] u, final int i, final int right, final int next, final float[] above) {
			final float x = qx[i] + stepX * difference(u[i + right], u[i]);
			final float y = qy[i] + stepY * difference(u[i + next], u[i]);
			final float z = qz[i] + stepZ * difference(above[i], u[i]);
			final float shrink = 1 / Math.max(1, (float) Math.sqrt(x * x + y * y + z * z));
			qx[i] = x * shrink + momentum * (x * shrink - px[i]);
			qy[i] = y * shrink + momentum * (y * shrink - py[i]);
			qz[i] = z * shrink + momentum * (z * shrink - pz[i]);
			px[i] = x * shrink;
			py[i] = y * shrink;
			pz[i] = z * shrink;
		}

		private static float difference(final float a, final float b) {
			final float d = a - b;
			return d == d ? d : 0;
		}
	}
}
