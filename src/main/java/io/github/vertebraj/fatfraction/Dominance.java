package io.github.vertebraj.fatfraction;

import io.github.vertebraj.statistics.Keyed;

/** Which of the two is taken to be more where the signal alone cannot tell. */
public enum Dominance implements Keyed {

	/** Water: fat fractions up to 50 %. */
	WATER("water"),

	/** Fat: fat fractions from 50 %. */
	FAT("fat");

	private final String key;

	Dominance(final String key) {
		this.key = key;
	}

	/** The name used in macros and tables. */
	@Override
	public String key() {
		return key;
	}

	/**
	 * @param key a name as {@link #key()} gives it, in any case
	 * @throws IllegalArgumentException when there is no such choice; the message lists those there are
	 */
	public static Dominance of(final String key) {
		return Keyed.of(Dominance.class, "dominance", key);
	}
}
