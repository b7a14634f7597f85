package io.github.vertebraj.reading.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.google.gson.JsonObject;

import io.github.vertebraj.reading.store.ReadingJson.Stored;
import io.github.vertebraj.reading.study.AuditEntry;
import io.github.vertebraj.reading.study.Edit;
import io.github.vertebraj.reading.study.History;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.ReadingKey;

/** Reads the files of readings; changes nothing. */
final class ReadingFiles {

	private final StudyLayout layout;
	private final Schema schema;

	ReadingFiles(final StudyLayout layout, final Schema schema) {
		this.layout = layout;
		this.schema = schema;
	}

	/**
	 * A reading that is to be changed.
	 *
	 * @param outside      what was changed in its file by hand
	 * @param isOfOldTrail whether its trail must go on with a whole reading: it has none, or is of an older version
	 */
	record Opened(History history, Instant started, Instant changed, Trail trail, Optional<Edit> outside,
		boolean isOfOldTrail)
	{}

	/** The file without its trail; empty when there is none. Checks kind, version and checksum. */
	private Optional<JsonObject> file(final ReadingKey key) throws IOException {
		final Path file = layout.reading(key);
		if (!Files.exists(file)) return Optional.empty();
		final byte[] bytes = DurableFiles.read(file);
		try {
			final JsonObject object = JsonText.parse(bytes);
			schema.versionOf(object);
			final Optional<String> checksum = new Members(object).text("checksum");
			if (checksum.isPresent() && !checksum.get().equals(JsonText.checksum(bytes))) throw new IllegalArgumentException(
				"it was changed by hand or damaged (its checksum is wrong); if the change is meant, delete the member " +
					"\"checksum\", and the change will be recorded");
			return Optional.of(object);
		}
		catch (final IllegalArgumentException e) {
			throw new StudyFileException(file, e.getMessage(), e);
		}
	}

	private Trail trail(final ReadingKey key, final long offset) throws IOException {
		final Path file = layout.trail(key);
		if (!Files.exists(file)) return Trail.EMPTY;
		try (InputStream in = Files.newInputStream(file)) {
			in.skipNBytes(offset);
			return Trail.parse(file, in.readAllBytes(), offset);
		}
		catch (final StudyFileException e) {
			throw e;
		}
		catch (final IOException e) {
			throw DurableFiles.failure("read", file, e);
		}
	}

	/**
	 * Reads a reading as it stands, also while somebody changes it.
	 *
	 * @param problems takes what is odd but does not keep the reading from being read
	 * @return empty when there is none
	 */
	Optional<Stored> load(final ReadingKey key, final Consumer<Problem> problems) throws IOException {
		final Path trailFile = layout.trail(key);
		final Optional<JsonObject> file = file(key);
		final long known = file.isPresent() ? number(key, file.get(), "trailBytes") : 0;
		final long size = Files.exists(trailFile) ? Files.size(trailFile) : 0;
		if (size < known) problems.accept(new Problem(trailFile, "it is missing or has lost its end (" + size + " of " +
			known + " bytes are there); the reading itself is whole"));
		final Trail tail = size > known ? trail(key, known) : Trail.EMPTY;
		tail.torn().ifPresent(text -> problems.accept(new Problem(trailFile,
			"its last line was not written to its end and is left out: " + text)));
		JsonObject current = file.orElse(null);
		try {
			for (final JsonObject line : tail.lines())
				if (Trail.isHeader(line)) current = line.deepCopy();
				else if (current == null) throw new IllegalArgumentException("it does not begin with a reading");
				else EntryJson.apply(line, current);
		}
		catch (final IllegalArgumentException | ClassCastException | IllegalStateException e) {
			throw new StudyFileException(trailFile, e.getMessage(), e);
		}
		return current == null ? Optional.empty() : Optional.of(read(key, file.isPresent() ? layout.reading(key) : trailFile,
			current));
	}

	private long number(final ReadingKey key, final JsonObject object, final String name) throws StudyFileException {
		try {
			return new Members(object).neededWhole(name);
		}
		catch (final IllegalArgumentException e) {
			throw new StudyFileException(layout.reading(key), e.getMessage(), e);
		}
	}

	private Stored read(final ReadingKey key, final Path file, final JsonObject object) throws StudyFileException {
		try {
			return ReadingJson.read(schema.upToDate(object), key);
		}
		catch (final IllegalArgumentException | ClassCastException | IllegalStateException e) {
			throw new StudyFileException(file, e.getMessage(), e);
		}
	}

