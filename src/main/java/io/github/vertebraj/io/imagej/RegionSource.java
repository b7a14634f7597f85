package io.github.vertebraj.io.imagej;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Region;

/**
 * Where the regions of an image come from: the file if given; else the image's overlay; else, with a display, the ROI
 * Manager; else the current selection.
 * <p>
 * A ROI is measured on the slice that it is bound to, in every frame and channel. One that is bound to none is measured
 * on {@code slice}, or the only slice, or the slice shown if there is a display; else it is an error. ROIs of the same
 * name are one region; those without a name are called {@code ROI 1} and so on, by their place in the list. A region
 * holds the pixels that ImageJ's own statistics count.
 *
 * @param file   ROI file ({@code .roi}, {@code .zip}) or label image (NIfTI, TIFF), in which each value but 0 is a
 *               region; empty to look at the image itself
 * @param slice  slice (from 1) of ROIs that are bound to none
 * @param naming name of the region of a label, for label images
 */
public record RegionSource(Optional<Path> file, OptionalInt slice, IntFunction<String> naming) {

	/**
	 * What was found.
	 *
	 * @param regions in the order of their source, none empty
	 * @param origin  where they are from, in words: {@code overlay}, {@code ROI Manager}, {@code selection}, a file name
	 * @param notes   decisions that the user should see, each a sentence without a full stop
	 */
	public record Found(List<Region> regions, String origin, List<String> notes) {

		public Found {
			regions = List.copyOf(regions);
			notes = List.copyOf(notes);
		}
	}

	/**
	 * @param imp   the image with its overlay and selection
	 * @param image the same image as {@link ImagePlusBridge#fromImagePlus} gives it, or one made of it with the same
	 *              slices
	 * @throws IllegalArgumentException when there is no region, or one is empty, outside of the image or not an area, or
	 *           a label image does not fit the image
	 * @throws IOException when the file cannot be read
	 */
	public Found collect(final ImagePlus imp, final CalibratedImage image) throws IOException {
		if (file.isPresent()) return fromFile(file.get(), imp, image);
		final Overlay overlay = imp.getOverlay();
		if (overlay != null && Arrays.stream(overlay.toArray()).anyMatch(roi -> !RoiRegions.isAnnotation(roi)))
			return fromRois(List.of(overlay.toArray()), "overlay", imp);
		final RoiManager manager = hasDisplay() ? RoiManager.getRawInstance() : null;
		if (manager != null && manager.getCount() > 0) return fromRois(List.of(manager.getRoisAsArray()), "ROI Manager", imp);
		if (imp.getRoi() != null) return fromRois(List.of(imp.getRoi()), "selection", imp);
		throw new IllegalArgumentException("There is no region for '" + imp.getTitle() +
			"': give a ROI file (.zip, .roi) or a label image (NIfTI, TIFF) as rois, or put ROIs into the image's overlay" +
			(hasDisplay() ? " or the ROI Manager" : "") + ", or make a selection");
	}

	/**
	 * As {@link #collect}, but the regions of a label image may all lie outside of the image: then there is none.
	 *
	 * @throws IllegalArgumentException as there, but when a label image lies elsewhere
	 * @throws IOException              as there
	 */
	public Found collectInside(final ImagePlus imp, final CalibratedImage image) throws IOException {
		if (file.isEmpty() || isRoiFile(file.get())) return collect(imp, image);
		final LabelImage labels = new LabelImage(ImageFiles.open(file.get()), image);
		return new Found(labels.regionsInside(naming), file.get().getFileName().toString(), labels.notes());
	}

	private static boolean isRoiFile(final Path path) {
		final String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
		return name.endsWith(".zip") || name.endsWith(".roi");
	}

	/** Whether the regions are those of a label image. */
	public boolean isLabelImage() {
		return file.isPresent() && !isRoiFile(file.get());
	}

	private static boolean hasDisplay() {
		return !GraphicsEnvironment.isHeadless();
	}

	private Found fromFile(final Path path, final ImagePlus imp, final CalibratedImage image) throws IOException {
		final String name = path.getFileName().toString();
		if (isRoiFile(path)) return fromRois(RoiFile.read(path), name, imp);
		final LabelImage labels = new LabelImage(ImageFiles.open(path), image);
		return new Found(labels.regions(naming), name, labels.notes());
	}

	private Found fromRois(final List<Roi> rois, final String origin, final ImagePlus imp) {
		final RoiRegions regions = new RoiRegions(imp, slice, hasDisplay());
		final List<Region> found = regions.of(rois);
		if (found.isEmpty()) throw new IllegalArgumentException(origin + " holds no region, but texts or pictures alone");
		return new Found(found, origin, regions.notes());
	}
}
