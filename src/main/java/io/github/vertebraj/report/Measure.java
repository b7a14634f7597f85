package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.comparison.Observations;
import io.github.vertebraj.statistics.comparison.TestName.Data;
import io.github.vertebraj.statistics.mean.SampleSummary;

/**
 * A measure of a table as it is compared: the columns turned into groups, with what is missing counted.
 *
 * @param name         of the measure
 * @param observations what is compared
 * @param missing      rows or subjects that were left out because a value is missing
 * @param notes        what a reader should know, a sentence each
 */
public record Measure(String name, Observations observations, int missing, List<String> notes) {

	/** Numbers with no more different values than this are categories, unless numbers are asked for. */
	private static final int TWO_CATEGORIES = 2;

	public Measure {
		notes = List.copyOf(notes);
	}

	/**
	 * Different subjects in each group: one row per subject. A row without a group or a value is left out and counted.
	 *
	 * @param data  what the test takes; {@code ANY} takes a column of more than two different numbers as numbers
	 * @param event the category whose odds and shares are compared, if the values are categories
	 * @throws IllegalArgumentException if fewer than two groups have values, or numbers are asked for and there are none
	 */
	public static Measure independent(final DataColumn value, final DataColumn group, final Data data,
		final Optional<String> event)
	{
		final int[] groups = group.levelIndexes();
		final int[] used = rows(value).filter(row -> groups[row] >= 0 && !value.isMissing(row)).toArray();
		final int[] filled = Arrays.stream(used).map(row -> groups[row]).sorted().distinct().toArray();
		final List<String> levels = group.levels();
		final List<String> names = Arrays.stream(filled).mapToObj(levels::get).toList();
		if (names.size() < 2) throw new IllegalArgumentException("A comparison needs two groups or more with values of '" +
			value.name() + "', but the column '" + group.name() + "' has " + (names.isEmpty() ? "none" : "only '" + names.get(
				0) + "'"));
		final List<String> notes = new ArrayList<>();
		levels.stream().filter(level -> !names.contains(level)).forEach(level -> notes.add("Group '" + level +
			"' has no values of '" + value.name() + "' and is left out."));
		final int missing = groups.length - used.length;
		if (isNumbers(List.of(value), used, data)) {
			final double[] numbers = value.numbers();
			return new Measure(value.name(), new Observations.Groups(names, Arrays.stream(filled).mapToObj(level -> Arrays
				.stream(used).filter(row -> groups[row] == level).mapToDouble(row -> numbers[row]).toArray()).toList()), missing,
				notes);
		}
		final Categories categories = Categories.of(List.of(value), used, event);
		if (categories.names().size() < 2) throw new IllegalArgumentException("The column '" + value.name() +
			"' is constant ('" + categories.names().get(0) + "'), so there is nothing to compare; choose another column");
		final int[] indexes = categories.indexes(value, used);
		final int[][] counts = new int[names.size()][categories.names().size()];
		for (int i = 0; i < used.length; i++)
			counts[Arrays.binarySearch(filled, groups[used[i]])][indexes[i]]++;
		notes.addAll(categories.notes());
		return new Measure(value.name() + ": " + String.join(" / ", categories.names()), new Observations.Counts(names,
			categories.names(), CountTable.of(counts)), missing, notes);
	}

	private static IntStream rows(final DataColumn column) {
		return IntStream.range(0, column.texts().size());
	}

	/** Whether the columns hold measurements; all together, since one of them may have few different values by chance. */
	private static boolean isNumbers(final List<DataColumn> columns, final int[] rows, final Data data) {
		if (data != Data.ANY) return data == Data.NUMBERS;
		columns.forEach(DataColumn::refuseSlips);
		return columns.stream().allMatch(DataColumn::isNumeric) && Categories.of(columns, rows, Optional.empty()).names()
			.size() > TWO_CATEGORIES;
	}

	/**
	 * Different subjects in each column, of which each is a group. Empty cells below a shorter column are none; other
	 * missing cells are counted.
	 *
	 * @throws IllegalArgumentException if a column has no values or some that are no numbers
	 */
	public static Measure ofColumns(final List<DataColumn> groups) {
		int missing = 0;
		final List<double[]> values = new ArrayList<>();
		for (final DataColumn column : groups) {
			final double[] present = Arrays.stream(column.numbers()).filter(value -> !Double.isNaN(value)).toArray();
			if (present.length == 0) throw new IllegalArgumentException("The column '" + column.name() + "' has no values");
			final int end = rows(column).filter(row -> !column.texts().get(row).isEmpty()).max().orElse(-1) + 1;
			missing += end - present.length;
			values.add(present);
		}
		final List<String> names = groups.stream().map(DataColumn::name).toList();
		return new Measure(String.join(" / ", names), new Observations.Groups(names, values), missing, List.of());
	}

