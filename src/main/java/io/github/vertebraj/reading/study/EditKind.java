package io.github.vertebraj.reading.study;

import io.github.vertebraj.statistics.Keyed;

/** What an entry of the audit trail is about. */
public enum EditKind implements Keyed {

	RATE("rate", true), //
	INVISIBLE("invisible through artefact", true), //
	TYPE("lesion type", true), //
	CRITERION("criterion", true), //
	SHAPE("fracture shape", true), //
	GRADE("fracture grade", true), //
	SIGN("fracture sign", true), //
	NOTE("note", true), //
	POSITION("position", true), //
	MEASUREMENTS("measurements", true), //
	REST_BENIGN("mark the rest probably benign", true), //
	SHIFT("shift levels", true), //
	SPINE("spine", true), //
	FINISH("finish", false), //
	REOPEN("reopen", false), //
	WASHOUT_OVERRIDE("washout override", false), //
	LOCK_TAKEN_OVER("lock taken over", false), //
	TORN_LINE("torn line dropped", false), //
	OUTSIDE_CHANGE("change from outside accepted", false);

	private final String key;
	private final boolean isUndoable;

	EditKind(final String key, final boolean isUndoable) {
		this.key = key;
		this.isUndoable = isUndoable;
	}

	@Override
	public String key() {
		return key;
	}

	/** Whether undo takes it back; the others only record what happened. */
	public boolean isUndoable() {
		return isUndoable;
	}

	/** @throws IllegalArgumentException when there is no such kind of edit; the message lists those there are */
	public static EditKind of(final String key) {
		return Keyed.of(EditKind.class, "kind of edit", key);
	}
}
