package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table of results, which never changes. Headers carry units ({@code Mean (10^-3 mm^2/s)}); a cell is a
 * {@link String}, {@link Long}, {@link Integer} or {@link Double}, and {@code ""} when it is empty. A NaN is not an
 * empty cell: it was measured and is not measurable.
 */
public final class ResultTable {

	private final String title;
	private final List<String> headers;
	private final List<List<Object>> rows;

	private ResultTable(final Builder builder) {
		title = builder.title;
		headers = builder.headers;
		rows = List.copyOf(builder.rows);
	}

	/**
	 * Begins a table.
	 *
	 * @param title   what the table is called; a window's title, and what macros select it by
	 * @param headers one for each column, all different
	 * @throws IllegalArgumentException if there is no header, or one is blank or stands twice
	 */
	public static Builder builder(final String title, final String... headers) {
		return new Builder(title, List.of(headers));
	}

	public String title() {
		return title;
	}

	public List<String> headers() {
		return headers;
	}

	/** The rows from top to bottom, each with one cell for each header. */
	public List<List<Object>> rows() {
		return rows;
	}

	public int rowCount() {
		return rows.size();
	}

	/**
	 * One cell.
	 *
	 * @param row    from 0
	 * @param header exactly as in {@link #headers()}
	 * @throws IllegalArgumentException if the table has no such row or column
	 */
	public Object cell(final int row, final String header) {
		if (row < 0 || row >= rows.size()) throw new IllegalArgumentException("The table '" + title + "' has " + rows
			.size() + " rows, so there is no row " + row + " (counted from 0)");
		final int column = headers.indexOf(header);
		if (column < 0) throw new IllegalArgumentException("The table '" + title + "' has no column '" + header +
			"'; its columns are " + headers);
		return rows.get(row).get(column);
	}

	/** Collects the rows of a table. */
	public static final class Builder {

		private final String title;
		private final List<String> headers;
		private final List<List<Object>> rows = new ArrayList<>();

		private Builder(final String title, final List<String> headers) {
			if (headers.isEmpty()) throw new IllegalArgumentException("The table '" + title + "' needs at least one column");
			final Set<String> seen = new HashSet<>();
			for (final String header : headers) {
				if (header.isBlank()) throw new IllegalArgumentException("A column of the table '" + title + "' has no header");
				if (!seen.add(header)) throw new IllegalArgumentException("The header '" + header +
					"' stands twice in the table '" + title + "'");
			}
			this.title = title;
			this.headers = headers;
		}

		/**
		 * Adds a row.
		 *
		 * @param cells one for each header; {@code null} and {@code ""} are the empty cell
		 * @throws IllegalArgumentException if the row is too long or too short, or a cell is of another type than those of
		 *                                  {@link ResultTable}
		 */
		public Builder row(final Object... cells) {
			if (cells.length != headers.size()) throw new IllegalArgumentException("The table '" + title + "' has " + headers
				.size() + " columns, but a row has " + cells.length + " cells");
			final List<Object> row = new ArrayList<>();
			for (int i = 0; i < cells.length; i++)
				row.add(checked(cells[i], headers.get(i)));
			rows.add(List.copyOf(row));
			return this;
		}

		private Object checked(final Object cell, final String header) {
			if (cell == null) return "";
			if (cell instanceof String || cell instanceof Long || cell instanceof Integer || cell instanceof Double)
				return cell;
			throw new IllegalArgumentException("A cell is a text or a number (String, Long, Integer, Double), but one of '" +
				header + "' is a " + cell.getClass().getSimpleName());
		}

		public ResultTable build() {
			return new ResultTable(this);
		}
	}
}
