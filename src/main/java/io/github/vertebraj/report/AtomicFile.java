package io.github.vertebraj.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

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
	 * Writes or replaces a file. A symbolic link stays one: the file that it points to is replaced.
	 *
	 * @param file    the file; its folder must exist
	 * @param content writes what the file is to hold
	 * @throws IOException if the file cannot be written; names the file and what to do
	 */
	public static void write(final Path file, final Content content) throws IOException {
		check(file);
		try {
			final Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
			// not Files.createTempFile, which lets nobody but the owner read the result
			final Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
			try {
				fill(temporary, content);
				move(temporary, target);
			}
			finally {
				Files.deleteIfExists(temporary);
			}
		}
		catch (final IOException e) {
			throw new IOException("Cannot write " + file + ": " + reason(e), e);
		}
	}

	private static void check(final Path file) throws IOException {
		if (Files.isDirectory(file)) throw new IOException("Cannot write " + file +
			": it is a folder; give the name of a file");
		if (Files.exists(file) && !Files.isWritable(file)) throw new IOException("Cannot write " + file +
			": it is write-protected; choose another name");
		final Path folder = file.toAbsolutePath().getParent();
		if (!Files.isDirectory(folder)) throw new IOException("Cannot write " + file + ": there is no folder " + folder +
			"; make it first or choose another");
		if (!Files.isWritable(folder)) throw new IOException("Cannot write " + file + ": the folder " + folder +
			" is write-protected; choose another");
	}

	private static void fill(final Path file, final Content content) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
			OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel)))
		{
			content.writeTo(out);
			out.flush();
			// on disk before the move, or a power cut could leave the new name with nothing behind it
			channel.force(true);
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

	/** What went wrong, without the name of the temporary file, which would only confuse. */
	private static String reason(final IOException e) {
		if (!(e instanceof FileSystemException system)) return e.getMessage();
		final String reason = system.getReason() == null ? e.getClass().getSimpleName() : system.getReason();
		return reason + "; is it open in another program, or the disk full?";
	}
}
