package io.github.vertebraj.fatfraction;

import io.github.vertebraj.statistics.Keyed;

/** What a fat fraction is a fraction of: titles and columns carry it, because both are called fat fraction. */
public enum FatDefinition implements Keyed {

	/** Fat over the sum of water and fat. */
	FAT_OF_SUM("F/(W+F)"),

	/** The fat image over the in-phase image, as part of the marrow literature has it: in-phase signal has decayed. */
	FAT_OF_IN_PHASE("SI_fat/SI_in-phase");

	private final String key;

	FatDefinition(final String key) {
		this.key = key;
	}

	/** The formula as it is printed. */
	@Override
	public String key() {
		return key;
	}

	/**
	 * @param key a name as {@link #key()} gives it, in any case
	 * @throws IllegalArgumentException when there is no such definition; the message lists those there are
	 */
	public static FatDefinition of(final String key) {
		return Keyed.of(FatDefinition.class, "definition of the fat fraction", key);
	}
}
