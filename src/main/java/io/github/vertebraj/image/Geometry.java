package io.github.vertebraj.image;

import java.util.Objects;
import java.util.Optional;

/**
 * Where the voxels of an image lie in the patient: an affine from voxel indices (i, j, k) of the axes x, y, z to
 * patient coordinates in mm, LPS (+x to the patient's left, +y posterior, +z towards the head), as DICOM defines them
 * (PS3.3 C.7.6.2.1.1).
 *
 * @param xStep            step from one voxel to the next along x, in mm
 * @param yStep            step along y, in mm
 * @param zStep            step along z (slice to slice, not slice thickness), in mm
 * @param origin           centre of voxel (0, 0, 0), in mm
 * @param frameOfReference identifies the coordinate system (DICOM Frame of Reference UID); empty when the position in
 *                         the patient is unknown and only the spacing can be relied on
 */
public record Geometry(Vector xStep, Vector yStep, Vector zStep, Vector origin, Optional<String> frameOfReference) {

	/** A vector in patient coordinates, in mm. */
	public record Vector(double x, double y, double z) {

		public Vector {
			if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(z)) throw new IllegalArgumentException(
				"Coordinates must be finite, but are " + x + ", " + y + ", " + z);
		}

		public Vector plus(final Vector other) {
			return new Vector(x + other.x, y + other.y, z + other.z);
		}

		public Vector minus(final Vector other) {
			return plus(other.times(-1));
		}

		public Vector times(final double factor) {
			return new Vector(x * factor, y * factor, z * factor);
		}

		public double dot(final Vector other) {
			return x * other.x + y * other.y + z * other.z;
		}

		public Vector cross(final Vector other) {
			return new Vector(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
		}

		public double length() {
			return Math.sqrt(dot(this));
		}
	}

	/** Corners of two images that are nearer than this, in mm, are the same place. */
	private static final double TOLERANCE = 0.1;

	public Geometry {
		Objects.requireNonNull(origin, "origin");
		Objects.requireNonNull(frameOfReference, "frameOfReference");
		for (final Vector step : new Vector[] { xStep, yStep, zStep })
			if (!(step.length() > 0)) throw new IllegalArgumentException("Voxel spacing must be above 0 mm, but a step is " +
				step);
		final double cell = xStep.cross(yStep).dot(zStep);
		if (Math.abs(cell) < 1e-6 * xStep.length() * yStep.length() * zStep.length()) throw new IllegalArgumentException(
			"The axes of the image lie in one plane: " + xStep + ", " + yStep + ", " + zStep);
	}

	/** A geometry of which only the voxel spacing (mm) is known. */
	public static Geometry ofSpacing(final double x, final double y, final double z) {
		return new Geometry(new Vector(x, 0, 0), new Vector(0, y, 0), new Vector(0, 0, z), new Vector(0, 0, 0), Optional
			.empty());
	}

	/** The distance from voxel to voxel along axis 0 (x), 1 (y) or 2 (z), in mm. */
	public double spacing(final int axis) {
		return switch (axis) {
			case 0 -> xStep.length();
			case 1 -> yStep.length();
			case 2 -> zStep.length();
			default -> throw new IllegalArgumentException("Axis must be 0, 1 or 2, but is " + axis);
		};
	}

	/** The volume of one voxel in ml. */
	public double voxelVolume() {
		return Math.abs(xStep.cross(yStep).dot(zStep)) / 1000;
	}

	/** The patient coordinates (mm) of a voxel index, which may be fractional. */
	public Vector toPatient(final double i, final double j, final double k) {
		return origin.plus(xStep.times(i)).plus(yStep.times(j)).plus(zStep.times(k));
	}

	/** The (fractional) voxel index of a place in the patient. */
	public double[] toVoxel(final Vector place) {
		final Vector d = place.minus(origin);
		final double cell = xStep.cross(yStep).dot(zStep);
		return new double[] { d.dot(yStep.cross(zStep)) / cell, d.dot(zStep.cross(xStep)) / cell, d.dot(xStep.cross(
			yStep)) / cell };
	}

	/** The geometry of the part of the image that begins at voxel (i, j, k). */
	public Geometry crop(final double i, final double j, final double k) {
		return new Geometry(xStep, yStep, zStep, toPatient(i, j, k), frameOfReference);
	}

	/** Whether both say where they are in the patient, and that in the same coordinate system. */
	public boolean sharesFrameOfReference(final Geometry other) {
		return frameOfReference.isPresent() && frameOfReference.equals(other.frameOfReference);
	}

	/**
	 * Whether every voxel of an image of the given size lies at the same place (within 0.1 mm) in both geometries.
	 *
	 * @param size number of voxels along x, y, z
	 */
	public boolean agreesWith(final Geometry other, final long... size) {
		for (int corner = 0; corner < 8; corner++) {
			final double i = (corner & 1) * (size[0] - 1.0);
			final double j = (corner >> 1 & 1) * (size[1] - 1.0);
			final double k = (corner >> 2) * (size[2] - 1.0);
			if (toPatient(i, j, k).minus(other.toPatient(i, j, k)).length() > TOLERANCE) return false;
		}
		return true;
	}
}
