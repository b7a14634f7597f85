package io.github.vertebraj.reading.study;

import io.github.vertebraj.statistics.Keyed;

/** Whether a reader is done with a case in a session. */
public enum ReadingStatus implements Keyed {

	OPEN("open"), //
	FINISHED("finished");

	private final String key;

	ReadingStatus(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such status of a reading; the message lists those there are */
	public static ReadingStatus of(final String key) {
		return Keyed.of(ReadingStatus.class, "status of a reading", key);
	}
}
