package io.github.vertebraj.reading.store;

import java.nio.file.Path;

/**
 * A file of a study that could not be used, or only in part. It was left as it is.
 *
 * @param file    the file or folder
 * @param message what is wrong and what to do, without the file's name
 */
public record Problem(Path file, String message) {

	/** {@code path: message}. */
	@Override
	public String toString() {
		return file + ": " + message;
	}
}
