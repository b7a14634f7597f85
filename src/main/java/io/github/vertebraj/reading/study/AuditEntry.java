package io.github.vertebraj.reading.study;

import java.time.Instant;
import java.util.Objects;

import io.github.vertebraj.statistics.Keyed;

/**
 * Who changed what when.
 *
 * @param number of the entry in its reading, from 1
 * @param time   to the millisecond
 * @param who    the reader, or whoever sat there
 * @param action whether a step was made, taken back, or made again
 * @param of     the number of the entry that is taken back or made again; 0 when a step is new
 * @param edit   what was done: of an undo, the inverse
 */
public record AuditEntry(long number, Instant time, String who, Action action, long of, Edit edit) {

	/** What was done with a step. */
	public enum Action implements Keyed {
		DO("do"), UNDO("undo"), REDO("redo");

		private final String key;

		Action(final String key) {
			this.key = key;
		}

		@Override
		public String key() {
			return key;
		}

		/** @throws IllegalArgumentException when there is no such action; the message lists those there are */
		public static Action of(final String key) {
			return Keyed.of(Action.class, "action", key);
		}
	}

	public AuditEntry {
		Objects.requireNonNull(time, "time");
		Objects.requireNonNull(who, "who");
		Objects.requireNonNull(action, "action");
		Objects.requireNonNull(edit, "edit");
	}
}
