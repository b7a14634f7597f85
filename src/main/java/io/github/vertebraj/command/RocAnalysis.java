package io.github.vertebraj.command;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.vertebraj.report.CutOffRule;
import io.github.vertebraj.report.DataTable;
import io.github.vertebraj.report.Provenance;
import io.github.vertebraj.report.ResultTable;
import io.github.vertebraj.report.RocCases;
import io.github.vertebraj.report.RocPlot;
import io.github.vertebraj.report.RocTable;
import io.github.vertebraj.report.TestTable;
import io.github.vertebraj.statistics.Keyed;
import io.github.vertebraj.statistics.diagnostic.AucEstimate;
import io.github.vertebraj.statistics.diagnostic.AucInterval;
import io.github.vertebraj.statistics.diagnostic.AucMethod;
import io.github.vertebraj.statistics.diagnostic.BandMethod;
import io.github.vertebraj.statistics.diagnostic.Direction;
import io.github.vertebraj.statistics.diagnostic.RocBandEstimate;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** How well a score of a table tells positive from negative cases: ROC curves, their areas, and cut-offs. */
@Plugin(type = Command.class, description = RocAnalysis.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "ROC Analysis...", weight = 41) })
public class RocAnalysis extends TableCommand {

	static final String DESCRIPTION = "How well a score tells positive from negative cases: the ROC curve and its area, the" +
		" comparison of several, and what a cut-off achieves. The tables of NAME are called ROC of NAME, Cut-offs of NAME and" +
		" AUC tests of NAME, the figure ROC curve of NAME.";

	private static final String NO_BAND = "none";

	@Parameter(label = "Scores", description = "Column of the score; several, separated by commas, are compared on the cases" +
		" that have all of them.", persist = false)
	private String scores;

	@Parameter(label = "Outcome", description = "Column that tells what each case truly is.", persist = false)
	private String outcome;

	@Parameter(label = "Positive", description = "The value of the outcome that is looked for; all others are negative.",
		persist = false)
	private String positive;

	@Parameter(label = "Direction", description = "Which scores speak for positive. auto takes the direction with the area" +
		" above 0.5, which is optimistic, and says so.", choices = { "higher is positive", "lower is positive", "auto" },
		persist = false)
	private String direction = Direction.HIGHER_IS_POSITIVE.key();

	@Parameter(label = "Inverted", description = "Those of the scores that have the other direction.", required = false,
		persist = false)
	private String inverted;

	@Parameter(label = "Group", description = "Column of groups of different cases, in which one score is compared.",
		required = false, persist = false)
	private String group;

	@Parameter(label = "Interval of AUC", description = "DeLong, on its own scale or the logit; the score interval of" +
		" Newcombe, which all turn to where the AUC is 0 or 1; or percentiles of the bootstrap.", choices = { "DeLong",
			"DeLong, logit", "Newcombe score", "bootstrap percentile" }, persist = false)
	private String interval = AucMethod.DELONG.key();

	@Parameter(label = "Band of the curve", description = "Of the figure: pointwise for the sensitivity.", choices = {
		"bootstrap percentile", "Wilson", NO_BAND }, persist = false)
	private String band = BandMethod.BOOTSTRAP.key();

	@Parameter(label = "Bootstrap replicates", description = "Resamples of the positives and of the negatives.", min = "100",
		max = "1000000", persist = false)
	private int replicates = AucInterval.USUAL_REPLICATES;

	@Parameter(label = "Seed", description = "The same seed gives the same resamples.", persist = false)
	private long seed = 1;

	@Parameter(label = "Cut-off by", description = "The greatest Youden index, a sensitivity or specificity to reach, or a" +
		" value given beforehand.", choices = { "Youden", "sensitivity", "specificity", "value" }, persist = false)
	private String cutoff = CutOffRule.Kind.YOUDEN.key();

	@Parameter(label = "Target", description = "The sensitivity or specificity to reach (0.9), or the cut-off, with its rule" +
		" if it is not inclusive (1.21, > 1.21).", required = false, persist = false)
	private String target;

	@Parameter(label = "Confidence (%)", description = "Of all intervals.", min = "50", max = "99.99", persist = false)
	private double confidence = 95;

	@Parameter(label = "Save table as", description = "Writes the areas as .csv too, and beside it a .json that says how they were" +
		" made.", style = "save", required = false, persist = false)
	private File output;

	@Parameter(label = "Save cut-offs as", description = "Writes the cut-offs as .csv.", style = "save", required = false,
		persist = false)
	private File accuracy;

	@Parameter(label = "Save tests as", description = "Writes the tests of the areas as .csv.", style = "save",
		required = false, persist = false)
	private File comparison;

	@Parameter(label = "Save figure as", description = "Writes the figure as .png.", style = "save", required = false,
		persist = false)
	private File figure;

	@Parameter(label = "Areas", type = ItemIO.OUTPUT)
	private ResultsTable areas;

	@Parameter(label = "Cut-offs", type = ItemIO.OUTPUT)
	private ResultsTable cutOffs;

	@Parameter(label = "Tests", type = ItemIO.OUTPUT)
	private ResultsTable tests;

	@Parameter(label = "Figure", type = ItemIO.OUTPUT)
	private ImagePlus plot;

	@Override
	protected void execute() throws IOException {
		checkOutputs(figure, output, accuracy, comparison);
		final CutOffRule rule = new CutOffRule(Keyed.of(CutOffRule.Kind.class, "cut-off", cutoff), given(target));
		final double level = confidence / 100;
		final AucInterval method = AucInterval.withDefaults().with(AucMethod.of(interval)).withLevel(level).withReplicates(
			replicates).withSeed(seed);
		final Optional<RocBandEstimate> bands = band.equalsIgnoreCase(NO_BAND) ? Optional.empty() : Optional.of(RocBandEstimate
			.withDefaults().with(BandMethod.of(band)).withLevel(level).withReplicates(replicates).withSeed(seed));
		final DataTable source = readTable();
		final RocCases cases = RocCases.of(source.columns(scores), source.column(outcome), positive, given(group).map(
			source::column), Direction.of(direction), inverted == null || inverted.isBlank() ? List.of() : source
				.columns(inverted));
		final List<AucEstimate> estimates = cases.curves().stream().map(named -> method.of(named.curve(), progress(
			"Intervals of the areas"))).toList();
		final List<TestTable.Row> rows = RocTable.tests(cases, method, level, progress("Tests of the areas"));
		final BufferedImage image = RocPlot.of(cases, estimates, rule, bands, progress("Bands of the curves")).draw();

		final ResultTable areaTable = RocTable.areas("ROC of " + source.title(), cases, estimates);
		final ResultTable cutOffTable = RocTable.cutOffs("Cut-offs of " + source.title(), cases, rule, level);
		final ResultTable testTable = TestTable.of("AUC tests of " + source.title(), rows);
		final ResultFiles files = new ResultFiles(Provenance.of("ROC Analysis...", parameters(), Map.of("table", source
			.title())), source.notes());
		files.writeTable(output, areaTable);
		files.writeTable(accuracy, cutOffTable);
		files.writeTable(comparison, testTable);
		files.writeFigure(figure, () -> image);
		areas = TableWindow.of(areaTable);
		cutOffs = TableWindow.of(cutOffTable);
		tests = TableWindow.of(testTable);
		plot = new ImagePlus("ROC curve of " + source.title(), image);
	}
}
