package io.github.vertebraj.fatfraction;

import java.util.Arrays;

import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Complex signals, axes x, y, z, t (echo, in the order of the echo times).
 *
 * @param form        what the two images are
 * @param first       real part, or magnitude; any type, view or lazy image
 * @param firstScale  from its stored to real values
 * @param second      imaginary part, or phase
 * @param secondScale from its stored to real values: radians for a phase
 */
public record ComplexEchoes(ComplexForm form, RandomAccessibleInterval<? extends RealType<?>> first,
	ValueScale firstScale, RandomAccessibleInterval<? extends RealType<?>> second, ValueScale secondScale)
{

	/**
	 * @throws IllegalArgumentException when the images have other axes or sizes
	 */
	public ComplexEchoes {
		if (first.numDimensions() != 4 || second.numDimensions() != 4) throw new IllegalArgumentException(
			"Complex echoes have the axes x, y, z, t, but there are " + first.numDimensions() + " and " + second
				.numDimensions() + " axes");
		if (!Arrays.equals(first.dimensionsAsLongArray(), second.dimensionsAsLongArray()))
			throw new IllegalArgumentException("The two parts of complex echoes need one size, but have " + Arrays.toString(
				first.dimensionsAsLongArray()) + " and " + Arrays.toString(second.dimensionsAsLongArray()) + " voxels");
	}

	/** Real and imaginary parts as they are stored. */
	public static ComplexEchoes of(final RandomAccessibleInterval<? extends RealType<?>> real,
		final RandomAccessibleInterval<? extends RealType<?>> imaginary)
	{
		return new ComplexEchoes(ComplexForm.REAL_IMAGINARY, real, ValueScale.IDENTITY, imaginary, ValueScale.IDENTITY);
	}
}
