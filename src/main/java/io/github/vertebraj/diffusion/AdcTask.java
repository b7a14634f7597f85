package io.github.vertebraj.diffusion;

import java.util.Optional;

import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.image.VoxelBlock;
import io.github.vertebraj.image.VoxelReader;

/** What one thread needs to compute parts of maps: its reader, kernel and blocks, and its counts. */
final class AdcTask {

	private final VoxelReader reader;
	private final FrameGroups groups;
	private final FitMethod method;
	private final ValueScale scale;
	private final AdcKernel kernel;
	private final Decay single;
	private final FloatMap adc;
	private final Optional<FloatMap> s0;
	private final Optional<FloatMap> rSquared;
	private final int[] frames;
	private final VoxelBlock[] blocks;
	private final double[] samples;
	private final double[] log;
	private final SignCounter signs = new SignCounter();

	private long nan;
	private long negative;
	private long rejected;

	AdcTask(final VoxelReader reader, final ValueScale scale, final FrameGroups groups, final FitMethod method,
		final AdcKernel kernel, final FloatMap adc, final Optional<FloatMap> s0, final Optional<FloatMap> rSquared)
	{
		this.reader = reader;
		this.groups = groups;
		this.method = method;
		this.scale = scale;
		this.adc = adc;
		this.s0 = s0;
		this.rSquared = rSquared;
		this.kernel = kernel;
		single = new Decay(groups.b());
		frames = groups.frames();
		blocks = new VoxelBlock[frames.length];
		for (int i = 0; i < frames.length; i++)
			blocks[i] = new VoxelBlock();
		samples = new double[frames.length];
		log = new double[groups.b().length];
	}

	long nan() {
		return nan;
	}

	long negative() {
		return negative;
	}

	long rejected() {
		return rejected;
	}

	/** Computes some rows of a plane. */
	void rows(final int z, final int fromRow, final int width, final int height) {
		for (int i = 0; i < frames.length; i++)
			reader.read(new long[] { 0, fromRow, z, frames[i] }, width, height, blocks[i]);
		final int n = width * height;
		final float[] plane = adc.plane(z);
		final int at = fromRow * width;
		kernel.fit(blocks, n, plane, at);
		final int below = signs.negative(plane, at, n);
		if (below >= 0) negative += below;
		else for (int j = 0; j < n; j++) {
			if (Float.isNaN(plane[at + j])) plane[at + j] = missing(j);
			if (plane[at + j] < 0) negative++;
		}
		if (s0.isPresent() || rSquared.isPresent()) for (int j = 0; j < n; j++)
			extras(z, at + j, Float.isNaN(plane[at + j]) ? Decay.NONE : fit(j));
	}

	/** The ADC of a voxel that the kernel could not fit: mostly NaN, because a sample is rejected. */
	private float missing(final int voxel) {
		int bad = 0;
		for (final VoxelBlock block : blocks)
			if (!FrameGroups.measurable(scale.real(reader.stored(block, voxel)))) bad++;
		rejected += bad;
		// Those that are left are so small or great that the kernels do not know them.
		final float found = bad > 0 ? Float.NaN : (float) (Decay.UNIT * fit(voxel).rate());
		if (Float.isNaN(found)) nan++;
		return found;
	}

	private void extras(final int z, final int at, final Decay.Fit fit) {
		s0.ifPresent(map -> map.plane(z)[at] = (float) fit.s0());
		rSquared.ifPresent(map -> map.plane(z)[at] = (float) fit.rSquared());
	}

	private Decay.Fit fit(final int voxel) {
		for (int i = 0; i < samples.length; i++)
			samples[i] = scale.real(reader.stored(blocks[i], voxel));
		groups.logs(samples, log);
		return single.fit(method, log);
	}
}
