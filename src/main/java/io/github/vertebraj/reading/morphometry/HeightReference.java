package io.github.vertebraj.reading.morphometry;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a height is compared with to grade its loss. */
public enum HeightReference {

	/** The posterior height of the same body. */
	POSTERIOR("posterior"),
	/** The mean of the same height of the neighbours above and below. */
	NEIGHBOURS("neighbours");

	private final String key;

	HeightReference(final String key) {
		this.key = key;
	}

	/** How macros call it. */
	public String key() {
		return key;
	}

	/**
	 * The reference of that key.
	 *
	 * @throws IllegalArgumentException if there is none; lists the known ones
	 */
	public static HeightReference of(final String key) {
		return Arrays.stream(values()).filter(reference -> reference.key.equalsIgnoreCase(key.strip())).findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no reference '" + key + "'; known are " + Arrays.stream(
				values()).map(HeightReference::key).collect(Collectors.joining(", "))));
	}
}
