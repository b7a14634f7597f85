package io.github.vertebraj.fatfraction;

import java.util.Arrays;
import java.util.Optional;

import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.statistics.Keyed;

/** The units in which scanners and programs store maps of the fat fraction. */
public enum FatUnit implements Keyed {

	/** The unit of all our results. */
	PERCENT("%", 1),

	/** All fat is 1. */
	FRACTION("0-1", 100),

	/** All fat is 1000. */
	PER_MILLE("0-1000", 0.1);

	private final String key;
	private final double factor;

	FatUnit(final String key, final double factor) {
		this.key = key;
		this.factor = factor;
	}

	/** The unit as it is written in parameters. */
	@Override
	public String key() {
		return key;
	}

	/** How stored values of this unit become %. */
	public ValueScale toPercent(final ValueScale stored) {
		return new ValueScale(stored.slope() * factor, stored.intercept() * factor, PERCENT.key);
	}

	/** The unit that an image tells by its own word for it; empty when that is none of these. */
	public static Optional<FatUnit> find(final String text) {
		return Arrays.stream(values()).filter(unit -> unit.key.equals(text.strip())).findFirst();
	}

	/**
	 * @param key a unit as {@link #key()} gives it
	 * @throws IllegalArgumentException when there is no such unit; the message lists those there are
	 */
	public static FatUnit of(final String key) {
		return Keyed.of(FatUnit.class, "unit of the fat fraction", key);
	}
}
