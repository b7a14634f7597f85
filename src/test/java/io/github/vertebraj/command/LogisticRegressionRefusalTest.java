package io.github.vertebraj.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;

/** What Logistic Regression... refuses: each with the column, the value and what to do. */
class LogisticRegressionRefusalTest extends TableCommandTest {

	private static final List<String> LINES = List.of("x,z,y", "1,3,no", "2,1,no", "3,4,no", "4,2,yes", "5,3,yes");

	LogisticRegressionRefusalTest() {
		super(LogisticRegressionCommand.class);
	}

	/** Runs the command on those lines; inputs go before the usual ones of the same name. */
	private CommandModule run(final Object... more) throws Exception {
		final List<Object> all = new ArrayList<>(List.of("outcome", "y", "positive", "yes", "predictors", "x, z"));
		all.addAll(Arrays.asList(more));
		return lines(LINES, all.toArray());
	}

	@Test
	void refusesWhatIsNoOutcome() throws Exception {
		assertRefused("positive must be a value of the column 'y' (no, yes)", run("positive", ""));
		assertRefused("positive must be a value of the column 'y' (no, yes)", run("positive", "maybe"));
		assertRefused("has no column 'outcome'", run("outcome", "outcome"));
		assertRefused("The outcome 'y' is named as a predictor too", run("predictors", "x, y"));
		assertRefused("has only the value 'a'", lines(List.of("x,y", "1,a", "2,a", "3,a"), "outcome", "y", "positive", "a",
			"predictors", "x"));
		assertRefused("Of the 2 rows that have all values, none has 'y' = 'b'", lines(List.of("x,y", "1,a", "2,a", ",b"),
			"outcome", "y", "positive", "b", "predictors", "x"));
		assertRefused("No row has the outcome and all predictors: missing are 'y' in 1, 'x' in 2 of 3 rows", lines(List.of(
			"x,y", "1,", ",a", ",b"), "outcome", "y", "positive", "b", "predictors", "x"));
	}

	@Test
	void refusesWhatIsNoPredictor() throws Exception {
		assertRefused("Name at least one column", run("predictors", ""));
		assertRefused("named twice", run("predictors", "x, X"));
		assertRefused("categorical names the column 'z', which is not among the predictors 'x'", run("predictors",
			"x", "categorical", "z"));
		assertRefused("'FF' has numbers, but '1.2x' in row 2", mixed("1.2x"));
		assertRefused("'Inf' in column 'FF', row 2", mixed("Inf"));
		assertRefused("'FF' is constant", lines(List.of("FF,y", "1,a", "1,b", "1,a", "1,b"), "outcome", "y", "positive",
			"b", "predictors", "FF"));
		assertRefused("'FF' is constant", lines(List.of("FF,y", "u,a", "u,b", "u,a", "u,b"), "outcome", "y", "positive",
			"b", "predictors", "FF"));
		assertRefused("'FF' has no values", lines(List.of("FF,y", ",a", ",b"), "outcome", "y", "positive", "b",
			"predictors", "FF"));
		final List<String> names = new ArrayList<>(List.of("name,y"));
		for (int i = 0; i < 300; i++)
			names.add("case " + i + (i % 3 == 0 ? ",a" : ",b"));
		assertRefused("'name' has 300 different values, but a category may have 100", lines(names, "outcome", "y",
			"positive", "b", "predictors", "name"));
		assertRefused("is a linear combination of 'x'", lines(List.of("x,w,y", "1,2,a", "2,4,b", "3,6,a", "4,8,b"),
			"outcome", "y", "positive", "b", "predictors", "x,w"));
		assertRefused("2 observations are fewer than the 3 coefficients", lines(List.of("x,w,y", "1,2,a", "2,3,b"),
			"outcome", "y", "positive", "b", "predictors", "x,w"));
	}

	private CommandModule mixed(final String cell) throws Exception {
		return lines(List.of("FF,y", "1,a", cell + ",b", "3,a", "2,b"), "outcome", "y", "positive", "b", "predictors",
			"FF");
	}

	private CommandModule sites(final String references) throws Exception {
		return lines(List.of("M protein (%),Site,y", "1,thoracic,a", "2,pelvis,b", "3,lumbar,a", "2,lumbar,b"), "outcome",
			"y", "positive", "b", "predictors", "M protein, Site", "references", references);
	}

	@Test
	void refusesReferencesThatAreNotThere() throws Exception {
		assertRefused("'pelvis' has no equals sign", sites("pelvis"));
		assertRefused("'Site' has no value 'hip'; its values are thoracic, pelvis, lumbar", sites("Site=hip"));
		assertRefused("'M protein (%)' is no category", sites("M protein=1"));
		assertRefused("'Site' is named twice", sites("Site=pelvis, Site=lumbar"));
	}

	@Test
	void refusesUnknownChoicesAndBadNumbers() throws Exception {
		assertRefused("No estimation 'ridge'", run("method", "ridge"));
		assertRefused("No interval of odds ratios 'exact'", run("intervals", "exact"));
		assertRefused("No direction of selection 'both'", run("selection", "both"));
		assertRefused("p-value of entry must lie between 0 and 1", run("selection", "forward", "entry", 0.0));
		assertRefused("confidence level must lie between 0 and 1", run("confidence", 100.0));
		assertRefused("must end in .csv", run("scores", folder.resolve("scores.txt").toFile()));
	}
}
