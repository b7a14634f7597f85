package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Readings of the same subjects by several readers, methods or repetitions: a row for each subject, a column for each
 * reading. A row counts when it has all readings.
 */
public final class Readings {


	private final List<String> names;
	private final List<DataColumn> columns;
	private final boolean isDashGiven;
	private final int[] complete;

	private Readings(final List<String> names, final List<DataColumn> columns, final boolean isDashGiven) {
		this.names = names;
		this.columns = columns;
		this.isDashGiven = isDashGiven;
		complete = IntStream.range(0, columns.get(0).texts().size()).filter(this::isComplete).toArray();
	}

	/**
	 * Finds readings in a table.
	 *
	 * @param readings the columns, one for each reading; or one with all of them, whose readers and subjects are then told
	 *                 by two further columns
	 * @throws IllegalArgumentException naming the column or parameter, if there are fewer than two readings
	 */
	public static Readings of(final DataTable table, final String readings, final Optional<String> reader,
		final Optional<String> subject)
	{
		final List<DataColumn> columns = table.columns(readings);
		if (columns.size() == 1) return ofOneColumn(table, columns.get(0), reader, subject);
		refuse(reader, "reader");
		refuse(subject, "subject");
		return of(columns.stream().map(DataColumn::name).toList(), columns);
	}

	private static void refuse(final Optional<String> given, final String parameter) {
		if (given.isPresent()) throw new IllegalArgumentException(parameter +
			" must be left empty: with several columns of readings each row is one subject");
	}

	private static Readings ofOneColumn(final DataTable table, final DataColumn values, final Optional<String> reader,
		final Optional<String> subject)
	{
		if (reader.isEmpty() || subject.isEmpty()) throw new IllegalArgumentException("readings names only the column '" +
			values.name() + "': name a column for each reader, or give reader and subject, the columns that tell whose" +
			" readings these are and of whom; the table '" + table.title() + "' has " + ColumnNames.list(table.headers()));
		final DataColumn readers = table.column(reader.get());
		final DataTable pivot = Pivot.of(table.title(), values, readers, table.column(subject.get()));
		final List<DataColumn> columns = pivot.columns().subList(1, pivot.columns().size());
		if (columns.size() < 2) throw new IllegalArgumentException("Agreement needs two readers or more, but the column '" +
			readers.name() + "' has only '" + columns.get(0).name() + "'");
		final String prefix = readers.isNumeric() ? readers.name() + " " : "";
		return of(columns.stream().map(column -> prefix + column.name()).toList(), columns);
	}

	/** A dash is a value as soon as one of the readings is a plus. */
	private static Readings of(final List<String> names, final List<DataColumn> columns) {
		return new Readings(names, columns, columns.stream().anyMatch(column -> column.texts().contains("+")));
	}

	/** Each two of the readings, with all subjects that have these two. */
	List<Readings> pairs() {
		final List<Readings> pairs = new ArrayList<>();
		for (int i = 0; i < names.size(); i++)
			for (int j = i + 1; j < names.size(); j++)
				pairs.add(new Readings(List.of(names.get(i), names.get(j)), List.of(columns.get(i), columns.get(j)),
					isDashGiven));
		return pairs;
	}

	/** What the readings are called, in their order. */
	public List<String> names() {
		return names;
	}

	/** Those with missing readings too. */
	int rowCount() {
		return columns.get(0).texts().size();
	}

	/** How many rows lack a reading. */
	int missing() {
		return rowCount() - complete.length;
	}

	/** The columns, one for each reading. */
	List<DataColumn> columns() {
		return columns;
	}

	/**
	 * The rows that have all readings, from 0.
	 *
	 * @throws IllegalArgumentException if there is none
	 */
	int[] rows() {
		if (complete.length == 0) throw new IllegalArgumentException("No subject has a value in each of " + ColumnNames.list(
			names) + "; choose columns whose rows belong together");
		return complete.clone();
	}

	boolean isMissing(final DataColumn column, final int row) {
		return column.isMissing(row) && !(isDashGiven && column.texts().get(row).equals("-"));
	}

	private boolean isComplete(final int row) {
		return columns.stream().noneMatch(column -> isMissing(column, row));
	}

	/** Whether all values of all readings are numbers. */
	boolean isNumeric() {
		return columns.stream().allMatch(DataColumn::isNumeric);
	}

	/**
	 * The readings as numbers.
	 *
	 * @return indexed [subject][reading], complete rows only
	 * @throws IllegalArgumentException if a cell is no finite number, named, or no row is complete
	 */
	double[][] numbers() {
		final List<double[]> numbers = columns.stream().map(DataColumn::numbers).toList();
		return Arrays.stream(rows()).mapToObj(row -> numbers.stream().mapToDouble(column -> column[row]).toArray())
			.toArray(double[][]::new);
	}

	/**
	 * Refuses columns of measured numbers with words among them, which are slips rather than categories: of more than
	 * seven different numbers, and more of these than of words.
	 *
	 * @throws IllegalArgumentException naming the cell that is no number
	 */
	void refuseNumbersWithSlips() {
		columns.forEach(DataColumn::refuseSlips);
	}

	/** {@code Reader 1 vs Reader 2}. */
	@Override
	public String toString() {
		return String.join(" vs ", names);
	}
}
