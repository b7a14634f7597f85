package io.github.vertebraj.ui.model;

import java.util.Optional;

import io.github.vertebraj.reading.study.Edit;
import io.github.vertebraj.reading.study.Finding;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.ReadingStatus;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.reading.study.StudyCase;

/**
 * The case on the screen.
 *
 * @param selected the segment that keys act on; always one of the reading's
 * @param undoable what undo would take back
 * @param redoable what redo would make again
 * @param isOpen   whether it can be changed; false when it is only looked at
 */
public record ShownCase(StudyCase studyCase, Reading reading, Segment selected, Optional<Edit> undoable,
	Optional<Edit> redoable, boolean isOpen)
{

	/** What was said of the selected segment. */
	public Finding finding() {
		return reading.finding(selected);
	}

	public boolean isFinished() {
		return reading.status() == ReadingStatus.FINISHED;
	}

	/** Whether segments can be rated now. */
	public boolean isEditable() {
		return isOpen && !isFinished();
	}

	/** {@code 12 of 53 rated}. */
	public String progress() {
		return reading.ratedCount() + " of " + reading.segments().size() + " rated";
	}
}
