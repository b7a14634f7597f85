package io.github.vertebraj.fatfraction;

import io.github.vertebraj.statistics.Keyed;

/** A map beside the fat fraction, computed only when asked for, and where the model has it. */
public enum FatOutput implements Keyed {

	/** Signal of water at the time 0, in the unit of the signal. */
	WATER("water", ""),

	/** Signal of fat at the time 0, in the unit of the signal; water and fat sum to the signal of both. */
	FAT("fat", ""),

	/** Rate of decay. */
	R2_STAR("R2star", "1/s"),

	/** Frequency of water against the scanner's; with evenly spaced echoes up to multiples of one over their spacing. */
	FIELD_MAP("field", "Hz"),

	/** Root mean square difference of the signal from the fit, over echoes (and real and imaginary parts). */
	RESIDUAL("residual", ""),

	/** Sum of the codes of the {@link FatFlag}s that a voxel has; 0 for none. */
	FLAGS("flags", "");

	private final String key;
	private final String unit;

	FatOutput(final String key, final String unit) {
		this.key = key;
		this.unit = unit;
	}

	/** The name used in macros and titles. */
	@Override
	public String key() {
		return key;
	}

	/** The unit as printed; empty for that of the signal. */
	public String unit() {
		return unit;
	}

	/**
	 * @param key a name as {@link #key()} gives it, in any case
	 * @throws IllegalArgumentException when there is no such map; the message lists those there are
	 */
	public static FatOutput of(final String key) {
		return Keyed.of(FatOutput.class, "map beside the fat fraction", key);
	}
}
