package io.github.vertebraj.command;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.vertebraj.report.AgreementAnalyses;
import io.github.vertebraj.report.AgreementReport;
import io.github.vertebraj.report.DataTable;
import io.github.vertebraj.report.Provenance;
import io.github.vertebraj.report.Readings;
import io.github.vertebraj.report.chart.Figure;
import io.github.vertebraj.statistics.agreement.Analysis;
import io.github.vertebraj.statistics.agreement.DifferenceScale;
import io.github.vertebraj.statistics.agreement.IccForm;
import io.github.vertebraj.statistics.agreement.KappaWeights;
import io.github.vertebraj.statistics.agreement.LimitsInterval;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tells how far readers, methods or repeated measurements of a table agree. */
@Plugin(type = Command.class, description = Agreement.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "Agreement...", weight = 42) })
public class Agreement extends TableCommand {

	static final String DESCRIPTION = "Tells how far readers, methods or repeated measurements of a table agree: kappa," +
		" intraclass correlation, Bland-Altman limits, repeatability, one row per quantity. auto takes words, numbers" +
		" of two values, and whole numbers of at most seven values that are fewer than the subjects, as categories:" +
		" Cohen kappa of two readings, Fleiss kappa of more. Other numbers get Bland-Altman limits of each two" +
		" readings and the intraclass correlation of all. The table of NAME is called Agreement of NAME, the figure" +
		" Agreement figure of NAME.";

	/** Every form of the intraclass correlation. */
	private static final String ALL = "all";

	@Parameter(label = "Readings", description = "Columns, one for each reader, method or repetition, separated by" +
		" commas; each row is one subject. Or one column with all readings: reader and subject then tell whose they" +
		" are.", persist = false)
	private String readings;

	@Parameter(label = "Reader", description = "Column that tells the reader, method or repetition of each row, for" +
		" readings that stand below one another.", required = false, persist = false)
	private String reader;

	@Parameter(label = "Subject", description = "Column that tells whose value it is, for readings that stand below one" +
		" another.", required = false, persist = false)
	private String subject;

	@Parameter(label = "Analysis", description = "auto proposes by the kind of values and the number of readings, and" +
		" says why; a study names its analysis beforehand. Cohen kappa and Bland-Altman of more than two readings go" +
		" through each two of them.", choices = { "auto", "Cohen kappa", "Fleiss kappa", "ICC",
			"Bland-Altman", "repeatability" }, persist = false)
	private String analysis = Analysis.AUTO.key();

	@Parameter(label = "Weights", description = "Of Cohen kappa: how a disagreement counts by the distance of the" +
		" categories. auto takes Cohen kappa when weights are given.", choices = { "none", "linear", "quadratic" },
		persist = false)
	private String weights = KappaWeights.NONE.key();

	@Parameter(label = "Categories", description = "All categories of kappa in their order, separated by commas, those" +
		" that nobody chose too. Needed to weight words; numbers are ordered by size.", required = false, persist = false)
	private String categories;

	@Parameter(label = "ICC form", description = "By Shrout and Fleiss; ICC(2,1): one reading of a random reader," +
		" absolute agreement.", choices = { ALL, "ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)" },
		persist = false)
	private String form = IccForm.ICC_2_1.key();

	@Parameter(label = "Difference", description = "Of Bland-Altman: first minus second, that in percent of the mean," +
		" or ln(first / second).", choices = { "absolute", "percent of mean", "log ratio" }, persist = false)
	private String difference = DifferenceScale.ABSOLUTE.key();

	@Parameter(label = "Interval of limits", description = "Of Bland-Altman: exact holds for few subjects too.", choices = {
		"Bland-Altman 1999", "exact, noncentral t" }, persist = false)
	private String limits = LimitsInterval.APPROXIMATE.key();

	@Parameter(label = "Confidence (%)", description = "Of all intervals.", min = "50", max = "99.99", persist = false)
	private double confidence = 95;

	@Parameter(label = "Save table as", description = "Writes the table as .csv too, and beside it a .json that says how" +
		" it was made.", style = "save", required = false, persist = false)
	private File output;

	@Parameter(label = "Save figure as", description = "Writes the figure as .png.", style = "save", required = false,
		persist = false)
	private File figure;

	@Parameter(label = "Agreement", type = ItemIO.OUTPUT)
	private ResultsTable agreement;

	@Parameter(label = "Figure", type = ItemIO.OUTPUT)
	private ImagePlus plot;

	@Override
	protected void execute() throws IOException {
		checkOutputs(figure, output);
		final DataTable source = readTable();
		final Readings read = Readings.of(source, readings, given(reader), given(subject));
		final List<IccForm> forms = form.strip().equalsIgnoreCase(ALL) ? List.of(IccForm.values()) : List.of(IccForm.of(
			form));
		final AgreementAnalyses analyses = new AgreementAnalyses(Analysis.of(analysis), KappaWeights.of(weights), given(
			categories), forms, DifferenceScale.of(difference), LimitsInterval.of(limits), confidence / 100);
		final AgreementReport report = analyses.of("Agreement of " + source.title(), read, progress(
			"Analysing agreement"));
		final Optional<Figure> drawn = report.figure();
		if (drawn.isEmpty() && ResultFiles.given(figure).isPresent()) throw new IllegalArgumentException(
			"figure must be left empty: these analyses have no plot, or too many for one figure; choose two readings");

		final ResultFiles files = new ResultFiles(Provenance.of("Agreement...", parameters(), Map.of("table", source
			.title())), source.notes());
		files.writeTable(output, report.table());
		agreement = TableWindow.of(report.table());
		if (drawn.isEmpty()) return;
		final BufferedImage image = drawn.get().draw();
		files.writeFigure(figure, () -> image);
		plot = new ImagePlus("Agreement figure of " + source.title(), image);
	}
}
