package io.github.vertebraj.report.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.vertebraj.phantom.FractureSigns;
import io.github.vertebraj.phantom.ReaderStudyPhantom;
import io.github.vertebraj.report.CsvFile;
import io.github.vertebraj.report.ResultTable;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo studies give the tables of the two papers: Y. J. Kim et al. (usefulness of diffusion-weighted MRI in spinal
 * metastasis) and the Chinese study of fracture signs on X-ray, CT and MRI. p-values beside the printed ones are R's
 * ({@code fisher.test}, {@code chisq.test(correct = FALSE)}) on the printed counts.
 */
class PublishedTablesTest {

	@TempDir
	private static Path folder;

	private static Map<String, ResultTable> readers;
	private static Map<String, ResultTable> fractures;

	/** Table 1 of the paper: reader, site, patients of categories 1 to 14. */
	private static final Map<String, int[]> TABLE_1 = Map.of("R1 VB", new int[] { 1, 0, 7, 2, 4, 3, 1, 1, 0, 0, 3, 1, 8,
		17 }, "R2 VB", new int[] { 4, 1, 5, 2, 4, 3, 0, 1, 2, 0, 2, 0, 8, 16 }, "R3 VB", new int[] { 0, 1, 7, 2, 3, 2, 1, 3, 0,
			0, 2, 0, 10, 17 }, "R1 PE", new int[] { 1, 0, 1, 0, 10, 0, 0, 0, 0, 0, 1, 0, 5, 30 }, "R2 PE", new int[] { 3, 0, 4, 0,
				4, 1, 1, 0, 0, 0, 0, 1, 9, 25 }, "R3 PE", new int[] { 0, 2, 2, 0, 4, 1, 0, 0, 0, 1, 2, 1, 10, 25 });

	@BeforeAll
	static void analyse() throws Exception {
		readers = StudyReport.of(StudySource.read(StudyFiles.write(folder.resolve("readers"), new ReaderStudyPhantom())),
			done -> {}).tables();
		fractures = StudyReport.of(StudySource.read(StudyFiles.write(folder.resolve("fractures"), new FractureSigns())),
			done -> {}).tables();
		for (final var table : readers.entrySet())
			CsvFile.write(folder.resolve(table.getKey()), table.getValue());
	}

	private static List<Object> row(final ResultTable table, final Object... start) {
		final List<List<Object>> found = table.rows().stream().filter(row -> row.subList(0, start.length).equals(Arrays.asList(
			start))).toList();
		assertEquals(1, found.size(), table.title() + " " + Arrays.toString(start));
		return found.get(0);
	}

	private static void assertP(final double expected, final ResultTable table, final Object... start) {
		assertEquals(expected, (Double) row(table, start).get(table.headers().indexOf("p")), 1e-9 * expected, Arrays.toString(
			start));
	}

	@Test
	void table1HasEveryCategory() {
		TABLE_1.forEach((key, counts) -> {
			for (int category = 1; category <= 14; category++)
				assertEquals(counts[category - 1], row(readers.get("table1.csv"), key.substring(0, 2), key.substring(3),
					category).get(3), key + " " + category);
		});
		assertEquals(List.of("reader", "site", "category", "patients"), readers.get("table1.csv").headers());
	}

	@Test
	void groupsAddUp() {
		final ResultTable groups = readers.get("table1-groups.csv");
		assertEquals(List.of("reader", "site", "group", "patients"), groups.headers());
		assertEquals(18, row(groups, "R1", "VB", "definitely useful").get(3));
		assertEquals(5, row(groups, "R2", "VB", "equivocal").get(3));
		assertEquals(10, row(groups, "R3", "VB", "not useful").get(3));
		assertEquals(30, row(groups, "R1", "PE", "presumed non-metastatic").get(3));
		assertEquals(58.06451612903226, (Double) row(readers.get("usefulness.csv"), "R1", "VB").get(4), 1e-12);
		assertEquals(39.130434782608695, (Double) row(readers.get("usefulness.csv"), "R3", "PE").get(4), 1e-12);
	}

