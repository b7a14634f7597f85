package io.github.vertebraj.io.imagej;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;

/**
 * The size of the pixels of a slice or a radiograph in the patient, which needs no slice thickness.
 *
 * @param x      in mm
 * @param y      in mm
 * @param origin where it is from, in words
 */
public record PixelSize(double x, double y, String origin) {

	private static final String PIXEL_SPACING = "0028,0030";
	private static final String IMAGER_PIXEL_SPACING = "0018,1164";

	/**
	 * The size that is given; else that of the image's geometry or calibration; else the tag Pixel Spacing; else Imager
	 * Pixel Spacing, which is the size at the detector and needs the magnification.
	 *
	 * @param imp           the image
	 * @param image         the same as {@link ImagePlusBridge#fromImagePlus} gives it
	 * @param given         in mm
	 * @param magnification of the patient at the detector, by which the size is divided; 1 takes it as it is
	 * @throws IllegalArgumentException when it is unknown, or is that of the detector and there is no magnification
	 */
	public static PixelSize of(final ImagePlus imp, final CalibratedImage image, final OptionalDouble given,
		final OptionalDouble magnification)
	{
		final PixelSize size = given.isPresent() ? new PixelSize(given.getAsDouble(), given.getAsDouble(), "pixelSize")
			: ofImage(imp, image).or(() -> ofTag(image, PIXEL_SPACING, "Pixel Spacing")).or(() -> ofDetector(image,
				magnification)).orElseThrow(() -> new IllegalArgumentException("'" + image.title() +
					"' has no pixel size in mm: set unit, pixel width and height in Image > Properties..., or give pixelSize"));
		if (magnification.isEmpty()) return size;
		final double by = magnification.getAsDouble();
		return new PixelSize(size.x / by, size.y / by, size.origin + ", divided by the magnification " + by);
	}

	private static Optional<PixelSize> ofImage(final ImagePlus imp, final CalibratedImage image) {
		if (image.geometry().isPresent()) {
			final Geometry geometry = image.geometry().get();
			return Optional.of(new PixelSize(geometry.spacing(0), geometry.spacing(1), "the image"));
		}
		final Calibration c = imp.getCalibration();
		final double x = GeometryTracker.mm(c.pixelWidth, c.getXUnit());
		final double y = GeometryTracker.mm(c.pixelHeight, c.getYUnit());
		return x > 0 && y > 0 && Double.isFinite(x + y) ? Optional.of(new PixelSize(x, y, "the image's calibration"))
			: Optional.empty();
	}

	private static Optional<PixelSize> ofDetector(final CalibratedImage image, final OptionalDouble magnification) {
		final Optional<PixelSize> size = ofTag(image, IMAGER_PIXEL_SPACING, "Imager Pixel Spacing");
		if (size.isPresent() && magnification.isEmpty()) throw new IllegalArgumentException("Of '" + image.title() +
			"' only the Imager Pixel Spacing (" + IMAGER_PIXEL_SPACING + "), " + size.get().x + " x " + size.get().y +
			" mm, is known: that is the size at the detector, where the patient is magnified. Give magnification (1 to measure" +
			" at the detector: losses in % stay right, heights in mm are too great), or pixelSize");
		return size;
	}

	/** Of row spacing \ column spacing, as DICOM has it. */
	private static Optional<PixelSize> ofTag(final CalibratedImage image, final String tag, final String name) {
		return image.tags().entrySet().stream().filter(entry -> entry.getKey().startsWith(tag)).findFirst().flatMap(entry -> {
			try {
				final double[] sizes = Arrays.stream(entry.getValue().split("\\\\")).mapToDouble(Double::parseDouble).filter(
					size -> size > 0 && Double.isFinite(size)).toArray();
				return sizes.length == 2 ? Optional.of(new PixelSize(sizes[1], sizes[0], name)) : Optional.empty();
			}
			catch (final NumberFormatException e) {
				return Optional.empty(); // as good as missing, which is told
			}
		});
	}
}
