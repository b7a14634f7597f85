package io.github.vertebraj.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/**
 * The JSON file beside a file of results, which says how they were made: {@code adc.csv} has {@code adc.json}. The same
 * command on the same data writes the same bytes: there is no time stamp in it.
 */
public final class Sidecar {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

	private Sidecar() {}

	/** Writes the file beside a table, with the table's columns and number of rows. */
	public static void write(final Path dataFile, final Provenance provenance, final ResultTable table,
		final List<String> notes) throws IOException
	{
		final Map<String, Object> content = content(dataFile, provenance);
		content.put("columns", table.headers());
		content.put("rows", table.rowCount());
		content.put("notes", notes);
		write(pathFor(dataFile), content);
	}

	/** Writes the file beside an image or any other file. */
	public static void write(final Path dataFile, final Provenance provenance, final List<String> notes)
		throws IOException
	{
		final Map<String, Object> content = content(dataFile, provenance);
		content.put("notes", notes);
		write(pathFor(dataFile), content);
	}

	/** The sidecar of a file: its name with the ending {@code .json} in place of its own. */
	public static Path pathFor(final Path dataFile) {
		return dataFile.resolveSibling(dataFile.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".json");
	}

	private static Map<String, Object> content(final Path dataFile, final Provenance provenance) {
		final Map<String, Object> content = new LinkedHashMap<>();
		content.put("file", dataFile.getFileName().toString());
		content.put("command", provenance.command());
		content.put("parameters", provenance.parameters());
		content.put("source", provenance.source());
		content.put("software", Map.of("VertebraJ", provenance.version()));
		return content;
	}

	private static void write(final Path file, final Map<String, Object> content) throws IOException {
		AtomicFile.write(file, out -> out.write((GSON.toJson(content) + "\n").getBytes(StandardCharsets.UTF_8)));
	}
}
