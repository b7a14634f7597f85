package io.github.vertebraj.io.imagej;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.vertebraj.image.ValueScale;

/**
 * What is shown black and white at first: the window of the DICOM tags (0028,1050) and (0028,1051), else the range from
 * the 0.5th to the 99.5th percentile of slices in the middle.
 */
final class DisplayRange {

	private static final int SLICES = 3;
	private static final int PIXELS_PER_SLICE = 50_000;

	private DisplayRange() {}

	/**
	 * @param tags  of the image
	 * @param scale of the ImagePlus's pixels
	 */
	static void set(final ImagePlus imp, final Map<String, String> tags, final ValueScale scale) {
		final double[] range = window(tags, scale).orElseGet(() -> percentiles(imp));
		if (range[1] > range[0]) imp.setDisplayRange(range[0], range[1]);
	}

	/** In pixel values. */
	private static Optional<double[]> window(final Map<String, String> tags, final ValueScale scale) {
		final double centre = number(tags, "0028,1050");
		final double width = number(tags, "0028,1051");
		if (!(width > 0) || !Double.isFinite(centre + width)) return Optional.empty();
		final double[] ends = { centre - width / 2, centre + width / 2 };
		Arrays.setAll(ends, i -> (ends[i] - scale.intercept()) / scale.slope());
		Arrays.sort(ends);
		return Optional.of(ends);
	}

	private static double number(final Map<String, String> tags, final String tag) {
		final Optional<String> value = tags.entrySet().stream().filter(entry -> entry.getKey().startsWith(tag)).map(
			Map.Entry::getValue).findFirst();
		try {
			return value.isPresent() ? Double.parseDouble(value.get().split("\\\\")[0].strip()) : Double.NaN;
		}
		catch (final NumberFormatException e) {
			return Double.NaN;
		}
	}

	private static double[] percentiles(final ImagePlus imp) {
		DoubleStream values = DoubleStream.empty();
		final int slices = imp.getNSlices();
		for (int i = 0; i < Math.min(SLICES, slices); i++) {
			final int z = slices < SLICES ? i : slices * (i + 1) / (SLICES + 1);
			final ImageProcessor plane = imp.getStack().getProcessor(imp.getStackIndex(1, z + 1, 1));
			final int step = Math.max(1, plane.getPixelCount() / PIXELS_PER_SLICE);
			values = DoubleStream.concat(values, DoubleStream.iterate(0, p -> p < plane.getPixelCount(), p -> p + step).map(
				p -> plane.getf((int) p)));
		}
		final double[] sorted = values.filter(Double::isFinite).sorted().toArray();
		if (sorted.length == 0) return new double[2];
		final int cut = sorted.length / 200;
		final double[] range = { sorted[cut], sorted[sorted.length - 1 - cut] };
		// a small bright object on black: all of it
		return range[1] > range[0] ? range : new double[] { sorted[0], sorted[sorted.length - 1] };
	}
}