	/** Printed 0.59, 0.822, 0.517, 0.875, 0.953, 0.597, 0.387, 1, 0.378, 0.029, 0.257, 0.448, 0.336, 0.183, 0.756. */
	@Test
	void table2HasThePrintedValuesThatCanHoldTogether() {
		final double[][] p = { { 0.590011445889965, 0.822112712743806, 0.517044194371406 }, { 0.875030226822095,
			0.953063790685327, 0.596941314289102 }, { 0.386716224951517, 1, 0.377953745600805 }, { 0.0288060304213214,
				0.256546388058028, 0.448194422349754 }, { 0.336379544536761, 0.183137693447412, 0.755960580248681 } };
		final List<String> blocks = List.of("R1 VB", "R2 VB", "R1 PE", "R2 PE", "R3 PE");
		for (int block = 0; block < p.length; block++)
			for (int variable = 0; variable < 3; variable++)
				assertP(p[block][variable], readers.get("table2.csv"), blocks.get(block).substring(0, 2), blocks.get(block)
					.substring(3), List.of("sex", "primary", "type").get(variable), "Fisher exact");
		assertEquals(List.of("reader", "site", "variable", "test", "statistic", "p"), readers.get("table2.csv").headers()
			.subList(0, 6));
	}

	/** Means and SDs as printed, by reader, site and group; a group of one patient has no SD, where the paper prints 0. */
	@Test
	void segmentsOfSession1HaveThePrintedMeansAndSds() {
		final double[][][] printed = { { { 5.8, 8.2 }, { 7.8, 11.6 }, { 10.2, 13.3 } }, { { 5.9, 9.6 }, { 18.2, 14.9 }, { 8.2,
			12.9 } }, { { 4.2, 6.1 }, { 1.4, 1.7 }, { 17.6, 14.7 } }, { { 5.7, 5.5 }, { 0, Double.NaN }, { 14.8, 12.6 } }, { {
				4.5, 6.9 }, { 7, Double.NaN }, { 14.2, 11.6 } }, { { 2.3, 3.4 }, { 2.2, 2.9 }, { 15.2, 11.4 } } };
		final List<String> blocks = List.of("R1 VB", "R2 VB", "R3 VB", "R1 PE", "R2 PE", "R3 PE");
		final List<String> groups = List.of("definitely useful", "equivocal", "not useful");
		for (int block = 0; block < 6; block++)
			for (int group = 0; group < 3; group++) {
				final List<Object> row = row(readers.get("table2-counts.csv"), blocks.get(block).substring(0, 2), blocks.get(block)
					.substring(3), "segments", "", groups.get(group));
				// a half may have been rounded either way
				assertEquals(printed[block][group][0], (Double) row.get(6), 0.0501, blocks.get(block) + groups.get(group));
				assertEquals(printed[block][group][1], (Double) row.get(7), 0.0501, blocks.get(block) + groups.get(group));
			}
	}

	/** Printed 0.55, 0.29, 0.64: those of the chi-square test, not of Fisher's that the methods name. */
	@Test
	void table3HasThePrintedValues() {
		final double[] chi = { 0.550449514801913, 0.294760577120292, 0.635779657713044 };
		final double[] fisher = { 0.626968045401572, 0.321271784905407, 0.621295806071023 };
		for (int reader = 1; reader <= 3; reader++) {
			assertP(chi[reader - 1], readers.get("table3.csv"), "R" + reader, "VB and PE", "position", "Pearson chi-square");
			assertP(fisher[reader - 1], readers.get("table3.csv"), "R" + reader, "VB and PE", "position", "Fisher exact");
		}
	}

	@Test
	void table4HasThePrintedCounts() {
		final Map<String, int[]> printed = Map.of("overall", new int[] { 7, 10, 15, 16 }, "C", new int[] { 0, 6, 2, 40 }, "T",
			new int[] { 6, 6, 13, 23 }, "L", new int[] { 0, 0, 0, 48 }, "S", new int[] { 0, 0, 0, 48 });
		assertEquals(List.of("scope", "grade", "patients"), readers.get("table4.csv").headers());
		printed.forEach((scope, counts) -> {
			for (int grade = 0; grade < 4; grade++)
				assertEquals(counts[grade], row(readers.get("table4.csv"), scope, List.of("poor", "fair", "good", "excellent").get(
					grade)).get(2), scope);
		});
	}

	@Test
	void totalsAgreeAndHiddenSwapsAreCounted() {
		final ResultTable checks = readers.get("cross-checks.csv");
		assertTrue(checks.rowCount() > 100);
		assertTrue(checks.rows().stream().allMatch(row -> row.get(5).equals("yes")), checks.rows().toString());
		assertTrue(readers.get("hidden-swaps.csv").rows().stream().anyMatch(row -> (Integer) row.get(3) > 0));
	}

