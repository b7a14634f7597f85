package io.github.vertebraj.reading;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The vertebrae from head to tail, with the variants T13 and L6; {@link #S} is the sacrum as one.
 */
public enum VertebralLevel {
	C1, C2, C3, C4, C5, C6, C7, //
	T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, //
	L1, L2, L3, L4, L5, L6, //
	S1, S2, S3, S4, S5, S;

	/** Who follows where spines differ: 11 to 13 thoracic, 4 to 6 lumbar vertebrae; the sacrum as one or by part. */
	private static final Map<VertebralLevel, Set<VertebralLevel>> BELOW_IN_VARIANTS = Map.of( //
		T11, EnumSet.of(T12, L1), //
		T12, EnumSet.of(T13, L1), //
		L4, EnumSet.of(L5, S1, S), //
		L5, EnumSet.of(L6, S1, S), //
		L6, EnumSet.of(S1, S), //
		S5, EnumSet.noneOf(VertebralLevel.class));

	/** The level of that name, in upper or lower case; empty when there is none. */
	public static Optional<VertebralLevel> of(final String name) {
		final String upper = name.toUpperCase(Locale.ROOT);
		for (final VertebralLevel level : values())
			if (level.name().equals(upper)) return Optional.of(level);
		return Optional.empty();
	}

	/** The part of the spine: {@code C}, {@code T}, {@code L} or {@code S}. */
	public char part() {
		return name().charAt(0);
	}

	/** Whether the other can be the next vertebra towards the feet, anatomical variants included. */
	public boolean isNextAbove(final VertebralLevel other) {
		final Set<VertebralLevel> variants = BELOW_IN_VARIANTS.get(this);
		return variants == null ? other.ordinal() == ordinal() + 1 : variants.contains(other);
	}
}
