package io.github.vertebraj.diffusion;

import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

/**
 * Maps of the axes x, y, z, which begin at 0 wherever the signal began.
 *
 * @param adc             apparent diffusion coefficient in 10⁻³ mm²/s; NaN where it is not measurable, negative where
 *                        the signal rises with b
 * @param s0              the fitted signal at b = 0, when asked for
 * @param rSquared        R² of the fit, when asked for
 * @param nanVoxels       voxels without an ADC
 * @param negativeVoxels  voxels with an ADC below 0
 * @param rejectedSamples samples that are 0, negative, infinite or not a number, of the frames used
 */
public record AdcMaps(RandomAccessibleInterval<FloatType> adc, Optional<RandomAccessibleInterval<FloatType>> s0,
	Optional<RandomAccessibleInterval<FloatType>> rSquared, long nanVoxels, long negativeVoxels, long rejectedSamples)
{

	/**
	 * These maps, if there is anything to see in them.
	 *
	 * @param image how the error calls what was fitted
	 * @throws IllegalArgumentException when no voxel has an ADC
	 */
	public AdcMaps measurable(final String image) {
		final long voxels = Intervals.numElements(adc);
		if (nanVoxels == voxels) throw new IllegalArgumentException("No voxel of '" + image +
			"' has an ADC: each of the " + voxels + " has a signal of 0 or less, or none, at a b-value of the fit");
		return this;
	}
}
