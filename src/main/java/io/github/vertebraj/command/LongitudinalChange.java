package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
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
import io.github.vertebraj.report.SubjectFacts;

import ij.IJ;
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

	@Parameter(label = "Before", description = "Table of the earlier time: a file (.csv, .tsv, .txt), the title of an open" +
		" table, or a folder of files, whose names are the column File.", persist = false)
	private File before;

	@Parameter(label = "After", description = "Table of the later time. Empty if the dates of the other tell the times.",
		required = false, persist = false)
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

	@Parameter(label = "Join", description = "Table with one row for each subject, such as its response, whose columns are" +
		" carried over.", required = false, persist = false)
	private File join;

	@Parameter(label = "Join by", description = "Column of the subjects in that table; empty if it is called as in the others.",
		required = false, persist = false)
	private String joinBy;

	@Parameter(label = "Keep", description = "Columns that are carried over, separated by commas: of the joined table, where" +
		" empty takes all, else of the measurements.", required = false, persist = false)
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
		ResultFiles.checkApart(Arrays.asList(before, after, join), null, output, overall);
		final List<DataTable> tables = new ArrayList<>(List.of(TableSource.read(before)));
		if (ResultFiles.given(after).isPresent()) tables.add(TableSource.read(after));
		else if (given(date).isEmpty()) throw new IllegalArgumentException(
			"after must be given: the table of the later time; or date, if the table of before holds several times");
		final Optional<SubjectFacts> facts = facts();
		final LongitudinalTable table = new LongitudinalTable(new LongitudinalSource(measures, region, given(subject), given(
			date), facts.isPresent() ? Optional.empty() : given(keep), limits(), facts), tables);
		final String title = tables.get(tables.size() - 1).title();
		final ResultTable regions = table.regions("Change of " + title);
		final ResultTable means = table.overall("Overall change of " + title);
		table.notes().forEach(IJ::log);
		final ResultFiles files = new ResultFiles(Provenance.of("Longitudinal Change...", parameters(), Map.of("before", tables
			.get(0).title(), "after", title)), table.notes());
		files.writeTable(output, regions);
		files.writeTable(overall, means);
		changes = TableWindow.of(regions);
		overallChanges = TableWindow.of(means);
	}

	private Optional<SubjectFacts> facts() throws IOException {
		if (ResultFiles.given(join).isEmpty()) {
			if (given(joinBy).isPresent()) throw new IllegalArgumentException("joinBy needs the table it is of: give it as join");
			return Optional.empty();
		}
		final String own = given(subject).orElseThrow(() -> new IllegalArgumentException(
			"join needs subject, the column of the measurements that tells whose they are"));
		final DataTable table = TableSource.read(join);
		final boolean isCalledAlike = table.headers().stream().anyMatch(own::equalsIgnoreCase);
		if (given(joinBy).isEmpty() && !isCalledAlike) throw new IllegalArgumentException("'" + table.title() +
			"' has no column '" + own + "': give its column of subjects as joinBy; its columns are " + table.headers());
		return Optional.of(SubjectFacts.of(table, given(joinBy).orElse(own), given(keep).orElse("")));
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
