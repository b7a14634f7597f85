package io.github.vertebraj.report.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.util.Locale;

/** Numbers along an axis: as many decimals as the step needs, a true minus sign, and powers of ten that are raised. */
final class TickFormat extends DecimalFormat {

	private static final long serialVersionUID = 1L;
	private static final double LARGE = 1e6;
	private static final double SMALL = 1e-3;

	private final double step;

	/**
	 * @param step    between ticks
	 * @param largest absolute value
	 */
	TickFormat(final double step, final double largest) {
		super(pattern(step, largest), symbols());
		this.step = step;
	}

	private static String pattern(final double step, final double largest) {
		final boolean powers = isWide(largest);
		final int decimals = (powers ? exponent(largest) : 0) - exponent(step);
		return (decimals > 0 ? "0." + "0".repeat(decimals) : "0") + (powers ? "E0" : "");
	}

	/** Whether numbers are written with powers of ten. */
	static boolean isWide(final double largest) {
		return largest >= LARGE || largest < SMALL;
	}

	private static int exponent(final double value) {
		return (int) Math.floor(Math.log10(value) + 1e-9);
	}

	private static DecimalFormatSymbols symbols() {
		final DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
		symbols.setMinusSign('\u2212');
		symbols.setExponentSeparator("E");
		return symbols;
	}

	@Override
	public StringBuffer format(final double number, final StringBuffer out, final FieldPosition position) {
		if (Math.abs(number) < step / 2) return out.append('0'); // the axis adds steps up to almost 0
		final String text = super.format(number, new StringBuffer(), position).toString();
		final int mark = text.indexOf('E');
		if (mark < 0) return out.append(text);
		return out.append(Lettering.typeset(text.substring(0, mark) + "\u00b710^" + text.substring(mark + 1).replace(
			'\u2212', '-')));
	}
}
