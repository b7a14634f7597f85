package io.github.vertebraj.reading.study;

/**
 * Which reading: the case, the reader and the session.
 *
 * @param caseId  pseudonym of the case
 * @param reader  id of the reader
 * @param session number of the session, from 1
 */
public record ReadingKey(String caseId, String reader, int session) {

	/** @throws IllegalArgumentException if an id cannot name a file, or the session is below 1 */
	public ReadingKey {
		StudyId.check("case", caseId);
		StudyId.check("reader", reader);
		if (session < 1) throw new IllegalArgumentException("Sessions are counted from 1, not " + session);
	}

	/** {@code case P07, reader kim, session 2}. */
	@Override
	public String toString() {
		return "case " + caseId + ", reader " + reader + ", session " + session;
	}
}
