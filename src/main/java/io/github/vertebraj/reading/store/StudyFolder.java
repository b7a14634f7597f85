package io.github.vertebraj.reading.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import com.google.gson.JsonObject;

import io.github.vertebraj.reading.store.ReadingJson.Stored;
import io.github.vertebraj.reading.study.Protocol;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.StudyCase;

/**
 * A study on disk: its protocol and cases, which are read when it is opened. Readers read at a {@link Desk}; the
 * analysis reads {@link StudyReadings}. Files that cannot be used are {@linkplain #problems() named} and left as they
 * are.
 */
public final class StudyFolder {

	private final StudyLayout layout;
	private final Schema.Set schemas;
	private final DurableFiles files;
	private final Clock clock;
	/** Of each file that was read or written here, to see whether somebody else changed it. */
	private final Map<Path, String> checksums = new ConcurrentHashMap<>();
	private final SortedMap<String, StudyCase> cases = new TreeMap<>();
	private final List<Problem> problems = new ArrayList<>();
	private Protocol protocol;

	private StudyFolder(final Path root, final Schema.Set schemas, final DurableFiles files, final Clock clock) {
		layout = new StudyLayout(root);
		this.schemas = schemas;
		this.files = files;
		this.clock = clock;
	}

	/**
	 * Makes a study.
	 *
	 * @param root made if missing
	 * @param who  for the trail
	 * @throws IOException if there is a study already, or the folder cannot be written
	 */
	public static StudyFolder create(final Path root, final Protocol protocol, final String who) throws IOException {
		return create(root, protocol, who, Schema.Set.CURRENT, new DurableFiles(), Clock.systemDefaultZone());
	}

	static StudyFolder create(final Path root, final Protocol protocol, final String who, final Schema.Set schemas,
		final DurableFiles files, final Clock clock) throws IOException
	{
		final StudyFolder study = new StudyFolder(root, schemas, files, clock);
		if (Files.exists(study.layout.protocol())) throw new StudyFileException(study.layout.protocol(),
			"there is a study already in this folder; choose another folder, or open it");
		study.changeProtocol(protocol, who, "");
		return study;
	}

	/** Whether there is a study in a folder, usable or not. */
	public static boolean isAt(final Path root) {
		return Files.exists(new StudyLayout(root).protocol());
	}

	/**
	 * Opens a study.
	 *
	 * @throws IOException if its protocol cannot be used
	 */
	public static StudyFolder open(final Path root) throws IOException {
		return open(root, Schema.Set.CURRENT, new DurableFiles(), Clock.systemDefaultZone());
	}

	static StudyFolder open(final Path root, final Schema.Set schemas, final DurableFiles files, final Clock clock)
		throws IOException
	{
		final StudyFolder study = new StudyFolder(root, schemas, files, clock);
		if (!Files.exists(study.layout.protocol())) throw new StudyFileException(root,
			"it is no folder of a study: it has no protocol.json");
		study.readProtocol();
		study.readCases();
		return study;
	}

	private void readProtocol() throws IOException {
		final Path file = layout.protocol();
		try {
			protocol = ProtocolJson.readProtocol(schemas.protocol(), read(file));
		}
		catch (final IllegalArgumentException | ClassCastException e) {
			throw new StudyFileException(file, e.getMessage(), e);
		}
	}

	private JsonObject read(final Path file) throws IOException {
		final byte[] bytes = DurableFiles.read(file);
		checksums.put(file, JsonText.checksum(bytes));
		return JsonText.parse(bytes);
	}

	private void readCases() throws IOException {
		if (!Files.isDirectory(layout.cases())) return;
		try (DirectoryStream<Path> found = Files.newDirectoryStream(layout.cases(), "[!.]*" + StudyLayout.JSON)) {
			for (final Path file : found)
				readCase(file);
		}
		catch (final DirectoryIteratorException e) {
			throw DurableFiles.failure("read", layout.cases(), e.getCause());
		}
		problems.sort((one, other) -> one.file().compareTo(other.file()));
	}

	private void readCase(final Path file) {
		try {
			final StudyCase studyCase = ProtocolJson.readCase(schemas.studyCase(), read(file));
			if (!file.equals(layout.studyCase(studyCase.id()))) throw new IllegalArgumentException("it is of case '" +
				studyCase.id() + "'; its name must be that of the case");
			protocol.check(studyCase);
			cases.put(studyCase.id(), studyCase);
		}
		catch (final IllegalArgumentException | ClassCastException e) {
			problems.add(new Problem(file, e.getMessage()));
		}
		catch (final IOException e) {
			problems.add(StudyFileException.problemOf(file, e));
		}
	}

	/** The folder. */
	public Path root() {
		return layout.root();
	}

	public synchronized Protocol protocol() {
		return protocol;
	}

	/** The cases by their pseudonyms, in the order of the text. */
	public synchronized SortedMap<String, StudyCase> cases() {
		return Collections.unmodifiableSortedMap(new TreeMap<>(cases));
	}

