package io.github.vertebraj.diffusion;

import io.github.vertebraj.image.VoxelBlock;

/** Fits many neighbouring voxels at once. Has scratch memory, so each thread has its own. */
interface AdcKernel {

	/**
	 * @param frames the voxels of each frame used
	 * @param n      number of voxels
	 * @param adc    receives the ADC in 10⁻³ mm²/s from index {@code at} on; NaN where it is not measurable
	 */
	void fit(VoxelBlock[] frames, int n, float[] adc, int at);
}
