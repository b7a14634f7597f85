package io.github.vertebraj.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.vertebraj.statistics.regression.Predictor;

/**
 * The columns of a table that an outcome is predicted from. A column of numbers enters as numbers, a column of texts as
 * a category; numbers that are categories must be named. The reference of a category is its first level (the lowest
 * number, the first text by alphabet, as in R) unless another is named.
 */
public final class PredictorColumns {

	/** A category of more levels is a name or a number that was taken for one. */
	private static final int MOST_LEVELS = 100;

	private final List<DataColumn> columns;
	private final List<DataColumn> categories;
	private final Map<DataColumn, String> references;

	private PredictorColumns(final List<DataColumn> columns, final List<DataColumn> categories,
		final Map<DataColumn, String> references)
	{
		this.columns = columns;
		this.categories = categories;
		this.references = references;
	}

	/**
	 * Finds the columns.
	 *
	 * @param predictors  headers, separated by commas
	 * @param categorical headers of those whose numbers are categories
	 * @param references  {@code column=level, ...}
	 * @throws IllegalArgumentException if a column is not there, is empty, is named in the other texts but is no
	 *                                  predictor, has numbers beside texts, or is a category of more than {@value
	 *                                  #MOST_LEVELS} levels
	 */
	public static PredictorColumns of(final DataTable table, final String predictors, final Optional<String> categorical,
		final Optional<String> references)
	{
		final List<DataColumn> columns = table.columns(predictors);
		final List<DataColumn> named = categorical.map(table::columns).orElse(List.of());
		named.stream().filter(column -> !columns.contains(column)).findFirst().ifPresent(column -> {
			throw new IllegalArgumentException("categorical names the column '" + column.name() +
				"', which is not among the predictors " + ColumnNames.list(columns.stream().map(DataColumn::name).toList()));
		});
		final List<DataColumn> categories = columns.stream().filter(column -> named.contains(column) || isText(column))
			.toList();
		categories.forEach(PredictorColumns::checkLevels);
		return new PredictorColumns(columns, categories, references.map(text -> ReferenceLevels.parse(text, table,
			categories)).orElse(Map.of()));
	}

	private static void checkLevels(final DataColumn column) {
		final int levels = column.levels().size();
		if (levels > MOST_LEVELS) throw new IllegalArgumentException("The predictor '" + column.name() + "' has " + levels +
			" different values, but a category may have " + MOST_LEVELS + "; leave it out, or join values");
	}

	private static boolean isText(final DataColumn column) {
		if (column.missing() == column.texts().size()) throw new IllegalArgumentException("The predictor '" +
			column.name() + "' has no values; leave it out");
		if (column.isNumeric()) return false;
		final int[] words = IntStream.range(0, column.texts().size()).filter(row -> !column.isMissing(row) && NumberText.of(
			column.texts().get(row)) == NumberText.TEXT).toArray();
		// A misspelt number must not turn a measure into a category.
		if (words.length == column.texts().size() - column.missing()) return true;
		if (words.length == 0) column.numbers(); // decimal commas that cannot be: says what to do
		throw new IllegalArgumentException("The predictor '" + column.name() + "' has numbers, but '" + column.texts().get(
			words[0]) + "' in " + column.place(words[0]) +
			"; correct it or leave the cell empty if they are a measure, or name the column in categorical");
	}

	List<DataColumn> columns() {
		return columns;
	}

	/**
	 * The predictors of some rows, none of which has a missing value.
	 *
	 * @throws IllegalArgumentException if a category has only one level in these rows, or not its reference
	 */
	List<Predictor> predictors(final int[] rows) {
		return columns.stream().map(column -> categories.contains(column) ? category(column, rows) : numbers(column, rows))
			.toList();
	}

	private static Predictor numbers(final DataColumn column, final int[] rows) {
		final double[] numbers = column.numbers();
		return Predictor.numeric(column.name(), Arrays.stream(rows).mapToDouble(row -> numbers[row]).toArray());
	}

	private Predictor category(final DataColumn column, final int[] rows) {
		final List<String> levels = column.levels();
		final int[] indexes = column.levelIndexes();
		final List<String> values = Arrays.stream(rows).mapToObj(row -> levels.get(indexes[row])).toList();
		final Comparator<String> order = column.isNumeric() ? Comparator.comparingInt(levels::indexOf) : Comparator
			.naturalOrder();
		return Predictor.categorical(column.name(), values, references.getOrDefault(column, values.stream().distinct().min(
			order).orElseThrow()));
	}
}
