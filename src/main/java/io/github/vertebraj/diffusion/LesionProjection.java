package io.github.vertebraj.diffusion;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A maximum-intensity projection; the head is up, or the front.
 *
 * @param signal   the greatest signal on each ray, axes: right, down
 * @param adc      the ADC (10⁻³ mm²/s) of the lesion voxel of the greatest signal on each ray; NaN where there is none
 * @param xSpacing from ray to ray, in mm
 * @param ySpacing from ray to ray, in mm
 */
public record LesionProjection(RandomAccessibleInterval<FloatType> signal, RandomAccessibleInterval<FloatType> adc,
	double xSpacing, double ySpacing) {}
