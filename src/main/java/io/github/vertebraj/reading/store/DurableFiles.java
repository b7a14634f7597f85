package io.github.vertebraj.reading.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes that are on the disk when they return. A crash leaves an old file whole, or a trail with at most a torn last
 * line. Every failure names the file.
 */
class DurableFiles {

	/** Windows cannot open folders, and does not need to. */
	private static final boolean HAS_FOLDER_SYNC = !System.getProperty("os.name", "").startsWith("Windows");

	/** Replaces a file as a whole, or not at all; makes its folder. */
	void replace(final Path file, final byte[] content) throws IOException {
		try {
			makeFolder(file.getParent());
			final Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
			try {
				write(temporary, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
				move(temporary, file);
			}
			finally {
				Files.deleteIfExists(temporary);
			}
			syncFolder(file.getParent());
		}
		catch (final IOException e) {
			throw failure("write", file, e);
		}
	}

	/**
	 * Writes a new file; makes its folder.
	 *
	 * @throws FileAlreadyExistsException if it is there already
	 */
	void create(final Path file, final byte[] content) throws IOException {
		try {
			makeFolder(file.getParent());
			write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
			syncFolder(file.getParent());
		}
		catch (final FileAlreadyExistsException e) {
			throw e;
		}
		catch (final IOException e) {
			// half a file is worse than none
			Files.deleteIfExists(file);
			throw failure("write", file, e);
		}
	}

	/** Adds to the end of a file. */
	void append(final Path file, final byte[] content) throws IOException {
		try {
			write(file, content, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
		}
		catch (final IOException e) {
			throw failure("write", file, e);
		}
	}

	/** Cuts a file behind so many bytes. */
	void truncate(final Path file, final long size) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			channel.truncate(size);
			sync(channel);
		}
		catch (final IOException e) {
			throw failure("write", file, e);
		}
	}

	void delete(final Path file) throws IOException {
		try {
			Files.deleteIfExists(file);
		}
		catch (final IOException e) {
			throw failure("delete", file, e);
		}
	}

	/** The bytes of a file. */
	static byte[] read(final Path file) throws IOException {
		try {
			return Files.readAllBytes(file);
		}
		catch (final IOException e) {
			throw failure("read", file, e);
		}
	}

	private void write(final Path file, final byte[] content, final OpenOption... options) throws IOException {
		try (FileChannel channel = FileChannel.open(file, options)) {
			final ByteBuffer buffer = ByteBuffer.wrap(content);
			while (buffer.hasRemaining())
				channel.write(buffer);
			sync(channel);
		}
	}

	/** Waits until the disk has it. */
	void sync(final FileChannel channel) throws IOException {
		channel.force(true);
	}

	private void makeFolder(final Path folder) throws IOException {
		if (Files.isDirectory(folder)) return;
		Files.createDirectories(folder);
		syncFolder(folder.getParent());
	}

	private static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** A new name is safe only when its folder is on the disk too. */
	private void syncFolder(final Path folder) throws IOException {
		if (!HAS_FOLDER_SYNC) return;
		try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
			sync(channel);
		}
	}

	/** What went wrong with which file, and not with its temporary one. */
	static IOException failure(final String action, final Path file, final IOException e) {
		return new IOException("Cannot " + action + " " + file + ": " + reason(e), e);
	}

	private static String reason(final IOException e) {
		if (e instanceof NoSuchFileException) return "there is no such file or folder";
		if (e instanceof AccessDeniedException) return "access denied; is the file or its folder write-protected?";
		if (e instanceof FileSystemException system && system.getReason() != null) return system.getReason();
		return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
	}
}
