package io.github.vertebraj.diffusion;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * A stack of slices: its diffusion-weighted signal and its ADC, voxel by voxel.
 *
 * @param title       what the signal is called
 * @param signal      stored values, axes x, y, z
 * @param signalScale stored to real signal
 * @param adc         stored values, axes x, y, z, as large as the signal
 * @param adcScale    stored to ADC in 10⁻³ mm²/s
 * @param geometry    of both; the step along z, not the thickness of the slices, makes the volume
 * @param mask        the voxels that are looked at; empty for all
 */
public record DiffusionStation(String title, RandomAccessibleInterval<? extends RealType<?>> signal,
	ValueScale signalScale, RandomAccessibleInterval<? extends RealType<?>> adc, ValueScale adcScale, Geometry geometry,
	Optional<Region> mask)
{

	/** @throws IllegalArgumentException when the two differ in size, or the mask does not lie in them */
	public DiffusionStation {
		Objects.requireNonNull(title, "title");
		Objects.requireNonNull(geometry, "geometry");
		if (signal.numDimensions() != 3 || adc.numDimensions() != 3) throw new IllegalArgumentException(
			"Signal and ADC have the axes x, y, z, but there are " + signal.numDimensions() + " and " + adc.numDimensions() +
				" axes");
		if (!Arrays.equals(signal.dimensionsAsLongArray(), adc.dimensionsAsLongArray())) throw new IllegalArgumentException(
			"The ADC map of '" + title + "' must be as large as the signal, but has " + text(adc) + " instead of " + text(
				signal) + " voxels");
		final long[] size = signal.dimensionsAsLongArray();
		mask.ifPresent(region -> region.runs().forEach(run -> {
			if (run.z() < 0 || run.z() >= size[2] || run.y() < 0 || run.y() >= size[1] || run.xFrom() < 0 || run
				.xTo() > size[0]) throw new IllegalArgumentException("The mask lies outside of '" + title + "': x = " + run
					.xFrom() + " to " + (run.xTo() - 1) + ", y = " + run.y() + ", z = " + run.z());
		}));
	}

	private static String text(final RandomAccessibleInterval<?> image) {
		return image.dimension(0) + " x " + image.dimension(1) + " x " + image.dimension(2);
	}

	/** Number of voxels along axis 0 (x), 1 (y) or 2 (z). */
	int size(final int axis) {
		return Math.toIntExact(signal.dimension(axis));
	}
}
