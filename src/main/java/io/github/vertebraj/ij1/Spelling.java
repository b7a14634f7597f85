package io.github.vertebraj.ij1;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt word was meant to be. */
final class Spelling {

	private Spelling() {}

	/** {@code " (did you mean 'x'?)"}, or nothing when no known word is near enough. */
	static String hint(final String word, final Collection<String> known) {
		return nearest(word, known).map(meant -> " (did you mean '" + meant + "'?)").orElse("");
	}

	/** The known word with the fewest edits from {@code word}, when they are fewer than half its letters. */
	static Optional<String> nearest(final String word, final Collection<String> known) {
		return known.stream().filter(candidate -> 2 * distance(word, candidate) <= Math.max(2, word.length())).min(Comparator
			.comparingInt(candidate -> distance(word, candidate)));
	}

	/** Letters to insert, delete or replace (Levenshtein), upper and lower case being the same. */
	private static int distance(final String a, final String b) {
		final String from = a.toLowerCase(Locale.ROOT);
		final String to = b.toLowerCase(Locale.ROOT);
		int[] previous = new int[to.length() + 1];
		for (int j = 0; j <= to.length(); j++)
			previous[j] = j;
		for (int i = 1; i <= from.length(); i++) {
			final int[] row = new int[to.length() + 1];
			row[0] = i;
			for (int j = 1; j <= to.length(); j++) {
				final int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
				row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
			}
			previous = row;
		}
		return previous[to.length()];
	}
}
