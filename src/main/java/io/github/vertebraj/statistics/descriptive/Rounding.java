package io.github.vertebraj.statistics.descriptive;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import io.github.vertebraj.statistics.Keyed;

/**
 * How numbers are shortened for print; papers do both. It is done on decimals and ratios, never on binary fractions: a
 * double stands for its shortest decimal form, so that 0.15, which is a little less in binary, is a half and becomes 0.2.
 */
public enum Rounding implements Keyed {

	/** To the nearest; halves go away from zero. */
	HALF_UP("half-up", RoundingMode.HALF_UP),

	/** The digits that do not fit are cut off. */
	TRUNCATED("truncated", RoundingMode.DOWN);

	/** Enough for every double. */
	private static final int MOST_DIGITS = 17;

	private final String key;
	private final RoundingMode mode;

	Rounding(final String key, final RoundingMode mode) {
		this.key = key;
		this.mode = mode;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such rounding; the message lists those there are */
	public static Rounding of(final String key) {
		return Keyed.of(Rounding.class, "rounding", key);
	}

	/**
	 * A ratio, rounded once.
	 *
	 * @param decimals 0 or more
	 * @throws IllegalArgumentException if decimals are negative or the denominator is 0
	 */
	public BigDecimal ratio(final BigDecimal numerator, final BigDecimal denominator, final int decimals) {
		checkDecimals(decimals);
		if (denominator.signum() == 0) throw new IllegalArgumentException("A ratio of " + numerator + " to 0 does not exist");
		return numerator.divide(denominator, decimals, mode);
	}

	/**
	 * A number with so many decimals, with a point, without an exponent: {@code 0.2}; {@code NaN}, {@code Infinity} and
	 * {@code -Infinity} by name. There is no {@code -0.0}.
	 *
	 * @param decimals 0 or more
	 * @throws IllegalArgumentException if decimals are negative
	 */
	public String text(final double value, final int decimals) {
		checkDecimals(decimals);
		if (!Double.isFinite(value)) return Double.toString(value);
		return shortest(value).setScale(decimals, mode).toPlainString();
	}

	private static void checkDecimals(final int decimals) {
		if (decimals < 0) throw new IllegalArgumentException("Decimals cannot be fewer than 0, but are " + decimals);
	}

	/** The decimal with the fewest digits that is this double and no other; Java 17's own text is sometimes longer. */
	private static BigDecimal shortest(final double value) {
		final BigDecimal exact = new BigDecimal(value);
		for (int digits = 1; digits < MOST_DIGITS; digits++) {
			final BigDecimal shorter = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
			if (shorter.doubleValue() == value) return shorter;
		}
		return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
	}
}
