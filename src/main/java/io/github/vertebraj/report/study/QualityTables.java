package io.github.vertebraj.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.vertebraj.reading.analysis.ImageQuality;
import io.github.vertebraj.reading.analysis.QualityGrade;
import io.github.vertebraj.reading.analysis.ReaderStudy;
import io.github.vertebraj.report.ResultTable;

/** Table 4: quality of the diffusion-weighted images, overall and by part of the spine. */
final class QualityTables {

	private final ReaderStudy study;
	private final List<ImageQuality> qualities;

	QualityTables(final ReaderStudy study) {
		this.study = study;
		qualities = study.qualities();
	}

	int patients(final QualityGrade grade) {
		return count(ImageQuality::grade, grade);
	}

	private int count(final Function<ImageQuality, QualityGrade> of, final QualityGrade grade) {
		return (int) qualities.stream().filter(quality -> of.apply(quality) == grade).count();
	}

	ResultTable table() {
		final ResultTable.Builder table = ResultTable.builder("Table 4", "scope", "grade", "patients");
		for (final QualityGrade grade : QualityGrade.values())
			table.row("overall", grade.key(), patients(grade));
		for (final char part : ImageQuality.PARTS)
			for (final QualityGrade grade : QualityGrade.values())
				table.row(Character.toString(part), grade.key(), count(quality -> quality.grade(part), grade));
		return table.build();
	}

	/** Which rules the grades needed, a sentence each. */
	List<String> notes() {
		final List<String> notes = new ArrayList<>();
		final List<String> readers = study.qualityReaders();
		if (readers.isEmpty()) notes.add("Quality: nobody marked a segment as invisible in session 2; all images are excellent.");
		else if (readers.size() == 1) notes.add("Quality: vertebrae that reader " + readers.get(0) +
			" marked as invisible in session 2, body or posterior element.");
		else notes.add("Quality: vertebrae that any of the readers " + String.join(", ", readers) +
			" marked as invisible in session 2, body or posterior element.");
		final List<String> ungraded = qualities.stream().filter(ImageQuality::hasUngraded).map(ImageQuality::caseId).toList();
		notes.add("Quality: more than 5 invisible vertebrae are poor, 3 to 4 fair, 1 to 2 good, 0 excellent; exactly 5 has no" +
			" grade in the source and counts as poor" + (ungraded.isEmpty() ? " (no patient has 5)." : " (case " + String.join(
				", ", ungraded) + ")."));
		return notes;
	}
}
