package io.github.vertebraj.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
				.map(Region::name).toList()));
	}

	/**
	 * Several regions as one.
	 *
	 * @param names separated by commas; {@code all} for all but the one left out
	 */
	static Region join(final List<Region> regions, final String names, final Optional<String> without) {
		final List<Region> chosen = names.strip().equalsIgnoreCase(ALL) ? regions.stream().filter(region -> without.isEmpty() ||
			!region.name().equalsIgnoreCase(without.get())).toList() : Arrays.stream(names.split(",")).map(name -> find(
				regions, name)).toList();
		return new Region("mask", chosen.stream().flatMap(region -> region.runs().stream()).toList());
	}
}
