package io.github.vertebraj.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Repeated measurements that stand below one another, turned into a row per subject. */
public final class Pivot {

	private Pivot() {}

	/**
	 * One row per subject in the order of first appearance, one column per condition; a combination that is not there is
	 * missing. Rows without subject or condition are refused.
	 *
	 * @param value     what was measured
	 * @param condition becomes the columns
	 * @param subject   becomes the rows
	 * @return the subjects' names, then a column for each condition
	 * @throws IllegalArgumentException if a subject has two rows under one condition, or a row no subject or condition; the
	 *                                  message names the row
	 */
	public static DataTable of(final String title, final DataColumn value, final DataColumn condition,
		final DataColumn subject)
	{
		final int[] columns = condition.levelIndexes();
		final int[] rows = subject.levelIndexes();
		final List<String> subjects = subject.levels();
		final String[][] cells = new String[subjects.size()][condition.levels().size() + 1];
		for (final String[] row : cells)
			Arrays.fill(row, "");
		for (int row = 0; row < rows.length; row++) {
			refuseUnnamed(row, condition, subject);
			final String[] cellsOfSubject = cells[rows[row]];
			final int column = columns[row] + 1;
			if (!cellsOfSubject[column].isEmpty()) throw new IllegalArgumentException("Subject '" + subjects.get(rows[row]) +
				"' has two values of '" + value.name() + "' under '" + condition.levels().get(columns[row]) + "', the second in " +
				value.place(row) + "; leave one for each");
			cellsOfSubject[0] = subjects.get(rows[row]);
			cellsOfSubject[column] = value.isMissing(row) ? "NaN" : value.texts().get(row);
		}
		final List<String> headers = IntStream.range(0, condition.levels().size() + 1).mapToObj(i -> i == 0 ? subject.name()
			: condition.levels().get(i - 1)).toList();
		final DataTable.Builder table = DataTable.builder(title, headers).decimalMark(value.decimalMark());
		Arrays.stream(rows).distinct().forEach(index -> table.row(List.of(cells[index])));
		return table.build();
	}

	private static void refuseUnnamed(final int row, final DataColumn condition, final DataColumn subject) {
		for (final DataColumn column : List.of(condition, subject))
			if (column.isMissing(row)) throw new IllegalArgumentException("Column '" + column.name() + "', " + column.place(row) +
				", is empty, but pairs need to know whose value it is and which");
	}
}
