package io.github.vertebraj.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A pattern that picks regions by their names, in any case: {@code normal}, {@code IVD}, {@code L3_VB normal},
 * {@code L*_VB}. Every word of the pattern must be a word of the name; the words of a name are what spaces separate, and
 * the place and the site that an underscore joins ({@code L3-4_IVD} is also {@code L3-4} and {@code IVD}). {@code *}
 * stands for any letters, {@code |} between patterns for either.
 *
 * @param text as given
 */
public record NamePattern(String text) {

	/** @throws IllegalArgumentException if the pattern, or one of several, is empty */
	public NamePattern {
		if (Arrays.stream(text.split("\\|", -1)).anyMatch(String::isBlank)) throw new IllegalArgumentException(
			"A pattern of names must have at least one word, but is '" + text + "'");
		text = text.strip();
	}

	/** Whether a name fits. */
	public boolean matches(final String name) {
		final List<String> words = Arrays.stream(name.strip().split("\\s+")).flatMap(word -> Stream.concat(Stream.of(word),
			Arrays.stream(word.split("_")))).map(NamePattern::plain).toList();
		return Arrays.stream(text.split("\\|")).anyMatch(some -> Arrays.stream(some.strip().split("\\s+")).allMatch(
			wanted -> words.stream().anyMatch(word -> fits(plain(wanted), word))));
	}

	/** The ROI Manager tells equal names apart by a number: "lesion-1". */
	private static String plain(final String word) {
		return word.toLowerCase(Locale.ROOT).replaceFirst("(?<=^[a-z]{3,40})-\\d+$", "");
	}

	/** Whether a word fits one that may have stars, each taking as little as will do. */
	private static boolean fits(final String wanted, final String word) {
		final String[] parts = wanted.split("\\*", -1);
		if (parts.length == 1) return wanted.equals(word);
		final String last = parts[parts.length - 1];
		if (!word.startsWith(parts[0]) || !word.endsWith(last)) return false;
		int at = parts[0].length();
		for (int i = 1; i < parts.length - 1; i++) {
			at = word.indexOf(parts[i], at);
			if (at < 0) return false;
			at += parts[i].length();
		}
		return at + last.length() <= word.length();
	}
}
