package io.github.vertebraj.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.report.ColorMap;
import io.github.vertebraj.report.Provenance;

import ij.ImagePlus;
import ij.process.LUT;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/**
 * Maps made from an image, as ImageJ shows them: in the place of their source, in perceptual colours, named after it.
 *
 * @param source     what the maps were made from
 * @param provenance how they were made
 * @param notes      what a reader of the maps should know
 */
record MapWindow(CalibratedImage source, Provenance provenance, List<String> notes) {

	/**
	 * One map.
	 *
	 * @param what    its name, appended to the source's title
	 * @param unit    of its values
	 * @param map     real values, axes x, y, z
	 * @param maximum the end of the display range, which begins at 0
	 */
	ImagePlus of(final String what, final String unit, final RandomAccessibleInterval<? extends RealType<?>> map,
		final double maximum)
	{
		return of(what, what.toLowerCase(Locale.ROOT), unit, map, maximum);
	}

	/**
	 * One map whose title says more than what it is.
	 *
	 * @param component what it is, as its slice labels say it
	 */
	ImagePlus of(final String what, final String component, final String unit,
		final RandomAccessibleInterval<? extends RealType<?>> map, final double maximum)
	{
		final RandomAccessibleInterval<? extends RealType<?>> voxels = image(map);
		final PlaneLabel label = PlaneLabel.empty().with(PlaneLabel.COMPONENT, component);
		final CalibratedImage image = new CalibratedImage(title(source, what), voxels, new ValueScale(1, 0, unit), source
			.geometry(), Collections.nCopies((int) map.dimension(2), label), tags());
		final ImagePlus window = ImagePlusBridge.toImagePlus(image);
		final byte[][] rgb = ColorMap.perceptual().rgb();
		window.setLut(new LUT(rgb[0], rgb[1], rgb[2]));
		window.setDisplayRange(0, maximum);
		return window;
	}

	private static <T extends RealType<T>> RandomAccessibleInterval<T> image(
		final RandomAccessibleInterval<? extends RealType<?>> map)
	{
		return Views.addDimension(Views.addDimension(Cast.<RandomAccessibleInterval<T>> unchecked(map), 0, 0), 0, 0);
	}

	/** The source's title, less the ending of a file name. */
	static String title(final CalibratedImage source, final String what) {
		return source.title().replaceFirst("(?i)(\\.nii)?\\.(nii|gz|tiff?|dcm|zip)$", "") + " " + what;
	}

	private Map<String, String> tags() {
		final Map<String, String> tags = new LinkedHashMap<>(source.tags());
		tags.keySet().removeIf(key -> key.startsWith("0028,105")); // window and rescale are those of the source's values
		tags.putAll(provenance.asTags());
		for (int i = 0; i < notes.size(); i++)
			tags.put("VertebraJ note " + (i + 1), notes.get(i));
		return tags;
	}
}
