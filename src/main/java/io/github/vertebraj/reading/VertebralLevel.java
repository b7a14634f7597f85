package io.github.vertebraj.reading;

import java.util.Locale;
import java.util.Optional;

/**
 * The vertebrae from head to tail, with the variants T13 and L6; {@link #S} is the sacrum as one.
 */
public enum VertebralLevel {
	C1, C2, C3, C4, C5, C6, C7, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, L1, L2, L3, L4, L5, L6, S1, S2, S3,
	S4, S5, S;

	/** The level of that name in any case; empty when there is none. */
	public static Optional<VertebralLevel> of(final String name) {
		for (final VertebralLevel level : values())
			if (level.name().equals(name.toUpperCase(Locale.ROOT))) return Optional.of(level);
		return Optional.empty();
	}
}
