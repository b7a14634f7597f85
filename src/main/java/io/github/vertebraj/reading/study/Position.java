package io.github.vertebraj.reading.study;

import java.util.Optional;

/**
 * A place in the patient, in DICOM's patient coordinates: x to the left, y to the back, z to the head.
 *
 * @param frameOfReference DICOM UID of the coordinate system, where known: a place holds in all series that share it
 */
public record Position(double xMm, double yMm, double zMm, Optional<String> frameOfReference) {

	/** @throws IllegalArgumentException if a coordinate is not finite */
	public Position {
		for (final double mm : new double[] { xMm, yMm, zMm })
			if (!Double.isFinite(mm)) throw new IllegalArgumentException("A position needs finite coordinates (mm), but is (" +
				xMm + ", " + yMm + ", " + zMm + ")");
	}

	/** A place whose coordinate system is not known. */
	public static Position of(final double xMm, final double yMm, final double zMm) {
		return new Position(xMm, yMm, zMm, Optional.empty());
	}
}
