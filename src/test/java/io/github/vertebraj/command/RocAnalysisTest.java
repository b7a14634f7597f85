package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.measure.ResultsTable;

import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;

/** Oracle: pROC 1.18.0 in R 4.2.2 on the table that Demo Data writes. */
class RocAnalysisTest extends TableCommandTest {

	private static final List<String> SMALL = List.of("score,truth,scanner", "1,no,A", "2,no,A", "3,yes,A", "4,yes,A",
		"1,no,B", "3,no,B", "2,yes,B", "4,yes,B", ",yes,B");

	RocAnalysisTest() {
		super(RocAnalysis.class);
	}

	/** {@code roc(direction = ">")}, {@code ci.auc}, {@code roc.test(method = "delong")}, {@code coords("best")}. */
	@Test
	void comparesTwoScoresOfTheSameCases() throws Exception {
		final CommandModule module = study("scores", "ADC reader 1, ADC reader 2", "outcome", "Lesion", "positive",
			"malignant", "direction", "lower is positive");
		final ResultsTable areas = table(module, "areas");
		assertCell(0.92471590909090909, areas, "AUC", 0);
		assertCell(0.872138898567944, areas, "CI lower", 0);
		assertCell(0.977292919613874, areas, "CI upper", 0);
		final ResultsTable tests = table(module, "tests");
		assertCell(-0.442206192852661, tests, "Value", 2);
		assertCell(0.658340005137343, tests, "p", 2);
		final ResultsTable cutOffs = table(module, "cutOffs");
		assertCell(1.19, cutOffs, "Cut-off", 0);
		assertText("positive if score < 1.19", cutOffs, "Rule", 0);
		assertCell(0.886363636363636, cutOffs, "Sensitivity", 0);
		assertCell(0.85, cutOffs, "Specificity", 0);
	}

	@Test
	void takesACutOffThatWasGivenWithItsRule() throws Exception {
		final Object[] inputs = { "scores", "score", "outcome", "truth", "positive", "yes", "cutoff", "value", "target",
			"3" };
		assertText("positive if score >= 3", table(lines(SMALL, inputs), "cutOffs"), "Rule", 0);
		assertCell(3, table(lines(SMALL, inputs), "cutOffs"), "TP", 0);
		inputs[inputs.length - 1] = "> 3";
		assertCell(2, table(lines(SMALL, inputs), "cutOffs"), "TP", 0);
	}

	@Test
	void comparesOneScoreBetweenGroupsAndCountsWhatIsMissing() throws Exception {
		final CommandModule module = lines(SMALL, "scores", "score", "outcome", "truth", "positive", "yes", "group",
			"scanner");
		final ResultsTable areas = table(module, "areas");
		assertEquals(2, areas.size());
		assertCell(1, areas, "AUC", 0);
		assertCell(0.75, areas, "AUC", 1);
		assertCell(1, areas, "Missing", 1);
		assertTrue(areas.getStringValue("CI", 0).contains("Newcombe"), areas.getStringValue("CI", 0));
		assertText("A vs B", table(module, "tests"), "Groups", 2);
	}

	@Test
	void saysThatTheDataChoseTheDirection() throws Exception {
		final ResultsTable areas = table(study("scores", "ADC reader 1", "outcome", "Lesion", "positive", "malignant",
			"direction", "auto", "interval", "bootstrap percentile", "seed", 7L), "areas");
		assertText("lower is positive (auto)", areas, "Direction", 0);
		assertText("95%, bootstrap percentile, stratified, 2000 replicates, seed 7", areas, "CI", 0);
	}

	/** A score that falls with the disease beside one that rises: {@code roc(direction = "<")} of the second is 1 − AUC. */
	@Test
	void comparesScoresOfOppositeDirections() throws Exception {
		final ResultsTable areas = table(study("scores", "ADC reader 1, ADC reader 2", "outcome", "Lesion", "positive",
			"malignant", "inverted", "ADC reader 1"), "areas");
		assertCell(0.92471590909090909, areas, "AUC", 0);
		assertCell(1 - 0.92897727272727271, areas, "AUC", 1);
		assertTrue(areas.getStringValue("Notes", 1).contains("below 0.5"), areas.getStringValue("Notes", 1));
		final ResultsTable groups = table(study("scores", "ADC reader 1", "outcome", "Lesion", "positive", "malignant",
			"group", "Line on MR", "inverted", "ADC reader 1"), "areas");
		assertText("lower is positive", groups, "Direction", 1);
		assertRefused("inverted must name some of the scores", study("scores", "ADC reader 1", "outcome", "Lesion",
			"positive", "malignant", "inverted", "ADC reader 2"));
	}

	@Test
	void writesAllTablesAndTheFigure() throws Exception {
		for (final String name : List.of("roc.csv", "cutoffs.csv", "tests.csv", "roc.png"))
			Files.deleteIfExists(folder.resolve(name));
		final Path roc = folder.resolve("roc.csv");
		lines(SMALL, "scores", "score", "outcome", "truth", "positive", "yes", "output", roc.toFile(), "accuracy", folder
			.resolve("cutoffs.csv").toFile(), "comparison", folder.resolve("tests.csv").toFile(), "figure", folder.resolve(
				"roc.png").toFile(), "band", "none");
		for (final String name : List.of("roc.csv", "roc.json", "cutoffs.csv", "tests.csv", "roc.png"))
			assertTrue(Files.exists(folder.resolve(name)), name);
	}

	@Test
	void refusesWhatIsNoOutcomeOrCutOff() throws Exception {
		assertRefused("positive must be a value of the column 'truth' (no, yes)", lines(SMALL, "scores", "score",
			"outcome", "truth", "positive", "maybe"));
		assertRefused("target must be given", lines(SMALL, "scores", "score", "outcome", "truth", "positive", "yes",
			"cutoff", "sensitivity"));
		assertRefused("target must be a number", lines(SMALL, "scores", "score", "outcome", "truth", "positive", "yes",
			"cutoff", "value", "target", "high"));
		assertRefused("lies between 0 and 1", lines(SMALL, "scores", "score", "outcome", "truth", "positive", "yes",
			"cutoff", "sensitivity", "target", "90"));
		assertRefused("group must be left empty for several scores", study("scores", "ADC reader 1,ADC reader 2",
			"outcome", "Lesion", "positive", "malignant", "group", "Line on CT"));
		assertRefused("has only the value 'yes'", lines(List.of("s,t", "1,yes", "2,yes"), "scores", "s", "outcome", "t",
			"positive", "yes"));
		assertRefused("0 negative cases", lines(List.of("s,t", "1,yes", "2,yes", ",no"), "scores", "s", "outcome", "t",
			"positive", "yes"));
	}
}
