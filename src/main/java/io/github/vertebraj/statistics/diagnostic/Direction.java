package io.github.vertebraj.statistics.diagnostic;

import io.github.vertebraj.statistics.Keyed;

/** Which scores speak for a positive. */
public enum Direction implements Keyed {

	HIGHER_IS_POSITIVE("higher is positive"),

	LOWER_IS_POSITIVE("lower is positive"),

	/**
	 * Whichever has an AUC of 0.5 or more, higher where both have. What the data chose flatters the AUC: the result says
	 * so.
	 */
	AUTO("auto");

	private final String key;

	Direction(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such direction; the message lists those there are */
	public static Direction of(final String key) {
		return Keyed.of(Direction.class, "direction", key);
	}
}
