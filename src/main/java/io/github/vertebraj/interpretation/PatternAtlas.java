package io.github.vertebraj.interpretation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings and the signal patterns that go with them, each with its sources. For research only.
 *
 * @param entries in the order in which they are told
 * @param sources citations by key
 */
public record PatternAtlas(List<AtlasEntry> entries, Map<String, String> sources) {

	public PatternAtlas {
		entries = List.copyOf(entries);
		sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
	}

	/** The atlas that VertebraJ brings. */
	public static PatternAtlas builtIn() {
		return AtlasFile.builtIn();
	}

	/**
	 * This atlas with the entries of a file: new ones are added, one of the same id takes the place of ours.
	 *
	 * @throws IllegalArgumentException if it is not as an atlas file must be; names file, entry and field
	 * @throws IOException if it cannot be read
	 */
	public PatternAtlas with(final Path file) throws IOException {
		return AtlasFile.read(file, this);
	}

	/** This atlas with another one's entries and sources. */
	PatternAtlas with(final PatternAtlas more) {
		final Map<String, AtlasEntry> all = new LinkedHashMap<>();
		entries.forEach(entry -> all.put(entry.id(), entry));
		more.entries.forEach(entry -> all.put(entry.id(), entry));
		final Map<String, String> citations = new LinkedHashMap<>(sources);
		citations.putAll(more.sources);
		return new PatternAtlas(new ArrayList<>(all.values()), citations);
	}

	/** The entries that nothing seen contradicts, in the order of the atlas. */
	public List<AtlasEntry.Match> matches(final Map<MrSequence, SignalArrow> seen) {
		return entries.stream().flatMap(entry -> entry.match(seen).stream()).toList();
	}
}
