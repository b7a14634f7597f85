package io.github.vertebraj.statistics;

import java.util.Objects;
import java.util.Optional;

/**
 * How large a difference or an association is.
 *
 * @param name     the field's name for it, with what it compares: {@code odds ratio (conditional MLE)}
 * @param value    may be NaN where the data do not determine it; a note of the result says why
 * @param interval its confidence interval, where there is one
 */
public record Effect(String name, double value, Optional<Interval> interval) {

	public Effect {
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(interval, "interval");
	}

	public static Effect of(final String name, final double value) {
		return new Effect(name, value, Optional.empty());
	}

	public static Effect of(final String name, final double value, final Interval interval) {
		return new Effect(name, value, Optional.of(interval));
	}
}
