package io.github.vertebraj.fatfraction;

import io.github.vertebraj.statistics.Keyed;

/** How the echoes of a train are read. */
public enum Readout implements Keyed {

	/** Each in the same direction. */
	MONOPOLAR("monopolar"),

	/**
	 * To and fro: eddy currents give the odd echoes another phase than the even ones. The difference is one more unknown
	 * of each voxel, between -90° and 90°, and needs four echoes.
	 */
	BIPOLAR("bipolar");

	private final String key;

	Readout(final String key) {
		this.key = key;
	}

	/** The name used in macros and tables. */
	@Override
	public String key() {
		return key;
	}

	/**
	 * @param key a name as {@link #key()} gives it, in any case
	 * @throws IllegalArgumentException when there is no such read-out; the message lists those there are
	 */
	public static Readout of(final String key) {
		return Keyed.of(Readout.class, "read-out", key);
	}
}
