package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Keeps series of different patients apart. What identifies a patient is compared here, and goes no further. */
final class OnePatient {

	/** The first of these that all files have decides: names are sometimes spelt in two ways, numbers are not. */
	private static final int[] TAGS = { Tag.of(0x0010, 0x0020), Tag.of(0x0010, 0x0010), Tag.of(0x0010, 0x0030) };
	private static final List<String> NAMES = List.of("PatientID", "PatientName", "PatientBirthDate");

	private OnePatient() {}

	/**
	 * @throws IOException if series are known to be of different patients
	 */
	static void require(final List<SeriesEntry> entries) throws IOException {
		if (entries.stream().map(SeriesEntry::uid).distinct().count() < 2) return;
		final List<DataSet> headers = new ArrayList<>();
		for (final SeriesEntry entry : entries)
			headers.add(DicomFile.readHeader(entry.frames().get(0).source().file()).dataSet());
		for (int i = 0; i < TAGS.length; i++) {
			final Set<String> values = new HashSet<>();
			for (final DataSet header : headers)
				values.add(header.string(TAGS[i]).orElse("").strip().toLowerCase(Locale.ROOT));
			if (values.contains("")) continue;
			if (values.size() > 1) throw new IOException("The series are of different patients, by " + Tag.format(TAGS[i]) +
				" " + NAMES.get(i) + ", and are not merged: " + String.join("; ", entries.stream().map(SeriesEntry::summary)
					.toList()));
			return;
		}
	}
}
