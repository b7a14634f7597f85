package io.github.vertebraj.command;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.github.vertebraj.report.ComparisonFigure;
import io.github.vertebraj.report.DataTable;
import io.github.vertebraj.report.GroupTable;
import io.github.vertebraj.report.Measure;
import io.github.vertebraj.report.MeasureSource;
import io.github.vertebraj.report.MeasureSource.Design;
import io.github.vertebraj.report.MeasureSource.Rows;
import io.github.vertebraj.report.Provenance;
import io.github.vertebraj.report.ResultTable;
import io.github.vertebraj.report.TestRows;
import io.github.vertebraj.report.TestRows.Pairwise;
import io.github.vertebraj.report.TestTable;
import io.github.vertebraj.report.chart.Figure;
import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Keyed;
import io.github.vertebraj.statistics.PMethod;
import io.github.vertebraj.statistics.comparison.Comparison;
import io.github.vertebraj.statistics.comparison.TestName;
import io.github.vertebraj.statistics.descriptive.QuantileType;
import io.github.vertebraj.statistics.descriptive.Rounding;
import io.github.vertebraj.statistics.PAdjustment;
import io.github.vertebraj.statistics.rank.Zeros;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Compares measures of a table between groups or conditions, and shows the groups beside the tests. */
@Plugin(type = Command.class, description = CompareGroups.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "Compare Groups...", weight = 40) })
public class CompareGroups extends TableCommand {

	static final String DESCRIPTION = "Compares measures of a table between groups or conditions by a named test: one row per" +
		" test. The tables of NAME are called Tests of NAME and Groups of NAME, the figure Figure of NAME.";

	private static final String AUTO = "auto";

	@Parameter(label = "Measures", description = "Column to compare; several, separated by commas, give a row each. Paired" +
		" without a group: the columns are the conditions. Counts: one column for each category. Summaries: the columns of" +
		" mean, SD and n.", persist = false)
	private String measures;

	@Parameter(label = "Group", description = "Column that tells the group or condition of each row. Without it and unpaired," +
		" the measures themselves are the groups.", required = false, persist = false)
	private String group;

	@Parameter(label = "Subject", description = "Column that tells whose value it is, for paired values that stand below one" +
		" another.", required = false, persist = false)
	private String subject;

	@Parameter(label = "Positive", description = "The category whose odds and shares are compared. Without it the higher of" +
		" two numbers, else the category that stands first in the table; a note says which.", required = false,
		persist = false)
	private String positive;

	@Parameter(label = "Data", description = "What the rows are: subjects with their values, groups with their counts, or" +
		" groups with mean, SD and n.", choices = { "values", "counts", "summaries" }, persist = false)
	private String data = "values";

	@Parameter(label = "Design", description = "Different subjects in each group, or the same subjects under each condition.",
		choices = { "independent", "paired" }, persist = false)
	private String design = "independent";

	@Parameter(label = "Test", description = "auto proposes one by type, pairing, ties, normality and expected counts, and" +
		" says why; a study names its test beforehand. Correlations go with each two of the measures.", choices = { "auto",
			"Student t", "Welch t", "paired t", "ANOVA", "Welch ANOVA", "Mann-Whitney", "Wilcoxon signed rank",
			"Kruskal-Wallis", "Friedman", "Fisher exact", "chi-square", "chi-square with Yates correction", "McNemar",
			"Cochran Q", "Pearson correlation", "Spearman correlation", "Kendall correlation" }, persist = false)
	private String test = TestName.AUTO.key();

	@Parameter(label = "Alternative", description = "greater and less: of the first group against the second.", choices = {
		"two-sided", "greater", "less" }, persist = false)
	private String alternative = Alternative.TWO_SIDED.key();

	@Parameter(label = "p-value", description = "Of rank tests and McNemar: auto is exact where that ends soon, ties" +
		" included.", choices = { "auto", "exact", "asymptotic", "asymptotic with continuity correction" }, persist = false)
	private String pMethod = PMethod.AUTO.key();

	@Parameter(label = "Zero differences", description = "Of the signed-rank test: dropped (Wilcoxon) or ranked (Pratt).",
		choices = { "dropped", "Pratt" }, persist = false)
	private String zeros = Zeros.DROPPED.key();

