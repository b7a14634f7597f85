package io.github.vertebraj.diffusion;

import java.util.List;

import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.image.VoxelBlock;
import io.github.vertebraj.image.VoxelReader;

/** What one thread needs to compute parts of maps: its reader, kernel and blocks, and its counts. */
final class AdcTask {

	/** The arrays of each plane of the maps; null for a map that is not asked for. */
	record Planes(List<float[]> adc, List<float[]> s0, List<float[]> rSquared) {}

	private final VoxelReader reader;
	private final FrameGroups groups;
	private final FitMethod method;
	private final ValueScale scale;
	private final AdcKernel kernel;
	private final Decay single;
	private final Planes planes;
	private final int[] frames;
	private final VoxelBlock[] blocks;
	private final double[] samples;
	private final double[] log;
	private final SignCounter signs = new SignCounter();

	private long nan;
	private long negative;
	private long rejected;

	AdcTask(final VoxelReader reader, final ValueScale scale, final FrameGroups groups, final FitMethod method,
		final AdcKernel kernel, final Planes planes)
	{
		this.reader = reader;
		this.groups = groups;
		this.method = method;
		this.scale = scale;
		this.planes = planes;
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
		final float[] adc = planes.adc.get(z);
		final int at = fromRow * width;
		kernel.fit(blocks, n, adc, at);
		final int below = signs.negative(adc, at, n);
		if (below >= 0) negative += below;
		else for (int j = 0; j < n; j++) {
			if (Float.isNaN(adc[at + j])) missing(j, adc, at + j);
			if (adc[at + j] < 0) negative++;
		}
		if (planes.s0 != null || planes.rSquared != null) for (int j = 0; j < n; j++)
			extras(z, j, at + j, Float.isNaN(adc[at + j]));
	}

	/** A voxel that the kernel could not fit: mostly because a sample is rejected. */
	private void missing(final int voxel, final float[] adc, final int at) {
		int bad = 0;
		for (final VoxelBlock block : blocks)
			if (!FrameGroups.measurable(scale.real(reader.stored(block, voxel)))) bad++;
		rejected += bad;
		// What is left are numbers so small that the kernels do not know them.
		if (bad == 0) adc[at] = (float) (Decay.UNIT * fit(voxel).rate());
		if (Float.isNaN(adc[at])) nan++;
	}

	private void extras(final int z, final int voxel, final int at, final boolean missing) {
		final Decay.Fit fit = missing ? Decay.NONE : fit(voxel);
		if (planes.s0 != null) planes.s0.get(z)[at] = (float) fit.s0();
		if (planes.rSquared != null) planes.rSquared.get(z)[at] = (float) fit.rSquared();
	}

	private Decay.Fit fit(final int voxel) {
		for (int i = 0; i < samples.length; i++)
			samples[i] = scale.real(reader.stored(blocks[i], voxel));
		groups.logs(samples, log);
		return single.fit(method, log);
	}
}
