package io.github.vertebraj.reading.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.reading.store.ReadingFiles.Opened;
import io.github.vertebraj.reading.store.ReadingJson.Stored;
import io.github.vertebraj.reading.study.AuditEntry;
import io.github.vertebraj.reading.study.Edit;
import io.github.vertebraj.reading.study.EditKind;
import io.github.vertebraj.reading.study.History;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.ReadingKey;

/**
 * A reading that is open for changes; from {@link Desk#open}. Each change is on the disk, as a line of the trail, when
 * the method returns. When it cannot be written, the method throws, but the change is made in memory all the same and is
 * written with the next one or by {@link #save}: {@link #hasUnsaved} tells. The file of the reading itself is brought up
 * to date by {@link #save} and {@link #close}. Safe for several threads.
 */
public final class OpenReading implements AutoCloseable {

	private final StudyLayout layout;
	private final Schema schema;
	private final DurableFiles files;
	private final Clock clock;
	private final String who;
	private final LockFile lock;
	private final ReadingKey key;
	private final Instant started;
	private final List<String> notices = new ArrayList<>();
	private final ByteArrayOutputStream unsaved = new ByteArrayOutputStream();
	private History history;
	private Instant changed;
	private long trailSize;
	private boolean isCut;
	private boolean isFileCurrent;
	private boolean isClosed;

	private OpenReading(final StudyLayout layout, final Schema schema, final DurableFiles files, final Clock clock,
		final String who, final LockFile lock, final Opened opened)
	{
		this.layout = layout;
		this.schema = schema;
		this.files = files;
		this.clock = clock;
		this.who = who;
		this.lock = lock;
		key = opened.history().reading().key();
		history = opened.history();
		started = opened.started();
		changed = opened.changed();
		trailSize = opened.trail().size();
		isCut = opened.trail().torn().isPresent();
		if (opened.trail().isOpen()) unsaved.write('\n');
	}

	/** Records how a reading was opened, and brings its files up to date. */
	static OpenReading of(final StudyLayout layout, final Schema schema, final DurableFiles files, final Clock clock,
		final String who, final LockFile lock, final Opened opened, final List<Edit> notes) throws IOException
	{
		final OpenReading open = new OpenReading(layout, schema, files, clock, who, lock, opened);
		if (opened.isOfOldTrail()) open.add(JsonText.line(ReadingJson.write(schema, open.stored(0))));
		opened.trail().torn().ifPresent(text -> open.note(EditKind.TORN_LINE, text));
		notes.forEach(note -> open.note(note.kind(), note.reason()));
		opened.outside().ifPresent(edit -> open.make(open.history.entry(edit, open.now(), who)));
		opened.outside().ifPresent(edit -> open.notices.add("Changes made by hand in " + layout.reading(open.key) +
			" were accepted and recorded"));
		open.save();
		return open;
	}

	private void note(final EditKind kind, final String reason) {
		make(history.entry(Edit.note(kind, reason), now(), who));
		notices.add(kind.key() + ": " + reason);
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/** The reading as it is now. */
	public synchronized Reading reading() {
		return history.reading();
	}

	/** The reading as it is now, with the steps that can be taken back and made again. */
	public synchronized History history() {
		return history;
	}

	/** What undo would take back. */
	public synchronized Optional<Edit> undoable() {
		return history.undoable().map(AuditEntry::edit);
	}

	/** What redo would make again. */
	public synchronized Optional<Edit> redoable() {
		return history.redoable().map(AuditEntry::edit);
	}

	/** What the reader should know about how the reading was opened; mostly nothing. */
	public synchronized List<String> notices() {
		return List.copyOf(notices);
	}

	/**
	 * Makes a change and writes it down; an empty edit does nothing.
	 *
	 * @throws IllegalArgumentException if the edit was made for another state of the reading, or the reading is finished
	 * @throws IOException              if it cannot be written; it is made all the same
	 */
	public synchronized void apply(final Edit edit) throws IOException {
		if (edit.isEmpty()) return;
		step(history.entry(edit, now(), who));
	}

	/**
	 * Takes the last step back.
	 *
	 * @return false when there is none
	 * @throws IllegalArgumentException if the reading is finished
	 * @throws IOException              if it cannot be written; it is done all the same
	 */
	public synchronized boolean undo() throws IOException {
		return step(history.undoEntry(now(), who));
	}

	/**
	 * Makes the last step again that was taken back.
	 *
	 * @return false when there is none
	 * @throws IllegalArgumentException if the reading is finished
	 * @throws IOException              if it cannot be written; it is done all the same
	 */
	public synchronized boolean redo() throws IOException {
		return step(history.redoEntry(now(), who));
	}

	private boolean step(final Optional<AuditEntry> entry) throws IOException {
		if (entry.isEmpty()) return false;
		step(entry.get());
		return true;
	}

	private void step(final AuditEntry entry) throws IOException {
		if (isClosed) throw new IllegalStateException("The reading of " + key + " is closed");
		make(entry);
		writeTrail();
	}

	private void make(final AuditEntry entry) {
		history = history.with(entry);
		if (!entry.edit().isEmpty()) changed = entry.time();
		add(JsonText.line(EntryJson.write(entry)));
	}

	private void add(final String line) {
		unsaved.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
		isFileCurrent = false;
	}

	/** Whether changes are in memory only, because they could not be written. */
	public synchronized boolean hasUnsaved() {
		return unsaved.size() > 0;
	}

	private void writeTrail() throws IOException {
		if (unsaved.size() == 0) return;
		final Path trail = layout.trail(key);
		lock.check(trail);
		final boolean isThere = Files.exists(trail);
		if (isCut && isThere) files.truncate(trail, trailSize);
		else if ((isThere ? Files.size(trail) : 0) != trailSize) throw new ConflictException(trail,
			"somebody else changed it");
		// a part may be written before the disk is full
		isCut = true;
		if (isThere) files.append(trail, unsaved.toByteArray());
		else files.create(trail, unsaved.toByteArray());
		isCut = false;
		trailSize += unsaved.size();
		unsaved.reset();
	}

	/**
	 * Writes what is not written yet, and brings the file of the reading up to date.
	 *
	 * @throws IOException if that fails; nothing is lost in memory
	 */
	public synchronized void save() throws IOException {
		writeTrail();
		if (isFileCurrent) return;
		lock.check(layout.reading(key));
		files.replace(layout.reading(key), ReadingJson.file(schema, stored(trailSize)));
		isFileCurrent = true;
	}

	private Stored stored(final long trailBytes) {
		return new Stored(history.reading(), history.lastNumber(), trailBytes, started, changed);
	}

	/**
	 * Writes the reading to another place, for when the folder of the study cannot be written.
	 *
	 * @param file to write or replace
	 */
	public synchronized void saveCopy(final Path file) throws IOException {
		files.replace(file.toAbsolutePath(), ReadingJson.file(schema, stored(0)));
	}

	/**
	 * Saves and gives the reading free for others.
	 *
	 * @throws IOException if it cannot be saved; it stays open, and can be saved or closed later
	 */
	@Override
	public synchronized void close() throws IOException {
		if (isClosed) return;
		save();
		isClosed = true;
		lock.release();
	}

	/** Gives the reading free without saving what could not be written. */
	public synchronized void abandon() throws IOException {
		isClosed = true;
		lock.release();
	}
}
