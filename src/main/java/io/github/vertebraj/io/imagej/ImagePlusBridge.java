package io.github.vertebraj.io.imagej;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Between {@link CalibratedImage} and ImageJ's {@link ImagePlus}. */
public final class ImagePlusBridge {

	private ImagePlusBridge() {}

	/** A hyperstack (c, z, t) of the image, not yet shown. */
	@SuppressWarnings({ "rawtypes", "unchecked" })
	public static ImagePlus toImagePlus(final CalibratedImage image) {
		final ImageStack stack = new ImageStack(image.size(0), image.size(1));
		final RandomAccessibleInterval<? extends RealType<?>> voxels = Views.zeroMin((RandomAccessibleInterval) image
			.voxels());
		final RandomAccess<? extends RealType<?>> access = voxels.randomAccess();
		for (int t = 0; t < image.size(3); t++)
			for (int z = 0; z < image.size(2); z++)
				for (int c = 0; c < image.size(4); c++) {
					final float[] pixels = new float[image.size(0) * image.size(1)];
					for (int i = 0; i < pixels.length; i++)
						pixels[i] = (float) image.scale().real(access.setPositionAndGet(i % image.size(0), i / image.size(0), z, t, c)
							.getRealDouble());
					stack.addSlice(image.label(z, t, c).toString(), new FloatProcessor(image.size(0), image.size(1), pixels));
				}
		final ImagePlus imp = new ImagePlus(image.title(), stack);
		imp.setDimensions(image.size(4), image.size(2), image.size(3));
		imp.setOpenAsHyperStack(stack.size() > 1);
		final Calibration calibration = imp.getCalibration();
		image.geometry().ifPresent(geometry -> {
			calibration.pixelWidth = geometry.spacing(0);
			calibration.pixelHeight = geometry.spacing(1);
			calibration.pixelDepth = geometry.spacing(2);
			calibration.setUnit("mm");
		});
		calibration.setValueUnit(image.scale().unit());
		final StringBuilder info = new StringBuilder();
		image.tags().forEach((key, value) -> info.append(key).append(": ").append(value).append('\n'));
		imp.setProperty("Info", info.toString());
		return imp;
	}

	/**
	 * The image behind an ImagePlus.
	 *
	 * @throws IllegalArgumentException when it is a colour image
	 */
	public static CalibratedImage fromImagePlus(final ImagePlus imp) {
		if (imp.getBitDepth() == 24) throw new IllegalArgumentException("'" + imp.getTitle() +
			"' is a colour (RGB) image, but grey values are needed");
		final int width = imp.getWidth();
		final PlanarImg<FloatType, ?> voxels = PlanarImgs.floats(width, imp.getHeight(), imp.getNSlices(), imp.getNFrames(),
			imp.getNChannels());
		final RandomAccess<FloatType> access = voxels.randomAccess();
		final List<PlaneLabel> labels = new ArrayList<>();
		final Calibration calibration = imp.getCalibration();
		for (int t = 0; t < imp.getNFrames(); t++)
			for (int z = 0; z < imp.getNSlices(); z++)
				for (int c = 0; c < imp.getNChannels(); c++) {
					final int n = imp.getStackIndex(c + 1, z + 1, t + 1);
					labels.add(PlaneLabel.parse(imp.getStack().getSliceLabel(n)));
					final float[] pixels = (float[]) imp.getStack().getProcessor(n).convertToFloat().getPixels();
					for (int i = 0; i < pixels.length; i++)
						access.setPositionAndGet(i % width, i / width, z, t, c).set((float) calibration.getCValue(pixels[i]));
				}
		final Optional<Geometry> geometry = "mm".equals(calibration.getUnit()) ? Optional.of(Geometry.ofSpacing(
			calibration.pixelWidth, calibration.pixelHeight, calibration.pixelDepth)) : Optional.empty();
		return new CalibratedImage(imp.getTitle(), voxels, new ValueScale(1, 0, calibration.getValueUnit()), geometry,
			labels, new LinkedHashMap<>());
	}
}
