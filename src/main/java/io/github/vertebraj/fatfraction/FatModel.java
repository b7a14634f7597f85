package io.github.vertebraj.fatfraction;

import io.github.vertebraj.statistics.Keyed;

/** What a fat fraction is computed from, and by which model of the signal. */
public enum FatModel implements Keyed {

	/** Water and fat images that the scanner made ({@link WaterFatMapper}). */
	WATER_FAT("water-fat"),

	/** One in-phase and one opposed-phase magnitude ({@link InOpposedMapper}). */
	IN_OPPOSED("in-opposed"),

	/** In, opposed and in phase again, which tells the decay between them ({@link ThreePointMapper}). */
	THREE_POINT("three-point"),

	/** Magnitudes of several echoes, one R2* ({@link MagnitudeMapper}). */
	MULTI_ECHO_MAGNITUDE("multi-echo magnitude"),

	/** Complex signals of several echoes, one R2* and a field map ({@link ComplexMapper}). */
	MULTI_ECHO_COMPLEX("multi-echo complex");

	private final String key;

	FatModel(final String key) {
		this.key = key;
	}

	/** The name used in macros and tables. */
	@Override
	public String key() {
		return key;
	}

	/**
	 * @param key a name as {@link #key()} gives it, in any case
	 * @throws IllegalArgumentException when there is no such model; the message lists those there are
	 */
	public static FatModel of(final String key) {
		return Keyed.of(FatModel.class, "fat model", key);
	}
}
