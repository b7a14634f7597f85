package io.github.vertebraj.report.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

import javax.xml.parsers.DocumentBuilderFactory;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.store.StudyFolder;
import io.github.vertebraj.reading.study.Finding;
import io.github.vertebraj.reading.study.Protocol;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.ReadingKey;
import io.github.vertebraj.reading.study.ReadingStatus;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.reading.study.Sex;
import io.github.vertebraj.reading.study.Spine;
import io.github.vertebraj.reading.study.StudyCase;
import io.github.vertebraj.reading.study.StudyReader;
import io.github.vertebraj.report.Provenance;
import io.github.vertebraj.report.ResultTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyReportTest {

	@TempDir
	private Path folder;

	private StudyReport report(final String... lines) throws IOException {
		return StudyReport.of(StudySource.read(StudyFiles.write(folder, "ratings.csv", List.of(lines))), done -> {});
	}

	private void assertRefused(final String message, final String... lines) {
		final var e = assertThrows(IllegalArgumentException.class, () -> report(lines));
		assertTrue(e.getMessage().contains(message), e.getMessage());
	}

	/** Both sessions of one segment. */
	private static String[] both(final String id, final String reader, final String segment, final int first,
		final int second)
	{
		return new String[] { id + "," + reader + ",1," + segment + "," + first + ",,", id + "," + reader + ",2," + segment +
			"," + second + ",," };
	}

	@Test
	void whatCannotBeReadIsNamed() {
		assertRefused("has no column 'case'", "a,b", "1,2");
		assertRefused("has no column 'rating'", "case,reader,session,level,site", "P1,kim,1,T5,VB");
		assertRefused("column 'rating', row 1 (line 2 of the file) is 3; ratings are 0", StudyFiles.HEADER,
			"P1,kim,1,T5,VB,3,,");
		assertRefused("column 'level', row 1 (line 2 of the file) is 'T55'", StudyFiles.HEADER, "P1,kim,1,T55,VB,2,,");
		assertRefused("column 'site', row 1 (line 2 of the file) is 'IVD', but must be VB or PE", StudyFiles.HEADER,
			"P1,kim,1,T5,IVD,2,,");
		assertRefused("There is no segment S1_PE", StudyFiles.HEADER, "P1,kim,1,S1,PE,2,,");
		assertRefused("column 'session', row 1 (line 2 of the file) is '1.5', but must be a whole number", StudyFiles.HEADER,
			"P1,kim,1.5,T5,VB,2,,");
		assertRefused("column 'invisible', row 1 (line 2 of the file) is 'perhaps'", StudyFiles.HEADER,
			"P1,kim,1,T5,VB,2,perhaps,");
		assertRefused("No lesion type 'lyric'", StudyFiles.HEADER, "P1,kim,1,T5,VB,2,,lyric");
		assertRefused("column 'case', row 1 (line 2 of the file) is empty", StudyFiles.HEADER, ",kim,1,T5,VB,2,,");
		assertRefused("Case P1, reader kim: the sessions rate different segments; the second lacks T5_VB; the first lacks" +
			" T6_VB", StudyFiles.HEADER, "P1,kim,1,T5,VB,2,,", "P1,kim,2,T6,VB,2,,");
		assertRefused("no case that a reader has read in both sessions: Reader kim has read in one session only",
			StudyFiles.HEADER, "P1,kim,1,T5,VB,2,,");
	}

	@Test
	void oneSegmentOfOnePatientIsAStudy() throws IOException {
		final String[] rows = both("P1", "kim", "T5,VB", 1, 2);
		final StudyReport report = report(StudyFiles.HEADER, rows[0], rows[1]);
		assertEquals(List.of("kim", "VB", 4, 1), report.tables().get("table1.csv").rows().get(3));
		assertEquals(0, report.tables().get("table3.csv").rowCount());
		assertEquals(0, report.tables().get("agreement.csv").rowCount());
		final ResultTable table2 = report.tables().get("table2.csv");
		assertEquals("segments", table2.cell(0, "variable"));
		assertEquals(Double.NaN, table2.cell(0, "p"));
		assertTrue(table2.cell(0, "notes").toString().startsWith("Not tested: "), table2.cell(0, "notes").toString());
		report.write(folder.resolve("out"), Provenance.of("test", Map.of(), Map.of()));
	}

	@Test
	void aDisagreementNamesTheRows() throws IOException {
		StudyFiles.write(folder, "cases.csv", List.of("case,age,sex,primary", "P1,60,male,lung", "P2,,,breast"));
		final List<String> lines = new ArrayList<>(List.of(StudyFiles.HEADER));
		lines.addAll(List.of(both("P1", "kim", "T5,VB", 1, 2)));
		lines.addAll(List.of(both("P2", "kim", "T5,VB", 1, 2)));
		lines.addAll(List.of(both("P1", "lee", "T5,VB", 1, 0)));
		final StudyReport report = report(lines.toArray(String[]::new));
		final List<List<Object>> wrong = report.tables().get("cross-checks.csv").rows().stream().filter(row -> row.get(5)
			.equals("no")).toList();
		assertEquals(List.of(List.of("Table 2, age: adds up to 'definitely useful' of Table 1", "kim", "VB", 2L, 1L, "no",
			"age missing: P2"), List.of("Table 2, sex: adds up to 'definitely useful' of Table 1", "kim", "VB", 2L, 1L, "no",
				"sex missing: P2"), List.of("Table 1: every patient of the study", "lee", "VB", 2L, 1L, "no", "not read: P2")),
			wrong);
		assertTrue(report.notes().contains("Cross-checks: 3 totals do not agree; cross-checks.csv names the patients" +
			" not read, the values missing or the rows that cause it."), report.notes()
			.toString());
	}

	/** Ten segments, four of them metastatic; by hand. */
	@Test
	void accuracyIsCountedWhereTheTruthIsKnown() throws Exception {
		final List<String> lines = new ArrayList<>(List.of("case,reader,session,level,site,rating,truth"));
		final int[] truth = { 1, 1, 1, 1, 0, 0, 0, 0, 0, 0 };
		final int[][] ratings = { { 2, 1, 0, 0, 2, 0, 0, 1, 0, 0 }, { 2, 2, 2, 1, 0, 0, 0, 1, 0, 0 } };
		for (int session = 1; session <= 2; session++)
			for (int i = 0; i < 10; i++)
				lines.add("P" + i / 5 + ",kim," + session + ",T" + (i + 1) + ",VB," + ratings[session - 1][i] + "," + truth[i]);
		final StudyReport report = report(lines.toArray(String[]::new));
		final ResultTable accuracy = report.tables().get("diagnostic.csv");
		// pairs: 2 beats 5 and ties 1; 1 beats 4, ties 1; 0 and 0 tie 4 each, of 24
		assertEquals((5.5 + 4.5 + 2 + 2) / 24, (Double) accuracy.cell(0, "AUC"), 1e-12);
		assertEquals(List.of("rating >= 2", 1, 1, 3, 5), accuracy.rows().get(0).subList(9, 14));
		assertEquals(25.0, accuracy.cell(0, "sensitivity (%)"));
		assertEquals(List.of("rating >= 1", 4, 1, 0, 5), accuracy.rows().get(3).subList(9, 14));
		report.write(folder.resolve("out"), Provenance.of("test", Map.of(), Map.of()));
		final List<String> imrmc = Files.readAllLines(folder.resolve("out/imrmc-segments.imrmc"));
		assertEquals(List.of("ratings, segments", "", "N0: 6", "N1: 4", "NR: 1", "NM: 2", "", "BEGIN DATA:", "-1,P0_T1_VB,0,1"),
			imrmc.subList(0, 9));
		assertEquals(8 + 10 + 20, imrmc.size());
		assertTrue(imrmc.contains("kim,P0_T2_VB,session1,1"));
		assertTrue(Files.readAllLines(folder.resolve("out/imrmc-patients.imrmc")).containsAll(List.of("-1,P0,0,1", "-1,P1,0,0",
			"kim,P1,session1,1")));
	}

	/** Order and gaps of rows do not matter: pairs of subjects are found by their names. */
	@Test
	void comparisonsPairTheSameSubjects() throws IOException {
		final List<String> lines = new ArrayList<>();
		final Random random = new Random(3);
		for (int i = 0; i < 24; i++)
			for (int session = 1; session <= 2; session++)
				lines.add("P" + i + ",kim," + session + ",T5,VB," + (i % 2 == 0 ? 2 - random.nextInt(2) : random.nextInt(2)) +
					"," + (1 - i % 2));
		final ResultTable ordered = tests(lines);
		java.util.Collections.shuffle(lines, random);
		assertEquals(ordered.rows(), tests(lines).rows());
		assertFalse(((Double) ordered.cell(0, "p")).isNaN());
	}

	private ResultTable tests(final List<String> lines) throws IOException {
		final List<String> all = new ArrayList<>(List.of("case,reader,session,level,site,rating,truth"));
		all.addAll(lines);
		return report(all.toArray(String[]::new)).tables().get("diagnostic-tests.csv");
	}

	@Test
	void covariatesWithDecimalCommasAreNumbers() throws IOException {
		StudyFiles.write(folder, "cases.csv", List.of("case;age;BMI;stage", "P1;61,5;24,25;II", "P2;70;31;III"));
		final String[] one = both("P1", "kim", "T5,VB", 1, 2);
		final String[] two = both("P2", "kim", "T5,VB", 2, 2);
		final ResultTable table = report(StudyFiles.HEADER, one[0], one[1], two[0], two[1]).tables().get("table2-counts.csv");
		assertTrue(table.rows().contains(List.of("kim", "VB", "BMI", "", "definitely useful", 1, 24.25, Double.NaN, "")), table
			.rows().toString());
		assertTrue(table.rows().contains(List.of("kim", "VB", "stage", "III", "not useful", 1, "", "", "")), table.rows()
			.toString());
	}

	@Test
	void aNumberThatIsNoneDoesNotMakeItsColumnCategories() throws IOException {
		StudyFiles.write(folder, "cases.csv", List.of("case,BMI", "P1,24.25", "P2,>30", "P3,28"));
		assertRefused("'>30'", StudyFiles.HEADER, both("P1", "kim", "T5,VB", 1, 2)[0]);
	}

	@Test
	void anUnratedRowThatIsInvisibleCountsForTheQuality() throws IOException {
		final String[] rows = both("P1", "kim", "T5,VB", 1, 2);
		final StudyReport report = report(StudyFiles.HEADER, rows[0], rows[1], "P1,kim,1,T6,VB,,,", "P1,kim,2,T6,VB,,1,");
		assertTrue(report.tables().get("table4.csv").rows().contains(List.of("overall", "good", 1)));
		assertTrue(report.notes().contains("Rows without a rating, left out: 2; those that are invisible count for the quality"),
			report.notes().toString());
	}

	@Test
	void exactlyFiveInvisibleVertebraeArePoorAndItIsSaid() throws IOException {
		final List<String> lines = new ArrayList<>(List.of(StudyFiles.HEADER));
		for (int level = 1; level <= 5; level++)
			for (int session = 1; session <= 2; session++)
				lines.add("P1,kim," + session + ",T" + level + ",VB,0," + (session - 1) + ",");
		final StudyReport report = report(lines.toArray(String[]::new));
		assertEquals(List.of("overall", "poor", 1), report.tables().get("table4.csv").rows().get(0));
		assertTrue(report.notes().stream().anyMatch(note -> note.contains("exactly 5 has no grade in the source and counts as" +
			" poor (case P1)")), report.notes().toString());
	}

	@Test
	void namesThatLookLikeMarkupStayText() throws Exception {
		final String[] rows = both("<b>&P1", "\"kim \"\"& lee\"\"\"", "T5,VB", 1, 2);
		final StudyReport report = report(StudyFiles.HEADER, rows[0], rows[1]);
		report.write(folder.resolve("out"), Provenance.of("test", Map.of(), Map.of()));
		final String html = Files.readString(folder.resolve("out/report.html"));
		assertTrue(html.contains("&lt;b&gt;&amp;P1"));
		assertFalse(html.contains("<b>"));
		assertFalse(html.contains("http"), "the page must need nothing from elsewhere");
		for (final String figure : List.of("usefulness.svg", "quality.svg", "heatmap-reader1.svg")) {
			final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
			final var svg = factory.newDocumentBuilder().parse(folder.resolve("out").resolve(figure).toFile())
				.getDocumentElement();
			assertEquals("svg", svg.getTagName());
			assertEquals("1200", svg.getAttribute("width"));
			assertTrue(svg.getElementsByTagName("path").getLength() > 3, figure);
		}
	}

	@Test
	void aStudyFolderGivesWhatItsLongTableGives() throws IOException {
		final Path root = folder.resolve("study");
		final StudyFolder study = StudyFolder.create(root, Protocol.ofDiffusion("ratings", List.of(new StudyReader("kim", ""),
			new StudyReader("lee", "")), 1), "chief");
		study.saveCases(List.of(StudyCase.of("P1").with(60, Sex.MALE, "lung"), StudyCase.of("P2").with(50, Sex.FEMALE,
			"breast"), StudyCase.of("P3")), "chief", "");
		StudyFiles.write(folder, "cases.csv", List.of("case,age,sex,primary", "P1,60,male,lung", "P2,50,female,breast",
			"P3,,,"));
		final List<String> lines = new ArrayList<>(List.of(StudyFiles.HEADER));
		final Random random = new Random(8);
		for (final String reader : List.of("kim", "lee"))
			for (final String id : List.of("P1", "P2"))
				for (int session = 1; session <= 2; session++) {
					final TreeMap<Segment, Finding> findings = new TreeMap<>();
					for (final Segment segment : Spine.USUAL.segments(EnumSet.of(Site.VB, Site.PE))) {
						final int score = random.nextInt(3);
						findings.put(segment, Finding.EMPTY.withRating(Optional.of(Rating.ofScore(score))));
						lines.add(id + "," + reader + "," + session + "," + segment.level() + "," + segment.site() + "," + score + ",,");
					}
					study.importReading(Reading.of(new ReadingKey(id, reader, session), Spine.USUAL, EnumSet.of(Site.VB, Site.PE))
						.withFindings(findings).withStatus(ReadingStatus.FINISHED), Instant.EPOCH);
				}
		study.importReading(Reading.of(new ReadingKey("P3", "kim", 1), Spine.USUAL, EnumSet.of(Site.VB)).withFindings(Map.of(
			Segment.of("T5_VB"), Finding.EMPTY.withRating(Optional.of(Rating.DOUBTFUL)))), Instant.EPOCH);
		final StudyReport ofFolder = StudyReport.of(StudySource.read(root), done -> {});
		final StudyReport ofTable = report(lines.toArray(String[]::new));
		ofTable.tables().forEach((file, table) -> assertEquals(table.rows(), ofFolder.tables().get(file).rows(), file));
		assertTrue(ofFolder.notes().contains("Not finished, left out: case P3, reader kim, session 1"), ofFolder.notes()
			.toString());
	}

	@Test
	void contradictingSignsAreRefused() {
		final String header = "case,level,group,sign,modality,finding";
		assertRefused("is 'B', but case O1 was of group 'A' before", header, "O1,L1,A,fracture line,CT,present",
			"O1,L1,B,fracture line,MRI,present");
		assertRefused("was recorded before for O1 L1", header, "O1,L1,A,fracture line,CT,present",
			"O1,L1,A,fracture line,CT,absent");
		assertRefused("No fracture sign 'break'", header, "O1,L1,A,break,CT,present");
		assertRefused("column 'modality', row 1 (line 2 of the file) cannot be used: No modality 'PET'", header,
			"O1,L1,A,fracture line,PET,present");
		assertRefused("column 'modality', row 1 (line 2 of the file) is empty", header, "O1,L1,A,fracture line,,present");
		assertRefused("column 'finding', row 1 (line 2 of the file) cannot be used: No presence 'maybe'", header,
			"O1,L1,A,fracture line,CT,maybe");
	}

	@Test
	void aPatientOfTwoGroupsIsNamed() throws IOException {
		final StudyReport report = report("case,level,group,sign,modality,finding", "O1,L1,A,fracture line,CT,present",
			"O1,L2,B,fracture line,CT,present", "O2,L2,B,fracture line,CT,absent");
		assertTrue(report.notes().contains("Vertebrae of several groups, so that these patients count in each of them, as if" +
			" they were different ones: case O1."), report.notes().toString());
	}

	@Test
	void anInterruptionStopsTheAnalysis() throws IOException {
		final String[] rows = both("P1", "kim", "T5,VB", 1, 2);
		final StudySource source = StudySource.read(StudyFiles.write(folder, "ratings.csv", List.of(StudyFiles.HEADER, rows[0],
			rows[1])));
		Thread.currentThread().interrupt();
		try {
			assertThrows(CancellationException.class, () -> StudyReport.of(source, done -> {}));
		}
		finally {
			Thread.interrupted();
		}
	}
}
