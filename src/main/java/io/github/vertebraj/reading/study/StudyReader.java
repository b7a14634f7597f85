package io.github.vertebraj.reading.study;

import java.util.Objects;

/**
 * One of those who read.
 *
 * @param id   short name, as tables and folders have it
 * @param name anything that says more; empty text for nothing
 */
public record StudyReader(String id, String name) {

	/** @throws IllegalArgumentException if the id cannot name a folder */
	public StudyReader {
		StudyId.check("reader", id);
		Objects.requireNonNull(name, "name");
	}
}
