package io.github.vertebraj.statistics;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A choice by the word that macros and tables have for it. */
public interface Keyed {

	/** The word, as printed. */
	String key();

	/**
	 * The choice of that word, in any case.
	 *
	 * @param what what is chosen, as the error names it
	 * @throws IllegalArgumentException when there is none; the message lists those there are
	 */
	static <E extends Enum<E> & Keyed> E of(final Class<E> choices, final String what, final String key) {
		return Arrays.stream(choices.getEnumConstants()).filter(choice -> choice.key().equalsIgnoreCase(key.strip()))
			.findFirst().orElseThrow(() -> new IllegalArgumentException("No " + what + " '" + key + "'; known are " + Arrays
				.stream(choices.getEnumConstants()).map(Keyed::key).collect(Collectors.joining(", "))));
	}
}
