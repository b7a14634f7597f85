package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;

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

	/** Before the dialog opens. */
	@SuppressWarnings("unused") // SciJava calls it by its name
	private void tellColumns() {
		columns = TableSource.activeColumns();
	}

	/** @throws IllegalArgumentException and {@link IOException}: as {@link TableSource#read} */
	protected final DataTable readTable() throws IOException {
		return TableSource.read(table);
	}
}
