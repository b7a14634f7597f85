package io.github.vertebraj.statistics.mean;

import io.github.vertebraj.statistics.Keyed;

/** What {@link LeveneTest} measures distances from. */
public enum Centre implements Keyed {

	MEDIAN("median"), MEAN("mean");

	private final String key;

	Centre(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such centre; the message lists those there are */
	public static Centre of(final String key) {
		return Keyed.of(Centre.class, "centre", key);
	}
}
