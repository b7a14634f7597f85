package io.github.vertebraj.command;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.vertebraj.image.Region;

/** Regions that a command asks for by their names. */
final class NamedRegions {

	private static final String ALL = "all";

	private NamedRegions() {}

	/**
	 * The region of that name, in any case.
	 *
	 * @throws IllegalArgumentException listing those there are
	 */
	static Region find(final List<Region> regions, final String name) {
		return regions.stream().filter(region -> region.name().equalsIgnoreCase(name.strip())).findFirst().orElseThrow(
			() -> new IllegalArgumentException("There is no region called '" + name.strip() + "'; known are " + regions.stream()
				.map(Region::name).distinct().toList()));
	}

	/**
	 * The names of the regions that are meant, as the regions have them.
	 *
	 * @param names   separated by commas; {@code all} for all but the one left out
	 * @param without the one left out
	 * @throws IllegalArgumentException if there is no region of a name, or none is left
	 */
	static Set<String> wanted(final List<Region> regions, final String names, final Optional<String> without) {
		final Set<String> wanted = new LinkedHashSet<>();
		if (names.strip().equalsIgnoreCase(ALL)) regions.stream().map(Region::name).filter(name -> without.isEmpty() || !name
			.equalsIgnoreCase(without.get().strip())).forEach(wanted::add);
		else Arrays.stream(names.split(",")).filter(name -> !name.isBlank()).forEach(name -> wanted.add(find(regions, name)
			.name()));
		if (wanted.isEmpty()) throw new IllegalArgumentException("mask=" + names.strip() + " names no region; known are " +
			regions.stream().map(Region::name).distinct().toList());
		return wanted;
	}

	/** The regions of these names as one, which may be empty. */
	static Region join(final List<Region> regions, final Set<String> names) {
		return new Region("mask", regions.stream().filter(region -> names.contains(region.name())).flatMap(region -> region
			.runs().stream()).toList());
	}
}
