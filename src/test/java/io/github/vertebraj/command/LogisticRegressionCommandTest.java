package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;

/**
 * Oracle: R 4.2.2 on the rows without missing values, {@code glm(y ~ ff + mp + site, binomial, control = list(epsilon =
 * 1e-14, maxit = 100))} unless said otherwise; its standard errors are those of the last step but one, good to 1e-7.
 */
class LogisticRegressionCommandTest extends TableCommandTest {

	private static final List<String> THERAPY = List.of(
		"Response,FF change (%),M protein (%),Site,Grade", "non-responder,-13.3,-46,thoracic,2",
		"non-responder,-7.8,6,pelvis,3", "responder,-21.6,-58,pelvis,3", "non-responder,-20.3,-50,thoracic,1",
		"responder,,-89,lumbar,2", "non-responder,-16.4,-39,lumbar,2", "non-responder,3.9,-13,pelvis,2",
		"non-responder,-2.4,-66,thoracic,3", "non-responder,-8.4,-13,pelvis,2", "non-responder,-17,-50,pelvis,1",
		"responder,-15.5,-106,lumbar,1", "responder,-11.1,-14,lumbar,2", "non-responder,-21.8,-18,thoracic,3",
		"responder,-10.3,-33,thoracic,1", "responder,-18.3,-16,pelvis,1", "responder,-7.9,-47,thoracic,3",
		",-10,-65,pelvis,2", "non-responder,0,-25,lumbar,1", "responder,-13.3,-35,thoracic,2", "responder,-13.9,-24,,1",
		"responder,-14.1,-45,thoracic,2", "responder,-8.1,-27,lumbar,1", "non-responder,-12,5,pelvis,1",
		"responder,-4.8,-38,lumbar,3", "responder,-7.3,-65,pelvis,1", "non-responder,-7.9,30,pelvis,1",
		"responder,-9.7,-44,lumbar,1", "responder,-14.9,-99,thoracic,2", "non-responder,-10,-24,lumbar,2",
		"non-responder,-16.9,11,thoracic,3", "responder,-17.9,-64,thoracic,1", "responder,-16.4,-72,pelvis,3",
		"responder,-1.9,-58,lumbar,2", "responder,-22.2,-17,pelvis,3", "non-responder,-15.8,-26,pelvis,2",
		"responder,-3.6,-44,pelvis,3");

	/** Complete separation by x, none by z. */
	private static final List<String> SEPARATED = List.of("x,z,y", "1,3,no", "2,1,no", "3,4,no", "4,2,yes", "5,3,yes",
		"6,1,yes", "7,2,yes", "2.5,2,no");

	LogisticRegressionCommandTest() {
		super(LogisticRegressionCommand.class);
	}

	private CommandModule therapy(final Object... more) throws Exception {
		return lines(THERAPY, with(List.of("outcome", "Response", "positive", "responder", "predictors",
			"FF change, M protein (%), Site"), more));
	}

	private CommandModule separated(final Object... more) throws Exception {
		return lines(SEPARATED, with(List.of("outcome", "y", "positive", "yes", "predictors", "x, z", "replicates", 20),
			more));
	}

	/** Inputs with others, which go before those of the same name. */
	private static Object[] with(final List<Object> usual, final Object... more) {
		final List<Object> all = new ArrayList<>(usual);
		all.addAll(Arrays.asList(more));
		return all.toArray();
	}

	/** Profiles: {@code uniroot} of the deviance of {@code glm.fit} with an offset; tests: {@code drop1}. */
	@Test
	void printsCoefficientsAsRDoes() throws Exception {
		final ResultsTable table = table(therapy("replicates", 0), "coefficients");
		assertEquals(5, table.size());
		assertEquals("Logistic regression of study.csv", table.getTitle());
		assertText("(Intercept)", table, "Predictor", 0);
		assertCell(-1.3704643140623447, table, "Coefficient", 0);
		assertText("", table, "Odds ratio", 0);
		assertText("FF change (%)", table, "Predictor", 1);
		assertText("", table, "Contrast", 1);
		assertText("per 1", table, "Unit", 1);
		assertCell(-0.0493831728452438, table, "Coefficient", 2);
		assertEquals(0.0211676789341976, table.getValue("SE", 2), 1e-8);
		assertEquals(-2.332951713731, table.getValue("z", 2), 1e-6);
		assertEquals(0.0196506797437, table.getValue("Wald p", 2), 1e-7);
		assertCell(8.427966887823, table, "LR chi^2", 2);
		assertText("thoracic vs lumbar", table, "Contrast", 4);
		assertCell(2, table, "LR df", 4);
		assertEquals(0.998207711168, table.getValue("LR chi^2", 4), 1e-11);
		assertEquals(0.6070744, table.getValue("LR p", 4), 5e-8);
		assertEquals(0.905500486915480, table.getValue("CI lower", 2), 1e-10);
		assertEquals(0.986079181853705, table.getValue("CI upper", 2), 1e-10);
		assertEquals(2.8598095325549142, table.getValue("Profile CI upper", 4), 1e-9);
		assertEquals(0.0370359427639578, table.getValue("Wald CI lower", 4), 1e-8);
		assertText("95%, profile likelihood", table, "CI", 2);
	}

