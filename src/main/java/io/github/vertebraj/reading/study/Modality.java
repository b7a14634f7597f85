package io.github.vertebraj.reading.study;

import io.github.vertebraj.statistics.Keyed;

/** The images in which a sign was looked for. */
public enum Modality implements Keyed {

	XRAY("X-ray"), //
	CT("CT"), //
	MRI("MRI");

	private final String key;

	Modality(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such modality; the message lists those there are */
	public static Modality of(final String key) {
		return Keyed.of(Modality.class, "modality", key);
	}
}
