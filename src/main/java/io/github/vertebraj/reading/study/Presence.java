package io.github.vertebraj.reading.study;

import io.github.vertebraj.statistics.Keyed;

/** What a reader says of a sign. Nothing said is a fourth state, told by absence from the map. */
public enum Presence implements Keyed {

	PRESENT("present"), //
	ABSENT("absent"), //
	NOT_ASSESSABLE("not assessable");

	private final String key;

	Presence(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such presence; the message lists those there are */
	public static Presence of(final String key) {
		return Keyed.of(Presence.class, "presence", key);
	}
}
