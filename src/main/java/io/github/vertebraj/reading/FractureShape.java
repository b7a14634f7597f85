package io.github.vertebraj.reading;

import io.github.vertebraj.statistics.Keyed;

/** The shape of a vertebral body as a reader names it. */
public enum FractureShape implements Keyed {

	/** Looked at, and not deformed. */
	NONE("none"),

	/** Lower in front. */
	WEDGE("wedge"),

	/** Lower in the middle. */
	BICONCAVE("biconcave"),

	/** Lower throughout, the posterior wall included. */
	FLAT("flat");

	private final String key;

	FractureShape(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such shape; the message lists those there are */
	public static FractureShape of(final String key) {
		return Keyed.of(FractureShape.class, "fracture shape", key);
	}
}
