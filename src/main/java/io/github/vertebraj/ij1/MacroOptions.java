package io.github.vertebraj.ij1;

import java.util.ArrayList;
import java.util.List;

/**
 * The options that a macro gives a command, {@code image=[my series] method=weighted}, taken apart the way ImageJ does
 * it: a value with blanks is bracketed, brackets nest, and {@code '...'} works too. ImageJ itself looks for
 * {@code key=} anywhere in the text, also within another value; here a value is only a value.
 */
record MacroOptions(List<Option> options) {

	/**
	 * One option.
	 *
	 * @param value the text after {@code =} without its brackets; null for a word alone
	 */
	record Option(String key, String value) {}

	MacroOptions {
		options = List.copyOf(options);
	}

	/**
	 * @throws IllegalArgumentException when a bracket is not closed, or text follows it without a blank
	 */
	static MacroOptions parse(final String text) {
		final List<Option> options = new ArrayList<>();
		int at = skipBlanks(text, 0);
		while (at < text.length()) {
			int end = at;
			while (end < text.length() && !isBlank(text, end) && text.charAt(end) != '=')
				end++;
			final String key = text.substring(at, end);
			if (end == text.length() || isBlank(text, end)) {
				options.add(new Option(key, null));
				at = skipBlanks(text, end);
				continue;
			}
			final int start = end + 1;
			final int stop = endOfValue(text, start, key);
			final boolean quoted = start < stop && (text.charAt(start) == '[' || text.charAt(start) == '\'');
			options.add(new Option(key, quoted ? text.substring(start + 1, stop - 1) : text.substring(start, stop)));
			at = skipBlanks(text, stop);
		}
		return new MacroOptions(options);
	}

	/** The index after the last character of the value that begins at {@code start}. */
	private static int endOfValue(final String text, final int start, final String key) {
		final char first = start < text.length() ? text.charAt(start) : ' ';
		int end = start;
		if (first == '[') end = closingBracket(text, start) + 1;
		else if (first == '\'') end = text.indexOf('\'', start + 1) + 1;
		else while (end < text.length() && !isBlank(text, end))
			end++;
		if (end == 0) throw new IllegalArgumentException("The value of '" + key + "' has no closing " + (first == '['
			? "bracket" : "quote") + ": " + text.substring(start - key.length() - 1).strip());
		if (end < text.length() && !isBlank(text, end)) throw new IllegalArgumentException("A blank is missing after " +
			key + "=" + text.substring(start, end));
		return end;
	}

	/** The bracket that closes the one at {@code start}, or -1. */
	private static int closingBracket(final String text, final int start) {
		int depth = 0;
		for (int at = start; at < text.length(); at++) {
			if (text.charAt(at) == '[') depth++;
			else if (text.charAt(at) == ']' && --depth == 0) return at;
		}
		return -1;
	}

	private static int skipBlanks(final String text, final int start) {
		int at = start;
		while (at < text.length() && isBlank(text, at))
			at++;
		return at;
	}

	private static boolean isBlank(final String text, final int at) {
		return Character.isWhitespace(text.charAt(at));
	}
}
