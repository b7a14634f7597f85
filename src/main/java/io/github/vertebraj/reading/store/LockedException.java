package io.github.vertebraj.reading.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A case is open elsewhere, or the program that had it open ended without closing it. */
public final class LockedException extends IOException {

	private static final long serialVersionUID = 1L;

	private final transient LockHolder holder;

	LockedException(final Path file, final LockHolder holder) {
		super("Cannot open for changes: " + (holder == null ? "another program began to open it" : "it is open by " +
			holder) + " (" + file + "). Close it there; if that program no longer runs, take over, which is recorded");
		this.holder = holder;
	}

	/** Who has it open; empty when the lock file does not tell. */
	public Optional<LockHolder> holder() {
		return Optional.ofNullable(holder);
	}
}
