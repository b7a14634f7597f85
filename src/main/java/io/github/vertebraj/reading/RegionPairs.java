package io.github.vertebraj.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which regions are compared with which: each target with the reference of its level. Regions without a level are a level
 * of their own. Where a level has several references, a target goes with the one of its side and number.
 *
 * @param pairs   in the order of levels, patterns and regions
 * @param missing what a level lacks to be compared
 */
public record RegionPairs(List<Pair> pairs, List<Missing> missing) {

	/**
	 * A target and its reference.
	 *
	 * @param level     {@code L4-5}; empty for regions without one
	 * @param pattern   that chose the target
	 * @param reference index of the region's name
	 * @param target    likewise
	 */
	public record Pair(String level, NamePattern pattern, int reference, int target) {}

	/**
	 * A level without a region.
	 *
	 * @param target  the target that is not compared
	 * @param absent the pattern that chose no region: of the target or the reference
	 */
	public record Missing(String level, NamePattern target, NamePattern absent) {}

	public RegionPairs {
		pairs = List.copyOf(pairs);
		missing = List.copyOf(missing);
	}

	/**
	 * @param names of all regions
	 * @throws IllegalArgumentException if there is neither a reference nor a target, a region is both, or a target could go
	 *                                  with several references
	 */
	public static RegionPairs of(final List<String> names, final NamePattern reference,
		final List<NamePattern> targets)
	{
		final Set<String> levels = new LinkedHashSet<>();
		for (final String name : names) {
			final boolean isTarget = targets.stream().anyMatch(target -> target.matches(name));
			if (isTarget && reference.matches(name)) throw new IllegalArgumentException("The region '" + name +
				"' is both reference (" + reference.text() + ") and target; make the patterns differ");
			if (isTarget || reference.matches(name)) levels.add(level(name));
		}
		if (levels.isEmpty()) throw new IllegalArgumentException("No region is named as reference (" + reference.text() +
			") or as target (" + targets.stream().map(NamePattern::text).toList() + "); the regions are " + names);
		final List<Pair> pairs = new ArrayList<>();
		final List<Missing> missing = new ArrayList<>();
		for (final String level : levels) {
			final List<Integer> references = choose(names, level, reference);
			for (final NamePattern pattern : targets) {
				final List<Integer> chosen = choose(names, level, pattern);
				if (references.isEmpty() || chosen.isEmpty()) missing.add(new Missing(level, pattern, references.isEmpty()
					? reference : pattern));
				else for (final int target : chosen)
					pairs.add(new Pair(level, pattern, partner(names, references, target), target));
			}
		}
		return new RegionPairs(pairs, missing);
	}

	private static String level(final String name) {
		return RegionName.parse(name).level();
	}

	private static List<Integer> choose(final List<String> names, final String level, final NamePattern pattern) {
		final List<Integer> chosen = new ArrayList<>();
		for (int i = 0; i < names.size(); i++)
			if (pattern.matches(names.get(i)) && level(names.get(i)).equals(level)) chosen.add(i);
		return chosen;
	}

	private static int partner(final List<String> names, final List<Integer> references, final int target) {
		if (references.size() == 1) return references.get(0);
		final RegionName wanted = RegionName.parse(names.get(target));
		final List<Integer> alike = references.stream().filter(index -> {
			final RegionName name = RegionName.parse(names.get(index));
			return name.side().equals(wanted.side()) && name.number().equals(wanted.number());
		}).toList();
		if (alike.size() == 1) return alike.get(0);
		throw new IllegalArgumentException("The region '" + names.get(target) + "' could be compared with each of " +
			references.stream().map(names::get).toList() + "; give them sides or numbers, or a narrower reference");
	}
}
