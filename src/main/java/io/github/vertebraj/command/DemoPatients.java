package io.github.vertebraj.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.vertebraj.phantom.PatientStudy;
import io.github.vertebraj.report.CsvFile;
import io.github.vertebraj.report.ResultTable;

/** An invented study on disk: one row per patient, and what its numbers estimate. */
final class DemoPatients {

	private static final String ADC = " (10^-3 mm^2/s)";

	private DemoPatients() {}

	/** Writes {@code patients.csv} and {@code truth.csv}; the same study gives the same files. */
	static void write(final PatientStudy study, final Path folder) throws IOException {
		Files.createDirectories(folder);
		final ResultTable.Builder table = ResultTable.builder("Patients", "Patient", "Lesion", "ADC reader 1" + ADC,
			"ADC reader 2" + ADC, "Grade reader 1", "Grade reader 2", "Grade reader 3", "Line on CT", "Line on MR", "Response",
			"FF before (%)", "FF after (%)", "FF change (%)", "M protein change (%)");
		study.patients().forEach(patient -> table.row(row(patient)));
		CsvFile.write(folder.resolve("patients.csv"), table.build());
		final ResultTable.Builder truth = ResultTable.builder("Truth", "Quantity", "Value");
		PatientStudy.truth().forEach(truth::row);
		CsvFile.write(folder.resolve("truth.csv"), truth.build());
	}

	private static Object[] row(final PatientStudy.Patient patient) {
		final List<Object> row = new ArrayList<>(List.of(patient.number(), patient.isMalignant() ? "malignant" : "benign"));
		patient.adc().forEach(adc -> row.add(rounded(adc, 1000)));
		row.addAll(patient.grades());
		row.addAll(List.of(patient.lineOnCt() ? "seen" : "not seen", patient.lineOnMr() ? "seen" : "not seen"));
		row.addAll(patient.therapy().map(DemoPatients::cells).orElse(List.of("", "", "", "", "")));
		return row.toArray();
	}

	private static List<Object> cells(final PatientStudy.Therapy therapy) {
		final double before = rounded(therapy.fatBefore(), 10);
		final double after = rounded(therapy.fatAfter(), 10);
		return List.of(therapy.isResponder() ? "responder" : "non-responder", before, after, rounded(after - before, 10),
			rounded(therapy.proteinChange(), 1));
	}

	private static double rounded(final double value, final double perUnit) {
		return Math.round(value * perUnit) / perUnit;
	}
}
