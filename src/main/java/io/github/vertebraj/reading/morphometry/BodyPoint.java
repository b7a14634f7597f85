package io.github.vertebraj.reading.morphometry;

import java.util.Locale;
import java.util.Optional;

/**
 * The six points of a vertebral body on a sagittal image, in the order in which they are placed: ends of the anterior,
 * middle and posterior height, the superior one first.
 */
public enum BodyPoint {
	/** Anterior superior. */
	AS,
	/** Anterior inferior. */
	AI,
	/** Middle of the superior endplate. */
	MS,
	/** Middle of the inferior endplate. */
	MI,
	/** Posterior superior. */
	PS,
	/** Posterior inferior. */
	PI;

	/** The point of that abbreviation, in upper or lower case; empty when there is none. */
	public static Optional<BodyPoint> of(final String name) {
		final String upper = name.toUpperCase(Locale.ROOT);
		for (final BodyPoint point : values())
			if (point.name().equals(upper)) return Optional.of(point);
		return Optional.empty();
	}
}
