package io.github.vertebraj.reading.analysis;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.vertebraj.reading.VertebralLevel;
import io.github.vertebraj.reading.study.Segment;

/**
 * Which vertebrae of a patient are hidden by an artefact in the second session. A vertebra is hidden when its body or its
 * posterior element is marked so by any reader.
 */
public record ImageQuality(String caseId, Set<VertebralLevel> invisible) {

	/** The parts of the spine that are graded apart. */
	public static final List<Character> PARTS = List.of('C', 'T', 'L', 'S');

	public ImageQuality {
		invisible = Collections.unmodifiableSet(new TreeSet<>(invisible));
	}

	/** The vertebrae that one reader marks in the second session. */
	static Set<VertebralLevel> invisible(final PatientReading reading) {
		final Set<VertebralLevel> levels = new TreeSet<>();
		reading.second().forEach((final Segment segment, final SegmentFinding finding) -> {
			if (finding.invisible()) levels.add(segment.level());
		});
		return levels;
	}

	/** Hidden vertebrae of a part of the spine: C, T, L or S. */
	public int count(final char part) {
		return (int) invisible.stream().filter(level -> level.part() == part).count();
	}

	/** The grade of the whole spine. */
	public QualityGrade grade() {
		return QualityGrade.ofInvisible(invisible.size());
	}

	/** The grade of a part of the spine. */
	public QualityGrade grade(final char part) {
		return QualityGrade.ofInvisible(count(part));
	}

	/** Whether the number of the whole or of a part is the one that the source does not grade. */
	public boolean hasUngraded() {
		return invisible.size() == QualityGrade.UNGRADED || PARTS.stream().anyMatch(part -> count(
			part) == QualityGrade.UNGRADED);
	}
}
