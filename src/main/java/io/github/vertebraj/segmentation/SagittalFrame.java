package io.github.vertebraj.segmentation;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;

/**
 * How the slices of a sagittal image lie to the patient. On a slice, places are mm along x and y from voxel 0.
 *
 * @param xSpacing  in mm
 * @param ySpacing  in mm
 * @param zSpacing  from slice to slice, in mm; of no weight where there is one slice
 * @param anteriorX direction to the front of the patient on the slice, of length 1
 * @param anteriorY its part along y
 * @param superiorX direction to the head, of length 1
 * @param superiorY its part along y
 */
public record SagittalFrame(double xSpacing, double ySpacing, double zSpacing, double anteriorX, double anteriorY,
	double superiorX, double superiorY)
{

	/** The least cosine of the angle between the slices' normal and the patient's left-right axis: 45°. */
	private static final double SAGITTAL = Math.sqrt(0.5);

	/**
	 * Slices in patient coordinates.
	 *
	 * @throws IllegalArgumentException if the slices are not sagittal
	 */
	public static SagittalFrame of(final Geometry geometry) {
		final Vector x = geometry.xStep().times(1 / geometry.spacing(0));
		final Vector y = geometry.yStep().times(1 / geometry.spacing(1));
		final Vector normal = x.cross(y);
		if (Math.abs(normal.x()) < SAGITTAL * normal.length()) throw new IllegalArgumentException(
			"The slices are not sagittal (their normal in patient coordinates is " + normal +
				"): reformat the image to sagittal slices");
		final double[] anterior = unit(-x.y(), -y.y());
		final double[] superior = unit(x.z(), y.z());
		return new SagittalFrame(geometry.spacing(0), geometry.spacing(1), geometry.spacing(2), anterior[0], anterior[1],
			superior[0], superior[1]);
	}

	/**
	 * Slices whose place in the patient is unknown: head up.
	 *
	 * @param anteriorSign −1 when the front of the patient is on the left of the image, 1 on the right
	 */
	public static SagittalFrame upright(final double xSpacing, final double ySpacing, final double zSpacing,
		final int anteriorSign)
	{
		return new SagittalFrame(xSpacing, ySpacing, zSpacing, anteriorSign, 0, 0, -1);
	}

	private static double[] unit(final double x, final double y) {
		final double length = Math.hypot(x, y);
		return new double[] { x / length, y / length };
	}

	/** How far a voxel lies to the front, in mm. */
	double anterior(final double x, final double y) {
		return x * xSpacing * anteriorX + y * ySpacing * anteriorY;
	}

	/** The size of a pixel, in mm: the longer side. */
	double pixel() {
		return Math.max(xSpacing, ySpacing);
	}
}
