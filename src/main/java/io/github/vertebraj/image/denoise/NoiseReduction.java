package io.github.vertebraj.image.denoise;

/**
 * What became of the noise of one frame.
 *
 * @param strength asked for
 * @param before   SD of the noise before, in the unit of the image; NaN if it could not be measured, then nothing was
 *                 changed
 * @param after    SD of the noise after
 * @param ratio    after ÷ before; NaN if there is no noise
 * @param share    of the filtered image in the outcome, 0 to 1
 * @param places   number of places in which the noise was measured
 * @param voxels   number of voxels in them
 */
public record NoiseReduction(DenoiseStrength strength, double before, double after, double ratio, double share,
	int places, long voxels)
{

	/** Whether anything was changed. */
	public boolean isMeasured() {
		return !Double.isNaN(ratio);
	}
}
