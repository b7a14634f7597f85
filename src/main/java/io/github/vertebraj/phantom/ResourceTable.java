package io.github.vertebraj.phantom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plain comma-separated values of our own, beside the classes: no quotes, a header line. */
final class ResourceTable {

	private ResourceTable() {}

	/** The rows, each by its headers. */
	static List<Map<String, String>> read(final String name) {
		try (InputStream in = ResourceTable.class.getResourceAsStream(name)) {
			final List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
			final String[] headers = lines.get(0).split(",");
			return lines.stream().skip(1).map(line -> row(headers, line.split(",", -1))).toList();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Map<String, String> row(final String[] headers, final String[] cells) {
		final Map<String, String> row = new LinkedHashMap<>();
		for (int i = 0; i < headers.length; i++)
			row.put(headers[i], cells[i]);
		return row;
	}
}
