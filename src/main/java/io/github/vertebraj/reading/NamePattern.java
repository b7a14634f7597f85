package io.github.vertebraj.reading;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chooses regions by their names: each word of the pattern must be the region's site ({@code DC}) or one of the words of
 * its name ({@code left}, {@code L4-5_DC}, {@code muscle}), in any case; {@code *} stands for any letters within a word.
 */
public record NamePattern(String text) {

	/** @throws IllegalArgumentException if there is no word */
	public NamePattern {
		text = text.strip();
		if (text.isEmpty()) throw new IllegalArgumentException(
			"A pattern of region names needs a word, such as DC or 'LF left', but is empty");
	}

	/** Whether it chooses the region of that name. */
	public boolean matches(final String name) {
		final String site = RegionName.parse(name).site().map(Site::name).orElse("");
		final List<String> words = List.of(name.strip().split("\\s+"));
		for (final String word : text.split("\\s+")) {
			final Pattern pattern = pattern(word);
			if (!pattern.matcher(site).matches() && words.stream().noneMatch(each -> pattern.matcher(each).matches()))
				return false;
		}
		return true;
	}

	private static Pattern pattern(final String word) {
		final String regex = List.of(word.split("\\*", -1)).stream().map(Pattern::quote).collect(Collectors.joining(".*"));
		return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
	}
}
