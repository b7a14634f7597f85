package io.github.vertebraj.reading.study;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A reading with the steps that can be taken back and made again. Immutable: each step gives another history. A step is
 * first {@linkplain #entry written down} and then {@linkplain #with made}; replaying a trail's entries in order gives
 * the same history again.
 */
public final class History {

	private final Reading reading;
	private final long last;
	private final List<AuditEntry> done;
	private final List<AuditEntry> undone;

	private History(final Reading reading, final long last, final List<AuditEntry> done, final List<AuditEntry> undone) {
		this.reading = reading;
		this.last = last;
		this.done = done;
		this.undone = undone;
	}

	/** Of a reading whose trail begins. */
	public static History of(final Reading reading) {
		return of(reading, 0);
	}

	/** Of a reading as it was after an entry; what came before cannot be taken back. */
	public static History of(final Reading reading, final long lastNumber) {
		return new History(reading, lastNumber, List.of(), List.of());
	}

	/** The reading as it is now. */
	public Reading reading() {
		return reading;
	}

	/** Number of the last entry; 0 for none. */
	public long lastNumber() {
		return last;
	}

	/** The step that undo would take back. */
	public Optional<AuditEntry> undoable() {
		return lastOf(done);
	}

	/** The step that redo would make again. */
	public Optional<AuditEntry> redoable() {
		return lastOf(undone);
	}

	private static Optional<AuditEntry> lastOf(final List<AuditEntry> entries) {
		return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
	}

	/** The entry of a new step. */
	public AuditEntry entry(final Edit edit, final Instant time, final String who) {
		return new AuditEntry(last + 1, time, who, AuditEntry.Action.DO, 0, edit);
	}

	/** The entry that takes the last step back; none when there is nothing to take back. */
	public Optional<AuditEntry> undoEntry(final Instant time, final String who) {
		return undoable().map(step -> new AuditEntry(last + 1, time, who, AuditEntry.Action.UNDO, step.number(), step.edit()
			.inverse()));
	}

	/** The entry that makes the last step again that was taken back; none when there is none. */
	public Optional<AuditEntry> redoEntry(final Instant time, final String who) {
		return redoable().map(step -> new AuditEntry(last + 1, time, who, AuditEntry.Action.REDO, step.number(), step
			.edit()));
	}

	/**
	 * The history after an entry.
	 *
	 * @throws IllegalArgumentException if the entry does not follow: its number, what it takes back, or what it changes
	 */
	public History with(final AuditEntry entry) {
		if (entry.number() != last + 1) throw new IllegalArgumentException("Entry " + entry.number() + " of the trail of " +
			reading.key() + " follows entry " + last);
		final Reading next = reading.with(entry.edit());
		return switch (entry.action()) {
			case DO -> done(next, entry);
			case UNDO -> new History(next, entry.number(), minus(done, entry), plus(undone, top(done, entry)));
			case REDO -> new History(next, entry.number(), plus(done, top(undone, entry)), minus(undone, entry));
		};
	}

	private History done(final Reading next, final AuditEntry entry) {
		final EditKind kind = entry.edit().kind();
		// what was changed from outside may be what a step would take back
		if (kind == EditKind.OUTSIDE_CHANGE) return new History(next, entry.number(), List.of(), List.of());
		if (!kind.isUndoable()) return new History(next, entry.number(), done, undone);
		return new History(next, entry.number(), plus(done, entry), List.of());
	}

	private AuditEntry top(final List<AuditEntry> entries, final AuditEntry entry) {
		return lastOf(entries).filter(step -> step.number() == entry.of()).orElseThrow(() -> new IllegalArgumentException(
			"Entry " + entry.number() + " of the trail of " + reading.key() + " is an " + entry.action().key() + " of entry " +
				entry.of() + ", which is not the next to " + entry.action().key()));
	}

	private List<AuditEntry> minus(final List<AuditEntry> entries, final AuditEntry entry) {
		top(entries, entry);
		return List.copyOf(entries.subList(0, entries.size() - 1));
	}

	private static List<AuditEntry> plus(final List<AuditEntry> entries, final AuditEntry entry) {
		final List<AuditEntry> longer = new ArrayList<>(entries);
		longer.add(entry);
		return List.copyOf(longer);
	}
}
