package io.github.vertebraj.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as they stand in sentences and figures, with a decimal point whatever the computer's language. */
public final class Numbers {

	private static final BigDecimal USUAL_LEVEL = new BigDecimal("0.05");

	private Numbers() {}

	/** With so many significant digits: {@code 0.01234}, {@code 1.2E-9}; {@code NaN} and {@code Infinity} by name. */
	public static String digits(final double value, final int digits) {
		if (!Double.isFinite(value)) return Double.toString(value);
		final BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
		final int exponent = rounded.precision() - rounded.scale() - 1;
		return rounded.signum() == 0 ? "0" : exponent >= -5 && exponent < 15 ? rounded.toPlainString() : rounded.toString();
	}

	/** With so many decimals: {@code 0.980}. */
	public static String decimals(final double value, final int decimals) {
		return Double.isFinite(value) ? new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString() : Double
			.toString(value);
	}

	/**
	 * A p-value as papers print it: {@code p = 0.012}, {@code p < 0.001}; with a fourth decimal where three would carry it
	 * over the usual 0.05.
	 */
	public static String pValue(final double p) {
		if (Double.isNaN(p)) return "p not defined";
		if (p < 0.001) return "p < 0.001";
		if (p > 0.999) return "p > 0.999";
		final BigDecimal three = new BigDecimal(p).setScale(3, RoundingMode.HALF_UP);
		final boolean isMisleading = three.compareTo(USUAL_LEVEL) == 0 && p < 0.05;
		return "p = " + (isMisleading ? new BigDecimal(p).setScale(4, RoundingMode.DOWN) : three).toPlainString();
	}

	/** A level of confidence: {@code 95%}. */
	public static String percent(final double level) {
		return digits(100 * level, 6) + "%";
	}
}
