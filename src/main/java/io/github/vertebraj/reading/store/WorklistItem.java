package io.github.vertebraj.reading.store;

import java.util.Optional;

/**
 * A case on a reader's list.
 *
 * @param rated   how many segments are rated
 * @param total   how many there are to rate; 0 when the file cannot be used
 * @param problem what is wrong with its file
 */
public record WorklistItem(String caseId, State state, int rated, int total, Optional<Problem> problem) {

	/** How far a reader is. */
	public enum State {
		NOT_STARTED, STARTED, FINISHED,
		/** The file cannot be used; it was left as it is. */
		DAMAGED
	}
}
