package io.github.vertebraj.report;

/**
 * A number as people and programs write it: an optional sign (the typographic minus too), digits, at most one decimal
 * mark, an optional power of ten ({@code 1.5e-3}). {@code Inf} and {@code Infinity} are the infinities. What groups
 * digits by thousands ({@code 1.234,5}), carries a unit or is a percentage is no number: nothing is guessed.
 */
enum NumberText {

		/** No number. */
		TEXT,
		/** A number without a decimal mark. */
		WHOLE,
		/** A number with a decimal point. */
		POINT,
		/** A number with a decimal comma. */
		COMMA;

	/** What a text without white space around it is. */
	static NumberText of(final String text) {
		final int sign = isSign(text, 0) ? 1 : 0;
		if (isInfinity(text.substring(sign))) return WHOLE;
		NumberText kind = WHOLE;
		int digits = 0;
		int at = sign;
		for (; at < text.length() && !isExponent(text, at); at++) {
			final char c = text.charAt(at);
			if (isDigit(c)) digits++;
			else if (kind == WHOLE && (c == '.' || c == ',')) kind = c == '.' ? POINT : COMMA;
			else return TEXT;
		}
		return digits > 0 && (at == text.length() || isPower(text, at + 1)) ? kind : TEXT;
	}

	/** The number of a text that is one. */
	static double parse(final String text) {
		final String plain = text.replace('\u2212', '-').replace(',', '.');
		final int sign = isSign(plain, 0) ? 1 : 0;
		if (!isInfinity(plain.substring(sign))) return Double.parseDouble(plain);
		return plain.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
	}

	private static boolean isPower(final String text, final int from) {
		final int first = isSign(text, from) ? from + 1 : from;
		for (int i = first; i < text.length(); i++)
			if (!isDigit(text.charAt(i))) return false;
		return first < text.length();
	}

	/** Whether both are numbers, and the same: {@code 1} and {@code 1.0}. */
	static boolean isSame(final String first, final String second) {
		return of(first) != TEXT && of(second) != TEXT && parse(first) == parse(second);
	}

	private static boolean isInfinity(final String text) {
		return text.equalsIgnoreCase("inf") || text.equalsIgnoreCase("infinity") || text.equals("\u221e");
	}

	private static boolean isSign(final String text, final int at) {
		return at < text.length() && "+-\u2212".indexOf(text.charAt(at)) >= 0;
	}

	private static boolean isExponent(final String text, final int at) {
		return (text.charAt(at) | 0x20) == 'e';
	}

	private static boolean isDigit(final char c) {
		return c >= '0' && c <= '9';
	}
}
