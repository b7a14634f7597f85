package io.github.vertebraj.ui.model;

import java.util.Optional;

/** What follows when one key goes through the values of a choice: nothing said, then each in its order. */
public enum Cycle {
	FORWARD(1), BACKWARD(-1);

	private final int step;

	Cycle(final int step) {
		this.step = step;
	}

	/** The value behind that one; empty, for nothing said, stands before the first and behind the last. */
	public <E extends Enum<E>> Optional<E> next(final Class<E> type, final Optional<E> from) {
		final E[] values = type.getEnumConstants();
		final int count = values.length + 1;
		final int to = (from.map(value -> value.ordinal() + 1).orElse(0) + step + count) % count;
		return to == 0 ? Optional.empty() : Optional.of(values[to - 1]);
	}
}