	/** {@code logLik}, {@code AIC}, {@code BIC}, deviances; {@code pROC::ci.auc} 1.18.0; R^2 by their formulas. */
	@Test
	void printsTheModelAsRDoes() throws Exception {
		final ResultsTable table = table(therapy("replicates", 0), "quality");
		assertEquals("Model of study.csv", table.getTitle());
		assertText("responder", table, "Event", 0);
		assertCell(33, table, "n", 0);
		assertCell(18, table, "Events", 0);
		assertCell(3, table, "Missing", 0);
		assertText("none", table, "Selection", 0);
		assertCell(-17.80863502919722, table, "Log-likelihood", 0);
		assertCell(9.85733968106503, table, "LR chi^2", 0);
		assertCell(0.0429005787320727, table, "p", 0);
		assertCell(45.61727005839443, table, "AIC", 0);
		assertCell(53.09980786572683, table, "BIC", 0);
		assertCell(0.216765789471120, table, "McFadden R^2", 0);
		assertCell(0.345254349599619, table, "Nagelkerke R^2", 0);
		assertCell(0.188967916068302, table, "Brier", 0);
		assertCell(3.75, table, "Events per variable", 0);
		assertEquals(0.59272691913, table.getValue("AUC CI lower", 0), 1e-11);
		assertEquals(0.925791599388, table.getValue("AUC CI upper", 0), 1e-12);
		assertText("", table, "Optimism", 0);
		assertTrue(table.getStringValue("Notes", 0).contains(
			"3 of 36 rows are left out, as values are missing: 'Response' in 1, 'FF change (%)' in 1, 'Site' in 1."));
		assertTrue(table.getStringValue("Notes", 0).contains("The AUC is apparent: optimistic"));
	}

	/** {@code y ~ ff + mp + relevel(site, "pelvis") + factor(grade)}. */
	@Test
	void takesNumbersAsCategoriesAndNamedReferences() throws Exception {
		final ResultsTable table = table(therapy("replicates", 0, "predictors",
			"FF change (%), M protein (%), Site, Grade", "categorical", "Grade", "references", "site = Pelvis, Grade=1"),
			"coefficients");
		assertText("lumbar vs pelvis", table, "Contrast", 3);
		assertCell(0.8156965613646543, table, "Coefficient", 3);
		assertText("3 vs 1", table, "Contrast", 6);
		assertCell(0.4031075577423799, table, "Coefficient", 6);
		assertEquals(0.926086018428, table.getValue("LR chi^2", 6), 1e-10);
	}

	/** {@code confint.default(m) * sd(ff)}; 90 % profile by {@code uniroot}. */
	@Test
	void givesOddsRatiosPerStandardDeviationAndTheIntervalAskedFor() throws Exception {
		final ResultsTable perSd = table(therapy("replicates", 0, "per", "standard deviation", "intervals", "Wald"),
			"coefficients");
		assertCell(0.788887721974218, perSd, "Odds ratio", 1);
		assertEquals(0.334087746681673, perSd.getValue("CI lower", 1), 1e-7);
		assertEquals(1.862815514975038, perSd.getValue("CI upper", 1), 1e-6);
		assertText("per SD (6.592)", perSd, "Unit", 1);
		assertText("95%, Wald", perSd, "CI", 1);
		assertText("", perSd, "Unit", 3);
		final ResultsTable at90 = table(therapy("replicates", 0, "confidence", 90), "coefficients");
		assertEquals(0.913927432745007, at90.getValue("CI lower", 2), 1e-10);
		assertText("90%, profile likelihood", at90, "CI", 2);
	}

	/** brglm2 0.9: {@code glm(..., method = "brglmFit", type = "AS_mean", epsilon = 1e-14)}. */
	@Test
	void fitsByFirth() throws Exception {
		final CommandModule module = therapy("replicates", 0, "method", "Firth");
		assertCell(-0.0389090253835721, table(module, "coefficients"), "Coefficient", 2);
		assertCell(-0.8712919612075342, table(module, "coefficients"), "Coefficient", 4);
		assertText("95%, profile penalised likelihood", table(module, "coefficients"), "CI", 2);
		assertText("Firth", table(module, "quality"), "Method", 0);
	}

	/** {@code step}, {@code add1(test = "LRT")}. */
	@Test
	void selectsOnlyWhenAskedAndNamesThePath() throws Exception {
		final ResultsTable forward = table(therapy("replicates", 0, "selection", "forward", "predictors",
			"FF change (%), M protein (%), Site"), "quality");
		assertText("M protein (%)", forward, "Predictors", 0);
		assertText("forward selection by likelihood ratio (entry p < 0.05)", forward, "Selection", 0);
		assertText("1. M protein (%) enters (LR p = 0.003, AIC 47.475 to 40.664)", forward, "Selection path", 0);
		final CommandModule backward = therapy("replicates", 0, "selection", "backward", "criterion", "AIC", "predictors",
			"FF change (%), M protein (%), Site, Grade", "categorical", "Grade");
		final ResultsTable model = table(backward, "quality");
		assertTrue(model.getStringValue("Selection path", 0).startsWith(
			"1. Grade leaves (LR p = 0.629, AIC 48.691 to 45.617); 2. Site leaves"), model.getStringValue(
				"Selection path", 0));
		assertCell(40.66403287673, model, "AIC", 0);
		assertCell(15, model, "Events per variable", 0);
		assertTrue(model.getStringValue("Notes", 0).contains("per column of all candidates there are 2.5."));
		assertTrue(table(backward, "coefficients").getStringValue("Notes", 1).contains("too optimistic"));
	}

