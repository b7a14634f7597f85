package io.github.vertebraj.reading.study;

import io.github.vertebraj.statistics.Keyed;

/** Sex of the patient. */
public enum Sex implements Keyed {

	FEMALE("female"), //
	MALE("male"), //
	OTHER("other");

	private final String key;

	Sex(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such sex; the message lists those there are */
	public static Sex of(final String key) {
		return Keyed.of(Sex.class, "sex", key);
	}
}
