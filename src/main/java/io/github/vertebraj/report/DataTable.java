package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A table that was read from outside: a title, headers and rows of texts, which never changes. What the texts mean is
 * decided when a {@link DataColumn} is asked for numbers or for levels, and refused there when it is not clear.
 *
 * <p>
 * Rows are counted from 1, as a user counts them under the header; a table from a file knows the line of each row too.
 */
public final class DataTable {

	/** Which decimal marks a number may have. */
	public enum DecimalMark {
			/** Only the point: of ImageJ's tables, and of files whose cells are split by commas. */
			POINT,
			/** The point or the comma, the same in the whole table: of files split by semicolons or tabs. */
			POINT_OR_COMMA
	}

	private final String title;
	private final List<String> headers;
	private final List<DataColumn> columns;
	private final List<String> notes;
	private final int rowCount;

	private DataTable(final Builder builder) {
		title = builder.title;
		headers = builder.headers;
		notes = List.copyOf(builder.notes);
		rowCount = builder.rowCount;
		final RowPlaces places = new RowPlaces(Arrays.copyOf(builder.lines, builder.hasLines ? rowCount : 0));
		final List<DataColumn> built = new ArrayList<>();
		for (int i = 0; i < headers.size(); i++)
			built.add(new DataColumn(this, headers.get(i), builder.cells.get(i).build(), builder.decimalMark, places));
		columns = List.copyOf(built);
	}

	/**
	 * Begins a table whose numbers have decimal points.
	 *
	 * @param title   what the table is called in messages: a window's title or a file's name
	 * @param headers one for each column; a header that stands twice is refused only when it is asked for
	 * @throws IllegalArgumentException if there is no header
	 */
	public static Builder builder(final String title, final List<String> headers) {
		return new Builder(title, headers);
	}

	public String title() {
		return title;
	}

	/** The headers from left to right, without white space around them. */
	public List<String> headers() {
		return headers;
	}

	public int rowCount() {
		return rowCount;
	}

	/** The columns from left to right. */
	public List<DataColumn> columns() {
		return columns;
	}

	/** What a user should know of how the table was read, a sentence each. */
	public List<String> notes() {
		return notes;
	}

	/**
	 * Finds a column: by its exact header, else without regard to case, else with the unit in brackets left out
	 * ({@code mean} for {@code Mean (10^-3 mm^2/s)}). Each way only counts when it leads to one column.
	 *
	 * @throws IllegalArgumentException if no column or more than one is meant; lists the columns
	 */
	public DataColumn column(final String header) {
		final String wanted = CellTexts.stripped(header);
		final List<Predicate<String>> ways = List.of(wanted::equals, wanted::equalsIgnoreCase, name -> withoutUnit(name)
			.equalsIgnoreCase(wanted));
		for (final Predicate<String> way : ways) {
			final List<DataColumn> found = columns.stream().filter(column -> way.test(column.name())).toList();
			if (found.size() == 1) return found.get(0);
			if (!found.isEmpty()) throw new IllegalArgumentException(ambiguous(wanted, found));
		}
		throw new IllegalArgumentException("The table '" + title + "' has no column '" + wanted + "'; its columns are " +
			ColumnNames.list(headers));
	}

	private String ambiguous(final String wanted, final List<DataColumn> found) {
		final List<String> names = found.stream().map(DataColumn::name).distinct().toList();
		if (names.size() == 1) return "The column '" + names.get(0) + "' stands twice in the table '" + title +
			"', so it is not clear which is meant; give each column its own header";
		return "The column '" + wanted + "' could be any of " + ColumnNames.list(names) + " in the table '" + title +
			"'; write its header in full";
	}

	/**
	 * Finds several columns by one text: headers split at commas. A header that has commas itself is recognised as a
	 * whole, and any may stand in quotes.
	 *
	 * @throws IllegalArgumentException if the text names no column, one that {@link #column} does not find, or one twice
	 */
	public List<DataColumn> columns(final String names) {
		final List<DataColumn> found = new ArrayList<>();
		for (final String name : ColumnNames.split(names, headers)) {
			final DataColumn column = column(name);
			if (found.contains(column)) throw new IllegalArgumentException("The column '" + column.name() +
				"' is named twice in '" + names + "'; name it once");
			found.add(column);
		}
		if (found.isEmpty()) throw new IllegalArgumentException("Name at least one column of the table '" + title +
			"'; its columns are " + ColumnNames.list(headers));
		return List.copyOf(found);
	}

	private static String withoutUnit(final String header) {
		final int bracket = header.endsWith(")") ? header.lastIndexOf(" (") : -1;
		return bracket < 0 ? header : CellTexts.stripped(header.substring(0, bracket));
	}

	@Override
	public String toString() {
		return "DataTable[" + title + ", " + rowCount + " rows, " + headers + "]";
	}

	/** Collects the rows of a table. */
	public static final class Builder {

		private static final int NO_LINE = 0;

		private final String title;
		private final List<String> headers;
		private final List<CellTexts.Builder> cells;
		private final List<String> notes = new ArrayList<>();
		private DecimalMark decimalMark = DecimalMark.POINT;
		private int[] lines = new int[64];
		private boolean hasLines;
		private int rowCount;

		private Builder(final String title, final List<String> headers) {
			this.title = Objects.requireNonNull(title, "title");
			this.headers = headers.stream().map(CellTexts::stripped).toList();
			if (headers.isEmpty()) throw new IllegalArgumentException("The table '" + title + "' has no columns");
			cells = headers.stream().map(header -> new CellTexts.Builder()).toList();
		}

		public Builder decimalMark(final DecimalMark mark) {
			decimalMark = Objects.requireNonNull(mark, "mark");
			return this;
		}

		public Builder note(final String note) {
			notes.add(note);
			return this;
		}

		/**
		 * Adds a row.
		 *
		 * @param texts one for each header; empty ones and those that {@link DataColumn} lists are missing values
		 * @throws IllegalArgumentException if the row is too long or too short
		 */
		public Builder row(final List<String> texts) {
			return row(NO_LINE, texts);
		}

		/** Adds a row that begins at a line of a file, counted from 1. */
		Builder row(final int line, final List<String> texts) {
			if (texts.size() != headers.size()) throw new IllegalArgumentException("The table '" + title + "' has " + headers
				.size() + " columns, but row " + (rowCount + 1) + " has " + texts.size() + " cells");
			for (int i = 0; i < texts.size(); i++)
				cells.get(i).add(texts.get(i));
			if (rowCount == lines.length) lines = Arrays.copyOf(lines, 2 * rowCount);
			lines[rowCount++] = line;
			hasLines |= line != NO_LINE;
			return this;
		}

		public DataTable build() {
			return new DataTable(this);
		}
	}

	/** Where rows stand, for messages. */
	record RowPlaces(int[] lines) {

		/** @param row from 0 */
		String name(final int row) {
			return "row " + (row + 1) + (lines.length == 0 ? "" : " (line " + lines[row] + " of the file)");
		}
	}
}
