package io.github.vertebraj.image;

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
}
