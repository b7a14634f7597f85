package io.github.vertebraj.io.dicom;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What may tell the energy of a monoenergetic CT image, or that an image is a mixture of spectra. */
public enum EnergySource {

	/** The attributes of the DICOM standard. */
	TAGS("tags"),
	/** These, and where they say nothing the words and numbers of the series description. */
	DESCRIPTIONS("descriptions");

	private final String key;

	EnergySource(final String key) {
		this.key = key;
	}

	/** The word for it in macros. */
	public String key() {
		return key;
	}

	/**
	 * @throws IllegalArgumentException if the word is not one of the keys; it lists them
	 */
	public static EnergySource of(final String key) {
		return Arrays.stream(values()).filter(choice -> choice.key.equalsIgnoreCase(key.strip())).findFirst().orElseThrow(
			() -> new IllegalArgumentException("Energies are from " + Arrays.stream(values()).map(EnergySource::key).collect(
				Collectors.joining(", ")) + ", not '" + key + "'"));
	}
}