	/** @throws IllegalArgumentException if there is none of that pseudonym */
	public synchronized StudyCase studyCase(final String id) {
		final StudyCase found = cases.get(id);
		if (found == null) throw new IllegalArgumentException("The study '" + protocol.name() + "' has no case '" + id +
			"' of which the file can be used");
		return found;
	}

	/** Files of cases that cannot be used. */
	public synchronized List<Problem> problems() {
		return List.copyOf(problems);
	}

	/**
	 * The desk of a reader in a session.
	 *
	 * @throws IllegalArgumentException if the protocol has no such reader or session
	 */
	public Desk desk(final String reader, final int session) {
		return new Desk(this, protocol().reader(reader), protocol().session(session), clock);
	}

	/**
	 * Replaces the protocol; the trail of the study records what changed.
	 *
	 * @throws ConflictException if somebody else changed it since it was opened
	 */
	public synchronized void changeProtocol(final Protocol changed, final String who, final String reason)
		throws IOException
	{
		write(layout.protocol(), ProtocolJson.write(schemas.protocol(), changed), who, reason);
		protocol = changed;
	}

	/**
	 * Adds cases, or replaces those of the same pseudonym; the trail of the study records what changed.
	 *
	 * @throws IllegalArgumentException if a case has a number that is not declared, or differs from another one by upper
	 *                                  and lower case only; nothing is written then
	 * @throws ConflictException        if somebody else changed a case since the study was opened
	 */
	public synchronized void saveCases(final Collection<StudyCase> changed, final String who, final String reason)
		throws IOException
	{
		final Map<String, String> ids = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		cases.keySet().forEach(id -> ids.put(id, id));
		for (final StudyCase studyCase : changed) {
			protocol.check(studyCase);
			final String same = ids.putIfAbsent(studyCase.id(), studyCase.id());
			if (same != null && !same.equals(studyCase.id())) throw new IllegalArgumentException("The cases '" + same +
				"' and '" + studyCase.id() + "' differ by upper and lower case only, which not every computer can tell apart");
		}
		for (final StudyCase studyCase : changed) {
			write(layout.studyCase(studyCase.id()), ProtocolJson.write(schemas.studyCase(), studyCase), who, reason);
			cases.put(studyCase.id(), studyCase);
		}
	}

	private void write(final Path file, final JsonObject object, final String who, final String reason)
		throws IOException
	{
		final byte[] old = Files.exists(file) ? DurableFiles.read(file) : new byte[0];
		if (!checksums.getOrDefault(file, JsonText.checksum(new byte[0])).equals(JsonText.checksum(old)))
			throw new ConflictException(file, "somebody else changed it");
		final JsonObject before = old.length == 0 ? new JsonObject() : parse(file, old);
		if (before.equals(object)) return;
		final JsonObject line = new JsonObject();
		line.addProperty("time", now().toString());
		line.addProperty("who", who);
		line.addProperty("file", layout.root().relativize(file).toString().replace('\\', '/'));
		if (!reason.isEmpty()) line.addProperty("reason", reason);
		line.add("from", EntryJson.without(before, object));
		line.add("to", EntryJson.without(object, before));
		appendTrail(line);
		files.replace(file, JsonText.file(object));
		checksums.put(file, JsonText.checksum(JsonText.file(object)));
	}

	private static JsonObject parse(final Path file, final byte[] bytes) throws StudyFileException {
		try {
			return JsonText.parse(bytes);
		}
		catch (final IllegalArgumentException e) {
			throw new StudyFileException(file, e.getMessage(), e);
		}
	}

	private void appendTrail(final JsonObject line) throws IOException {
		final Path file = layout.studyTrail();
		final byte[] bytes = (JsonText.line(line) + "\n").getBytes(StandardCharsets.UTF_8);
		if (!Files.exists(file)) {
			files.create(file, bytes);
			return;
		}
		final Trail trail = Trail.parse(file, DurableFiles.read(file), 0);
		if (trail.torn().isPresent()) files.truncate(file, trail.size());
		files.append(file, trail.isOpen() ? ("\n" + new String(bytes, StandardCharsets.UTF_8)).getBytes(
			StandardCharsets.UTF_8) : bytes);
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/**
	 * Adds a whole reading that was made elsewhere; it has no trail yet.
	 *
	 * @param time of its last change
	 * @throws IllegalArgumentException if the study has no such case, reader or session
	 * @throws IOException              if there is such a reading already, or it cannot be written
	 */
	public void importReading(final Reading reading, final Instant time) throws IOException {
		studyCase(reading.key().caseId());
		protocol().reader(reading.key().reader());
		protocol().session(reading.key().session());
		final Path file = layout.reading(reading.key());
		if (Files.exists(file) || Files.exists(layout.trail(reading.key()))) throw new StudyFileException(file,
			"the study has this reading already");
		files.replace(file, ReadingJson.file(schemas.reading(), new Stored(reading, 0, 0, time, time)));
	}

	StudyLayout layout() {
		return layout;
	}

	DurableFiles files() {
		return files;
	}

	Schema readingSchema() {
		return schemas.reading();
	}

	ReadingFiles readingFiles() {
		return new ReadingFiles(layout, schemas.reading());
	}
}
