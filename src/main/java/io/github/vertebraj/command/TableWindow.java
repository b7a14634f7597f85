package io.github.vertebraj.command;

import java.util.List;
import java.util.function.Predicate;

import io.github.vertebraj.report.ResultTable;

import ij.measure.ResultsTable;

/** Tables as ImageJ's macros and windows know them. */
final class TableWindow {

	private TableWindow() {}

	/** The same table, by the same title and headers. */
	static ResultsTable of(final ResultTable table) {
		final ResultsTable results = new TitledTable(table.title());
		results.setNaNEmptyCells(true);
		results.showRowNumbers(false);
		for (final List<Object> row : table.rows()) {
			results.incrementCounter();
			for (int column = 0; column < row.size(); column++)
				if (row.get(column) instanceof Number number) results.addValue(table.headers().get(column), number.doubleValue());
				else results.addValue(table.headers().get(column), row.get(column).toString());
		}
		for (int column = 0; column < table.headers().size(); column++)
			results.setDecimalPlaces(column, table.rows().stream().allMatch(isWhole(column)) ? 0 : 4);
		return results;
	}

	/** ImageJ names a table when it shows it; ours knows its name before. */
	private static final class TitledTable extends ResultsTable {

		private String title;

		private TitledTable(final String title) {
			this.title = title;
		}

		@Override
		public String getTitle() {
			return title;
		}

		/** Shows the table, from now on under that title: {@code Table.rename} does so. */
		@Override
		public void show(final String newTitle) {
			title = newTitle;
			super.show(newTitle);
		}
	}

	private static Predicate<List<Object>> isWhole(final int column) {
		return row -> row.get(column) instanceof Long || row.get(column) instanceof Integer;
	}
}
