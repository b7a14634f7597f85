package io.github.vertebraj.reading.store;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.github.vertebraj.reading.store.ReadingJson.Stored;
import io.github.vertebraj.reading.study.Protocol;
import io.github.vertebraj.reading.study.ReadingKey;
import io.github.vertebraj.reading.study.ReadingStatus;

/**
 * Whether a session of a case may be opened. A later one needs the one before to be finished, and the days of the
 * washout to have gone by since its last change; and no session is changed after a later one has begun. Of other
 * sessions only times and status are looked at, and no more comes out.
 */
final class Washout {

	private final Protocol protocol;
	private final ReadingFiles files;
	private final Clock clock;

	Washout(final Protocol protocol, final ReadingFiles files, final Clock clock) {
		this.protocol = protocol;
		this.files = files;
		this.clock = clock;
	}

	/** Why a session may not be opened; empty when it may. */
	Optional<String> objection(final ReadingKey key) throws IOException {
		for (int later = key.session() + 1; later <= protocol.sessions().size(); later++)
			if (isThere(sessionOf(key, later))) return Optional.of("Session " + later + " of case " + key.caseId() +
				" has begun; session " + key.session() + " can no longer be changed");
		if (key.session() == 1 || isThere(key)) return Optional.empty();
		return objectionBefore(key, sessionOf(key, key.session() - 1));
	}

	private Optional<String> objectionBefore(final ReadingKey key, final ReadingKey before) {
		final String what = "Session " + key.session() + " of case " + key.caseId() + " cannot begin: session " + before
			.session();
		final Optional<Stored> stored;
		try {
			stored = files.load(before, problem -> {});
		}
		catch (final IOException e) {
			return Optional.of(what + " cannot be read, so that the washout is not known (" + e.getMessage() + ")");
		}
		if (stored.isEmpty()) return Optional.of(what + " has not been read");
		if (stored.get().reading().status() != ReadingStatus.FINISHED) return Optional.of(what + " is not finished");
		final LocalDate end = day(stored.get().changed()).plusDays(protocol.washoutDays());
		final long days = ChronoUnit.DAYS.between(day(clock.instant()), end);
		return days <= 0 ? Optional.empty() : Optional.of(what + " was last changed on " + day(stored.get().changed()) +
			", and the washout of " + protocol.washoutDays() + " days ends on " + end);
	}

	private LocalDate day(final Instant time) {
		return time.atZone(clock.getZone()).toLocalDate();
	}

	/** A file that cannot be read is there too. */
	private boolean isThere(final ReadingKey key) {
		try {
			return files.load(key, problem -> {}).isPresent();
		}
		catch (final IOException e) {
			return true;
		}
	}

	private static ReadingKey sessionOf(final ReadingKey key, final int session) {
		return new ReadingKey(key.caseId(), key.reader(), session);
	}
}
