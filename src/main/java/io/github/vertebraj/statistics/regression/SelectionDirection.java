package io.github.vertebraj.statistics.regression;

import io.github.vertebraj.statistics.Keyed;

/** Where a selection of predictors begins. What has entered stays, and what has left stays out. */
public enum SelectionDirection implements Keyed {

	/** From no predictors, one more at a time. */
	FORWARD("forward"),

	/** From all predictors, one less at a time. */
	BACKWARD("backward");

	private final String key;

	SelectionDirection(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such direction; the message lists those there are */
	public static SelectionDirection of(final String key) {
		return Keyed.of(SelectionDirection.class, "direction of selection", key);
	}
}
