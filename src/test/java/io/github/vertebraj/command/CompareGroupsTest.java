package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import ij.measure.ResultsTable;

import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;

/** Oracle: R 4.2.2 on the table that Demo Data writes, unless said otherwise. */
class CompareGroupsTest extends TableCommandTest {

	private static final List<String> LONG = List.of("subject;time;FF", "a;before;10,5", "b;before;20", "a;after;12,5",
		"c;after;7", "b;after;25", "d;before;11", "d;after;12");

	CompareGroupsTest() {
		super(CompareGroups.class);
	}

	/** {@code t.test(a ~ lesion)}; {@code chisq.test(correct = FALSE)}; {@code p.adjust("holm")}. */
	@Test
	void comparesSeveralMeasuresAndAdjusts() throws Exception {
		final ResultsTable tests = table(study("measures", "ADC reader 1, ADC reader 2, Line on CT", "group", "Lesion",
			"adjustment", "Holm"), "tests");
		assertEquals("Tests of patients.csv", tests.getTitle());
		assertEquals(3, tests.size());
		assertCell(9.26856738672601, tests, "Value", 0);
		assertCell(79.1173487153383, tests, "df", 0);
		assertCell(2.87284472737478e-14, tests, "p", 0);
		assertCell(0.364449830765250, tests, "CI lower", 0);
		assertCell(0.563786532871114, tests, "CI upper", 0);
		assertCell(5.74568945474957e-14, tests, "Adjusted p", 0);
		assertCell(2.06625033001052e-14, tests, "Adjusted p", 1);
		assertCell(14.38613623294, tests, "Value", 2);
		assertCell(1.48894506382151e-04, tests, "Adjusted p", 2);
		assertText("40 / 44", tests, "n", 2);
		assertTrue(tests.getStringValue("Why", 2).contains("smallest expected count 17.6"));
	}

	/** {@code quantile(type = 6)}. */
	@Test
	void describesTheGroupsInTheTypeOfQuantileThatWasAskedFor() throws Exception {
		final ResultsTable groups = table(study("measures", "ADC reader 1", "group", "Lesion", "quartiles",
			"type 6 (SPSS)", "decimals", "2", "rounding", "truncated"), "groups");
		assertCell(1.2515, groups, "Q1", 0);
		assertCell(1.5520, groups, "Q3", 0);
		assertTrue(groups.getStringValue("Text", 0).startsWith("1.40 ± 0.23"), groups.getStringValue("Text", 0));
	}

	/** {@code wilcox.test(exact = FALSE, correct = FALSE)}. */
	@Test
	void runsTheTestThatIsNamed() throws Exception {
		final ResultsTable tests = table(study("measures", "ADC reader 1", "group", "Lesion", "test", "Mann-Whitney",
			"pMethod", "asymptotic"), "tests");
		assertCell(2.15952812118709e-11, tests, "p", 0);
		assertText("", tests, "Why", 0);
	}

	/** {@code binom.test(12, 12)}: the signs that one of the two shows and the other does not. */
	@Test
	void comparesPairedSigns() throws Exception {
		final ResultsTable tests = table(study("measures", "Line on CT, Line on MR", "design", "paired"), "tests");
		assertText("McNemar", tests, "Test", 0);
		assertCell(0.00048828125, tests, "p", 0);
	}

	/** {@code kruskal.test(a ~ grade)}, followed by each two of four grades. */
	@Test
	void comparesEachTwoOfSeveralGroups() throws Exception {
		final ResultsTable tests = table(study("measures", "ADC reader 1", "group", "Grade reader 1", "test",
			"Kruskal-Wallis", "pMethod", "asymptotic", "pairwise", "all pairs", "adjustment", "Bonferroni"), "tests");
		assertEquals(1 + 6, tests.size());
		assertCell(0.0953946042397362, tests, "Value", 0);
		assertCell(0.9923843032851197, tests, "p", 0);
		assertText("2 vs 3", tests, "Groups", 6);
		assertText("Bonferroni, 6 tests", tests, "Adjustment", 6);
	}

	/** {@code cor(a, change, method = "spearman")} on the 44 patients with therapy. */
	@Test
	void correlatesAndCountsWhatIsMissing() throws Exception {
		final ResultsTable tests = table(study("measures", "ADC reader 1, FF change", "test", "Spearman correlation"),
			"tests");
		assertCell(0.236098386660072, tests, "Effect size", 0);
		assertCell(40, tests, "Missing", 0);
	}

