package io.github.vertebraj.io.dicom;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which volumes of a diffusion series are read. Those without diffusion weighting (b = 0) always belong. */
public enum DiffusionVolumes {

	/** All that there are. */
	ALL("all"),
	/** The single gradient directions, without the trace images that the scanner made of them. */
	DIRECTIONS("directions"),
	/** The scanner's trace (isotropic) images, without the single directions. */
	TRACE("trace");

	private final String key;

	DiffusionVolumes(final String key) {
		this.key = key;
	}

	/** The word for it in macros. */
	public String key() {
		return key;
	}

	/**
	 * @throws IllegalArgumentException if the word is not one of the keys; it lists them
	 */
	public static DiffusionVolumes of(final String key) {
		return Arrays.stream(values()).filter(choice -> choice.key.equalsIgnoreCase(key.strip())).findFirst().orElseThrow(
			() -> new IllegalArgumentException("Diffusion volumes are " + Arrays.stream(values()).map(
				DiffusionVolumes::key).collect(Collectors.joining(", ")) + ", not '" + key + "'"));
	}
}
