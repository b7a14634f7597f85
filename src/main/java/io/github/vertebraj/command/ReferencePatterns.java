package io.github.vertebraj.command;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.vertebraj.image.Region;
import io.github.vertebraj.interpretation.MrSequence;
import io.github.vertebraj.reading.NamePattern;

/**
 * Which regions each sequence is compared with.
 *
 * @param fallback for sequences without one of their own; null when there is none
 */
record ReferencePatterns(Map<MrSequence, NamePattern> own, NamePattern fallback) {

	private static final String DEFAULT = "default";

	/**
	 * Reads {@code normal}, or {@code T1: IVD, default: normal}.
	 *
	 * @throws IllegalArgumentException when it is neither
	 */
	static ReferencePatterns parse(final String text) {
		final Map<MrSequence, NamePattern> own = new EnumMap<>(MrSequence.class);
		NamePattern fallback = null;
		for (final String part : text.split(",", -1)) {
			final int colon = part.indexOf(':');
			final String key = colon < 0 ? DEFAULT : part.substring(0, colon).strip();
			if (part.substring(colon + 1).isBlank()) throw new IllegalArgumentException("reference must be a pattern of names," +
				" as 'normal', or one for each sequence, as 'T1: IVD, default: normal', but is '" + text + "'");
			final NamePattern pattern = new NamePattern(part.substring(colon + 1));
			final boolean isDefault = key.equalsIgnoreCase(DEFAULT);
			if (isDefault ? fallback != null : own.put(MrSequence.of(key), pattern) != null) throw new IllegalArgumentException(
				"reference names two patterns for " + key + ": '" + text + "'; join them by | if either will do");
			if (isDefault) fallback = pattern;
		}
		return new ReferencePatterns(own, fallback);
	}

	/**
	 * The regions that a sequence is compared with, at least one.
	 *
	 * @param candidates all but the lesions
	 * @throws IllegalArgumentException when there are none
	 */
	List<Region> of(final MrSequence sequence, final List<Region> candidates) {
		final NamePattern pattern = own.getOrDefault(sequence, fallback);
		if (pattern == null) throw new IllegalArgumentException("reference names no regions for " + sequence +
			": add '" + sequence + ": ...' or 'default: ...'");
		final List<Region> found = candidates.stream().filter(region -> pattern.matches(region.name())).toList();
		if (found.isEmpty()) throw new IllegalArgumentException("No region fits the reference '" + pattern.text() + "' of " +
			sequence + "; besides the lesions there are " + candidates.stream().map(Region::name).toList());
		return found;
	}
}
