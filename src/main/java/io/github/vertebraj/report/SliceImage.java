package io.github.vertebraj.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/** A slice of a map as an image of one pixel for each voxel. */
final class SliceImage {

	/** What is not measurable: a gray that no entry of the colour map comes near. */
	static final Color NOT_MEASURABLE = new Color(128, 128, 128);

	/** The gray of a background goes from black to this, so that it does not outshine the map. */
	private static final int BRIGHTEST = 210;
	private static final double BRIGHT_QUANTILE = 0.92;

	private final int width;
	private final double[] values;
	private final Optional<double[]> background;

	/**
	 * @param map        axes x, y
	 * @param background axes x, y, as large as the map
	 * @throws IllegalArgumentException if one of them has not two axes, or their sizes differ
	 */
	SliceImage(final RandomAccessibleInterval<? extends RealType<?>> map,
		final Optional<RandomAccessibleInterval<? extends RealType<?>>> background)
	{
		width = Math.toIntExact(map.dimension(0));
		values = values(map);
		this.background = background.map(SliceImage::values);
		this.background.ifPresent(gray -> {
			if (gray.length != values.length || background.get().dimension(0) != width) throw new IllegalArgumentException(
				"The background must be as large as the map, but has " + size(background.get()) + " instead of " + size(map) +
					" voxels");
		});
	}

	private static double[] values(final RandomAccessibleInterval<? extends RealType<?>> slice) {
		if (slice.numDimensions() != 2) throw new IllegalArgumentException(
			"A figure shows one slice with the axes x and y, but this image has " + slice.numDimensions() + " axes");
		final double[] values = new double[Math.toIntExact(Intervals.numElements(slice))];
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(slice).cursor();
		for (int i = 0; i < values.length; i++)
			values[i] = cursor.next().getRealDouble();
		return values;
	}

	private static String size(final RandomAccessibleInterval<?> slice) {
		return slice.dimension(0) + " x " + slice.dimension(1);
	}

	/** Whether the map has a voxel that is drawn as not measurable. */
	boolean showsNotMeasurable() {
		return background.isEmpty() && Arrays.stream(values).anyMatch(Double::isNaN);
	}

	BufferedImage draw(final MapFigure.Settings settings) {
		final int[] gray = background.map(SliceImage::grays).orElse(null);
		final BufferedImage image = new BufferedImage(width, values.length / width, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < values.length; i++) {
			final int rgb;
			if (!Double.isNaN(values[i])) rgb = settings.colors().color(values[i], settings.minimum(), settings.maximum())
				.getRGB();
			else if (gray != null) rgb = gray[i] * 0x010101;
			else rgb = NOT_MEASURABLE.getRGB();
			image.setRGB(i % width, i / width, rgb);
		}
		return image;
	}

	/** Gray levels from the least value to nearly the greatest, so that a few bright voxels do not darken the rest. */
	private static int[] grays(final double[] values) {
		final double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
		final double low = sorted.length == 0 ? 0 : sorted[0];
		final double high = sorted.length == 0 ? 1 : sorted[(int) (BRIGHT_QUANTILE * (sorted.length - 1))];
		return Arrays.stream(values).mapToInt(value -> {
			final double level = high > low && !Double.isNaN(value) ? (value - low) / (high - low) : 0;
			return (int) Math.round(BRIGHTEST * Math.max(0, Math.min(1, level)));
		}).toArray();
	}
}
