package io.github.vertebraj.reading.analysis;

import java.util.Objects;

import io.github.vertebraj.reading.study.Segment;

/**
 * A row of a long table: what one reader said of one segment in one session.
 *
 * @param session from 1
 */
public record RatingRow(String caseId, String reader, int session, Segment segment, SegmentFinding finding) {

	/** @throws IllegalArgumentException if an id is blank or the session is below 1 */
	public RatingRow {
		if (caseId.isBlank()) throw new IllegalArgumentException("A case has no id");
		if (reader.isBlank()) throw new IllegalArgumentException("A reading of case " + caseId + " has no reader");
		if (session < 1) throw new IllegalArgumentException("Sessions are counted from 1, not " + session);
		Objects.requireNonNull(segment, "segment");
		Objects.requireNonNull(finding, "finding");
	}
}