	@Test
	void aModelWithoutPredictorsIsDefined() throws Exception {
		final CommandModule module = therapy("selection", "forward", "predictors", "FF change (%)", "replicates", 20);
		assertEquals(1, table(module, "coefficients").size());
		final ResultsTable model = table(module, "quality");
		assertText("", model, "Predictors", 0);
		assertText("no predictor entered or left", model, "Selection path", 0);
		assertCell(1, model, "p", 0);
		assertCell(0.5, model, "AUC", 0);
		assertEquals(1200, ((ImagePlus) module.getOutput("plot")).getWidth());
	}

	/** {@code rms::validate(lrm(...), B = 3000)}, seed 1: an optimism of 0.0912 (half of Dxy's). */
	@Test
	void correctsTheOptimism() throws Exception {
		final ResultsTable model = table(therapy("replicates", 3000), "quality");
		assertEquals(0.0912, model.getValue("Optimism", 0), 0.006);
		assertCell(model.getValue("AUC", 0) - model.getValue("Optimism", 0), model, "AUC corrected", 0);
		assertCell(3000, model, "Replicates", 0);
	}

	@Test
	void aSeedGivesTheSameResamplesAndTheSelectionIsRepeatedInEach() throws Exception {
		final double one = table(therapy("replicates", 50, "seed", 7L), "quality").getValue("Optimism", 0);
		assertEquals(one, table(therapy("replicates", 50, "seed", 7L), "quality").getValue("Optimism", 0));
		assertNotEquals(one, table(therapy("replicates", 50, "seed", 8L), "quality").getValue("Optimism", 0));
		// Both have M protein in the data, so that only what is done in the resamples can differ.
		final List<String> complete = THERAPY.stream().filter(line -> !line.startsWith(",") && !line.contains(",,"))
			.toList();
		final List<Object> inputs = List.of("outcome", "Response", "positive", "responder", "replicates", 50, "seed", 7L,
			"entry", 0.01);
		final ResultsTable selected = table(lines(complete, with(inputs, "selection", "forward", "predictors",
			"FF change, M protein (%), Site")), "quality");
		final ResultsTable given = table(lines(complete, with(inputs, "predictors", "M protein (%)")), "quality");
		assertText("M protein (%)", selected, "Predictors", 0);
		assertEquals(given.getValue("AUC", 0), selected.getValue("AUC", 0));
		assertNotEquals(given.getValue("Optimism", 0), selected.getValue("Optimism", 0));
		assertTrue(selected.getStringValue("Notes", 0).contains("the selection repeated in each"));
	}

	/** {@code predict(m)}, {@code fitted(m)}; row 5 has a missing value. */
	@Test
	void writesTablesScoresAndFigure() throws Exception {
		final Path scores = folder.resolve("scores.csv");
		final CommandModule module = therapy("replicates", 20, "output", folder.resolve("or.csv").toFile(), "model", folder
			.resolve("model.csv").toFile(), "scores", scores.toFile(), "figure", folder.resolve("or.png").toFile());
		table(module, "coefficients");
		final List<String> lines = Files.readAllLines(scores);
		assertEquals("Row,Outcome,Linear predictor,Probability", lines.get(0));
		assertEquals(37, lines.size());
		assertEquals(0.278587338438785, Double.parseDouble(lines.get(1).split(",")[2]), 1e-12);
		assertEquals(0.569199857165682, Double.parseDouble(lines.get(1).split(",")[3]), 1e-12);
		assertEquals("5,responder,,", lines.get(5));
		for (final String name : List.of("or.csv", "or.json", "model.csv", "model.json", "scores.json"))
			assertTrue(Files.exists(folder.resolve(name)), name);
		assertTrue(Files.readString(folder.resolve("or.json")).contains("\"positive\": \"responder\""));
		assertEquals(2400, ImageIO.read(folder.resolve("or.png").toFile()).getWidth());
		assertEquals("Logistic regression of study.csv", ((ImagePlus) module.getOutput("plot")).getTitle());
	}

	@Test
	void separationIsRefusedByNameAndFirthTakesIt() throws Exception {
		assertRefused("separation by 'x'", separated());
		assertRefused("method=Firth", separated());
		assertRefused("separation by 'x'", separated("selection", "forward"));
		final CommandModule firth = separated("method", "Firth");
		final ResultsTable table = table(firth, "coefficients");
		assertTrue(table.getValue("Odds ratio", 1) > 1);
		assertCell(1, table(firth, "quality"), "AUC", 0);
		assertTrue(table(firth, "quality").getStringValue("AUC CI", 0).contains("Newcombe"));
	}
}
