package io.github.vertebraj.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

import io.github.vertebraj.reading.store.OpenReading;
import io.github.vertebraj.reading.study.AuditEntry;
import io.github.vertebraj.reading.study.Edit;
import io.github.vertebraj.reading.study.History;

/**
 * A case that is open for changes. A step shows at once and is written by another thread meanwhile; the next step waits
 * until the one before is on the disk, so that a crash loses no more than the last one even on a slow network share.
 */
final class CaseWriter {

	/** A share that answers no more must not freeze the window for ever; steps then queue up and are shown as unsaved. */
	private static final long PATIENCE_MS = 3000;

	private final OpenReading file;
	private final Executor worker;
	private final BiConsumer<CaseWriter, SaveState> outcome;
	/** What the file will hold when all is written: the same steps, made here first. */
	private History history;
	private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

	/** One write to the store. */
	private interface Write {

		void run() throws IOException;
	}

	/**
	 * @param worker  runs one task after the other
	 * @param outcome is told, by the worker, what became of a step
	 */
	CaseWriter(final OpenReading file, final Executor worker,
		final BiConsumer<CaseWriter, SaveState> outcome)
	{
		this.file = file;
		this.worker = worker;
		this.outcome = outcome;
		history = file.history();
	}

	History history() {
		return history;
	}

	/**
	 * Makes a step.
	 *
	 * @return false when nothing would change
	 * @throws IllegalArgumentException if the reading is finished, or the edit was made for another state of it
	 */
	boolean apply(final Edit edit) {
		if (edit.isEmpty()) return false;
		history = history.with(history.entry(edit, Instant.now(), ""));
		write(() -> file.apply(edit));
		return true;
	}

	boolean undo() {
		return step(history.undoEntry(Instant.now(), ""), file::undo);
	}

	boolean redo() {
		return step(history.redoEntry(Instant.now(), ""), file::redo);
	}

	private boolean step(final Optional<AuditEntry> entry, final Write write) {
		if (entry.isEmpty()) return false;
		history = history.with(entry.get());
		write(write);
		return true;
	}

	/** Writes what could not be written. */
	void save() {
		write(file::save);
	}

	void saveCopy(final Path copy) throws IOException {
		await();
		file.saveCopy(copy);
	}

	private void write(final Write write) {
		await();
		outcome.accept(this, SaveState.WRITING);
		last = CompletableFuture.runAsync(() -> {
			try {
				write.run();
				outcome.accept(this, SaveState.SAVED);
			}
			catch (final IOException | RuntimeException e) {
				outcome.accept(this, SaveState.failed(String.valueOf(e.getMessage())));
			}
		}, worker);
	}

	private void await() {
		try {
			last.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		catch (final ExecutionException | TimeoutException e) {
			// a failure was told; what takes longer is told as not yet saved
		}
	}

	/** @throws IOException if not all could be written; the case stays open */
	void close() throws IOException {
		await();
		file.close();
	}

	void abandon() throws IOException {
		await();
		file.abandon();
	}
}
