package io.github.vertebraj.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/**
 * Tables as comma-separated values (RFC 4180): UTF-8, a header line, decimal point whatever the computer's language,
 * numbers in the shortest form that reads back exactly, {@code NaN} for what is not measurable, nothing for an empty
 * cell.
 */
public final class CsvFile {

	private CsvFile() {}

	/**
	 * Writes or replaces a file.
	 *
	 * @throws IOException if the folder does not exist or the file cannot be written; the old file is whole then
	 */
	public static void write(final Path file, final ResultTable table) throws IOException {
		AtomicFile.write(file, out -> {
			final CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
			writer.writeRecord(table.headers());
			for (final List<Object> row : table.rows())
				writer.writeRecord(row.stream().map(Object::toString).toList());
			writer.flush();
		});
	}
}
