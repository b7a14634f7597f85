package io.github.vertebraj.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.github.vertebraj.report.DataTable.DecimalMark;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * Tables from text files, as spreadsheets and statistics programs save them.
 *
 * <ul>
 * <li>Delimiter: comma, semicolon or tab, found by {@link Delimiter}; Excel's first line {@code sep=;} is obeyed.</li>
 * <li>Decimal comma: read from files split by semicolons or tabs, see {@link DataColumn}.</li>
 * <li>Letters: UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252 with a note.</li>
 * <li>Fields in double quotes may hold delimiters, line ends and doubled quotes. Lines end with LF, CRLF or CR.</li>
 * <li>The first line that is not empty holds the headers. A first header that is empty, as R and ImageJ write it above
 * row numbers, becomes {@code #}. Columns without header must be empty, as behind a delimiter at the end of lines.</li>
 * <li>Rows whose cells are all empty are left out, as spreadsheets write them behind a table. Every other row has a cell
 * for each header.</li>
 * </ul>
 */
public final class DelimitedFile {

	/** The header of row numbers that come without one. */
	public static final String ROW_NUMBERS = "#";

	private final Path file;

	private DelimitedFile(final Path file) {
		this.file = file;
	}

	/**
	 * Reads a table, whose title is the file's name.
	 *
	 * @throws IOException if there is no such file, it is no text, or no table; names file, line and what to do
	 */
	public static DataTable read(final Path file) throws IOException {
		return new DelimitedFile(file).read();
	}

	private DataTable read() throws IOException {
		if (Files.isDirectory(file)) throw failure("it is a folder; choose a file");
		if (!Files.exists(file)) throw failure("there is no such file");
		final TextEncoding encoding = TextEncoding.of(file);
		final Delimiter delimiter = Delimiter.of(file, encoding);
		try (QuoteWatch text = new QuoteWatch(encoding.open(file), delimiter.character())) {
			try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(delimiter.character()).allowExtraFields(
				true).allowMissingFields(true).trimWhitespacesAroundQuotes(true).ofCsvRecord(text))
			{
				if (delimiter.isStated()) reader.skipLines(1);
				return table(reader.iterator(), encoding, delimiter);
			}
			catch (final CsvParseException e) {
				refuseOpenQuote(text);
				throw new IOException("Cannot read " + file + ": " + reason(e) +
					"; inside a field in quotes, a quote must be doubled", e);
			}
			catch (final UncheckedIOException e) {
				throw e.getCause();
			}
			finally {
				refuseOpenQuote(text);
			}
		}
	}

	private void refuseOpenQuote(final QuoteWatch text) throws IOException {
		if (text.endedInQuotes()) throw failure("the quote that opens in line " + text.lineOfLastQuote() +
			" is never closed; close or remove it");
	}

	private static String reason(final CsvParseException e) {
		return e.getCause() == null ? e.getMessage() : e.getMessage() + ", " + e.getCause().getMessage();
	}

	private DataTable table(final Iterator<CsvRecord> records, final TextEncoding encoding, final Delimiter delimiter)
		throws IOException
	{
		final List<String> header = header(records);
		final List<Integer> kept = new ArrayList<>();
		for (int i = 0; i < header.size(); i++)
			if (i == 0 || !isBlank(header.get(i))) kept.add(i);
		final List<String> names = kept.stream().map(i -> isBlank(header.get(i)) ? ROW_NUMBERS : header.get(i)).toList();
		final DataTable.Builder table = DataTable.builder(file.getFileName().toString(), names).decimalMark(delimiter
			.character() == ',' ? DecimalMark.POINT : DecimalMark.POINT_OR_COMMA);
		encoding.note().ifPresent(table::note);
		while (records.hasNext()) {
			final CsvRecord row = records.next();
			if (isBlank(row)) continue;
			check(row, header, kept);
			table.row((int) row.getStartingLineNumber(), kept.stream().map(row::getField).toList());
		}
		return table.build();
	}

	private List<String> header(final Iterator<CsvRecord> records) throws IOException {
		while (records.hasNext()) {
			final CsvRecord record = records.next();
			if (!isBlank(record)) return record.getFields();
		}
		throw failure("it is empty; the first line must hold the headers of the columns");
	}

	/** Refuses a row that does not fit under the header. */
	private void check(final CsvRecord row, final List<String> header, final List<Integer> kept) throws IOException {
		final int fields = row.getFieldCount();
		final int last = kept.get(kept.size() - 1);
		if (fields <= last) throw failure("line " + row.getStartingLineNumber() + " has " + fields +
			" fields, but the header has " + (last + 1) + "; give each row a field for each column");
		for (int i = 0; i < fields; i++)
			if ((i >= header.size() || i > 0 && isBlank(header.get(i))) && !isBlank(row.getField(i))) throw failure("'" + row
				.getField(i) + "' in line " + row.getStartingLineNumber() + " is field " + (i + 1) +
				", which has no header; name the column, or put a field that holds the delimiter in quotes");
	}

	private static boolean isBlank(final CsvRecord record) {
		return record.getFields().stream().allMatch(DelimitedFile::isBlank);
	}

	private static boolean isBlank(final String field) {
		return CellTexts.stripped(field).isEmpty();
	}

	private IOException failure(final String reason) {
		return new IOException("Cannot read " + file + ": " + reason);
	}
}
