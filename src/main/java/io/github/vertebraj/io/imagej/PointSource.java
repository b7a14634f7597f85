package io.github.vertebraj.io.imagej;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.process.FloatPolygon;

/**
 * Where the points of an image come from: the ROI file if given; else the image's overlay, or with a display and no
 * point in the overlay the ROI Manager; and the selection, which replaces the ROIs of the same name. Only point and
 * multi-point ROIs count.
 *
 * @param file  {@code .roi} or {@code .zip}
 * @param slice slice (from 1) of points that are bound to none
 */
public record PointSource(Optional<Path> file, OptionalInt slice) {

	/**
	 * A ROI of points.
	 *
	 * @param name   may be empty
	 * @param points x and y in voxels (whole numbers are centres) and the slice from 0
	 */
	public record Points(String name, List<double[]> points) {}

	/**
	 * What was found.
	 *
	 * @param origin where the points are from, in words
	 * @param notes  decisions that the user should see
	 */
	public record Found(List<Points> points, String origin, List<String> notes) {}

	/**
	 * @throws IllegalArgumentException when there is no point, or one is bound to no slice or lies outside of the image
	 * @throws IOException              when the file cannot be read
	 */
	public Found collect(final ImagePlus imp) throws IOException {
		final List<Roi> rois = new ArrayList<>();
		final String origin;
		if (file.isPresent()) {
			rois.addAll(points(RoiFile.read(file.get())));
			origin = file.get().getFileName().toString();
		}
		else origin = ofImage(imp, rois);
		if (rois.isEmpty()) throw new IllegalArgumentException("There are no points for '" + imp.getTitle() +
			"': place six points for each vertebra with the multi-point tool, or give a ROI file (.zip, .roi) or a label image" +
			" (NIfTI, TIFF) as rois");
		final RoiRegions slices = new RoiRegions(imp, slice, hasDisplay());
		final List<Points> points = new ArrayList<>();
		for (final Roi roi : rois)
			points.add(new Points(name(roi), places(roi, slices, imp)));
		return new Found(points, origin, slices.notes());
	}

	/** Adds the ROIs and says where they are from. */
	private static String ofImage(final ImagePlus imp, final List<Roi> rois) {
		final Overlay overlay = imp.getOverlay();
		if (overlay != null) rois.addAll(points(List.of(overlay.toArray())));
		String origin = rois.isEmpty() ? "" : "overlay";
		final RoiManager manager = hasDisplay() ? RoiManager.getRawInstance() : null;
		if (rois.isEmpty() && manager != null) {
			rois.addAll(points(Arrays.asList(manager.getRoisAsArray())));
			if (!rois.isEmpty()) origin = "ROI Manager";
		}
		final Roi selection = imp.getRoi();
		if (!(selection instanceof PointRoi)) return origin;
		final String name = name(selection);
		int at = rois.size();
		for (int i = rois.size() - 1; i >= 0; i--)
			if (rois.get(i) == selection || !name.isEmpty() && isOf(name(rois.get(i)), name)) rois.remove(at = i);
		rois.add(at, selection);
		return origin.isEmpty() ? "selection" : origin + " and selection";
	}

	/** Whether a name is that name, or that of one point of it: {@code L3 AS} of {@code L3}. */
	private static boolean isOf(final String name, final String whole) {
		return (name + " ").regionMatches(true, 0, whole + " ", 0, whole.length() + 1);
	}

	private static List<Roi> points(final List<Roi> rois) {
		return rois.stream().filter(PointRoi.class::isInstance).toList();
	}

	private static String name(final Roi roi) {
		final String name = roi.getName() == null ? "" : roi.getName().strip();
		// names that the ROI Manager gives by itself: "0012-0034" and "0001-0012-0034"
		return name.toLowerCase(Locale.ROOT).matches("\\d{4,6}(-\\d{4,6}){1,2}(-\\d+)?") ? "" : name;
	}

	private static List<double[]> places(final Roi roi, final RoiRegions slices, final ImagePlus imp) {
		final FloatPolygon polygon = roi.getFloatPolygon();
		final List<double[]> places = new ArrayList<>();
		final PlaneOrder order = PlaneOrder.of(imp);
		for (int i = 0; i < polygon.npoints; i++) {
			final int plane = ((PointRoi) roi).getPointPosition(i);
			final double x = polygon.xpoints[i];
			final double y = polygon.ypoints[i];
			final String name = name(roi).isEmpty() ? "without a name" : "'" + name(roi) + "'";
			if (!(x >= -0.5 && y >= -0.5 && x <= imp.getWidth() - 0.5 && y <= imp.getHeight() - 0.5))
				throw new IllegalArgumentException("A point " + name + " lies outside of '" + imp.getTitle() + "' (x " + x +
					", y " + y + ")");
			final boolean isBound = plane > 0 && plane <= imp.getStackSize();
			places.add(new double[] { x, y, isBound ? order.sliceOf(plane) : slices.slice(roi, name) });
		}
		return places;
	}

	private static boolean hasDisplay() {
		return !GraphicsEnvironment.isHeadless();
	}

	/**
	 * Puts points into the image's overlay, where they are saved with it and can be moved: one ROI for each name. ROIs of points that were there, and a selection of points, are replaced; others stay.
	 *
	 * @param points of one slice each
	 */
	public static void show(final ImagePlus imp, final List<Points> points) {
		final Overlay overlay = new Overlay();
		final Overlay before = imp.getOverlay();
		if (before != null) for (final Roi roi : before.toArray())
			if (!(roi instanceof PointRoi)) overlay.add(roi);
		for (final Points body : points) {
			final float[] x = new float[body.points.size()];
			final float[] y = new float[x.length];
			for (int i = 0; i < x.length; i++) {
				x[i] = (float) body.points.get(i)[0];
				y[i] = (float) body.points.get(i)[1];
			}
			final PointRoi roi = new PointRoi(x, y, x.length);
			roi.setName(body.name);
			if (imp.getStackSize() > 1) roi.setPosition(0, (int) body.points.get(0)[2] + 1, 0);
			overlay.add(roi);
		}
		if (imp.getRoi() instanceof PointRoi) imp.deleteRoi();
		imp.setOverlay(overlay);
	}
}
