package io.github.vertebraj.reading;

import java.util.Locale;
import java.util.function.IntFunction;

/** How the numbers of a label image are read as region names. */
public enum LabelScheme implements IntFunction<String> {
	/** The number is the name. */
	PLAIN,
	/** VerSe's numbers: 20 is L1. */
	VERSE,
	/** Those of TotalSegmentator's task {@code total}, version 2: 31 is L1. */
	TOTALSEGMENTATOR;

	/** The name of a label's region. */
	@Override
	public String apply(final int label) {
		return Integer.toString(label);
	}

	/** How macros call it. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The scheme of that key.
	 *
	 * @throws IllegalArgumentException if there is none; lists the known ones
	 */
	public static LabelScheme of(final String key) {
		for (final LabelScheme scheme : values())
			if (scheme.key().equals(key)) return scheme;
		throw new IllegalArgumentException("The labels are 'plain', 'verse' or 'totalsegmentator', but '" + key +
			"' was asked for");
	}
}
