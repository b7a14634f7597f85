package io.github.vertebraj.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which level of each category the others are compared with, as a user writes it: {@code Lesion=benign, Grade=1}. */
final class ReferenceLevels {

	private static final String END = "\\s*(,|$)";
	private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

	private final DataTable table;
	private final List<DataColumn> categories;
	private final Map<DataColumn, String> levels = new HashMap<>();

	private ReferenceLevels(final DataTable table, final List<DataColumn> categories) {
		this.table = table;
		this.categories = categories;
	}

	/**
	 * Reads the text. Headers and levels that have commas or equals signs themselves are recognised as a whole.
	 *
	 * @param categories the columns that have a reference
	 * @return the named levels by column
	 * @throws IllegalArgumentException if a part is not {@code column=level}, or the column is no category, has no such
	 *                                  level or is named twice
	 */
	static Map<DataColumn, String> parse(final String text, final DataTable table, final List<DataColumn> categories) {
		final ReferenceLevels references = new ReferenceLevels(table, categories);
		for (int at = 0; at < text.length();)
			at = references.next(text, at);
		return Map.copyOf(references.levels);
	}

	/** Reads one part; where the next begins. Levels may differ in case alone, so that exact ones go first. */
	private int next(final String text, final int at) {
		for (final int flags : new int[] { 0, ANY_CASE }) {
			final int end = nextInFull(text, at, flags);
			if (end > at) return end;
		}
		return nextByMarks(text, at);
	}

	/** Reads a part that names a column and its level in full; the start if it does not. */
	private int nextInFull(final String text, final int at, final int flags) {
		int end = at;
		DataColumn column = null;
		String level = null;
		for (final DataColumn category : categories)
			for (final String value : category.levels()) {
				final Matcher matcher = Pattern.compile("\\s*" + Pattern.quote(category.name()) + "\\s*=\\s*" + Pattern.quote(
					value) + END, flags).matcher(text).region(at, text.length());
				if (!matcher.lookingAt() || matcher.end() <= end) continue;
				end = matcher.end();
				column = category;
				level = value;
			}
		if (column != null) put(column, level);
		return end;
	}

	private int nextByMarks(final String text, final int at) {
		final int comma = text.indexOf(',', at);
		final int end = comma < 0 ? text.length() : comma;
		final String part = CellTexts.stripped(text.substring(at, end));
		if (part.isEmpty()) return end + 1;
		final int sign = part.indexOf('=');
		if (sign < 0) throw new IllegalArgumentException("references are written as column=level, column=level, but '" +
			part + "' has no equals sign");
		final DataColumn column = table.column(part.substring(0, sign));
		if (!categories.contains(column)) throw new IllegalArgumentException("references: the column '" + column.name() +
			"' is no category among the predictors; if it is a predictor of numbers, name it in categorical too");
		final String wanted = CellTexts.stripped(part.substring(sign + 1));
		put(column, Stream.concat(column.levels().stream().filter(wanted::equals), column.levels().stream().filter(
			wanted::equalsIgnoreCase)).findFirst().orElseThrow(
				() -> new IllegalArgumentException("references: the column '" + column.name() + "' has no value '" + wanted +
					"'; its values are " + String.join(", ", column.levels()))));
		return end + 1;
	}

	private void put(final DataColumn column, final String level) {
		if (levels.putIfAbsent(column, level) != null) throw new IllegalArgumentException("references: the column '" +
			column.name() + "' is named twice; name it once");
	}
}