	@Parameter(label = "Pairwise", description = "Whether each two of three groups or more are compared too.", choices = {
		"none", "all pairs" }, persist = false)
	private String pairwise = "none";

	@Parameter(label = "Adjust p for", description = "How p is adjusted for several measures, and apart from them for the pairs" +
		" of a measure.", choices = { "none", "Holm", "Bonferroni", "Benjamini-Hochberg" }, persist = false)
	private String adjustment = PAdjustment.NONE.key();

	@Parameter(label = "Confidence (%)", description = "Of all intervals.", min = "50", max = "99.99", persist = false)
	private double confidence = 95;

	@Parameter(label = "Quartiles", description = "How quartiles lie between values.", choices = { "type 7 (R)",
		"type 6 (SPSS)", "type 2 (SAS, Stata)" }, persist = false)
	private String quartiles = QuantileType.TYPE_7.key();

	@Parameter(label = "Decimals", description = "Of the group table's texts, as a paper prints them: a whole number, or auto for" +
		" two digits of each SD.", persist = false)
	private String decimals = AUTO;

	@Parameter(label = "Rounding", description = "Of the group table's texts; papers do both.", choices = { "half-up",
		"truncated" }, persist = false)
	private String rounding = Rounding.HALF_UP.key();

	@Parameter(label = "Save tests as", description = "Writes the tests as .csv too, and beside it a .json that says how they were" +
		" made.", style = "save", required = false, persist = false)
	private File output;

	@Parameter(label = "Save groups as", description = "Writes the description of the groups as .csv.", style = "save",
		required = false, persist = false)
	private File description;

	@Parameter(label = "Save figure as", description = "Writes the figure as .png.", style = "save", required = false,
		persist = false)
	private File figure;

	@Parameter(label = "Tests", type = ItemIO.OUTPUT)
	private ResultsTable tests;

	@Parameter(label = "Groups", type = ItemIO.OUTPUT)
	private ResultsTable groups;

	@Parameter(label = "Figure", type = ItemIO.OUTPUT)
	private ImagePlus plot;

	private OptionalInt decimals() {
		if (decimals.strip().equalsIgnoreCase(AUTO)) return OptionalInt.empty();
		if (decimals.strip().matches("\\d")) return OptionalInt.of(Integer.parseInt(decimals.strip()));
		throw new IllegalArgumentException("decimals must be a whole number from 0 to 9, or auto, but is '" + decimals + "'");
	}

	@Override
	protected void execute() throws IOException {
		checkOutputs(figure, output, description);
		final DataTable source = readTable();
		final TestName asked = TestName.of(test);
		final List<Measure> read = new MeasureSource(measures, given(group), given(subject), given(positive), Keyed.of(Rows.class, "data",
			data), Keyed.of(Design.class, "design", design)).read(source, asked);
		final Comparison comparison = new Comparison(asked, Alternative.of(alternative), PMethod.of(pMethod), Zeros.of(zeros),
			confidence / 100);
		final PAdjustment adjust = PAdjustment.of(adjustment);
		final List<TestTable.Row> rows = new TestRows(comparison, adjust, Keyed.of(Pairwise.class, "pairwise", pairwise)).of(
			read, progress("Comparing groups"));
		final QuantileType type = QuantileType.of(quartiles);
		final Optional<Figure> drawn = ComparisonFigure.of(read, rows, type);
		if (drawn.isEmpty() && ResultFiles.given(figure).isPresent()) throw new IllegalArgumentException(
			"figure must be left empty: mean, SD and n have no values to draw");

		final ResultTable testTable = TestTable.of("Tests of " + source.title(), rows);
		final ResultTable groupTable = new GroupTable(type, decimals(), Rounding.of(rounding)).of("Groups of " + source.title(), read);
		final ResultFiles files = new ResultFiles(Provenance.of("Compare Groups...", parameters(), Map.of("table", source
			.title())), source.notes());
		files.writeTable(output, testTable);
		files.writeTable(description, groupTable);
		tests = TableWindow.of(testTable);
		groups = TableWindow.of(groupTable);
		if (drawn.isEmpty()) return;
		final BufferedImage image = drawn.get().draw();
		files.writeFigure(figure, () -> image);
		plot = new ImagePlus("Figure of " + source.title(), image);
	}
}
