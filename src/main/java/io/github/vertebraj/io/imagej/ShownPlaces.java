package io.github.vertebraj.io.imagej;

import java.util.Optional;
import java.util.OptionalInt;

import ij.ImagePlus;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;

/**
 * Between the planes of an image on the screen and places in the patient. Only for images that know where they lie:
 * spacing alone, without a frame of reference, gives no place.
 */
public final class ShownPlaces {

	/** So much beyond the image's edge, in voxels, is still in it: half a voxel, and rounding. */
	private static final double EDGE = 0.51;

	private final ImagePlus imp;
	private final PlaneOrder order;
	private final Geometry geometry;

	private ShownPlaces(final ImagePlus imp, final PlaneOrder order, final Geometry geometry) {
		this.imp = imp;
		this.order = order;
		this.geometry = geometry;
	}

	/**
	 * The places of an image; empty when it does not know where it lies.
	 *
	 * @throws IllegalArgumentException for a colour image, or one that is calibrated by a curve
	 */
	public static Optional<ShownPlaces> of(final ImagePlus imp) {
		final CalibratedImage image = ImagePlusBridge.fromImagePlus(imp);
		return image.geometry().filter(geometry -> geometry.frameOfReference().isPresent()).map(geometry -> new ShownPlaces(
			imp, PlaneOrder.of(imp), geometry));
	}

	/** UID of the coordinate system. */
	public String frameOfReference() {
		return geometry.frameOfReference().orElseThrow();
	}

	/** The place (mm) of a pixel of the plane that is shown; (0, 0) is the centre of the first. */
	public Vector placeOf(final double x, final double y) {
		return geometry.toPatient(x, y, order.sliceOf(imp.getCurrentSlice()));
	}

	/** The pixel (x, y) of a place, in any plane. */
	public double[] pixelOf(final Vector place) {
		final double[] voxel = geometry.toVoxel(place);
		return new double[] { voxel[0], voxel[1] };
	}

	/**
	 * The number in the stack (from 1) of the plane nearest to a place, of the frame and component that are shown; empty
	 * when the place lies outside of the image.
	 */
	public OptionalInt planeOf(final Vector place) {
		final double[] voxel = geometry.toVoxel(place);
		final long[] size = { imp.getWidth(), imp.getHeight(), order.slices() };
		for (int axis = 0; axis < 3; axis++)
			if (voxel[axis] < -EDGE || voxel[axis] > size[axis] - 1 + EDGE) return OptionalInt.empty();
		final int slice = (int) Math.max(0, Math.min(order.slices() - 1, Math.round(voxel[2])));
		return OptionalInt.of(order.onSlice(slice, imp.getCurrentSlice()));
	}
}