	/**
	 * Reads a reading with its whole trail, and holds the one against the other.
	 *
	 * @return empty when there is none
	 */
	Optional<Opened> open(final ReadingKey key) throws IOException {
		final Optional<JsonObject> file = file(key);
		final Trail trail = trail(key, 0);
		final int header = trail.lastHeader();
		if (header < 0) {
			if (!trail.lines().isEmpty()) throw new StudyFileException(layout.trail(key), "it does not begin with a reading");
			if (file.isEmpty()) return Optional.empty();
			if (number(key, file.get(), "trailBytes") > 0) throw new StudyFileException(layout.trail(key),
				"it is missing; put it back, or set \"trailBytes\" to 0 and delete \"checksum\" in " + layout.reading(key) +
					" to go on without it");
			final Stored stored = read(key, layout.reading(key), file.get());
			return Optional.of(new Opened(History.of(stored.reading(), stored.entry()), stored.started(), stored.changed(),
				trail, Optional.empty(), true));
		}
		return Optional.of(replay(key, trail, header, file));
	}

	/** What a program left that ended while it wrote the first line of a trail. */
	Trail tornStart(final ReadingKey key) throws IOException {
		return trail(key, 0);
	}

	private Opened replay(final ReadingKey key, final Trail trail, final int header, final Optional<JsonObject> file)
		throws IOException
	{
		final Path trailFile = layout.trail(key);
		final JsonObject first = trail.lines().get(header);
		final List<JsonObject> lines = trail.lines().subList(header + 1, trail.lines().size());
		try {
			if (schema.versionOf(first) < schema.currentVersion()) return replayOld(key, trail, first, lines);
			final Stored start = read(key, trailFile, first);
			final Optional<Stored> stored = file.isPresent() ? Optional.of(read(key, layout.reading(key), file.get()))
				: Optional.empty();
			// what nobody here knows is no part of any step
			History history = History.of(stored.map(one -> start.reading().withOther(one.reading().other())).orElse(start
				.reading()), start.entry());
			final List<Reading> steps = new ArrayList<>(List.of(history.reading()));
			Instant changed = start.changed();
			for (final JsonObject line : lines) {
				final AuditEntry entry = EntryJson.read(line, history.reading());
				if (!entry.edit().isEmpty()) changed = entry.time();
				history = history.with(entry);
				steps.add(history.reading());
			}
			final Optional<Edit> outside = stored.isEmpty() ? Optional.empty() : compare(stored.get(), file.get().has(
				"checksum"), start.entry(), steps);
			return new Opened(history, start.started(), changed, trail, outside, false);
		}
		catch (final IllegalArgumentException | ClassCastException | IllegalStateException e) {
			throw new StudyFileException(trailFile, e.getMessage(), e);
		}
	}

	/** What came before cannot be taken back by another version. */
	private Opened replayOld(final ReadingKey key, final Trail trail, final JsonObject first,
		final List<JsonObject> lines) throws StudyFileException
	{
		final JsonObject current = first.deepCopy();
		lines.forEach(line -> EntryJson.apply(line, current));
		final Stored stored = read(key, layout.trail(key), current);
		return new Opened(History.of(stored.reading(), stored.entry()), stored.started(), stored.changed(), trail, Optional
			.empty(), true);
	}

	/** What was changed in the file by hand, told by a missing checksum. */
	private Optional<Edit> compare(final Stored stored, final boolean hasChecksum, final long firstEntry,
		final List<Reading> steps) throws StudyFileException
	{
		final ReadingKey key = stored.reading().key();
		final Path path = layout.reading(key);
		final long last = firstEntry + steps.size() - 1;
		if (stored.entry() > last) throw new StudyFileException(layout.trail(key), "it ends with entry " +
			last + ", but " + path.getFileName() + " knows entry " + stored.entry() +
			": was it replaced by an older copy?");
		final long index = stored.entry() - firstEntry;
		if (index < 0) return Optional.empty();
		final Reading then = steps.get((int) index);
		if (then.equals(stored.reading())) return Optional.empty();
		if (hasChecksum || stored.entry() < last) throw new StudyFileException(path,
			"it is not what its trail says it was after entry " + stored.entry() +
				"; move it away, and it will be made again from the trail");
		return Optional.of(OutsideEdit.between(then, stored.reading()));
	}
}
