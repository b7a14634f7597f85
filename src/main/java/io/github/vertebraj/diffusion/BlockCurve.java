package io.github.vertebraj.diffusion;

import java.util.Arrays;

import io.github.vertebraj.image.VoxelBlock;

/**
 * The weighted and the nonlinear fit of many voxels at once: what {@link Decay} and {@link NonlinearDecay} do for one
 * (their comments explain the formulae), written as loops over voxels, which the JVM compiles to vector instructions,
 * with the exponentials of {@link BlockExp}. Newton's first steps are done for all voxels together; the few voxels that
 * have not converged then are handed to {@link NonlinearDecay}. A voxel that has converged
 * does not move any more, so its outcome does not depend on its neighbours.
 */
final class BlockCurve implements AdcKernel {

	/** Voxels at once; an array for each b-value is to stay in the cache. */
	private static final int PART = 256;

	/** Steps done together: most voxels need no more. */
	private static final int STEPS = 3;

	private final FrameGroups groups;
	private final LogSignal logSignal;
	private final boolean nonlinear;
	private final NonlinearDecay single;
	private final double[] x;
	private final BlockExp exp = new BlockExp();

	/** By b-value and voxel: ln S less its maximum over the b-values; S; its weight or e^(−u·x). */
	private final double[][] log;
	private final double[][] signal;
	private final double[][] e;

	private final double[] top = new double[PART];
	private final double[] u = new double[PART];
	private final double[] sum = new double[PART];
	private final double[] mean = new double[PART];
	private final double[] square = new double[PART];
	private final double[] cross = new double[PART];
	private final double[] sumModel = new double[PART];
	private final double[] meanModel = new double[PART];
	private final double[] squareModel = new double[PART];
	private final boolean[] done = new boolean[PART];
	private final double[] one;

	BlockCurve(final FrameGroups groups, final LogSignal logSignal, final boolean nonlinear) {
		this.groups = groups;
		this.logSignal = logSignal;
		this.nonlinear = nonlinear;
		x = groups.x();
		single = new NonlinearDecay(x);
		log = new double[x.length][PART];
		signal = new double[x.length][PART];
		e = new double[x.length][PART];
		one = new double[x.length];
	}

	@Override
	public void fit(final VoxelBlock[] frames, final int n, final float[] adc, final int at) {
		for (int from = 0; from < n; from += PART)
			part(frames, from, Math.min(PART, n - from), adc, at + from);
	}

	private void part(final VoxelBlock[] frames, final int from, final int n, final float[] adc, final int at) {
		groups.logs(logSignal, frames, from, n, log);
		normalise(n);
		for (int g = 0; g < x.length; g++)
			square(signal[g], e[g], n);
		line(n);
		for (int g = 0; g < x.length; g++)
			model(g, 2, n);
		line(n);
		if (nonlinear) newton(n);
		final double unit = groups.unit();
		for (int j = 0; j < n; j++)
			adc[at + j] = (float) (u[j] * unit);
	}

	/** S, and ln S, relative to the greatest of each voxel. */
	private void normalise(final int n) {
		System.arraycopy(log[0], 0, top, 0, n);
		for (int g = 1; g < x.length; g++)
			max(log[g], top, n);
		for (int g = 0; g < x.length; g++) {
			subtract(top, log[g], n);
			System.arraycopy(log[g], 0, signal[g], 0, n);
			exp.apply(signal[g], 0, n);
		}
	}

	private static void max(final double[] a, final double[] max, final int n) {
		for (int j = 0; j < n; j++)
			max[j] = Math.max(max[j], a[j]);
	}

	private static void subtract(final double[] a, final double[] from, final int n) {
		for (int j = 0; j < n; j++)
			from[j] -= a[j];
	}

	private static void square(final double[] a, final double[] square, final int n) {
		for (int j = 0; j < n; j++)
			square[j] = a[j] * a[j];
	}

