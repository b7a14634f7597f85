package io.github.vertebraj.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
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
				writer.writeRecord(row.stream().map(CsvFile::text).toList());
			writer.flush();
		});
	}

	private static String text(final Object cell) {
		return cell instanceof Double number ? shortest(number) : cell.toString();
	}

	/** The fewest digits that read back as the same number; {@link Double#toString} of Java 17 takes more at times. */
	static String shortest(final double number) {
		if (!Double.isFinite(number)) return Double.toString(number);
		final BigDecimal exact = new BigDecimal(number);
		int digits = 15;
		while (exact.round(new MathContext(digits)).doubleValue() != number)
			digits++;
		final BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
		final int exponent = rounded.precision() - rounded.scale() - 1;
		return exponent >= -7 && exponent <= 15 ? rounded.toPlainString() : rounded.toString();
	}
}
