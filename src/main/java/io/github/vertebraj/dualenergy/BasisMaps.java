package io.github.vertebraj.dualenergy;

import io.github.vertebraj.image.LazyPlanes;
import io.github.vertebraj.image.RealPlane;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How much of the two basis materials is in each voxel, in mg/ml, axes x, y, z, t (one), c (one): planes are computed when
 * they are looked at. NaN where either image is.
 */
public record BasisMaps(SpectralPair pair, VirtualMonoenergetic vmi) {

	private static final double MG_PER_G = 1000;

	/** The amount of a material in a voxel of given HU. */
	private interface Amount {

		double of(double low, double high);
	}

	public RandomAccessibleInterval<FloatType> water() {
		return map(vmi::waterDensity);
	}

	public RandomAccessibleInterval<FloatType> basis() {
		return map(vmi::basisDensity);
	}

	private RandomAccessibleInterval<FloatType> map(final Amount amount) {
		final RealPlane low = new RealPlane(pair.low().volume(), pair.low().scale());
		final RealPlane high = new RealPlane(pair.high().volume(), pair.high().scale());
		return LazyPlanes.of(new FloatType(), z -> {
			final double[] a = low.copy().read(z);
			final double[] b = high.copy().read(z);
			final float[] plane = new float[a.length];
			for (int i = 0; i < plane.length; i++)
				plane[i] = (float) (MG_PER_G * amount.of(a[i], b[i]));
			return plane;
		}, pair.low().size(0), pair.low().size(1), pair.low().size(2), 1, 1);
	}
}
