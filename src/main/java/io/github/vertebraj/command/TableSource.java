package io.github.vertebraj.command;

import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.vertebraj.report.DataTable;
import io.github.vertebraj.report.DelimitedFile;
import io.github.vertebraj.report.TableFolder;

import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.text.TextWindow;

/** The table that a user names: one that is open in ImageJ, or a file. */
final class TableSource {

	/** Whole numbers from here on are written with an exponent. */
	private static final double LARGEST_WHOLE = 1e15;

	private TableSource() {}

	/**
	 * Reads a table.
	 *
	 * @param table title of an open table, a file, or a folder of files; without it the active table
	 * @throws IllegalArgumentException if there is no such table; lists those that are open
	 * @throws IOException              if the file cannot be read as a table
	 */
	static DataTable read(final File table) throws IOException {
		final Optional<Path> file = ResultFiles.given(table);
		if (file.isEmpty()) return of(active());
		final Optional<ResultsTable> open = openTables().stream().filter(one -> isCalled(titleOf(one), table)).findFirst();
		if (open.isPresent()) return of(open.get());
		if (Files.isDirectory(file.get())) return TableFolder.read(file.get());
		if (Files.exists(file.get())) return DelimitedFile.read(file.get());
		throw new IllegalArgumentException("There is neither an open table nor a file called '" + table + "'; " + opened());
	}

	/** What the active table has, for a user who is to name columns; how to come by a table where there is none. */
	static String activeColumns() {
		final Optional<ResultsTable> active = Optional.ofNullable(ResultsTable.getActiveTable()).filter(table -> table
			.size() > 0);
		return active.map(table -> "Columns of " + titleOf(table) + ": " + String.join(", ", table.getHeadings())).orElse(
			"No table is open: open one, or choose a file. A wrong column name is answered with the list of columns.");
	}

	/** Fiji takes a title for a relative file and makes it absolute. */
	private static boolean isCalled(final String title, final File table) {
		return table.getPath().equals(new File(title).getPath()) || !table.exists() && table.equals(new File(title)
			.getAbsoluteFile());
	}

	private static ResultsTable active() {
		final ResultsTable active = ResultsTable.getActiveTable();
		if (active != null && active.size() > 0) return active;
		final List<ResultsTable> open = openTables();
		if (open.size() == 1) return open.get(0);
		throw new IllegalArgumentException("table must be given: the title of an open table or a .csv file; " + opened());
	}

	private static String opened() {
		final List<ResultsTable> open = openTables();
		if (open.isEmpty() && GraphicsEnvironment.isHeadless()) return "without a display ImageJ keeps no tables open but those" +
			" of VertebraJ: save the table and give its file";
		return open.isEmpty() ? "no table is open" : "open are " + open.stream().map(TableSource::titleOf).collect(Collectors
			.joining(", "));
	}

	private static List<ResultsTable> openTables() {
		final Stream<ResultsTable> shown = Arrays.stream(Optional.ofNullable(WindowManager.getNonImageWindows()).orElseGet(
			() -> new Frame[0])).filter(TextWindow.class::isInstance).map(window -> ((TextWindow) window).getResultsTable());
		// The table of Analyze > Measure is there without a window too.
		return Stream.concat(shown, Stream.of(ResultsTable.getResultsTable())).filter(table -> table != null && table
			.size() > 0).distinct().toList();
	}

	private static String titleOf(final ResultsTable table) {
		return Optional.ofNullable(table.getTitle()).orElse("Results");
	}

	/** The title of the active table; nothing if there is none. */
	static Optional<String> activeTitle() {
		return Optional.ofNullable(ResultsTable.getActiveTable()).filter(table -> table.size() > 0).map(TableSource::titleOf);
	}

	/** The same table, with all digits that its numbers have. */
	static DataTable of(final ResultsTable table) {
		final int[] columns = IntStream.rangeClosed(0, table.getLastColumn()).filter(table::columnExists).toArray();
		final boolean isLabelled = table.getHeadings().length > columns.length;
		final List<String> headers = Arrays.stream(table.getHeadings()).map(header -> header.isBlank()
			? DelimitedFile.ROW_NUMBERS : header).toList();
		final String title = titleOf(table);
		if (headers.isEmpty()) throw new IllegalArgumentException("The table '" + title + "' has no columns");
		final DataTable.Builder data = DataTable.builder(title, headers);
		for (int i = 0; i < table.size(); i++) {
			final int row = i;
			final Stream<String> label = isLabelled ? Stream.of(Optional.ofNullable(table.getLabel(row)).orElse("")) : Stream
				.empty();
			data.row(Stream.concat(label, Arrays.stream(columns).mapToObj(column -> cell(table, column, row))).toList());
		}
		return data.build();
	}

	/** A number so that nothing of it is lost, else the text. */
	private static String cell(final ResultsTable table, final int column, final int row) {
		final double number = table.getValueAsDouble(column, row);
		if (Double.isNaN(number)) return Optional.ofNullable(table.getStringValue(column, row)).orElse("");
		final boolean isWhole = number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE;
		return isWhole ? Long.toString((long) number) : Double.toString(number);
	}
}
