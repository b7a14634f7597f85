package io.github.vertebraj.report.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.vertebraj.phantom.FractureSigns;
import io.github.vertebraj.phantom.ReaderStudyPhantom;

/** Studies as long tables on disk. */
final class StudyFiles {

	static final String HEADER = "case,reader,session,level,site,rating,invisible,type";

	private StudyFiles() {}

	static Path write(final Path folder, final String name, final List<String> lines) throws IOException {
		Files.createDirectories(folder);
		return Files.write(folder.resolve(name), lines);
	}

	static Path write(final Path folder, final ReaderStudyPhantom study) throws IOException {
		final List<String> cases = new ArrayList<>(List.of("case,age,sex,primary"));
		study.patients().forEach(one -> cases.add(one.id() + "," + one.ageYears() + "," + one.sex() + "," + one.primary()));
		write(folder, "cases.csv", cases);
		final List<String> rows = new ArrayList<>(List.of(HEADER));
		study.rows().forEach(row -> rows.add(row.caseId() + "," + row.reader() + "," + row.session() + "," + row.level() + "," +
			row.site() + "," + row.rating() + "," + (row.invisible() ? 1 : 0) + "," + row.type()));
		return write(folder, "ratings.csv", rows);
	}

	static Path write(final Path folder, final FractureSigns study) throws IOException {
		final List<String> cases = new ArrayList<>(List.of("case,age,sex,BMI (kg/m^2),osteoporosis"));
		study.patients().forEach(one -> cases.add(one.id() + "," + one.ageYears() + "," + one.sex() + "," + one.bmi() + "," +
			(one.tScore() <= -2.5 ? "yes" : "no")));
		write(folder, "cases.csv", cases);
		final List<String> rows = new ArrayList<>(List.of("case,level,group,sign,modality,finding"));
		study.rows().forEach(row -> rows.add(String.join(",", row.caseId(), row.level(), row.group(), row.sign(), row
			.modality(), row.finding())));
		return write(folder, "signs.csv", rows);
	}
}
