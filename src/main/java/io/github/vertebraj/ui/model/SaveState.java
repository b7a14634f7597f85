package io.github.vertebraj.ui.model;

/**
 * Whether what was done is on the disk.
 *
 * @param message why not, when writing failed; else empty text
 */
public record SaveState(Kind kind, String message) {

	/** How far writing is. */
	public enum Kind {
		/** All is on the disk. */
		SAVED,
		/** The last step is being written. */
		WRITING,
		/** Steps are in memory only; they are written with the next one, or by {@link AnnotationModel#save}. */
		FAILED
	}

	static final SaveState SAVED = new SaveState(Kind.SAVED, "");
	static final SaveState WRITING = new SaveState(Kind.WRITING, "");

	static SaveState failed(final String message) {
		return new SaveState(Kind.FAILED, message);
	}
}
