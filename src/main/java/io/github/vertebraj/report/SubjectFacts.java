package io.github.vertebraj.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What else is known of subjects, such as their response: columns of a table with one row for each.
 *
 * @param headers of the columns
 * @param rows    cells by subject, one for each header
 */
public record SubjectFacts(List<String> headers, Map<String, List<String>> rows) {

	/**
	 * Reads a table.
	 *
	 * @param by   name of the column of subjects
	 * @param keep names of columns, separated by commas; empty takes all others
	 * @throws IllegalArgumentException if there is no such column, or a subject is missing or stands twice
	 */
	public static SubjectFacts of(final DataTable table, final String by, final String keep) {
		final DataColumn subjects = table.column(by);
		final List<DataColumn> columns = keep.isBlank() ? table.columns().stream().filter(column -> !column.name().equals(
			subjects.name())).toList() : table.columns(keep);
		final Map<String, List<String>> rows = new LinkedHashMap<>();
		for (int i = 0; i < table.rowCount(); i++) {
			final int row = i;
			if (subjects.isMissing(row)) throw new IllegalArgumentException("Column '" + subjects.name() + "' of '" + table
				.title() + "', " + subjects.place(row) + ", is empty, but tables are joined by it");
			if (rows.put(subjects.texts().get(row), columns.stream().map(column -> column.texts().get(row)).toList()) != null)
				throw new IllegalArgumentException("'" + subjects.texts().get(row) + "' stands twice in column '" + subjects
					.name() + "' of '" + table.title() + "'; a joined table has one row for each subject");
		}
		return new SubjectFacts(columns.stream().map(DataColumn::name).toList(), rows);
	}

	/** What is known of a subject; empty cells if nothing. */
	List<String> of(final String subject) {
		return rows.getOrDefault(subject, headers.stream().map(header -> "").toList());
	}

	/** What of both sides has no partner, for the user to know. */
	List<String> notes(final Set<String> measured) {
		final List<String> unknown = measured.stream().filter(subject -> !rows.containsKey(subject)).toList();
		final List<String> unmeasured = rows.keySet().stream().filter(subject -> !measured.contains(subject)).toList();
		if (unknown.isEmpty() && unmeasured.isEmpty()) return List.of();
		return List.of((unknown.isEmpty() ? "" : "not in the joined table: " + String.join(", ", unknown)) + (unknown
			.isEmpty() || unmeasured.isEmpty() ? "" : "; ") + (unmeasured.isEmpty() ? "" : "in the joined table, but not" +
				" measured: " + String.join(", ", unmeasured)));
	}
}
