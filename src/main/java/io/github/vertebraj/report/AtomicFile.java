package io.github.vertebraj.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a file as a whole or not at all: the content goes to a temporary file in the same folder, which then takes the
 * place of the old file. Whatever stops the writing leaves the old file as it was.
 */
public final class AtomicFile {

	/** What a file is to hold. */
	@FunctionalInterface
	public interface Content {

		/** Writes the content; the stream is buffered, and closed by the caller. */
		void writeTo(OutputStream out) throws IOException;
	}

	private AtomicFile() {}

	/**
	 * Writes or replaces a file.
	 *
	 * @param file    the file; its folder must exist
	 * @param content writes what the file is to hold
	 * @throws IOException if the file cannot be written; names the file and what to do
	 */
	public static void write(final Path file, final Content content) throws IOException {
		final Path folder = file.toAbsolutePath().getParent();
		if (folder == null || Files.isDirectory(file)) throw new IOException("Cannot write " + file +
			": it is a folder; give the name of a file");
		if (!Files.isDirectory(folder)) throw new IOException("Cannot write " + file + ": there is no folder " + folder +
			"; make it first or choose another");
		if (!Files.isWritable(folder)) throw new IOException("Cannot write " + file + ": the folder " + folder +
			" is not writable; choose another");
		final Path temporary = Files.createTempFile(folder, "." + file.getFileName(), ".part");
		try {
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
				content.writeTo(out);
			}
			move(temporary, file);
		}
		finally {
			Files.deleteIfExists(temporary);
		}
	}

	private static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}
}