	/** Printed: age t 3.446 (from the printed means 3.466), BMI 0.729, sex 29.418, osteoporosis 65.323. */
	@Test
	void patientsOfTheFractureStudyAreThePrintedOnes() {
		final ResultTable tests = fractures.get("fracture-patients-tests.csv");
		assertEquals(3.466, (Double) row(tests, "age", "Student t").get(2), 0.005);
		assertEquals(0.729, (Double) row(tests, "BMI (kg/m^2)", "Student t").get(2), 0.0005);
		assertEquals(29.4179097469785, (Double) row(tests, "sex", "Pearson chi-square").get(2), 1e-9);
		assertEquals(65.3225806451613, (Double) row(tests, "osteoporosis", "Pearson chi-square").get(2), 1e-9);
		final ResultTable counts = fractures.get("fracture-patients.csv");
		assertEquals(69.58, (Double) row(counts, "age", "", "osteoporotic").get(6), 0.005);
		assertEquals(8.457, (Double) row(counts, "age", "", "osteoporotic").get(7), 0.0005);
		assertEquals(62.13, (Double) row(counts, "age", "", "metastatic").get(6), 0.005);
		assertEquals(10.773, (Double) row(counts, "age", "", "metastatic").get(7), 0.0005);
	}

	/** Printed: 4.283, 0.998, 3.255, 10.673, 72.653, 14.832, 6.283, 102.679, 136.330, 6.023, 5.808; 0.029 is a slip. */
	@Test
	void signsHaveThePrintedStatistics() {
		final Map<String, Double> printed = Map.ofEntries(Map.entry("shape wedge", 4.2828666350261), Map.entry(
			"shape biconcave", 0.998382397567291), Map.entry("shape flat", 3.25541385524774), Map.entry("severe compression",
				10.6728813055605), Map.entry("posterior-wall bulge", 72.6527805864509), Map.entry("posterior-corner fat kept",
					14.832103601785), Map.entry("intravertebral cleft", 6.28340242346939), Map.entry("posterior-element involvement",
						102.678573003359), Map.entry("soft-tissue mass", 136.329809725159), Map.entry("disc normal", 6.0233716742511),
			Map.entry("disc compressed", 5.80847133128744), Map.entry("disc widened", 0.0443507635612383), Map.entry("shape",
				6.26737194279123), Map.entry("disc", 8.07488719996049));
		printed.forEach((sign, chi) -> assertEquals(chi, (Double) row(fractures.get("fracture-signs-tests.csv"), "all", sign,
			"Pearson chi-square").get(3), 1e-9 * chi, sign));
		assertP(3.90851546925846e-25, fractures.get("fracture-signs-tests.csv"), "all", "posterior-element involvement",
			"Fisher exact");
	}

	/** Printed: 93.141 (a slip: 42 counted as 43), 4.120, 45.462, 50.056, 111.025. Cochran's Q: from its definition. */
	@Test
	void detectionHasThePrintedStatisticsAndTheOnesThatFit() {
		final ResultTable tests = fractures.get("fracture-detection-tests.csv");
		assertDetection(tests, "osteoporotic", "fracture line", 90.9203129214999);
		assertDetection(tests, "osteoporotic", "posterior-element involvement", 4.1198431372549);
		assertDetection(tests, "metastatic", "bone destruction", 45.4621168305379);
		assertDetection(tests, "metastatic", "posterior-element involvement", 50.0564102564103);
		assertDetection(tests, "metastatic", "soft-tissue mass", 111.02480338778);
		// 56, 95 and 91 of 98: X-rays see 56 of what both see; CT sees 4 beyond MRI: 39 vertebrae differ
		assertEquals(2762.0 / 39, (Double) row(tests, "all", "osteoporotic", "fracture line", "Cochran Q",
			"X-ray, CT, MRI").get(5), 1e-9);
		final ResultTable counts = fractures.get("fracture-detection.csv");
		assertEquals(List.of(98, 0, 0, 98, 0), row(counts, "all", "osteoporotic", "marrow oedema", "CT").subList(4, 9));
		assertEquals(List.of(43, 40, 3, 0, 0), row(counts, "all", "metastatic", "posterior-element involvement", "combined")
			.subList(4, 9));
	}

	private static void assertDetection(final ResultTable tests, final String group, final String sign, final double chi) {
		assertEquals(chi, (Double) row(tests, "all", group, sign, "Pearson chi-square").get(5), 1e-9 * chi, sign);
	}

	@Test
	void clusteringOfVertebraeIsTold() {
		assertEquals(List.of(50, 98), row(fractures.get("fracture-clusters.csv"), "all", "osteoporotic").subList(2, 4));
		assertEquals(List.of(31, 43), row(fractures.get("fracture-clusters.csv"), "all", "metastatic").subList(2, 4));
	}
}
