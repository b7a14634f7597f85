package io.github.vertebraj.reading.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that says who has a case open. That a file can be made new by one only holds on network shares too, where locks
 * of the operating system often do not. Whoever takes a lock over changes its token, so that the other one notices
 * before the next write.
 */
final class LockFile {

	private final DurableFiles files;
	private final Path file;
	private final LockHolder own;
	private final String history;

	private LockFile(final DurableFiles files, final Path file, final LockHolder own, final String history) {
		this.files = files;
		this.file = file;
		this.own = own;
		this.history = history;
	}

	/**
	 * Takes the lock. One whose program surely runs no more is replaced.
	 *
	 * @param takeOver replace one of a living program too
	 * @throws LockedException if somebody else has it
	 */
	static LockFile take(final DurableFiles files, final Path file, final LockHolder own, final boolean takeOver)
		throws IOException
	{
		final byte[] content = JsonText.file(own.toJson());
		try {
			files.create(file, content);
			return new LockFile(files, file, own, "");
		}
		catch (final FileAlreadyExistsException e) {
			final Optional<LockHolder> holder = holder(file);
			final boolean isGone = holder.isPresent() && holder.get().isGone();
			if (!isGone && !takeOver) throw new LockedException(file, holder.orElse(null));
			files.replace(file, content);
			return new LockFile(files, file, own, holder.map(LockHolder::toString).orElse("a lock file that tells nobody") +
				(isGone ? ", which runs no more" : ""));
		}
	}

	/** From whom it was taken over; empty text when it was free. */
	String takenFrom() {
		return history;
	}

	/** @throws ConflictException if somebody took the lock over */
	void check(final Path written) throws IOException {
		final Optional<LockHolder> holder = Files.exists(file) ? holder(file) : Optional.empty();
		if (holder.isEmpty() || !holder.get().token().equals(own.token())) throw new ConflictException(written, holder.map(
			other -> "it was taken over by " + other).orElse("its lock file is gone"));
	}

	/** Gives the lock back, if it is still ours. */
	void release() throws IOException {
		if (Files.exists(file) && holder(file).filter(holder -> holder.token().equals(own.token())).isPresent()) files
			.delete(file);
	}

	/** Empty when the file does not tell: its writer may be about to. */
	private static Optional<LockHolder> holder(final Path file) throws IOException {
		try {
			return Optional.of(LockHolder.read(JsonText.parse(Files.readAllBytes(file))));
		}
		catch (final IllegalArgumentException | NoSuchFileException e) {
			return Optional.empty();
		}
		catch (final IOException e) {
			throw DurableFiles.failure("read", file, e);
		}
	}
}
