package io.github.vertebraj.report.study;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.VertebralLevel;
import io.github.vertebraj.report.DataColumn;
import io.github.vertebraj.report.DataTable;

/** A table of which columns are asked for by name and cells by row; a cell that cannot be read names its place. */
final class LongTable {

	private static final List<String> YES = List.of("1", "true", "yes");
	private static final List<String> NO = List.of("0", "false", "no");

	private final DataTable table;
	/** By the name that was asked for; a study has some 100 000 rows. */
	private final Map<String, Optional<DataColumn>> columns = new HashMap<>();

	LongTable(final DataTable table) {
		this.table = table;
	}

	/** @throws IllegalArgumentException if one of the columns is missing */
	void need(final String... columns) {
		for (final String column : columns)
			table.column(column);
	}

	int rows() {
		return table.rowCount();
	}

	boolean has(final String column) {
		return find(column).isPresent();
	}

	private Optional<DataColumn> find(final String column) {
		return columns.computeIfAbsent(column, name -> table.headers().stream().anyMatch(name::equalsIgnoreCase) ? Optional.of(
			table.column(name)) : Optional.empty());
	}

	private DataColumn column(final String column) {
		return find(column).orElseGet(() -> table.column(column));
	}

	/** The cell's text; empty text when it is missing, or the table has no such column and needs none. */
	String text(final String column, final int row) {
		return find(column).filter(found -> !found.isMissing(row)).map(found -> found.texts().get(row)).orElse("");
	}

	/** @throws IllegalArgumentException if there is no such column or the cell is empty */
	String required(final String column, final int row) {
		final DataColumn found = column(column);
		if (found.isMissing(row)) throw wrong(column, row, "is empty");
		return found.texts().get(row);
	}

	/** @throws IllegalArgumentException unless the cell is a whole number */
	int whole(final String column, final int row) {
		final String text = required(column, row);
		if (!text.matches("\\d{1,9}(\\.0+)?")) throw wrong(column, row, "is '" + text + "', but must be a whole number");
		return (int) Double.parseDouble(text);
	}

	/** 1, true, yes against 0, false, no; empty when it says nothing. */
	Optional<Boolean> flag(final String column, final int row) {
		final String text = text(column, row).toLowerCase(Locale.ROOT);
		if (text.isEmpty()) return Optional.empty();
		if (YES.contains(text)) return Optional.of(true);
		if (NO.contains(text)) return Optional.of(false);
		throw wrong(column, row, "is '" + text + "', but must be 1 or 0");
	}

	VertebralLevel level(final int row) {
		final String text = required("level", row);
		return VertebralLevel.of(text).orElseThrow(() -> wrong("level", row, "is '" + text +
			"'; levels are C1-C7, T1-T13, L1-L6, S1-S5 and S"));
	}

	Site site(final int row) {
		final String text = required("site", row);
		return Site.of(text).filter(site -> site == Site.VB || site == Site.PE).orElseThrow(() -> wrong("site", row, "is '" +
			text + "', but must be VB or PE"));
	}

	/** What to throw when a cell cannot be used. */
	IllegalArgumentException wrong(final String column, final int row, final String what) {
		final DataColumn found = table.column(column);
		return new IllegalArgumentException("Table '" + table.title() + "', column '" + found.name() + "', " + found.place(
			row) + " " + what);
	}

	DataTable table() {
		return table;
	}
}
