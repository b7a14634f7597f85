package io.github.vertebraj.statistics.descriptive;

import java.math.BigDecimal;

/**
 * A count of a total, and its share. All arithmetic is on whole numbers: 17 of 200 is 8.5 %, and 9 % when rounded half-up.
 *
 * @param count 0 to {@code total}
 * @param total may be 0; then there is no share
 */
public record Percentage(long count, long total) {

	/** @throws IllegalArgumentException if the count is negative or above the total */
	public Percentage {
		if (count < 0 || count > total) throw new IllegalArgumentException("A count must lie between 0 and its total, but is " +
			count + " of " + total);
	}

	/** The share in %; NaN of a total of 0. */
	public double value() {
		return 100.0 * count / total;
	}

	/**
	 * The share in %, rounded.
	 *
	 * @throws IllegalArgumentException if the total is 0 or decimals are negative
	 */
	public BigDecimal rounded(final int decimals, final Rounding rounding) {
		if (total == 0) throw new IllegalArgumentException("0 of 0 has no percentage; leave the empty group out");
		return rounding.ratio(BigDecimal.valueOf(count).movePointRight(2), BigDecimal.valueOf(total), decimals);
	}

	/**
	 * As tables have it: {@code 18/31 (58.1%)}, and {@code 0/0} without a share.
	 *
	 * @throws IllegalArgumentException if decimals are negative
	 */
	public String text(final int decimals, final Rounding rounding) {
		final String fraction = count + "/" + total;
		return total == 0 ? fraction : fraction + " (" + rounded(decimals, rounding).toPlainString() + "%)";
	}
}
