package io.github.vertebraj.reading.store;

import java.nio.file.Path;

import io.github.vertebraj.reading.study.ReadingKey;

/**
 * Where things lie in a study folder.
 *
 * @param root the folder
 */
record StudyLayout(Path root) {

	static final String JSON = ".json";
	static final String TRAIL = ".trail.jsonl";
	private static final String SESSION = "session-";

	Path protocol() {
		return root.resolve("protocol" + JSON);
	}

	/** The trail of protocol and cases. */
	Path studyTrail() {
		return root.resolve("study" + TRAIL);
	}

	Path cases() {
		return root.resolve("cases");
	}

	Path studyCase(final String id) {
		return cases().resolve(id + JSON);
	}

	Path readings() {
		return root.resolve("readings");
	}

	Path session(final String reader, final int session) {
		return readings().resolve(reader).resolve(SESSION + session);
	}

	private Path of(final ReadingKey key, final String ending) {
		return session(key.reader(), key.session()).resolve(key.caseId() + ending);
	}

	Path reading(final ReadingKey key) {
		return of(key, JSON);
	}

	Path trail(final ReadingKey key) {
		return of(key, TRAIL);
	}

	Path lock(final ReadingKey key) {
		return of(key, ".lock");
	}
}
