package io.github.vertebraj.interpretation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the signal of a lesion compares with that of a reference. */
public enum SignalArrow {
	DOWN("\u2193"), EQUAL("="), UP("\u2191"),
	/** Not seen, or not measurable: never the same as equal. */
	NOT_ASSESSABLE("not assessable");

	private final String text;

	SignalArrow(final String text) {
		this.text = text;
	}

	/** As it stands in tables. */
	public String text() {
		return text;
	}

	/**
	 * The arrow of a ratio: below 1 − margin, above 1 + margin, or between, both ends included.
	 *
	 * @param ratio lesion over reference; NaN, and less than nothing, is not assessable
	 */
	public static SignalArrow of(final double ratio, final double margin) {
		checkMargin(margin);
		if (!(ratio >= 0) || Double.isInfinite(ratio)) return NOT_ASSESSABLE;
		if (ratio < 1 - margin) return DOWN;
		return ratio > 1 + margin ? UP : EQUAL;
	}

	/** @throws IllegalArgumentException if the margin is not a number from 0 to under 1 */
	static void checkMargin(final double margin) {
		if (!(margin >= 0 && margin < 1)) throw new IllegalArgumentException(
			"The margin must be a number from 0 to under 1 (0.1 for 10 %), but is " + margin);
	}

	/**
	 * An arrow as an atlas file names it: {@code down}, {@code equal}, {@code up}.
	 *
	 * @throws IllegalArgumentException if it is none of them
	 */
	static SignalArrow named(final String name) {
		return Arrays.stream(values()).filter(arrow -> arrow != NOT_ASSESSABLE && arrow.name().equalsIgnoreCase(name.strip()))
			.findFirst().orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no arrow; known are " + Arrays.stream(
				values()).filter(arrow -> arrow != NOT_ASSESSABLE).map(arrow -> arrow.name().toLowerCase(Locale.ROOT)).collect(Collectors
					.joining(", "))));
	}
}
