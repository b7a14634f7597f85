package io.github.vertebraj.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The JSON file beside a file of results, which says how they were made: {@code adc.csv} has {@code adc.json}. The same
 * command on the same data writes the same bytes, since there is no time stamp in it. Files that differ in their ending
 * only ({@code adc.csv}, {@code adc.png}) would share a sidecar: the last one written stands.
 */
public final class Sidecar {

	private Sidecar() {}

	/**
	 * Writes the sidecar of a table, with its columns and number of rows.
	 *
	 * @param dataFile the table's file; need not be there yet
	 * @param notes    what a reader of the numbers should know, a sentence each
	 * @throws IOException if the file cannot be written
	 */
	public static void write(final Path dataFile, final Provenance provenance, final ResultTable table,
		final List<String> notes) throws IOException
	{
		final Map<String, Object> content = madeFrom(dataFile, provenance);
		content.put("columns", table.headers());
		content.put("rows", table.rowCount());
		write(dataFile, content, notes);
	}

	/**
	 * Writes the sidecar of an image or any other file.
	 *
	 * @param dataFile the file; need not be there yet
	 * @param notes    what a reader of the file should know, a sentence each
	 * @throws IOException if the sidecar cannot be written
	 */
	public static void write(final Path dataFile, final Provenance provenance, final List<String> notes)
		throws IOException
	{
		write(dataFile, madeFrom(dataFile, provenance), notes);
	}

	/**
	 * The sidecar of a file: its name with the ending {@code .json} in place of its own. An image keeps its name when
	 * packed: {@code adc.nii.gz} has {@code adc.json}.
	 *
	 * @throws IllegalArgumentException if the file is a {@code .json} itself
	 */
	public static Path pathFor(final Path dataFile) {
		final String name = dataFile.getFileName().toString();
		if (name.toLowerCase(Locale.ROOT).endsWith(".json")) throw new IllegalArgumentException(
			"A .json file says how results were made, so it cannot hold them too: give " + name + " another ending");
		return dataFile.resolveSibling(name.replaceFirst("(?<=.)(\\.[^.]*?)(\\.gz)?$", "") + ".json");
	}

	private static Map<String, Object> madeFrom(final Path dataFile, final Provenance provenance) {
		final Map<String, Object> content = new LinkedHashMap<>();
		content.put("file", dataFile.getFileName().toString());
		content.putAll(provenance.asMap());
		return content;
	}

	private static void write(final Path dataFile, final Map<String, Object> content, final List<String> notes)
		throws IOException
	{
		content.put("notes", notes);
		AtomicFile.write(pathFor(dataFile), out -> out.write(Json.write(content).getBytes(StandardCharsets.UTF_8)));
	}
}
