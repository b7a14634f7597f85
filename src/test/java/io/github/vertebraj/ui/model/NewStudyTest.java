package io.github.vertebraj.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.reading.store.StudyFolder;
import io.github.vertebraj.reading.study.Sex;
import io.github.vertebraj.reading.study.Spine;
import io.github.vertebraj.reading.study.StudyCase;
import io.github.vertebraj.report.DelimitedFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewStudyTest {

	@TempDir
	private Path folder;

	private CaseTable table(final String csv) throws IOException {
		return CaseTable.of(DelimitedFile.read(Files.writeString(folder.resolve("cases.csv"), csv)));
	}

	private void assertRefused(final String expected, final String csv) {
		final String message = assertThrows(IllegalArgumentException.class, () -> table(csv)).getMessage();
		assertTrue(message.contains(expected), message);
	}

	@Test
	void casesComeFromATable() throws IOException {
		final CaseTable read = table("""
			Case,Age (years),Sex,Primary,BMI (kg/m^2),Name
			P1,61,F,breast,22.5,Doe
			P2,,male,,NA,Roe
			""");
		assertEquals(List.of("BMI (kg/m^2)"), read.numbers());
		assertEquals(List.of("Name"), read.leftOut());
		final StudyCase first = read.cases().get(0);
		assertEquals(StudyCase.of("P1").with(61, Sex.FEMALE, "breast").withNumber("BMI (kg/m^2)", 22.5), first);
		final StudyCase second = read.cases().get(1);
		assertTrue(second.ageYears().isEmpty());
		assertEquals(Optional.of(Sex.MALE), second.sex());
		assertTrue(second.numbers().isEmpty());
	}

	@Test
	void aTableThatIsNoneOfCasesIsRefused() {
		assertRefused("has no column 'case'", "patient,age\nP1,61\n");
		assertRefused("stands twice", "case\nP1\np1\n");
		assertRefused("cannot name a file", "case\nP/1\n");
		assertRefused("'old'", "case,age\nP1,old\n");
		assertRefused("No case is named in row 2", "case,age\nP1,61\n,62\n");
		assertRefused("unknown", "case,sex\nP1,unknown\n");
	}

	@Test
	void aStudyIsMadeAndOpened() throws IOException {
		final Path place = folder.resolve("new/study");
		ExampleStudy.create(place);
		final StudyFolder study = StudyFolder.open(place);
		assertEquals(2, study.protocol().sessions().size());
		assertEquals(14, study.protocol().washoutDays());
		assertEquals(4, study.cases().size());
		final IOException again = assertThrows(IOException.class, () -> ExampleStudy.of(place).create());
		assertTrue(again.getMessage().contains("there is a study already"), again.getMessage());
	}

	@Test
	void whatIsMissingIsSaid() {
		assertMissing("name", "", "kim", "P1");
		assertMissing("reader", "DWI", " , ", "P1");
		assertMissing("case", "DWI", "kim", "");
		assertMissing("cannot name a file", "DWI", "k:m", "P1");
		assertFalse(Files.exists(folder.resolve("study")));
	}

	private void assertMissing(final String expected, final String name, final String readers, final String cases) {
		final String message = assertThrows(IllegalArgumentException.class, () -> new NewStudy(folder.resolve("study"), name,
			NewStudy.words(readers), Spine.USUAL, ExampleStudy.sites(), true, 14, 1, CaseTable.ofNames(cases)).create())
				.getMessage();
		assertTrue(message.contains(expected), message);
	}
}
