package io.github.vertebraj.fatfraction;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/** Which difference of the values of a phase image is a full turn: scanners store radians, thousandths, or steps. */
final class PhaseTurn {

	private static final double RADIANS = 2 * Math.PI;

	/** Degrees, the 4096 steps of 12 bits, the same twice over (-4096 to 4094), thousandths of a radian. */
	private static final double[] KNOWN = { 360, 4096, 8192, 1000 * RADIANS };

	/** Values that are known by their range must fill nearly a turn, as noise in air does, and not exceed it. */
	private static final double LEAST = 0.98;
	private static final double MOST = 1.002;

	private PhaseTurn() {}

	/**
	 * The scale from stored values to radians.
	 *
	 * @param phase axes x, y, z, t
	 * @param given the turn in real values, by the user; empty to take what the image says
	 * @param told  the turn by the image's labels; empty to tell it from the range of the values
	 * @throws IllegalArgumentException when the range is none that is known, or greater than the turn that was told
	 */
	static ValueScale radians(final RandomAccessibleInterval<? extends RealType<?>> phase, final ValueScale scale,
		final OptionalDouble given, final OptionalDouble told)
	{
		final double factor = RADIANS / given.orElseGet(() -> ofRange(range(Cast.unchecked(phase), scale), told));
		return new ValueScale(factor * scale.slope(), factor * scale.intercept(), "rad");
	}

	private static double ofRange(final double[] range, final OptionalDouble told) {
		final double span = range[1] - range[0];
		if (told.isPresent() && span <= MOST * told.getAsDouble()) return told.getAsDouble();
		if (told.isPresent()) throw new IllegalArgumentException(String.format(Locale.ROOT, "The phase values run from" +
			" %.6g to %.6g, which is more than the full turn that their labels tell, %.6g: give phaseTurn, the difference" +
			" that is 360°", range[0], range[1], told.getAsDouble()));
		if (span <= MOST * RADIANS) return RADIANS;
		return Arrays.stream(KNOWN).filter(turn -> span >= LEAST * turn && span <= MOST * turn).findFirst().orElseThrow(
			() -> new IllegalArgumentException(String.format(Locale.ROOT, "The phase values run from %.6g to %.6g, which is" +
				" no full turn of radians, degrees, milliradians or 4096 steps: give phaseTurn, the difference that is 360°",
				range[0], range[1])));
	}

	private static <T extends RealType<T>> double[] range(final RandomAccessibleInterval<T> phase,
		final ValueScale scale)
	{
		double least = Double.POSITIVE_INFINITY;
		double most = Double.NEGATIVE_INFINITY;
		for (final T value : Views.iterable(phase)) {
			final double real = scale.real(value.getRealDouble());
			if (real < least) least = real; // NaN is neither
			if (real > most) most = real;
		}
		return new double[] { least, most };
	}
}
