package io.github.vertebraj.command;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import io.github.vertebraj.report.DataTable;
import io.github.vertebraj.report.LogisticAnalysis;
import io.github.vertebraj.report.LogisticCases;
import io.github.vertebraj.report.LogisticFigure;
import io.github.vertebraj.report.LogisticTable;
import io.github.vertebraj.report.OddsRatioInterval;
import io.github.vertebraj.report.PredictorColumns;
import io.github.vertebraj.report.Provenance;
import io.github.vertebraj.report.ResultTable;
import io.github.vertebraj.statistics.diagnostic.AucInterval;
import io.github.vertebraj.statistics.diagnostic.OptimismCorrection;
import io.github.vertebraj.statistics.diagnostic.RocBand;
import io.github.vertebraj.statistics.diagnostic.RocBandEstimate;
import io.github.vertebraj.statistics.regression.Estimation;
import io.github.vertebraj.statistics.regression.LogisticRegression;
import io.github.vertebraj.statistics.regression.OddsRatioUnit;
import io.github.vertebraj.statistics.regression.SelectionCriterion;
import io.github.vertebraj.statistics.regression.SelectionDirection;
import io.github.vertebraj.statistics.regression.StepwiseSelection;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Predicts an outcome of a table from other columns, and shows how well the prediction tells the outcomes apart. */
@Plugin(type = Command.class, description = LogisticRegressionCommand.DESCRIPTION, menu = { @Menu(label = "Plugins"),
	@Menu(label = "VertebraJ"), @Menu(label = LogisticRegressionCommand.LABEL, weight = 43) })
public class LogisticRegressionCommand extends TableCommand {

	static final String LABEL = "Logistic Regression...";

	static final String DESCRIPTION = "Predicts an outcome from several columns of a table: odds ratios with intervals" +
		" and tests, and the ROC curve of the score with its optimism corrected. The tables of NAME are called Logistic" +
		" regression of NAME and Model of NAME, the figure Logistic regression of NAME.";

	@Parameter(label = "Outcome", description = "Column that tells what each case truly is.", persist = false)
	private String outcome;

	@Parameter(label = "Positive", description = "The value of the outcome that is the event; all others are none.",
		persist = false)
	private String positive;

	@Parameter(label = "Predictors", description = "Columns, separated by commas. Numbers enter as numbers, texts as" +
		" categories.", persist = false)
	private String predictors;

	@Parameter(label = "Categorical", description = "Those of the predictors whose numbers are categories.",
		required = false, persist = false)
	private String categorical;

	@Parameter(label = "References", description = "What the other levels of a category are compared with:" +
		" column=level, column=level. Without it the lowest number or the first text by alphabet.", required = false,
		persist = false)
	private String references;

	@Parameter(label = "Method", description = "Firth's penalised likelihood takes separated outcomes and small" +
		" samples; maximum likelihood refuses separated outcomes.", choices = { "maximum likelihood", "Firth" },
		persist = false)
	private String method = Estimation.MAXIMUM_LIKELIHOOD.key();

	@Parameter(label = "Intervals", description = "Of the odds ratios in the figure and in the columns CI; the table" +
		" has both.", choices = { "profile likelihood", "Wald" }, persist = false)
	private String intervals = OddsRatioInterval.PROFILE.key();

	@Parameter(label = "Odds ratios per", description = "One unit or one standard deviation of a predictor of numbers.",
		choices = { "one", "standard deviation" }, persist = false)
	private String per = OddsRatioUnit.ONE.key();

	@Parameter(label = "Selection", description = "Whether predictors are selected one by one by their effect, which" +
		" makes p and intervals too optimistic.", choices = { LogisticAnalysis.NO_SELECTION, "forward", "backward" },
		persist = false)
	private String selection = LogisticAnalysis.NO_SELECTION;

	@Parameter(label = "Criterion", description = "Of the selection.", choices = { "likelihood ratio", "AIC" },
		persist = false)
	private String criterion = SelectionCriterion.LIKELIHOOD_RATIO.key();

	@Parameter(label = "Entry", description = "Forward selection by likelihood ratio takes predictors with p below this.",
		min = "0", max = "1", persist = false)
	private double entry = 0.05;

