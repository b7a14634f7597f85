package io.github.vertebraj.diffusion;

import java.util.Arrays;

import io.github.vertebraj.image.VoxelBlock;

/** The log-linear fit of voxels of any type, in double precision. */
final class BlockLogLinear implements AdcKernel {

	private final LogSignal signal;
	private final double[] weights;
	private final double[] sum = new double[LogSignal.SIZE];

	/**
	 * @param weights of each frame, in 10⁻³ mm²/s
	 */
	BlockLogLinear(final LogSignal signal, final double[] weights) {
		this.signal = signal;
		this.weights = weights;
	}

	@Override
	public void fit(final VoxelBlock[] frames, final int n, final float[] adc, final int at) {
		for (int from = 0; from < n; from += sum.length) {
			final int some = Math.min(sum.length, n - from);
			Arrays.fill(sum, 0, some, 0);
			for (int t = 0; t < frames.length; t++)
				signal.add(frames[t], from, some, weights[t], sum);
			for (int j = 0; j < some; j++)
				adc[at + from + j] = (float) sum[j];
		}
	}
}
