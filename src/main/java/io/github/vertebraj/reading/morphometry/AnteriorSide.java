package io.github.vertebraj.reading.morphometry;

import java.util.Locale;

/** On which side of a sagittal image the front of the patient is. */
public enum AnteriorSide {
	LEFT(-1), RIGHT(1);

	private final int sign;

	AnteriorSide(final int sign) {
		this.sign = sign;
	}

	/** −1 when x falls towards the front, else 1. */
	public int sign() {
		return sign;
	}

	/** How macros call it. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}
}
