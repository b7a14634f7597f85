package io.github.vertebraj.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.vertebraj.report.DataTable.DecimalMark;

/**
 * The tables of a folder as one: the rows of its files ({@code .csv}, {@code .tsv}, {@code .txt}) below one another, by
 * the names of the files, which are the first column. So measurements of many patients, one file each, become a table
 * without a program of their own.
 */
public final class TableFolder {

	/** The header of the column of file names, which are without their ending. */
	public static final String FILE = "File";

	private TableFolder() {}

	/**
	 * Reads the tables of a folder, whose name is the title. Folders in it are left alone.
	 *
	 * @throws IOException if there is none, one cannot be read, or their columns are not the same, in whatever order
	 */
	public static DataTable read(final Path folder) throws IOException {
		final List<Path> files;
		try (Stream<Path> list = Files.list(folder)) {
			files = list.filter(file -> Files.isRegularFile(file) && file.getFileName().toString().matches(
				"(?i)[^.].*\\.(csv|tsv|txt)")).sorted().toList();
		}
		if (files.isEmpty()) throw new IOException("The folder " + folder + " holds no table (.csv, .tsv, .txt)");
		final List<DataTable> tables = new ArrayList<>();
		for (final Path file : files)
			tables.add(DelimitedFile.read(file));
		final DataTable first = tables.get(0);
		final List<String> headers = new ArrayList<>(List.of(FILE));
		headers.addAll(first.headers());
		if (first.headers().contains(FILE)) throw new IOException("The tables of " + folder + " have a column '" + FILE +
			"', in which the names of the files should stand; rename it");
		final DataTable.Builder all = DataTable.builder(folder.toAbsolutePath().normalize().getFileName().toString(), headers);
		if (tables.stream().flatMap(table -> table.columns().stream()).anyMatch(column -> column
			.decimalMark() == DecimalMark.POINT_OR_COMMA)) all.decimalMark(DecimalMark.POINT_OR_COMMA);
		for (int i = 0; i < tables.size(); i++)
			add(all, files.get(i).getFileName().toString(), first, tables.get(i));
		tables.stream().flatMap(table -> table.notes().stream()).distinct().forEach(all::note);
		return all.build();
	}

	private static void add(final DataTable.Builder all, final String file, final DataTable first, final DataTable table)
		throws IOException
	{
		if (!new HashSet<>(table.headers()).equals(new HashSet<>(first.headers()))) throw new IOException("The tables of a" +
			" folder have the same columns, but " + file + " has not those of " + first.title() + ": " + difference(first
				.headers(), table.headers()) + "; keep other tables elsewhere");
		final List<DataColumn> columns = first.headers().stream().map(table::column).toList();
		final String name = file.substring(0, file.lastIndexOf('.'));
		for (int i = 0; i < table.rowCount(); i++) {
			final int row = i;
			all.row(Stream.concat(Stream.of(name), columns.stream().map(column -> column.texts().get(row))).toList());
		}
	}

	private static String difference(final List<String> expected, final List<String> there) {
		final String lacking = expected.stream().filter(header -> !there.contains(header)).collect(Collectors.joining("', '"));
		final String extra = there.stream().filter(header -> !expected.contains(header)).collect(Collectors.joining("', '"));
		return (lacking.isEmpty() ? "" : "it lacks '" + lacking + "'") + (lacking.isEmpty() || extra.isEmpty() ? "" : ", ") +
			(extra.isEmpty() ? "" : "it has '" + extra + "' besides");
	}
}
