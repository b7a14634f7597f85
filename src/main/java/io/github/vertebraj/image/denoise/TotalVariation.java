package io.github.vertebraj.image.denoise;

import java.util.Arrays;
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
		final float[] sum = new float[TvLoops.LENGTH];
		final float[] here = new float[TvLoops.LENGTH];
		final float[] before = new float[TvLoops.LENGTH];
		for (int from = 0; from < u.length; from += TvLoops.LENGTH) {
			final int n = Math.min(TvLoops.LENGTH, u.length - from);
			System.arraycopy(f.planes()[z], from, sum, 0, n);
			for (int axis = 0; axis < 3; axis++) {
				if (weights[axis] == 0) continue;
				System.arraycopy(q[axis][z], from, here, 0, n);
				// the dual of a row's last voxel is 0, so that the next row's first voxel finds no neighbour
				if (axis < 2) copyBefore(q[axis][z], from - (axis == 0 ? 1 : width), n, before);
				else if (z > 0) System.arraycopy(q[axis][z - 1], from, before, 0, n);
				else Arrays.fill(before, 0);
				TvLoops.add(here, before, lambda * weights[axis], n, sum);
			}
			System.arraycopy(sum, 0, u, from, n);
		}
	}

	/** Copies from an index that may lie before the array: there are zeros. */
	private static void copyBefore(final float[] array, final int from, final int n, final float[] into) {
		final int outside = Math.max(0, Math.min(n, -from));
		Arrays.fill(into, 0, outside, 0);
		if (outside < n) System.arraycopy(array, from + outside, into, outside, n - outside);
	}

	/** The dual of one slice. */
	private final class DualSlice {

		private final int slice;
		private final float[] steps = new float[3];
		private final float momentum;
		private final float[][] values = new float[3][TvLoops.LENGTH];
		private final float[] here = new float[TvLoops.LENGTH];
		private final float[] next = new float[TvLoops.LENGTH];
		private final float[] duals = new float[TvLoops.LENGTH];
		private final float[] factor = new float[TvLoops.LENGTH];

		private DualSlice(final int slice, final float step, final float momentum) {
			this.slice = slice;
			for (int axis = 0; axis < 3; axis++)
				steps[axis] = step * weights[axis];
			this.momentum = momentum;
		}

		/**
		 * @param u     the image
		 * @param above the image one slice on; the same where there is none
		 */
		private void update(final float[] u, final float[] above) {
			final int width = f.width();
			if (f.hasNan()) for (int i = 0; i < u.length; i++)
				careful(u, i, (i + 1) % width == 0 ? 0 : 1, i + width < u.length ? width : 0, above);
			else for (int i = 0; i < u.length; i += TvLoops.LENGTH)
				plain(u, i, Math.min(TvLoops.LENGTH, u.length - i), above);
		}

		private void plain(final float[] u, final int from, final int n, final float[] above) {
			final int width = f.width();
			System.arraycopy(u, from, here, 0, n);
			step(0, u, from + 1, Math.min(n, u.length - 1 - from), from, n);
			for (int i = from + width - 1 - from % width; i < from + n; i += width)
				values[0][i - from] = 0;
			step(1, u, from + width, Math.max(0, Math.min(n, u.length - width - from)), from, n);
			step(2, above, from, n, from, n);
			TvLoops.factor(values[0], values[1], values[2], n, factor);
			for (int axis = 0; axis < 3; axis++) {
				final float[] value = values[axis];
				final float[] old = next;
				TvLoops.multiply(value, factor, n);
				System.arraycopy(p[axis][slice], from, old, 0, n);
				TvLoops.extrapolate(value, old, momentum, n, duals);
				System.arraycopy(value, 0, p[axis][slice], from, n);
				System.arraycopy(duals, 0, q[axis][slice], from, n);
			}
		}

		/** Only so many voxels have a neighbour along the axis; the others keep a dual of 0. */
		private void step(final int axis, final float[] neighbours, final int start, final int count, final int from,
			final int n)
		{
			if (count > 0) System.arraycopy(neighbours, start, next, 0, count);
			System.arraycopy(q[axis][slice], from, duals, 0, n);
			TvLoops.step(duals, next, here, steps[axis], count, values[axis]);
			Arrays.fill(values[axis], count, n, 0);
		}

		/** One voxel, which or whose neighbours may be NaN: then there is no difference between them. */
		private void careful(final float[] u, final int i, final int right, final int down, final float[] above) {
			final float x = q[0][slice][i] + steps[0] * difference(u[i + right], u[i]);
			final float y = q[1][slice][i] + steps[1] * difference(u[i + down], u[i]);
			final float z = q[2][slice][i] + steps[2] * difference(above[i], u[i]);
			final float shrink = 1 / Math.max(1, (float) Math.sqrt(x * x + y * y + z * z));
			keep(0, i, x * shrink);
			keep(1, i, y * shrink);
			keep(2, i, z * shrink);
		}

		private void keep(final int axis, final int i, final float value) {
			q[axis][slice][i] = value + momentum * (value - p[axis][slice][i]);
			p[axis][slice][i] = value;
		}

		private static float difference(final float a, final float b) {
			final float d = a - b;
			return d == d ? d : 0;
		}
	}
}