	/**
	 * The same subjects under several conditions, each condition a column: one row per subject. A subject without all
	 * values is left out and counted.
	 *
	 * @param event the category whose shares are compared, if the values are categories
	 * @throws IllegalArgumentException if there are fewer than two conditions, no subject has all values, or numbers are
	 *                                  asked for and there are none
	 */
	public static Measure paired(final String name, final List<DataColumn> conditions, final Data data,
		final Optional<String> event)
	{
		if (conditions.size() < 2) throw new IllegalArgumentException(
			"Paired values are two columns or more, or one with a column of groups and one of subjects, but there is only '" +
				conditions.get(0).name() + "'");
		final int[] complete = rows(conditions.get(0)).filter(row -> conditions.stream().noneMatch(column -> column.isMissing(
			row))).toArray();
		if (complete.length == 0) throw new IllegalArgumentException("No row has a value in each of the columns " + String
			.join(", ", conditions.stream().map(DataColumn::name).toList()));
		final int missing = conditions.get(0).texts().size() - complete.length;
		final List<String> names = conditions.stream().map(DataColumn::name).toList();
		if (isNumbers(conditions, complete, data)) {
			final List<double[]> numbers = conditions.stream().map(DataColumn::numbers).toList();
			return new Measure(name, new Observations.Repeated(names, Arrays.stream(complete).mapToObj(row -> numbers.stream()
				.mapToDouble(column -> column[row]).toArray()).toArray(double[][]::new)), missing, List.of());
		}
		final Categories categories = Categories.of(conditions, complete, event);
		final List<int[]> indexes = conditions.stream().map(column -> categories.indexes(column, complete)).toList();
		return new Measure(name + ": " + String.join(" / ", categories.names()), new Observations.RepeatedCategories(categories
			.names(), names, IntStream.range(0, complete.length).mapToObj(i -> indexes.stream().mapToInt(column -> column[i])
				.toArray()).toArray(int[][]::new)), missing, categories.notes());
	}

	/**
	 * Counts as a paper prints them: a row for each group, a column for each category.
	 *
	 * @throws IllegalArgumentException if a count is missing, negative or no whole number
	 */
	public static Measure ofCounts(final List<DataColumn> categories, final DataColumn group) {
		final int rows = group.texts().size();
		final int[][] counts = new int[rows][categories.size()];
		for (int i = 0; i < categories.size(); i++) {
			final double[] numbers = categories.get(i).numbers();
			for (int row = 0; row < rows; row++)
				counts[row][i] = count(categories.get(i), row, numbers[row]);
		}
		final List<String> names = categories.stream().map(DataColumn::name).toList();
		final List<String> groups = group.texts();
		for (int row = 0; row < rows; row++) {
			if (group.isMissing(row)) throw new IllegalArgumentException("Column '" + group.name() + "', " + group.place(row) +
				", has no name of a group");
			if (groups.indexOf(groups.get(row)) < row) throw new IllegalArgumentException("The group '" + groups.get(row) +
				"' stands twice, the second time in " + group.place(row) + "; add its counts up");
			if (Arrays.stream(counts[row]).sum() == 0) throw new IllegalArgumentException("The group '" + groups.get(row) +
				"' has no counts; leave its row out");
		}
		return new Measure(String.join(" / ", names), new Observations.Counts(group.texts(), names, CountTable.of(counts)), 0,
			List.of());
	}

	private static int count(final DataColumn column, final int row, final double number) {
		if (Double.isNaN(number)) throw new IllegalArgumentException("The count in column '" + column.name() + "', " + column
			.place(row) + ", is missing; write 0 if there were none");
		if (number < 0 || number != Math.rint(number) || number > Integer.MAX_VALUE) throw new IllegalArgumentException(
			"A count is a whole number from 0, but column '" + column.name() + "', " + column.place(row) + ", has " + column
				.texts().get(row));
		return (int) number;
	}

	/**
	 * Mean, SD and n as a paper prints them: a row for each group.
	 *
	 * @param columns mean, SD and n, in this order
	 * @throws IllegalArgumentException if there are not three columns, or a number is missing or impossible
	 */
	public static Measure ofSummaries(final List<DataColumn> columns, final DataColumn group) {
		if (columns.size() != 3) throw new IllegalArgumentException(
			"Summaries need three columns of values in this order: mean, SD, n; but " + columns.size() + " are given");
		final double[] means = columns.get(0).numbers();
		final double[] sds = columns.get(1).numbers();
		final double[] sizes = columns.get(2).numbers();
		final List<SampleSummary> samples = IntStream.range(0, means.length).mapToObj(row -> summary(means[row], sds[row],
			count(columns.get(2), row, sizes[row]))).toList();
		return new Measure(columns.get(0).name(), new Observations.Summaries(group.texts(), samples), 0, List.of());
	}

	/** A group of one has no SD; whatever is printed there, the test sees 0. */
	private static SampleSummary summary(final double mean, final double sd, final int n) {
		return new SampleSummary(mean, n == 1 && Double.isNaN(sd) ? 0 : sd, n);
	}
}
