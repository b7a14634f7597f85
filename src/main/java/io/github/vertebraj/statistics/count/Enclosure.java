package io.github.vertebraj.statistics.count;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A probability and what it certainly lies between.
 *
 * @param lowest  it is not less
 * @param value   a likely one, from lowest to highest; the probability itself, to rounding, where these are equal
 * @param highest it is not more
 */
record Enclosure(double lowest, double value, double highest) {

	/** What a sum of as many numbers as there are could be wrong by, relatively. */
	private static final double ROUNDING = 1e-10;

	/** The enclosure by computed sums, wide enough for their rounding. */
	static Enclosure of(final double lowest, final double value, final double highest) {
		return new Enclosure(Math.max(0, lowest * (1 - ROUNDING)), Math.min(1, value), Math.min(1, highest * (1 +
			ROUNDING)));
	}

	/** A probability that is known. */
	static Enclosure exact(final double value) {
		return new Enclosure(value, value, value);
	}

	boolean isExact() {
		return lowest == highest;
	}

	/** Width relative to the value; NaN where that is 0. */
	double relativeWidth() {
		return (highest - lowest) / value;
	}

	/** Both bounds, rounded outwards to four digits. */
	@Override
	public String toString() {
		return "between " + rounded(lowest, RoundingMode.FLOOR) + " and " + rounded(highest, RoundingMode.CEILING);
	}

	private static String rounded(final double bound, final RoundingMode mode) {
		final BigDecimal digits = new BigDecimal(bound).round(new MathContext(4, mode));
		return bound < 1e-3 ? Double.toString(digits.doubleValue()) : digits.toPlainString();
	}
}
