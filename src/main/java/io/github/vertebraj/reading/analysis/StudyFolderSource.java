package io.github.vertebraj.reading.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

import io.github.vertebraj.reading.store.Problem;
import io.github.vertebraj.reading.store.StudyFolder;
import io.github.vertebraj.reading.store.StudyReadings;
import io.github.vertebraj.reading.study.Finding;
import io.github.vertebraj.reading.study.Protocol;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.ReadingStatus;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.reading.study.StudyCase;
import io.github.vertebraj.reading.study.StudyReader;

/** The rows of a study folder. Readings that are not finished, and files that cannot be used, are left out and noted. */
public final class StudyFolderSource {

	private StudyFolderSource() {}

	/** Fills a builder: patients, readers and rows. */
	public static ReaderStudyBuilder fill(final ReaderStudyBuilder builder, final StudyFolder folder,
		final StudyReadings readings)
	{
		final Protocol protocol = folder.protocol();
		builder.readers(protocol.readers().stream().map(StudyReader::id).toList());
		folder.cases().values().forEach(studyCase -> builder.patient(patient(studyCase)));
		final List<String> open = new ArrayList<>();
		for (final Reading reading : readings.readings()) {
			if (reading.status() != ReadingStatus.FINISHED) {
				if (reading.ratedCount() > 0) open.add(reading.key().toString());
				continue;
			}
			reading.findings().forEach((segment, finding) -> {
				finding.rating().ifPresent(rating -> builder.row(new RatingRow(reading.key().caseId(), reading.key().reader(),
					reading.key().session(), segment, new SegmentFinding(rating, finding.invisible(), finding.type()))));
				if (finding.rating().isEmpty() && finding.invisible()) builder.hidden(reading.key().caseId(), reading.key()
					.reader(), reading.key().session(), segment);
			});
		}
		if (!open.isEmpty()) builder.note("Not finished, left out: " + String.join("; ", open));
		for (final Problem problem : readings.problems())
			builder.note("Cannot be used: " + folder.root().relativize(problem.file()) + ": " + problem.message());
		return builder;
	}

	/** A patient, with the numbers that the protocol declares as covariates. */
	public static StudyPatient patient(final StudyCase studyCase) {
		final Map<String, String> covariates = new LinkedHashMap<>();
		studyCase.numbers().forEach((name, value) -> covariates.put(name, Double.isNaN(value) ? "" : value.toString()));
		return new StudyPatient(studyCase.id(), studyCase.ageYears(), studyCase.sex().map(sex -> sex.key()).orElse(""),
			studyCase.primary(), Optional.empty(), covariates);
	}

	/** Signs of fracture of finished readings; the primary of a case is its group. */
	public static List<FractureVertebra> vertebrae(final StudyFolder folder, final StudyReadings readings) {
		final SortedMap<String, StudyCase> cases = folder.cases();
		final List<FractureVertebra> vertebrae = new ArrayList<>();
		for (final Reading reading : readings.readings()) {
			final StudyCase studyCase = cases.get(reading.key().caseId());
			if (studyCase == null || reading.status() != ReadingStatus.FINISHED) continue;
			for (final Map.Entry<Segment, Finding> entry : reading.findings().entrySet()) {
				final Finding finding = entry.getValue();
				if (finding.signs().isEmpty() && finding.shape().isEmpty() && finding.grade().isEmpty()) continue;
				vertebrae.add(new FractureVertebra(studyCase.id(), studyCase.primary(), reading.key().reader() + ", session " +
					reading.key().session(), entry.getKey().level(), finding.shape(), finding.grade(), finding.signs()));
			}
		}
		return vertebrae;
	}
}
