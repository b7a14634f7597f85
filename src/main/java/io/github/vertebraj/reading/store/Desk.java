package io.github.vertebraj.reading.store;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.reading.store.ReadingFiles.Opened;
import io.github.vertebraj.reading.store.ReadingJson.Stored;
import io.github.vertebraj.reading.study.Edit;
import io.github.vertebraj.reading.study.EditKind;
import io.github.vertebraj.reading.study.History;
import io.github.vertebraj.reading.study.Protocol;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.ReadingKey;
import io.github.vertebraj.reading.study.ReadingOrder;
import io.github.vertebraj.reading.study.ReadingStatus;
import io.github.vertebraj.reading.study.StudyReader;
import io.github.vertebraj.reading.study.StudySession;

/**
 * Where one reader reads one session. It shows what this reader saw in this session and nothing else: other sessions and
 * readers cannot be reached from here. {@link StudyReadings} is the way to all of them, for the analysis.
 */
public final class Desk {

	private final StudyFolder study;
	private final StudyReader reader;
	private final StudySession session;
	private final ReadingFiles readings;
	private final Clock clock;

	Desk(final StudyFolder study, final StudyReader reader, final StudySession session, final Clock clock) {
		this.study = study;
		this.reader = reader;
		this.session = session;
		this.clock = clock;
		readings = study.readingFiles();
	}

	public Protocol protocol() {
		return study.protocol();
	}

	public StudyReader reader() {
		return reader;
	}

	public StudySession session() {
		return session;
	}

	private ReadingKey key(final String caseId) {
		return new ReadingKey(study.studyCase(caseId).id(), reader.id(), session.number());
	}

	/** The cases in this reader's order of this session, with how far each is. */
	public List<WorklistItem> worklist() {
		final List<String> order = ReadingOrder.of(protocol().seed(), reader.id(), session.number(), study.cases().keySet());
		return order.parallelStream().map(this::item).toList();
	}

	private WorklistItem item(final String caseId) {
		final ReadingKey key = key(caseId);
		try {
			final Optional<Stored> stored = readings.load(key, problem -> {});
			final Reading reading = stored.map(Stored::reading).orElseGet(() -> unread(key));
			final WorklistItem.State state = stored.isEmpty() ? WorklistItem.State.NOT_STARTED : reading
				.status() == ReadingStatus.FINISHED ? WorklistItem.State.FINISHED : WorklistItem.State.STARTED;
			return new WorklistItem(caseId, state, reading.ratedCount(), reading.segments().size(), Optional.empty());
		}
		catch (final IOException e) {
			return new WorklistItem(caseId, WorklistItem.State.DAMAGED, 0, 0, Optional.of(StudyFileException.problemOf(study
				.layout().reading(key), e)));
		}
	}

	/** The case to go on with: the first that was begun, else the first that was not; none when all are finished. */
	public Optional<String> next() {
		final List<WorklistItem> items = worklist();
		return first(items, WorklistItem.State.STARTED).or(() -> first(items, WorklistItem.State.NOT_STARTED));
	}

	private static Optional<String> first(final List<WorklistItem> items, final WorklistItem.State state) {
		return items.stream().filter(item -> item.state() == state).map(WorklistItem::caseId).findFirst();
	}

	private Reading unread(final ReadingKey key) {
		return Reading.of(key, protocol().spineOf(study.studyCase(key.caseId())), protocol().sites());
	}

	/**
	 * The reading of a case as it stands, without opening it for changes; works in a read-only folder too.
	 *
	 * @throws IllegalArgumentException if there is no such case
	 * @throws IOException              if its file cannot be used
	 */
	public Reading view(final String caseId) throws IOException {
		final ReadingKey key = key(caseId);
		return readings.load(key, problem -> {}).map(Stored::reading).orElseGet(() -> unread(key));
	}

	/**
	 * Opens a case for changes, where it was left. A new reading begins now, and is recorded as begun.
	 *
	 * @throws IllegalArgumentException if there is no such case
	 * @throws WashoutException         if the session may not be opened yet, or no more, and no reason is given
	 * @throws LockedException          if it is open elsewhere and is not taken over
	 * @throws StudyFileException       if its file cannot be used
	 * @throws IOException              if the folder cannot be written
	 */
	public OpenReading open(final String caseId, final OpenRequest request) throws IOException {
		final ReadingKey key = key(caseId);
		final List<Edit> notes = new ArrayList<>();
		final Optional<String> objection = new Washout(protocol(), readings, clock).objection(key);
		if (objection.isPresent()) {
			if (request.washoutReason().isEmpty()) throw new WashoutException(objection.get());
			notes.add(Edit.note(EditKind.WASHOUT_OVERRIDE, objection.get() + ". Reason: " + request.washoutReason().get()));
		}
		final LockHolder own = LockHolder.here(reader.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
		final LockFile lock = LockFile.take(study.files(), study.layout().lock(key), own, request.takeOverReason()
			.isPresent());
		if (!lock.takenFrom().isEmpty()) notes.add(Edit.note(EditKind.LOCK_TAKEN_OVER, lock.takenFrom() + request
			.takeOverReason().map(reason -> ". Reason: " + reason).orElse("")));
		try {
			final Optional<Opened> found = readings.open(key);
			final Opened opened = found.isPresent() ? found.get() : begin(key);
			return OpenReading.of(study.layout(), study.readingSchema(), study.files(), clock, reader.id(), lock, opened,
				notes);
		}
		catch (final IOException | RuntimeException e) {
			release(lock, e);
			throw e;
		}
	}

	private static void release(final LockFile lock, final Exception why) {
		try {
			lock.release();
		}
		catch (final IOException e) {
			why.addSuppressed(e);
		}
	}

	private Opened begin(final ReadingKey key) throws IOException {
		final Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return new Opened(History.of(unread(key)), now, now, readings.tornStart(key), Optional.empty(), true);
	}
}
