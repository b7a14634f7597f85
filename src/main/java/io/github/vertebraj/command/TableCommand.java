package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;
import java.util.List;

import io.github.vertebraj.report.DataTable;

import org.scijava.ItemVisibility;
import org.scijava.plugin.Parameter;

/** What the commands on a table have in common: the table, and in the dialog the names of its columns. */
abstract class TableCommand extends VertebraCommand {

	@Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false, initializer = "tellColumns")
	private String columns = "";

	@Parameter(label = "Table", description = "File (.csv, .tsv, .txt), a folder of files with the same columns, whose names are" +
		" then the column File, or title of an open table; empty takes the active" +
		" table.", required = false, persist = false)
	private File table;

	/** Before the dialog opens: names the active table, so that it is recorded too, and its columns. */
	@SuppressWarnings("unused") // SciJava calls it by its name
	private void tellColumns() {
		columns = DialogText.html(TableSource.activeColumns());
		if (table == null) TableSource.activeTitle().ifPresent(title -> table = new File(title));
	}

	/** As {@link ResultFiles#checkApart}, with the table that is read. */
	protected final void checkOutputs(final File figure, final File... tables) throws IOException {
		ResultFiles.checkApart(table == null ? List.of() : List.of(table), figure, tables);
	}

	/** @throws IllegalArgumentException and {@link IOException}: as {@link TableSource#read} */
	protected final DataTable readTable() throws IOException {
		return TableSource.read(table);
	}
}
