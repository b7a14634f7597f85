package io.github.vertebraj.image.denoise;

/**
 * The loops of {@link TotalVariation} over part of a slice. Each stores into one array, and all its indices are the same,
 * because only such loops become vector instructions (measured with JDK 17): the parts are copied together before, which
 * costs a tenth of what it saves.
 */
final class TvLoops {

	/** Voxels that loops take at a time: few enough for what they share to stay in the nearest cache. */
	static final int LENGTH = 1024;

	private TvLoops() {}

	/** Adds factor · (a − b) to the sum. */
	static void add(final float[] a, final float[] b, final float factor, final int n, final float[] sum) {
		for (int i = 0; i < n; i++)
			sum[i] += factor * (a[i] - b[i]);
	}

	/** value = q + step · (next − here). */
	static void step(final float[] q, final float[] next, final float[] here, final float step, final int n,
		final float[] value)
	{
		for (int i = 0; i < n; i++)
			value[i] = q[i] + step * (next[i] - here[i]);
	}

	/** The factor with which vectors longer than 1 become as long as 1. */
	static void factor(final float[] x, final float[] y, final float[] z, final int n, final float[] factor) {
		for (int i = 0; i < n; i++)
			factor[i] = 1 / Math.max(1, (float) Math.sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]));
	}

	static void multiply(final float[] values, final float[] factor, final int n) {
		for (int i = 0; i < n; i++)
			values[i] *= factor[i];
	}

	/** q = value + momentum · (value − p). */
	static void extrapolate(final float[] value, final float[] p, final float momentum, final int n, final float[] q) {
		for (int i = 0; i < n; i++)
			q[i] = value[i] + momentum * (value[i] - p[i]);
	}
}
