package io.github.vertebraj.reading.study;

import io.github.vertebraj.statistics.Keyed;

/** How a metastasis changes the bone, on radiograph or CT. */
public enum LesionType implements Keyed {

	LYTIC("lytic"), //
	BLASTIC("blastic"), //
	MIXED("mixed"), //
	UNKNOWN("unknown");

	private final String key;

	LesionType(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such lesion type; the message lists those there are */
	public static LesionType of(final String key) {
		return Keyed.of(LesionType.class, "lesion type", key);
	}
}