	/** e^(−power · u · x), relative to the greatest over x. */
	private void model(final int g, final double power, final int n) {
		final double scaled = power * x[g];
		final double[] to = e[g];
		for (int j = 0; j < n; j++)
			to[j] = Math.min(0, power * u[j]) - scaled * u[j];
		exp.apply(to, 0, n);
	}

	/** The slope u of the line through (x, ln S) with the weights e. */
	private void line(final int n) {
		Arrays.fill(sum, 0, n, 0);
		Arrays.fill(mean, 0, n, 0);
		Arrays.fill(square, 0, n, 0);
		Arrays.fill(cross, 0, n, 0);
		for (int g = 0; g < x.length; g++)
			addMoment(e[g], x[g], sum, mean, n);
		divide(mean, sum, n);
		for (int g = 0; g < x.length; g++)
			addCross(e[g], log[g], x[g], mean, square, cross, n);
		for (int j = 0; j < n; j++)
			u[j] = 0 - cross[j] / square[j];
	}

	private static void addMoment(final double[] weight, final double x, final double[] sum, final double[] mean,
		final int n)
	{
		for (int j = 0; j < n; j++) {
			sum[j] += weight[j];
			mean[j] += weight[j] * x;
		}
	}

	private static void divide(final double[] a, final double[] by, final int n) {
		for (int j = 0; j < n; j++)
			a[j] /= by[j];
	}

	private static void addCross(final double[] weight, final double[] log, final double x, final double[] mean,
		final double[] square, final double[] cross, final int n)
	{
		for (int j = 0; j < n; j++) {
			final double d = (x - mean[j]) * weight[j];
			square[j] += d * (x - mean[j]);
			cross[j] += d * log[j];
		}
	}

	private void newton(final int n) {
		int left = n;
		for (int j = 0; j < n; j++) {
			done[j] = Double.isNaN(u[j]);
			if (done[j]) left--;
		}
		for (int step = 0; step < STEPS && left > 0; step++) {
			for (int g = 0; g < x.length; g++)
				model(g, 1, n);
			moments(n);
			left = step(n, left);
		}
		for (int j = 0; j < n && left > 0; j++)
			if (!done[j]) {
				for (int g = 0; g < x.length; g++)
					one[g] = signal[g][j];
				u[j] = single.rate(one, u[j]);
				left--;
			}
	}

	/** Sum, mean and mean square of x, weighted by S · e and by e². */
	private void moments(final int n) {
		for (final double[] a : new double[][] { sum, mean, square, sumModel, meanModel, squareModel })
			Arrays.fill(a, 0, n, 0);
		for (int g = 0; g < x.length; g++) {
			addMoments(signal[g], e[g], x[g], sum, mean, square, n);
			addMoments(e[g], e[g], x[g], sumModel, meanModel, squareModel, n);
		}
	}

	private static void addMoments(final double[] a, final double[] b, final double x, final double[] sum,
		final double[] mean, final double[] square, final int n)
	{
		for (int j = 0; j < n; j++) {
			final double weight = a[j] * b[j];
			sum[j] += weight;
			mean[j] += weight * x;
			square[j] += weight * (x * x);
		}
	}

	/** One step of Newton for the voxels that are not done. Returns how many are left. */
	private int step(final int n, final int before) {
		int left = before;
		for (int j = 0; j < n; j++) {
			if (done[j]) continue;
			final double a = mean[j] / sum[j];
			final double b = meanModel[j] / sumModel[j];
			final double slope = 2 * (squareModel[j] / sumModel[j] - b * b) - (square[j] / sum[j] - a * a);
			final double delta = (a - b) / slope;
			if (slope > 0 && Math.abs(delta) <= NonlinearDecay.LONG) u[j] -= delta;
			if (slope > 0 && Math.abs(delta) <= NonlinearDecay.TOLERANCE) {
				done[j] = true;
				left--;
			}
		}
		return left;
	}
}
