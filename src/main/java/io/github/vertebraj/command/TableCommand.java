package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import io.github.vertebraj.report.DataTable;

import org.scijava.ItemVisibility;
import org.scijava.plugin.Parameter;

/** What the commands on a table have in common: the table, and in the dialog the names of its columns. */
abstract class TableCommand extends VertebraCommand {

	@Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false, initializer = "tellColumns")
	private String columns = "";

	@Parameter(label = "Table", description = "File (.csv, .tsv, .txt) or title of an open table; empty takes the active" +
		" table.", required = false, persist = false)
	private File table;

	/** Before the dialog opens: names the active table, so that it is recorded too, and its columns. */
	@SuppressWarnings("unused") // SciJava calls it by its name
	private void tellColumns() {
		columns = DialogText.html(TableSource.activeColumns());
		if (table == null) TableSource.activeTitle().ifPresent(title -> table = new File(title));
	}

	/**
	 * Refuses files that cannot be written, or that would overwrite the table or one another, before any work is done.
	 *
	 * @param figure a {@code .png}, if given
	 * @param tables {@code .csv}, each if given
	 */
	protected final void checkOutputs(final File figure, final File... tables) throws IOException {
		final Set<Path> seen = new HashSet<>();
		ResultFiles.given(table).ifPresent(path -> seen.add(path.toAbsolutePath().normalize()));
		for (final File output : tables) {
			ResultFiles.check(output, figure);
			final Optional<Path> path = ResultFiles.given(output);
			if (path.isPresent() && !seen.add(path.get().toAbsolutePath().normalize())) throw new IllegalArgumentException("'" +
				output + "' would be overwritten: give each result, and the table that is read, a file of its own");
		}
	}

	/** @throws IllegalArgumentException and {@link IOException}: as {@link TableSource#read} */
	protected final DataTable readTable() throws IOException {
		return TableSource.read(table);
	}
}
