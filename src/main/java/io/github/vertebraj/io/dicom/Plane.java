package io.github.vertebraj.io.dicom;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.vertebraj.image.Geometry.Vector;

/**
 * Where a plane lies in the patient (PS3.3 C.7.6.2), in mm, LPS.
 *
 * @param xStep            from one pixel of a row to the next
 * @param yStep            from one row to the next
 * @param origin           centre of the first pixel
 * @param sliceSpacing     centre to centre as the file says it, (0018,0088)
 * @param thickness        (0018,0050)
 * @param frameOfReference identifies the coordinate system
 */
public record Plane(Vector xStep, Vector yStep, Vector origin, OptionalDouble sliceSpacing, OptionalDouble thickness,
	Optional<String> frameOfReference)
{

	/** No patient is larger, in mm. */
	private static final double FARTHEST = 1e6;

	/**
	 * @throws IllegalArgumentException if position, orientation or spacing are missing or cannot be; the message begins
	 *                                  with the tag and belongs behind a file's name
	 */
	static Plane of(final Attributes attributes) {
		final double[] spacing = required(attributes, Tag.PIXEL_SPACING, 2);
		if (!(spacing[0] > 0) || !(spacing[1] > 0)) throw new IllegalArgumentException(name(Tag.PIXEL_SPACING) + " is " +
			spacing[0] + "\\" + spacing[1] + ", but must be above 0 mm");
		final double[] cosines = required(attributes, Tag.IMAGE_ORIENTATION, 6);
		final Vector row = new Vector(cosines[0], cosines[1], cosines[2]);
		final Vector column = new Vector(cosines[3], cosines[4], cosines[5]);
		if (Math.abs(row.length() - 1) > 0.01 || Math.abs(column.length() - 1) > 0.01 || Math.abs(row.dot(column)) > 0.01)
			throw new IllegalArgumentException(name(Tag.IMAGE_ORIENTATION) + " is " + Arrays.toString(cosines) +
				", but must be two perpendicular unit vectors");
		final double[] position = required(attributes, Tag.IMAGE_POSITION, 3);
		// The first value of the pixel spacing is the distance between rows.
		return new Plane(row.times(spacing[1] / row.length()), column.times(spacing[0] / column.length()), new Vector(
			position[0], position[1], position[2]), attributes.number(Tag.SPACING_BETWEEN_SLICES), attributes.number(
				Tag.SLICE_THICKNESS), attributes.string(Tag.FRAME_OF_REFERENCE_UID));
	}

	private static double[] required(final Attributes attributes, final int tag, final int count) {
		final double[] values = attributes.numbers(tag);
		if (values.length == 0) throw new IllegalArgumentException(name(tag) + " is missing");
		if (values.length != count || !Arrays.stream(values).allMatch(value -> Math.abs(value) < FARTHEST))
			throw new IllegalArgumentException(name(tag) + " needs " + count + " sensible numbers, but has " + Arrays.toString(
				values));
		return values;
	}

	private static String name(final int tag) {
		return Tag.format(tag) + " " + Tag.keyword(tag);
	}

	/** Unit vector across the plane: row direction × column direction. */
	public Vector normal() {
		final Vector cross = xStep.cross(yStep);
		return cross.times(1 / cross.length());
	}

	/** How far the plane lies along its normal, in mm. */
	double depth() {
		return normal().dot(origin);
	}

	/** The plane moved within the same coordinate system. */
	Plane at(final Vector place) {
		return new Plane(xStep, yStep, place, sliceSpacing, thickness, frameOfReference);
	}
}
