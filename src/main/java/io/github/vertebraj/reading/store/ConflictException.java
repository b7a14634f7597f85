package io.github.vertebraj.reading.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Somebody else changed a file, or took it over, since it was opened here. Nothing was written; what was done here is
 * still in memory and can be saved as a copy.
 */
public final class ConflictException extends IOException {

	private static final long serialVersionUID = 1L;

	ConflictException(final Path file, final String what) {
		super("Cannot write " + file + ": " + what + "; save your changes as a copy, close the case and open it again");
	}
}