	/**
	 * {@code fisher.test(rbind(c(8, 2), c(1, 9)))$p.value}; the odds ratio, which R finds to four digits only, is the root of
	 * {@code scipy.stats.nchypergeom_fisher.mean(20, 10, 9, x) = 8} (scipy 1.10.1).
	 */
	@Test
	void takesCountsOfAPaper() throws Exception {
		final ResultsTable tests = table(lines(List.of("group,seen,not seen", "CT,8,2", "MR,1,9"), "measures",
			"seen, not seen", "group", "group", "data", "counts"), "tests");
		assertText("Fisher exact", tests, "Test", 0);
		assertCell(0.00547749464158133, tests, "p", 0);
		assertCell(27.326807509325103, tests, "Effect size", 0);
	}

	/** Student's t of the summaries in the golden cases: t = 3.4655, p = 0.00085841. */
	@Test
	void takesSummariesOfAPaper() throws Exception {
		final CommandModule module = lines(List.of("group\tmean\tSD\tn", "fracture\t69.58\t8.457\t50",
			"metastasis\t62.13\t10.773\t31"), "measures", "mean, SD, n", "group", "group", "data", "summaries", "test",
			"Student t");
		final ResultsTable tests = table(module, "tests");
		assertCell(3.46554206995588, tests, "Value", 0);
		assertCell(0.000858410575938404, tests, "p", 0);
		assertNull(module.getOutput("plot"), "there is nothing to draw");
	}

	/** {@code t.test(c(10.5, 20, 11), c(12.5, 25, 12), paired = TRUE)}: p. */
	@Test
	void pairsValuesThatStandBelowOneAnother() throws Exception {
		final ResultsTable tests = table(lines(LONG, "measures", "FF", "group", "time", "subject", "subject", "design",
			"paired", "test", "paired t"), "tests");
		assertCell(0.156725957288432, tests, "p", 0);
		assertText("3", tests, "n", 0);
		assertCell(1, tests, "Missing", 0);
		assertText("before vs after", tests, "Groups", 0);
	}

	@Test
	void writesTablesWithTheirProvenanceAndAFigure() throws Exception {
		final Path tests = folder.resolve("tests.csv");
		final Path groups = folder.resolve("groups.csv");
		final Path figure = folder.resolve("figure.png");
		assertNotNull(study("measures", "ADC reader 1", "group", "Lesion", "output", tests.toFile(), "description", groups
			.toFile(), "figure", figure.toFile()).getOutput("plot"));
		assertEquals(2, Files.readAllLines(tests).size());
		assertEquals(3, Files.readAllLines(groups).size());
		assertTrue(Files.readString(folder.resolve("tests.json")).contains("\"measures\": \"ADC reader 1\""));
		assertEquals(1200, ImageIO.read(figure.toFile()).getWidth());
	}

	@Test
	void refusesWhatIsNoMeasure() throws Exception {
		assertRefused("has no column 'FFF'", lines(LONG, "measures", "FFF", "group", "time"));
		assertRefused("'a' in column 'subject', row 1 (line 2 of the file)", lines(LONG, "measures", "subject", "group",
			"time", "test", "Student t"));
		assertRefused("subject must name the column", lines(LONG, "measures", "FF", "group", "time", "design", "paired"));
		assertRefused("group must be given", lines(LONG, "measures", "FF"));
		assertRefused("only 'x'", lines(List.of("v,g", "1,x", "2,x", "3,y", ",y").subList(0, 3), "measures", "v", "group",
			"g"));
		assertRefused("is constant ('yes')", lines(List.of("v,g", "yes,x", "yes,y"), "measures", "v", "group", "g"));
		assertRefused("write 0 if there were none", lines(List.of("g,a,b", "x,1,", "y,3,4"), "measures", "a,b", "group",
			"g", "data", "counts"));
		assertRefused("The group 'x' stands twice", lines(List.of("g,a,b", "x,1,2", "x,3,4"), "measures", "a,b", "group",
			"g", "data", "counts"));
		assertRefused("A count is a whole number from 0", lines(List.of("g,a,b", "x,1,-2", "y,3,4"), "measures", "a,b",
			"group", "g", "data", "counts"));
		assertRefused("Subject 'a' has two values", lines(List.of("s,t,v", "a,1,5", "a,1,6", "a,2,7"), "measures", "v",
			"group", "t", "subject", "s", "design", "paired"));
	}

