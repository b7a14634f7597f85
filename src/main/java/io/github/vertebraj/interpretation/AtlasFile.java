package io.github.vertebraj.interpretation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * The file format of an atlas, JSON in UTF-8:
 *
 * <pre>
 * { "sources": { "KEY": "CITATION" },
 *   "entries": [ { "id": "ID", "finding": "TEXT", "pattern": { "T1": ["down"], "T2": ["equal", "up"] },
 *     "needs": ["T1"], "note": "TEXT", "sources": ["KEY"] } ] }
 * </pre>
 *
 * {@code needs} (default: every sequence of the pattern) and {@code note} may be left out, and {@code sources} of the
 * file when its entries cite keys of the atlas that it extends. Anything else is an error, so that no misspelt field
 * goes unheard.
 */
final class AtlasFile {

	private static final String SOURCES = "sources";
	private static final String ENTRIES = "entries";
	private static final String ID = "id";
	private static final String FINDING = "finding";
	private static final String PATTERN = "pattern";
	private static final String NEEDS = "needs";
	private static final String NOTE = "note";

	private final String file;
	private final Map<String, String> sources = new LinkedHashMap<>();

	private AtlasFile(final String file) {
		this.file = file;
	}

	static PatternAtlas builtIn() {
		final String name = "patterns.json";
		try (InputStream in = AtlasFile.class.getResourceAsStream(name)) {
			return new AtlasFile(name).parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), Map.of());
		}
		catch (final IOException e) {
			throw new UncheckedIOException("VertebraJ's file " + name + " cannot be read; install it again", e);
		}
	}

	/** An atlas with the entries of a file that extends it. */
	static PatternAtlas read(final Path file, final PatternAtlas extended) throws IOException {
		return extended.with(new AtlasFile(file.getFileName().toString()).parse(Files.readString(file), extended.sources()));
	}

	private IllegalArgumentException refused(final String where, final String reason) {
		return new IllegalArgumentException("The atlas " + file + (where.isEmpty() ? "" : ", " + where) + ": " + reason);
	}

	private PatternAtlas parse(final String json, final Map<String, String> known) {
		final JsonElement root;
		try {
			root = JsonParser.parseString(json);
		}
		catch (final JsonParseException e) {
			throw refused("", "is not JSON: " + e.getMessage());
		}
		final JsonObject top = object(root, "", Set.of(SOURCES, ENTRIES));
		if (top.has(SOURCES)) for (final Map.Entry<String, JsonElement> source : object(top.get(SOURCES), SOURCES, Set.of())
			.entrySet())
			sources.put(source.getKey(), text(source.getValue(), "source '" + source.getKey() + "'"));
		final Set<String> citable = new HashSet<>(known.keySet());
		citable.addAll(sources.keySet());
		final List<AtlasEntry> entries = new ArrayList<>();
		final Set<String> ids = new HashSet<>();
		for (final JsonElement element : array(top.get(ENTRIES), ENTRIES)) {
			final AtlasEntry entry = entry(element, entries.size() + 1, citable);
			if (!ids.add(entry.id())) throw refused("entry '" + entry.id() + "'", "there are two entries of this id");
			entries.add(entry);
		}
		return new PatternAtlas(entries, sources);
	}

	private AtlasEntry entry(final JsonElement element, final int number, final Set<String> citable) {
		final String place = "entry " + number;
		final JsonObject fields = object(element, place, Set.of(ID, FINDING, PATTERN, NEEDS, NOTE, SOURCES));
		final String id = text(fields.get(ID), place + ", field " + ID);
		final String where = "entry '" + id + "', field ";
		final Map<MrSequence, Set<SignalArrow>> pattern = new EnumMap<>(MrSequence.class);
		for (final Map.Entry<String, JsonElement> part : object(fields.get(PATTERN), where + PATTERN, Set.of()).entrySet())
			pattern.put(sequence(part.getKey(), where + PATTERN), arrows(part.getValue(), where + PATTERN + "." + part
				.getKey()));
		if (pattern.isEmpty()) throw refused(where + PATTERN, "must have at least one sequence");
		final Set<MrSequence> needs = EnumSet.noneOf(MrSequence.class);
		if (fields.has(NEEDS)) for (final String name : texts(fields.get(NEEDS), where + NEEDS))
			needs.add(sequence(name, where + NEEDS));
		else needs.addAll(pattern.keySet());
		if (!pattern.keySet().containsAll(needs)) throw refused(where + NEEDS, needs + " must be among the sequences of the" +
			" pattern, " + pattern.keySet());
		final List<String> cited = texts(fields.get(SOURCES), where + SOURCES);
		for (final String key : cited)
			if (!citable.contains(key)) throw refused(where + SOURCES, "there is no citation '" + key + "' among the sources");
		return new AtlasEntry(id, text(fields.get(FINDING), where + FINDING), pattern, needs, fields.has(NOTE) ? text(fields
			.get(NOTE), where + NOTE) : "", cited);
	}

	private MrSequence sequence(final String name, final String where) {
		try {
			return MrSequence.of(name);
		}
		catch (final IllegalArgumentException e) {
			throw refused(where, e.getMessage());
		}
	}

	private Set<SignalArrow> arrows(final JsonElement element, final String where) {
		final Set<SignalArrow> arrows = EnumSet.noneOf(SignalArrow.class);
		for (final String name : texts(element, where))
			try {
				arrows.add(SignalArrow.named(name));
			}
			catch (final IllegalArgumentException e) {
				throw refused(where, e.getMessage());
			}
		return arrows;
	}

	/** @param known names of fields; empty where any name will do */
	private JsonObject object(final JsonElement element, final String where, final Set<String> known) {
		if (element == null || !element.isJsonObject()) throw refused(where, "must be an object, { ... }");
		for (final String field : element.getAsJsonObject().keySet())
			if (!known.isEmpty() && !known.contains(field)) throw refused(where, "there is no field '" + field +
				"'; known are " + known.stream().sorted().toList());
		return element.getAsJsonObject();
	}

	private Iterable<JsonElement> array(final JsonElement element, final String where) {
		if (element == null || !element.isJsonArray() || element.getAsJsonArray().isEmpty()) throw refused(where,
			"must be a list of at least one, [ ... ]");
		return element.getAsJsonArray();
	}

	private List<String> texts(final JsonElement element, final String where) {
		final List<String> texts = new ArrayList<>();
		array(element, where).forEach(part -> texts.add(text(part, where)));
		return texts;
	}

	private String text(final JsonElement element, final String where) {
		if (element == null || !element.isJsonPrimitive() || element.getAsString().isBlank()) throw refused(where,
			"must be a text");
		return element.getAsString().strip();
	}
}
