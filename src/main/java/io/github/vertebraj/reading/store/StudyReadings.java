package io.github.vertebraj.reading.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.vertebraj.reading.store.ReadingJson.Stored;
import io.github.vertebraj.reading.study.Protocol;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.ReadingKey;
import io.github.vertebraj.reading.study.StudyReader;
import io.github.vertebraj.reading.study.StudySession;

/**
 * All readings of a study, of all readers and sessions: for the analysis, never for a reader. What cannot be read is
 * named among the {@linkplain #problems() problems} and left as it is.
 */
public final class StudyReadings {

	private final Map<ReadingKey, Stored> readings;
	private final List<Problem> problems;

	private StudyReadings(final Map<ReadingKey, Stored> readings, final List<Problem> problems) {
		this.readings = Collections.unmodifiableMap(readings);
		this.problems = List.copyOf(problems);
	}

	/** What one file gave. */
	private record Loaded(ReadingKey key, Optional<Stored> stored, List<Problem> problems) {}

	/**
	 * Reads them, as they are now.
	 *
	 * @throws IOException if a folder cannot be listed
	 */
	public static StudyReadings load(final StudyFolder study) throws IOException {
		final List<Problem> problems = new ArrayList<>(study.problems());
		final List<ReadingKey> keys = new ArrayList<>();
		final Protocol protocol = study.protocol();
		findStrangers(study, problems);
		for (final StudyReader reader : protocol.readers())
			for (final StudySession session : protocol.sessions())
				findKeys(study.layout().session(reader.id(), session.number()), reader.id(), session.number(), keys, problems);
		final ReadingFiles files = study.readingFiles();
		final Set<Path> cases = Set.copyOf(children(study.layout().cases()));
		final Map<ReadingKey, Stored> readings = new LinkedHashMap<>();
		keys.parallelStream().map(key -> load(study, files, cases, key)).toList().forEach(loaded -> {
			problems.addAll(loaded.problems());
			loaded.stored().ifPresent(stored -> readings.put(loaded.key(), stored));
		});
		return new StudyReadings(readings, problems);
	}

	private static Loaded load(final StudyFolder study, final ReadingFiles files, final Set<Path> cases,
		final ReadingKey key)
	{
		final List<Problem> problems = new ArrayList<>();
		final Path file = study.layout().reading(key);
		if (!cases.contains(study.layout().studyCase(key.caseId()))) problems.add(new Problem(file,
			"the study has no case " + key.caseId()));
		try {
			return new Loaded(key, files.load(key, problems::add), problems);
		}
		catch (final IOException e) {
			problems.add(StudyFileException.problemOf(file, e));
			return new Loaded(key, Optional.empty(), problems);
		}
	}

	private static void findStrangers(final StudyFolder study, final List<Problem> problems) throws IOException {
		final List<String> readers = study.protocol().readers().stream().map(StudyReader::id).toList();
		for (final Path folder : children(study.layout().readings()))
			if (!readers.contains(folder.getFileName().toString())) problems.add(new Problem(folder,
				"the protocol has no reader of this name; it has " + readers));
	}

	/** Files of readings and trails; locks, hidden and other files are none of ours. */
	private static void findKeys(final Path folder, final String reader, final int session, final List<ReadingKey> keys,
		final List<Problem> problems) throws IOException
	{
		final TreeSet<String> ids = new TreeSet<>();
		for (final Path file : children(folder)) {
			final String name = file.getFileName().toString();
			final Optional<String> ending = Stream.of(StudyLayout.TRAIL, StudyLayout.JSON).filter(name::endsWith).findFirst();
			ending.ifPresent(end -> ids.add(name.substring(0, name.length() - end.length())));
		}
		for (final String id : ids) {
			try {
				keys.add(new ReadingKey(id, reader, session));
			}
			catch (final IllegalArgumentException e) {
				problems.add(new Problem(folder.resolve(id + StudyLayout.JSON), e.getMessage()));
			}
		}
	}

	private static List<Path> children(final Path folder) throws IOException {
		if (!Files.isDirectory(folder)) return List.of();
		try (Stream<Path> found = Files.list(folder)) {
			return found.filter(path -> !path.getFileName().toString().startsWith(".")).sorted(Comparator.naturalOrder())
				.toList();
		}
		catch (final IOException e) {
			throw DurableFiles.failure("read", folder, e);
		}
	}

	/** The readings, by reader and session in the order of the protocol, then by case. */
	public List<Reading> readings() {
		return readings.values().stream().map(Stored::reading).toList();
	}

	/** A reading; empty when there is none that can be used. */
	public Optional<Reading> reading(final ReadingKey key) {
		return Optional.ofNullable(readings.get(key)).map(Stored::reading);
	}

	/** When a reading was begun. */
	public Optional<Instant> started(final ReadingKey key) {
		return Optional.ofNullable(readings.get(key)).map(Stored::started);
	}

	/** When a reading was last changed. */
	public Optional<Instant> changed(final ReadingKey key) {
		return Optional.ofNullable(readings.get(key)).map(Stored::changed);
	}

	/** Files of cases and readings that cannot be used, or have lost something. */
	public List<Problem> problems() {
		return problems;
	}
}
