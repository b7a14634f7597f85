package io.github.vertebraj.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.vertebraj.phantom.FractureSigns;
import io.github.vertebraj.phantom.ReaderStudyPhantom;
import io.github.vertebraj.report.CsvFile;
import io.github.vertebraj.report.ResultTable;

/** Invented reader studies on disk, as long tables: what was read, and who the patients are. */
final class DemoReadings {

	private DemoReadings() {}

	/** Writes {@code ratings.csv} and {@code cases.csv}. */
	static void writeReaderStudy(final Path folder) throws IOException {
		final ReaderStudyPhantom study = new ReaderStudyPhantom();
		Files.createDirectories(folder);
		final ResultTable.Builder ratings = ResultTable.builder("Ratings", "case", "reader", "session", "level", "site",
			"rating", "invisible", "type");
		for (final ReaderStudyPhantom.Row row : study.rows())
			ratings.row(row.caseId(), row.reader(), row.session(), row.level(), row.site(), row.rating(), row.invisible() ? 1 : 0,
				row.type());
		CsvFile.write(folder.resolve("ratings.csv"), ratings.build());
		final ResultTable.Builder cases = ResultTable.builder("Cases", "case", "age", "sex", "primary");
		study.patients().forEach(patient -> cases.row(patient.id(), patient.ageYears(), patient.sex(), patient.primary()));
		CsvFile.write(folder.resolve("cases.csv"), cases.build());
	}

	/** Writes {@code signs.csv} and {@code cases.csv}. */
	static void writeFractureStudy(final Path folder) throws IOException {
		final FractureSigns study = new FractureSigns();
		Files.createDirectories(folder);
		final ResultTable.Builder signs = ResultTable.builder("Signs", "case", "level", "group", "sign", "modality",
			"finding");
		for (final FractureSigns.Row row : study.rows())
			signs.row(row.caseId(), row.level(), row.group(), row.sign(), row.modality(), row.finding());
		CsvFile.write(folder.resolve("signs.csv"), signs.build());
		final ResultTable.Builder cases = ResultTable.builder("Cases", "case", "age", "sex", "BMI (kg/m^2)", "T-score",
			"osteoporosis");
		study.patients().forEach(patient -> cases.row(patient.id(), patient.ageYears(), patient.sex(), patient.bmi(), patient
			.tScore(), patient.tScore() <= -2.5 ? "yes" : "no"));
		CsvFile.write(folder.resolve("cases.csv"), cases.build());
	}
}
