package io.github.vertebraj.diffusion;

import java.util.Arrays;
import java.util.List;

import io.github.vertebraj.image.VoxelBlock;

/**
 * The frames that a fit uses, b-value by b-value. The logarithms of the frames of one b-value are averaged, which is the
 * geometric mean of their signals.
 */
final class FrameGroups {

	private final int[] frames;
	private final int[] groupOfFrame;
	private final int[] framesOfGroup;
	private final double[] b;

	FrameGroups(final BValues used) {
		final List<BValues.Group> groups = used.groups();
		b = used.distinct();
		framesOfGroup = groups.stream().mapToInt(group -> group.frames().size()).toArray();
		frames = groups.stream().flatMap(group -> group.frames().stream()).mapToInt(Integer::intValue).toArray();
		groupOfFrame = new int[frames.length];
		int i = 0;
		for (int g = 0; g < b.length; g++)
			for (int k = 0; k < framesOfGroup[g]; k++)
				groupOfFrame[i++] = g;
	}

	/** The indices of the frames used. */
	int[] frames() {
		return frames.clone();
	}

	/** The b-values in s/mm², rising. */
	double[] b() {
		return b.clone();
	}

	/** The b-values mapped to 0..1. */
	double[] x() {
		return Arrays.stream(b).map(value -> (value - b[0]) / range()).toArray();
	}

	/** The ADC, in 10⁻³ mm²/s, of a rate of 1 over the mapped b-values. */
	double unit() {
		return Decay.UNIT / range();
	}

	private double range() {
		return b[b.length - 1] - b[0];
	}

	/** What ln S of each frame used contributes to the ADC of a log-linear fit, in 10⁻³ mm²/s; the sum is 0. */
	double[] slopeWeights() {
		final double[] x = x();
		final double mean = Arrays.stream(x).sum() / x.length;
		final double square = Arrays.stream(x).map(value -> (value - mean) * (value - mean)).sum();
		final double[] weights = new double[frames.length];
		for (int i = 0; i < frames.length; i++)
			weights[i] = (mean - x[groupOfFrame[i]]) / square * unit() / framesOfGroup[groupOfFrame[i]];
		return weights;
	}

	/** Replaces log[g][j] by ln S of the j-th voxel at the g-th b-value. */
	void logs(final LogSignal signal, final VoxelBlock[] blocks, final int from, final int n, final double[][] log) {
		for (final double[] row : log)
			Arrays.fill(row, 0, n, 0);
		for (int i = 0; i < frames.length; i++)
			signal.add(blocks[i], from, n, 1.0 / framesOfGroup[groupOfFrame[i]], log[groupOfFrame[i]]);
	}

	/**
	 * Replaces log[g] by ln S at the g-th b-value.
	 *
	 * @param samples of the frames used, all measurable
	 */
	void logs(final double[] samples, final double[] log) {
		Arrays.fill(log, 0);
		for (int i = 0; i < frames.length; i++)
			log[groupOfFrame[i]] += Math.log(samples[i]) / framesOfGroup[groupOfFrame[i]];
	}

	/** Whether a signal has a logarithm: it is above 0 and finite. */
	static boolean measurable(final double signal) {
		return signal > 0 && signal < Double.POSITIVE_INFINITY;
	}
}
