package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.github.vertebraj.statistics.agreement.KappaWeights;

/**
 * The categories that readers chose from: numbers by size, words in the order that a user gives, else in that of their
 * first appearance, which means nothing. Numbers that are equal are one category ({@code 1} and {@code 1.0}).
 */
final class ReadingCategories {

	/** Beyond this, readings are measurements; two readers' table of them would have thousands of empty cells. */
	private static final int MOST = 100;

	private final boolean isNumeric;
	private final boolean isGiven;
	private final Map<Object, String> labels;

	/**
	 * @param given all categories in their order, separated by commas
	 * @throws IllegalArgumentException if there are fewer than two or too many, or one stands twice
	 */
	ReadingCategories(final Readings readings, final Optional<String> given) {
		isNumeric = readings.isNumeric();
		isGiven = given.isPresent();
		labels = isGiven ? named(given.get(), readings) : found(readings);
		if (labels.size() < 2) throw new IllegalArgumentException("All readings of " + ColumnNames.list(readings.names()) +
			" are '" + String.join("", labels.values()) +
			"'; kappa needs all categories that could be chosen: name them in categories, separated by commas");
		if (labels.size() > MOST) throw new IllegalArgumentException("The readings of " + ColumnNames.list(readings.names()) +
			" have " + labels.size() + " different values, too many for categories; choose ICC or Bland-Altman for numbers");
	}

	private Map<Object, String> named(final String text, final Readings readings) {
		final List<String> names = ColumnNames.split(text, List.copyOf(found(readings).values()));
		final Map<Object, String> named = new LinkedHashMap<>();
		for (final String name : names) {
			if (isNumeric && NumberText.of(name) == NumberText.TEXT) throw new IllegalArgumentException("The category '" +
				name + "' is no number as the readings are; categories must be the values of the readings");
			if (named.putIfAbsent(key(name), name) != null) throw new IllegalArgumentException("The category '" + name +
				"' stands twice in categories; name it once");
		}
		return named;
	}

	private Map<Object, String> found(final Readings readings) {
		final Map<Object, String> found = isNumeric ? new TreeMap<>() : new LinkedHashMap<>();
		for (int row = 0; row < readings.rowCount(); row++)
			for (final DataColumn column : readings.columns())
				if (!readings.isMissing(column, row)) found.putIfAbsent(key(column.texts().get(row)), column.texts().get(row));
		return found;
	}

	private Object key(final String text) {
		return isNumeric ? (Object) (NumberText.parse(text) + 0.0) : text;
	}

	/** In their order. */
	List<String> names() {
		return List.copyOf(labels.values());
	}

	/**
	 * Refuses words that have no order, where the order counts.
	 *
	 * @throws IllegalArgumentException saying what to give
	 */
	void checkOrder(final KappaWeights weights) {
		if (weights != KappaWeights.NONE && !isNumeric && !isGiven && labels.size() > 2) throw new IllegalArgumentException(
			"categories must be given for " + weights.key() + " weights, because words have no order: name them from one end" +
				" to the other, separated by commas; the readings have " + ColumnNames.list(names()));
	}

	/** Says that a whole number nobody chose is not among the categories, where that changes distances. */
	Optional<String> noteOfGaps(final KappaWeights weights) {
		if (weights == KappaWeights.NONE || !isNumeric || isGiven) return Optional.empty();
		final double[] values = labels.keySet().stream().mapToDouble(Double.class::cast).toArray();
		final boolean isWhole = Arrays.stream(values).allMatch(value -> value == Math.rint(value));
		if (!isWhole || values[values.length - 1] - values[0] == values.length - 1) return Optional.empty();
		return Optional.of("Weights count steps between the categories " + String.join(", ", names()) +
			"; those that nobody chose are known only if categories names them.");
	}

	/**
	 * The categories that were chosen for each subject.
	 *
	 * @return for each subject, one for each reading
	 * @throws IllegalArgumentException if a cell is none of the categories; names it
	 */
	List<List<String>> of(final Readings readings) {
		final List<List<String>> subjects = new ArrayList<>();
		for (final int row : readings.rows())
			subjects.add(readings.columns().stream().map(column -> label(column, row)).toList());
		return subjects;
	}

	private String label(final DataColumn column, final int row) {
		final String label = labels.get(key(column.texts().get(row)));
		if (label == null) throw new IllegalArgumentException("'" + column.texts().get(row) + "' in column '" + column
			.name() + "', " + column.place(row) + ", is none of the categories " + String.join(", ", labels.values()) +
			"; correct it, or name it in categories");
		return label;
	}
}
