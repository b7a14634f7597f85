package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.vertebraj.statistics.Keyed;
import io.github.vertebraj.statistics.comparison.TestName;

/**
 * How the columns of a table are to be read as measures.
 *
 * @param measures names of columns, separated by commas
 * @param group    name of the column that tells group or condition
 * @param subject  name of the column that tells whose value it is
 * @param event    the category whose odds and shares are compared
 */
public record MeasureSource(String measures, Optional<String> group, Optional<String> subject,
	Optional<String> event, Rows rows, Design design)
{

	/** What a row of the table is. */
	public enum Rows implements Keyed {

		VALUES("values"), COUNTS("counts"), SUMMARIES("summaries");

		private final String key;

		Rows(final String key) {
			this.key = key;
		}

		@Override
		public String key() {
			return key;
		}
	}

	/** Whose values are compared. */
	public enum Design implements Keyed {

		INDEPENDENT("independent"), PAIRED("paired");

		private final String key;

		Design(final String key) {
			this.key = key;
		}

		@Override
		public String key() {
			return key;
		}
	}

	/**
	 * Reads the measures that a test is to compare.
	 *
	 * @throws IllegalArgumentException naming the column or the parameter, if the table does not hold what the test needs
	 */
	public List<Measure> read(final DataTable table, final TestName test) {
		final List<DataColumn> columns = table.columns(measures);
		if (rows != Rows.VALUES) {
			refuse(event, "positive", rows.key() + " name their categories by their columns");
			if (design == Design.PAIRED) throw new IllegalArgumentException("design must be independent for " + rows.key() +
				", which do not tell who is paired with whom");
			final DataColumn names = groupOf(table, rows.key() + " need the column that names the group of each row");
			return List.of(rows == Rows.COUNTS ? Measure.ofCounts(columns, names) : Measure.ofSummaries(columns, names));
		}
		if (test.isCorrelation()) return correlated(columns, test);
		return design == Design.PAIRED ? paired(table, columns, test) : independent(table, columns, test);
	}

	private List<Measure> correlated(final List<DataColumn> columns, final TestName test) {
		refuse(group, "group", test.key() + " goes with each two of the measures and has no groups");
		if (columns.size() < 2) throw new IllegalArgumentException(test.key() + " needs two measures or more, but only '" +
			columns.get(0).name() + "' is given");
		final List<Measure> pairs = new ArrayList<>();
		for (int i = 0; i < columns.size(); i++)
			for (int j = i + 1; j < columns.size(); j++)
				pairs.add(Measure.paired(columns.get(i).name() + ", " + columns.get(j).name(), List.of(columns.get(i), columns
					.get(j)), test.data(), event));
		return pairs;
	}

	private List<Measure> paired(final DataTable table, final List<DataColumn> columns, final TestName test) {
		if (group.isEmpty()) {
			refuse(subject, "subject", "without a group, each row is one subject");
			final String name = columns.stream().map(DataColumn::name).collect(Collectors.joining(" / "));
			return List.of(Measure.paired(name, columns, test.data(), event));
		}
		final DataColumn condition = table.column(group.get());
		final DataColumn subjects = table.column(subject.orElseThrow(() -> new IllegalArgumentException(
			"subject must name the column that tells which values of '" + group.get() + "' belong together")));
		final List<Measure> all = new ArrayList<>();
		for (final DataColumn column : columns) {
			final List<DataColumn> conditions = Pivot.of(table.title(), column, condition, subjects).columns();
			all.add(Measure.paired(column.name(), conditions.subList(1, conditions.size()), test.data(), event));
		}
		return all;
	}

	private List<Measure> independent(final DataTable table, final List<DataColumn> columns, final TestName test) {
		refuse(subject, "subject", "only paired values have one");
		if (group.isEmpty() && columns.size() > 1) return List.of(Measure.ofColumns(columns));
		final DataColumn groups = groupOf(table, "name the column that tells the group of each row");
		return columns.stream().map(column -> Measure.independent(column, groups, test.data(), event)).toList();
	}

	private DataColumn groupOf(final DataTable table, final String why) {
		return table.column(group.orElseThrow(() -> new IllegalArgumentException("group must be given: " + why +
			"; the table '" + table.title() + "' has " + ColumnNames.list(table.headers()))));
	}

	private static void refuse(final Optional<String> given, final String parameter, final String why) {
		if (given.isPresent()) throw new IllegalArgumentException(parameter + " must be left empty: " + why);
	}
}
