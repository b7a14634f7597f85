package io.github.vertebraj.reading.store;

import java.io.IOException;
import java.nio.file.Path;

/** A file of a study that cannot be used. It was left as it is. */
public final class StudyFileException extends IOException {

	private static final long serialVersionUID = 1L;

	private final transient Problem problem;

	StudyFileException(final Path file, final String message, final Throwable cause) {
		super("Cannot use " + file + ": " + message, cause);
		problem = new Problem(file, message);
	}

	StudyFileException(final Path file, final String message) {
		this(file, message, null);
	}

	/** The file and what is wrong with it. */
	public Problem problem() {
		return problem;
	}

	/** An exception as a problem. */
	static Problem problemOf(final Path file, final IOException e) {
		return e instanceof StudyFileException study && study.problem != null ? study.problem : new Problem(file, String
			.valueOf(e.getMessage()));
	}
}
