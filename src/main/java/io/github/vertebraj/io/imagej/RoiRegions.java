package io.github.vertebraj.io.imagej;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ImageProcessor;
import io.github.vertebraj.image.Region;

/** Turns ImageJ's ROIs into regions, with the pixels that ImageJ's own statistics count. */
final class RoiRegions {

	/** The ROI Manager's own names, which begin with the plane: {@code 0012-0034-0056}. */
	private static final Pattern PLANE_IN_NAME = Pattern.compile("(\\d{4,6})-\\d{4,6}-\\d{4,6}.*");

	/** ImageJ makes a mask of a ROI's whole extent, in the image or not. */
	private static final long MOST_PIXELS = 1L << 28;

	private final ImagePlus imp;
	private final PlaneOrder order;
	private final OptionalInt slice;
	private final boolean display;
	private final List<String> notes = new ArrayList<>();
	/** Whether plain positions count planes; set for each list of ROIs. */
	private boolean countsPlanes;

	/**
	 * @param slice   slice (from 1) of ROIs that are bound to none
	 * @param display whether the user sees a slice
	 */
	RoiRegions(final ImagePlus imp, final OptionalInt slice, final boolean display) {
		this.imp = imp;
		this.order = PlaneOrder.of(imp);
		this.slice = slice;
		this.display = display;
	}

	/** What the user should know of the choices made. */
	List<String> notes() {
		return notes;
	}

	/** Whether it is an annotation (text, picture) and not a region. */
	static boolean isAnnotation(final Roi roi) {
		return roi instanceof TextRoi || roi instanceof ImageRoi;
	}

	/** ROIs of the same name are one region. */
	List<Region> of(final List<Roi> rois) {
		final Map<String, List<Region.Run>> runs = new LinkedHashMap<>();
		final long annotations = rois.stream().filter(RoiRegions::isAnnotation).count();
		if (annotations > 0) notes.add(annotations + " texts or pictures are no regions");
		countPlain(rois.stream().filter(roi -> !isAnnotation(roi)).toList());
		for (int i = 0; i < rois.size(); i++) {
			final Roi roi = rois.get(i);
			if (isAnnotation(roi)) continue;
			final String name = roi.getName() == null || roi.getName().isBlank() ? "ROI " + (i + 1) : roi.getName().strip();
			runs.computeIfAbsent(name, key -> new ArrayList<>()).addAll(runs(roi, name));
		}
		final List<Region> regions = new ArrayList<>();
		runs.forEach((name, list) -> regions.add(new Region(name, list)));
		return List.copyOf(regions);
	}

	/**
	 * A plain position is the slice of ROIs that were drawn on a stack without frames, such as a map, and the plane of those
	 * that were not; one that is beyond the slices tells for all.
	 */
	private void countPlain(final List<Roi> rois) {
		final List<Roi> plain = rois.stream().filter(roi -> !roi.hasHyperStackPosition() && roi.getPosition() > 0).toList();
		countsPlanes = plain.stream().anyMatch(roi -> roi.getPosition() > imp.getNSlices());
		if (!plain.isEmpty() && imp.getStackSize() > imp.getNSlices()) notes.add(plain.size() +
			" ROI(s) have a plain position, which is taken as their " + (countsPlanes ? "plane, since one is beyond the "
				: "slice, since none is beyond the ") + imp.getNSlices() + " slices");
	}

	private List<Region.Run> runs(final Roi roi, final String name) {
		if (!roi.isArea()) throw new IllegalArgumentException("The ROI '" + name + "' is a " + roi.getTypeAsString()
			.toLowerCase() + ", but a region needs an area: remove it, or draw it as a rectangle, oval, polygon or freehand");
		final Rectangle bounds = roi.getBounds();
		final Rectangle inside = bounds.intersection(new Rectangle(imp.getWidth(), imp.getHeight()));
		if (bounds.isEmpty()) throw empty(name);
		if ((long) bounds.width * bounds.height > MOST_PIXELS) throw new IllegalArgumentException("The region '" + name +
			"' is " + bounds.width + " x " + bounds.height + " pixels large, which cannot be");
		if (inside.isEmpty()) throw new IllegalArgumentException("The region '" + name + "' lies outside of '" + imp
			.getTitle() + "' (x " + bounds.x + ", y " + bounds.y + ", but the image has " + imp.getWidth() + " x " + imp
				.getHeight() + " pixels)");
		if (!inside.equals(bounds)) notes.add("region '" + name +
			"' lies partly outside of the image: only the pixels inside are measured");
		final int z = slice(roi, name);
		final ImageProcessor mask = roi.getMask();
		final List<Region.Run> runs = new ArrayList<>();
		for (int y = inside.y; y < inside.y + inside.height; y++)
			for (int x = inside.x; x < inside.x + inside.width;) {
				final int from = x++;
				if (mask != null && mask.get(from - bounds.x, y - bounds.y) == 0) continue;
				while (x < inside.x + inside.width && (mask == null || mask.get(x - bounds.x, y - bounds.y) != 0))
					x++;
				runs.add(new Region.Run(z, y, from, x));
			}
		if (runs.isEmpty()) throw empty(name);
		return runs;
	}

	private static IllegalArgumentException empty(final String name) {
		return new IllegalArgumentException("The region '" + name + "' is empty: it holds no pixel");
	}

	/** The slice (from 0) that a ROI is bound to. */
	int slice(final Roi roi, final String name) {
		final int z = roi.getZPosition(); // of a hyperstack, else the plane
		if (z > imp.getNSlices() && roi.hasHyperStackPosition()) throw new IllegalArgumentException("The region '" + name +
			"' is bound to slice " + z + ", but '" + imp.getTitle() + "' has " + imp.getNSlices());
		if (z > 0 && !roi.hasHyperStackPosition() && countsPlanes) return plane(z, name);
		if (z > 0) return order.sliceOf(imp.getStackIndex(1, z, 1));
		final Matcher plane = PLANE_IN_NAME.matcher(name);
		if (!roi.hasHyperStackPosition() && imp.getStackSize() > 1 && plane.matches()) return plane(Integer.parseInt(plane
			.group(1)), name);
		return sliceOfUnbound(name);
	}

	private int plane(final int number, final String name) {
		if (number < 1 || number > imp.getStackSize()) throw new IllegalArgumentException("The region '" + name +
			"' is bound to plane " + number + ", but '" + imp.getTitle() + "' has " + imp.getStackSize());
		return order.sliceOf(number);
	}

	private int sliceOfUnbound(final String name) {
		if (slice.isPresent()) {
			if (slice.getAsInt() < 1 || slice.getAsInt() > order.slices()) throw new IllegalArgumentException(
				"slice must be from 1 to " + order.slices() + ", but is " + slice.getAsInt());
			return slice.getAsInt() - 1;
		}
		if (order.slices() == 1) return 0;
		if (!display) throw new IllegalArgumentException("The region '" + name + "' is bound to no slice, and '" + imp
			.getTitle() + "' has " + order.slices() + ": say which by slice=");
		final int shown = order.sliceOf(imp.getCurrentSlice());
		notes.add("region '" + name + "' is bound to no slice: measured on slice " + (shown + 1) + ", the one shown");
		return shown;
	}
}
