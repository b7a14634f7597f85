package io.github.vertebraj.io.imagej;

import java.util.Optional;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Between {@link CalibratedImage} and ImageJ's {@link ImagePlus}. Pixel arrays are shared where both know their type:
 * nothing is copied, and what is drawn in one is in the other.
 */
public final class ImagePlusBridge {

	private ImagePlusBridge() {}

	/**
	 * A hyperstack (c, z, t), not yet shown: 8- or 16-bit with a linear calibration, or 32-bit. Length is in mm. Slice
	 * labels hold what the planes show ({@code b=500; te=62}) and, in lines below, the tags
	 * ({@code 0008,0060 Modality: MR}) and where the plane lies in the patient ({@code VertebraJ plane: ...}); {@code
	 * Info} holds the tags too.
	 */
	public static ImagePlus toImagePlus(final CalibratedImage image) {
		final StackPixels pixels = new StackPixels(image);
		final String info = InfoText.of(image.tags());
		final ImageStack stack = new ImageStack(image.size(0), image.size(1));
		for (int t = 0; t < image.size(3); t++)
			for (int z = 0; z < image.size(2); z++) {
				final int slice = z;
				for (int c = 0; c < image.size(4); c++)
					add(stack, pixels.plane(z, t, c), image.label(z, t, c) + "\n" + info, image.geometry().map(geometry -> geometry
						.crop(0, 0, slice)), pixels.scale());
			}
		return finish(image, stack, pixels.scale());
	}

	/**
	 * A virtual hyperstack (c, z, t), not yet shown, whose planes are computed when they are looked at; otherwise as
	 * {@link #toImagePlus}.
	 *
	 * @param image of unsigned 16-bit integers, or floats without a scale
	 */
	public static ImagePlus toLazyImagePlus(final CalibratedImage image) {
		return finish(image, new LazyStack(image), image.scale());
	}

	private static ImagePlus finish(final CalibratedImage image, final ImageStack stack, final ValueScale scale) {
		final ImagePlus imp = new ImagePlus(image.title(), stack);
		imp.setDimensions(image.size(4), image.size(2), image.size(3));
		imp.setOpenAsHyperStack(stack.size() > 1);
		// a single plane has its label here, where Duplicate and TIFF look for it
		if (stack.size() == 1) imp.setProp(PlaneText.SINGLE_LABEL, stack.getSliceLabel(1));
		calibrate(imp, scale, image.geometry());
		final String info = InfoText.of(image.tags()) + StackScale.unitLine(imp.getCalibration(), scale);
		if (!info.isEmpty()) imp.setProperty("Info", info);
		imp.setPosition(1, image.size(2) / 2 + 1, 1);
		DisplayRange.set(imp, image.tags(), scale);
		return imp;
	}

	private static void add(final ImageStack stack, final Object pixels, final String label,
		final Optional<Geometry> place, final ValueScale scale)
	{
		stack.addSlice(null, pixels);
		final int n = stack.size();
		stack.setSliceLabel(label + place.map(geometry -> new PlaneTrace(stack.getWidth(), stack.getHeight(), geometry,
			Landmarks.of(stack.getProcessor(n), scale)).toString()).orElse(""), n);
	}

	private static void calibrate(final ImagePlus imp, final ValueScale scale, final Optional<Geometry> geometry) {
		final Calibration calibration = imp.getCalibration();
		geometry.ifPresent(g -> {
			calibration.pixelWidth = g.spacing(0);
			calibration.pixelHeight = g.spacing(1);
			calibration.pixelDepth = g.spacing(2);
			calibration.setUnit("mm");
			calibration.xOrigin = GeometryTracker.ORIGIN;
			calibration.yOrigin = GeometryTracker.ORIGIN;
		});
		final String unit = scale.unit().isEmpty() ? Calibration.DEFAULT_VALUE_UNIT : scale.unit();
		calibration.setValueUnit(unit);
		if (scale.slope() != 1 || scale.intercept() != 0) calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] {
			scale.intercept(), scale.slope() }, unit);
		imp.setCalibration(calibration);
	}

	/**
	 * The image behind an ImagePlus, of any origin. Planes are what their slice labels say, in our grammar or as the DICOM
	 * header that ImageJ's own reader leaves there; a stack of one axis whose labels tell several frames gets them back.
	 * The geometry is the one that the image was made with, after Duplicate, Crop, Make Substack and through TIFF files;
	 * where that cannot be known it is the spacing alone, and empty without a unit of length.
	 *
	 * @throws IllegalArgumentException for a colour image, or one that is calibrated by a curve
	 */
	public static CalibratedImage fromImagePlus(final ImagePlus imp) {
		if (imp.getStackSize() == 0 || imp.getWidth() == 0) throw new IllegalArgumentException("'" + imp.getTitle() +
			"' has no pixels: is the title right?");
		final PlaneOrder order = PlaneOrder.of(imp);
		final RandomAccessibleInterval<? extends RealType<?>> voxels = StackVoxels.of(imp, order);
		final ValueScale scale = StackScale.of(imp, order);
		return new CalibratedImage(imp.getTitle(), voxels, scale, new GeometryTracker(imp, order).find(voxels, scale), order
			.labels(), InfoText.tags(imp, order));
	}
}