	/** A cell with a slip among many numbers would make the column categories. */
	@Test
	void takesNoMeasurementForACategory() throws Exception {
		final List<String> slip = new ArrayList<>(List.of("v,g"));
		for (int i = 0; i < 20; i++)
			slip.add(i * i + (i % 2 == 0 ? ".5,x" : ".7,y"));
		slip.add("<0.5,x");
		assertRefused("'<0.5' in column 'v'", lines(slip, "measures", "v", "group", "g"));
		assertRefused("'2?' in column 'v'", lines(List.of("v,g", "0,x", "1,x", "2,y", "2?,y"), "measures", "v", "group",
			"g"));
		assertRefused("'1,281' in column 'v'", lines(List.of("v,g", "834,x", "\"1,281\",x", "990,y", "\"1,020\",y"),
			"measures", "v", "group", "g"));
		final ResultsTable tests = table(lines(List.of("a,b,c", "0,3,4", "0,5,6", "0,2,7", "0,4,1", "0,6,2"), "measures",
			"a,b,c", "design", "paired"), "tests");
		assertText("Friedman", tests, "Test", 0);
	}

	/** Only rows that are used make categories; {@code fisher.test(rbind(c(2, 1), c(1, 1)))$p.value} is 1. */
	@Test
	void takesNoCategoryFromARowWithoutAGroup() throws Exception {
		final ResultsTable tests = table(lines(List.of("g,v", "A,p", "A,q", "B,p", "B,q", "A,p", "NA,r"), "measures", "v",
			"group", "g"), "tests");
		assertText("v: p / q", tests, "Measure", 0);
		assertCell(1, tests, "Missing", 0);
		assertCell(1, tests, "p", 0);
	}

	/** R: {@code fisher.test(rbind(c(8, 2), c(2, 8)), alternative = "greater")$p.value}. */
	@Test
	void namesTheCategoryWhoseOddsAreCompared() throws Exception {
		final List<String> rows = new ArrayList<>(List.of("v,g"));
		for (int i = 0; i < 10; i++)
			rows.addAll(List.of((i < 8 ? 0 : 1) + ",B", (i < 2 ? 0 : 1) + ",A"));
		final Object[] inputs = { "measures", "v", "group", "g", "alternative", "less", "positive", "1" };
		final ResultsTable tests = table(lines(rows, inputs), "tests");
		assertText("Fisher exact", tests, "Test", 0);
		assertCell(0.0115070687826106, tests, "p", 0);
		assertTrue(tests.getStringValue("Notes", 0).contains("of '1' against '0'"), tests.getStringValue("Notes", 0));
		inputs[inputs.length - 1] = "0";
		assertCell(0.999453333044664, table(lines(rows, inputs), "tests"), "p", 0);
	}

	/** Written with commas for thousands, which the file's own commas rule out as decimal marks. */
	@Test
	void readsLongTablesLikeWideOnes() throws Exception {
		assertRefused("is not a number", lines(List.of("s,r,v", "1,a,980", "1,b,\"1,020\"", "2,a,995", "2,b,\"1,010\""),
			"measures", "v", "group", "r", "subject", "s", "design", "paired", "test", "paired t"));
	}

	@Test
	void countsWhatIsMissingInColumns() throws Exception {
		final ResultsTable tests = table(lines(List.of("a,b", "1,5", "NA,6", "3,7", "4,", "5,"), "measures", "a,b"), "tests");
		assertText("4 / 3", tests, "n", 0);
		assertCell(1, tests, "Missing", 0);
		assertRefused("is not finite", lines(List.of("a,b", "1,5", "Infinity,6", "3,7"), "measures", "a,b"));
	}

	@Test
	void overwritesNeitherTheTableNorAnotherResult() throws Exception {
		final Path study = studyFolder.resolve("patients.csv");
		assertRefused("would be overwritten", study("measures", "ADC reader 1", "group", "Lesion", "output", study.toFile()));
		assertTrue(Files.readAllLines(study).size() > 80);
		final File same = folder.resolve("same.csv").toFile();
		assertRefused("would be overwritten", study("measures", "ADC reader 1", "group", "Lesion", "output", same,
			"description", same));
	}

	@Test
	void refusesATestThatDoesNotSuitAndNamesOneThatDoes() throws Exception {
		assertRefused("paired t needs numbers of the same subjects", study("measures", "ADC reader 1", "group", "Lesion",
			"test", "paired t"));
		assertRefused("Student t compares two, but there are 4", study("measures", "ADC reader 1", "group", "Grade reader 1",
			"test", "Student t"));
		assertRefused("alternative must be two-sided", study("measures", "ADC reader 1", "group", "Grade reader 1", "test",
			"Kruskal-Wallis", "alternative", "less"));
	}

	@Test
	void writesNothingWhenItRefuses() throws Exception {
		final Path tests = folder.resolve("tests.csv");
		assertRefused("has no column", study("measures", "nothing", "group", "Lesion", "output", tests.toFile()));
		assertFalse(Files.exists(tests));
	}
}
