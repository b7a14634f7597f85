package io.github.vertebraj.report.study;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;

import io.github.vertebraj.reading.analysis.PatientReading;
import io.github.vertebraj.reading.analysis.ReaderStudy;
import io.github.vertebraj.reading.study.Segment;

/**
 * A study as iMRMC reads it (FDA, https://didsr.github.io/iMRMC, manual 4.1.1): four lines of sizes, {@code BEGIN DATA:},
 * the truth of each case as {@code -1,case,0,truth}, and each score as {@code reader,case,modality,score}. The sessions
 * are the modalities. Only what the truth is known of goes there.
 */
final class ImrmcFile {

	private final Map<String, Boolean> truth = new LinkedHashMap<>();
	private final Map<String, Integer> scores = new LinkedHashMap<>();
	private final TreeSet<String> readers = new TreeSet<>();

	/** @param unit the name of what is one case, from the patient and the segment */
	private ImrmcFile(final ReaderStudy study, final BiFunction<String, Segment, String> unit) {
		for (final PatientReading reading : study.readings())
			for (final int session : new int[] { 1, 2 })
				reading.session(session).forEach((segment, finding) -> study.truth(reading.caseId(), segment).ifPresent(
					isPositive -> {
						final String id = field(unit.apply(reading.caseId(), segment));
						truth.merge(id, isPositive, Boolean::logicalOr);
						readers.add(field(reading.reader()));
						scores.merge(field(reading.reader()) + "," + id + ",session" + session, finding.rating().score(), Math::max);
					}));
	}

	/** Each segment is a case. */
	static ImrmcFile ofSegments(final ReaderStudy study) {
		return new ImrmcFile(study, (caseId, segment) -> caseId + "_" + segment);
	}

	/** Each patient is a case, whose score is the highest rating. */
	static ImrmcFile ofPatients(final ReaderStudy study) {
		return new ImrmcFile(study, (caseId, segment) -> caseId);
	}

	/** Fields are split at commas and hold no white space; a reader -1 would be the truth. */
	private static String field(final String text) {
		final String plain = text.replaceAll("[,\\s]+", "_");
		return plain.equals("-1") ? "reader-1" : plain;
	}

	void write(final OutputStream out, final String title) throws IOException {
		final long positives = truth.values().stream().filter(one -> one).count();
		final StringBuilder text = new StringBuilder(title.replaceAll("[\\r\\n:]+", " ")).append("\n\n");
		text.append("N0: ").append(truth.size() - positives).append("\nN1: ").append(positives).append("\nNR: ").append(readers
			.size()).append("\nNM: 2\n\nBEGIN DATA:\n");
		truth.forEach((id, isPositive) -> text.append("-1,").append(id).append(",0,").append(isPositive ? 1 : 0).append('\n'));
		scores.forEach((key, score) -> text.append(key).append(',').append(score).append('\n'));
		out.write(text.toString().getBytes(StandardCharsets.UTF_8));
	}
}
