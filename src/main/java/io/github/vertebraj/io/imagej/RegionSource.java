package io.github.vertebraj.io.imagej;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Region;

/**
 * Where the regions of an image come from: the file if given, else the image's overlay, else (with a display) the ROI
 * Manager, else the current selection.
 *
 * @param file   ROI file ({@code .roi}, {@code .zip}) or label image (NIfTI, TIFF); empty to look at the image itself
 * @param slice  slice (from 1) of ROIs that are bound to none
 * @param naming name of the region of a label, for label images
 */
public record RegionSource(Optional<Path> file, OptionalInt slice, IntFunction<String> naming) {

	/**
	 * What was found.
	 *
	 * @param regions at least one, in the order of their source, none empty
	 * @param origin  where they are from, in words: {@code overlay}, {@code ROI Manager}, {@code selection}, a file name
	 * @param notes   decisions that the user should see
	 */
	public record Found(List<Region> regions, String origin, List<String> notes) {}

	/**
	 * @param imp   the image with its overlay and selection
	 * @param image the same image as {@link ImagePlusBridge#fromImagePlus} gives it
	 * @throws IllegalArgumentException when there is no region, or one is empty, outside of the image or not an area
	 * @throws IOException when the file cannot be read
	 */
	public Found collect(final ImagePlus imp, final CalibratedImage image) throws IOException {
		final List<Roi> rois = new ArrayList<>();
		if (file.isPresent()) rois.addAll(RoiFile.read(file.get()));
		else if (imp.getOverlay() != null) rois.addAll(List.of(imp.getOverlay().toArray()));
		else if (imp.getRoi() != null) rois.add(imp.getRoi());
		final Map<String, List<Region.Run>> runs = new LinkedHashMap<>();
		for (final Roi roi : rois) {
			final int z = (roi.hasHyperStackPosition() ? roi.getZPosition() : Math.max(roi.getPosition(), 1)) - 1;
			final String name = roi.getName() == null ? "ROI " + (runs.size() + 1) : roi.getName();
			for (final java.awt.Point p : roi.getContainedPoints())
				runs.computeIfAbsent(name, key -> new ArrayList<>()).add(new Region.Run(z, p.y, p.x, p.x + 1));
		}
		if (runs.isEmpty()) throw new IllegalArgumentException("No region found on '" + imp.getTitle() + "'");
		final List<Region> regions = new ArrayList<>();
		runs.forEach((name, list) -> regions.add(new Region(name, list)));
		return new Found(List.copyOf(regions), file.isPresent() ? file.get().getFileName().toString() : "image", List.of());
	}
}
