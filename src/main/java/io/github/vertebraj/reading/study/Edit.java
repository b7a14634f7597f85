package io.github.vertebraj.reading.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * One step that a reader takes, and takes back: what was, and what is. {@link Edits} makes them.
 *
 * @param kind    what it is about
 * @param changes in the order in which they are made; none for what only is recorded
 * @param reason  given for it; empty text for none
 */
public record Edit(EditKind kind, List<Change> changes, String reason) {

	/** A part of an edit. */
	public sealed interface Change permits FindingChange, SpineChange, StatusChange {

		/** Takes it back. */
		Change inverse();
	}

	/** Another finding of a segment. */
	public record FindingChange(Segment segment, Finding before, Finding after) implements Change {

		@Override
		public Change inverse() {
			return new FindingChange(segment, after, before);
		}
	}

	/** Another count of vertebrae. */
	public record SpineChange(Spine before, Spine after) implements Change {

		@Override
		public Change inverse() {
			return new SpineChange(after, before);
		}
	}

	/** A reading finished or opened again. */
	public record StatusChange(ReadingStatus before, ReadingStatus after) implements Change {

		@Override
		public Change inverse() {
			return new StatusChange(after, before);
		}
	}

	public Edit {
		Objects.requireNonNull(kind, "kind");
		Objects.requireNonNull(reason, "reason");
		changes = List.copyOf(changes);
	}

	/** What only is recorded. */
	public static Edit note(final EditKind kind, final String reason) {
		return new Edit(kind, List.of(), reason);
	}

	/** Whether nothing would change. */
	public boolean isEmpty() {
		return changes.isEmpty();
	}

	/** Takes it back. */
	public Edit inverse() {
		final List<Change> reversed = new ArrayList<>(changes);
		Collections.reverse(reversed);
		return new Edit(kind, reversed.stream().map(Change::inverse).toList(), reason);
	}
}
