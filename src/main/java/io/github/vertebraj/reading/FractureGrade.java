package io.github.vertebraj.reading;

import io.github.vertebraj.statistics.Keyed;

/** How much height a vertebral body has lost. */
public enum FractureGrade implements Keyed {
	NONE("none"), MILD("mild"), MODERATE("moderate"), SEVERE("severe");

	private final String key;

	FractureGrade(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such grade; the message lists those there are */
	public static FractureGrade of(final String key) {
		return Keyed.of(FractureGrade.class, "fracture grade", key);
	}
}
