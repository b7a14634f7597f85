package io.github.vertebraj.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;

/**
 * The linear relation of stored to real values: real = slope · stored + intercept.
 *
 * @param unit unit of the real values as it is to be printed ({@code 10^-3 mm^2/s}, {@code HU}); empty when arbitrary
 */
public record ValueScale(double slope, double intercept, String unit) {

	/** Stored values are the real values, in arbitrary units. */
	public static final ValueScale IDENTITY = new ValueScale(1, 0, "");

	public ValueScale {
		if (!Double.isFinite(slope) || slope == 0 || !Double.isFinite(intercept)) throw new IllegalArgumentException(
			"A value scale needs a finite slope other than 0 and a finite intercept, but has slope " + slope +
				" and intercept " + intercept);
	}

	/** The real value of a stored one. */
	public double real(final double stored) {
		return slope * stored + intercept;
	}

	/** A view of the real values of stored ones. */
	public RandomAccessibleInterval<FloatType> real(final RandomAccessibleInterval<? extends RealType<?>> stored) {
		return convert(Cast.unchecked(stored));
	}

	private <T extends RealType<T>> RandomAccessibleInterval<FloatType> convert(final RandomAccessibleInterval<T> stored) {
		return Converters.convert(stored, (in, out) -> out.setReal(real(in.getRealDouble())), new FloatType());
	}
}