	@Parameter(label = "Removal", description = "Backward selection by likelihood ratio leaves out predictors with p" +
		" above this.", min = "0", max = "1", persist = false)
	private double removal = 0.10;

	@Parameter(label = "Replicates", description = "Bootstrap resamples from which the optimism of the area under the" +
		" ROC curve is had, the selection repeated in each; 0 leaves it out.", min = "0", max = "1000000", persist = false)
	private int replicates = OptimismCorrection.USUAL_REPLICATES;

	@Parameter(label = "Seed", description = "The same seed gives the same resamples.", persist = false)
	private long seed = 1;

	@Parameter(label = "Confidence (%)", description = "Of all intervals.", min = "50", max = "99.99", persist = false)
	private double confidence = 95;

	@Parameter(label = "Save table as", description = "Writes the coefficients as .csv too, and beside it a .json that" +
		" says how they were made.", style = "save", required = false, persist = false)
	private File output;

	@Parameter(label = "Save model as", description = "Writes the row of the model as .csv.", style = "save",
		required = false, persist = false)
	private File model;

	@Parameter(label = "Save scores as", description = "Writes the linear predictor and the probability of each row" +
		" of the table as .csv.", style = "save", required = false, persist = false)
	private File scores;

	@Parameter(label = "Save figure as", description = "Writes the figure as .png.", style = "save", required = false,
		persist = false)
	private File figure;

	@Parameter(label = "Coefficients", type = ItemIO.OUTPUT)
	private ResultsTable coefficients;

	@Parameter(label = "Quality", type = ItemIO.OUTPUT)
	private ResultsTable quality;

	@Parameter(label = "Figure", type = ItemIO.OUTPUT)
	private ImagePlus plot;

	@Override
	protected void execute() throws IOException {
		checkOutputs(figure, output, model, scores);
		final OddsRatioInterval interval = OddsRatioInterval.of(intervals);
		final LogisticAnalysis analysis = analysis();
		final DataTable source = readTable();
		final LogisticCases cases = LogisticCases.of(source.column(given(outcome).orElse("")), given(positive).orElse(""),
			PredictorColumns.of(source, given(predictors).orElse(""), given(categorical), given(references)));
		final LogisticAnalysis.Result result = analysis.of(cases, progress("Correcting the optimism"));
		final RocBand band = RocBandEstimate.withDefaults().withLevel(confidence / 100).withSeed(seed).of(result.curve(),
			progress("Band of the curve"));
		final BufferedImage image = LogisticFigure.of(result, interval, band).draw();

		final ResultTable coefficientTable = LogisticTable.coefficients("Logistic regression of " + source.title(), result,
			interval);
		final ResultTable modelTable = LogisticTable.model("Model of " + source.title(), result);
		final ResultFiles files = new ResultFiles(Provenance.of(LABEL, parameters(), Map.of("table", source.title())),
			source.notes());
		files.writeTable(output, coefficientTable);
		files.writeTable(model, modelTable);
		files.writeTable(scores, LogisticTable.scores("Scores of " + source.title(), result));
		files.writeFigure(figure, () -> image);
		coefficients = TableWindow.of(coefficientTable);
		quality = TableWindow.of(modelTable);
		plot = new ImagePlus("Logistic regression of " + source.title(), image);
	}

	private LogisticAnalysis analysis() {
		final LogisticRegression regression = LogisticRegression.withDefaults().with(Estimation.of(method)).with(
			OddsRatioUnit.of(per)).withLevel(confidence / 100);
		final Optional<OptimismCorrection> correction = replicates == 0 ? Optional.empty() : Optional.of(OptimismCorrection
			.withDefaults().withReplicates(replicates).withSeed(seed));
		return new LogisticAnalysis(regression, stepwise(), correction, AucInterval.withDefaults().withLevel(confidence /
			100));
	}

	private Optional<StepwiseSelection> stepwise() {
		if (selection.equalsIgnoreCase(LogisticAnalysis.NO_SELECTION)) return Optional.empty();
		return Optional.of(StepwiseSelection.of(SelectionDirection.of(selection)).with(SelectionCriterion.of(criterion))
			.withEntry(entry).withRemoval(removal));
	}
}
