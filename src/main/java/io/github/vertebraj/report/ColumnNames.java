package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Headers that a user names in one text: {@code Age, "FF (%), in-phase", Mean}. */
final class ColumnNames {

	private ColumnNames() {}

	/** Headers for a message, each in quotes. */
	static String list(final List<String> headers) {
		return headers.stream().map(header -> "'" + header + "'").collect(Collectors.joining(", "));
	}

	/**
	 * Splits a text at its commas, those apart that belong to a header or stand in quotes.
	 *
	 * @param headers what the table has; the longest that fits is taken
	 * @throws IllegalArgumentException if a quote is not closed, or the text goes on behind one
	 */
	static List<String> split(final String text, final List<String> headers) {
		final List<String> longestFirst = headers.stream().sorted(Comparator.comparingInt(String::length).reversed())
			.toList();
		final List<String> names = new ArrayList<>();
		int at = 0;
		while (at < text.length()) {
			final int start = skipSpaces(text, at);
			final int end = endOfName(text, start, longestFirst);
			final String name = CellTexts.stripped(text.substring(start, end));
			if (!name.isEmpty()) names.add(unquoted(name, headers));
			at = skipSpaces(text, end) + 1;
		}
		return names;
	}

	private static int endOfName(final String text, final int start, final List<String> longestFirst) {
		for (final String header : longestFirst)
			if (!header.isEmpty() && text.regionMatches(true, start, header, 0, header.length()) && isEnd(text, start + header
				.length())) return start + header.length();
		if (start < text.length() && text.charAt(start) == '"') return endOfQuote(text, start);
		final int comma = text.indexOf(',', start);
		return comma < 0 ? text.length() : comma;
	}

	private static int endOfQuote(final String text, final int start) {
		final int close = text.indexOf('"', start + 1);
		if (close < 0) throw new IllegalArgumentException("A quote is not closed in the list of columns " + text);
		if (!isEnd(text, close + 1)) throw new IllegalArgumentException(
			"Behind a quoted column there must be a comma in the list of columns " + text);
		return close + 1;
	}

	private static String unquoted(final String name, final List<String> headers) {
		final boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"") && !headers.contains(name);
		return quoted ? name.substring(1, name.length() - 1) : name;
	}

	private static boolean isEnd(final String text, final int at) {
		final int next = skipSpaces(text, at);
		return next >= text.length() || text.charAt(next) == ',';
	}

	private static int skipSpaces(final String text, final int from) {
		int at = from;
		while (at < text.length() && text.charAt(at) == ' ')
			at++;
		return at;
	}
}
