package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.vertebraj.report.DataTable;
import io.github.vertebraj.report.LongitudinalSource;
import io.github.vertebraj.report.LongitudinalTable;
import io.github.vertebraj.report.Provenance;
import io.github.vertebraj.report.ResultTable;

import ij.measure.ResultsTable;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** What became of measured regions between two times or more. */
@Plugin(type = Command.class, description = LongitudinalChange.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "Longitudinal Change...", weight = 30) })
public class LongitudinalChange extends VertebraCommand {

	static final String DESCRIPTION = "Joins tables of measurements of two times by their regions and gives the change of each" +
		" measure, by region and overall. Regions of one time only are listed too. The tables of NAME, the table after, are" +
		" called Change of NAME and Overall change of NAME.";

	@Parameter(label = "Before", description = "Table of the earlier time: a file (.csv, .tsv, .txt) or title of an open" +
		" table.", persist = false)
	private File before;

	@Parameter(label = "After", description = "Table of the later time.", persist = false)
	private File after;

	@Parameter(label = "Measures", description = "Columns of numbers, separated by commas.", persist = false)
	private String measures;

	@Parameter(label = "Region", description = "Column by which rows are joined.", persist = false)
	private String region = "Region";

	@Parameter(label = "Subject", description = "Column of the patient, if the tables hold several.", required = false,
		persist = false)
	private String subject;

	@Parameter(label = "Date", description = "Column of dates (2026-11-21), if the tables hold several times: each later time" +
		" is compared with the first.", required = false, persist = false)
	private String date;

	@Parameter(label = "Keep", description = "Columns that are carried over, such as the response, separated by commas.",
		required = false, persist = false)
	private String keep;

	@Parameter(label = "Repeatability limit", description = "By how much repeated measurements differ at most (repeatability" +
		" coefficient), in the unit of the measure; one for each, separated by commas.", required = false, persist = false)
	private String limit;

	@Parameter(label = "Save changes as", description = "Writes the changes of the regions as .csv, and beside it a .json that" +
		" says how they were made.", style = "save", required = false, persist = false)
	private File output;

	@Parameter(label = "Save overall as", description = "Writes the overall changes as .csv.", style = "save",
		required = false, persist = false)
	private File overall;

	@Parameter(label = "Changes", type = ItemIO.OUTPUT)
	private ResultsTable changes;

	@Parameter(label = "Overall changes", type = ItemIO.OUTPUT)
	private ResultsTable overallChanges;

	@Override
	protected void execute() throws IOException {
		ResultFiles.checkApart(List.of(before, after), null, output, overall);
		final DataTable first = TableSource.read(before);
		final DataTable second = TableSource.read(after);
		final LongitudinalTable table = new LongitudinalTable(new LongitudinalSource(measures, region, given(subject), given(
			date), given(keep), limits()), List.of(first, second));
		final ResultTable regions = table.regions("Change of " + second.title());
		final ResultTable means = table.overall("Overall change of " + second.title());
		final ResultFiles files = new ResultFiles(Provenance.of("Longitudinal Change...", parameters(), Map.of("before", first
			.title(), "after", second.title())), List.of());
		files.writeTable(output, regions);
		files.writeTable(overall, means);
		changes = TableWindow.of(regions);
		overallChanges = TableWindow.of(means);
	}

	private List<OptionalDouble> limits() {
		final Optional<String> text = given(limit);
		return text.isEmpty() ? List.of() : Arrays.stream(text.get().split(",")).map(LongitudinalChange::positive).toList();
	}

	private static OptionalDouble positive(final String text) {
		try {
			final double number = Double.parseDouble(text.strip());
			if (number > 0 && Double.isFinite(number)) return OptionalDouble.of(number);
		}
		catch (final NumberFormatException e) {
			// refused below
		}
		throw new IllegalArgumentException("limit must be a number above 0 for each measure, but has '" + text.strip() + "'");
	}
}
