package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The categories of some rows of one or several columns: equal numbers are one category, however they are written. */
final class Categories {

	private final boolean isNumeric;
	private final List<Object> keys;
	private final List<String> names;

	private Categories(final boolean isNumeric, final Map<Object, String> found) {
		this.isNumeric = isNumeric;
		keys = new ArrayList<>(found.keySet());
		names = new ArrayList<>(found.values());
	}

	/**
	 * Numbers stand in rising order, of two the higher first, since 1 is the event where 0 is none; words stand as they
	 * appear.
	 *
	 * @param rows  from 0, without missing values
	 * @param event the category that is to stand first
	 * @throws IllegalArgumentException if the event is none of the categories
	 */
	static Categories of(final List<DataColumn> columns, final int[] rows, final Optional<String> event) {
		final boolean isNumeric = columns.stream().allMatch(DataColumn::isNumeric);
		final Map<Object, String> found = isNumeric ? new TreeMap<>() : new LinkedHashMap<>();
		for (final int row : rows)
			for (final DataColumn column : columns)
				found.putIfAbsent(key(column, row, isNumeric), column.texts().get(row));
		final Categories categories = new Categories(isNumeric, found);
		if (event.isPresent()) categories.first(categories.indexOf(event.get()));
		else if (isNumeric && found.size() == 2) categories.first(1);
		return categories;
	}

	private static Object key(final DataColumn column, final int row, final boolean isNumeric) {
		final String text = column.texts().get(row);
		return isNumeric ? (Object) (NumberText.parse(text) + 0.0) : text;
	}

	private int indexOf(final String event) {
		for (int i = 0; i < names.size(); i++)
			if (names.get(i).equalsIgnoreCase(event.strip()) || isNumeric && NumberText.isSame(names.get(i), event.strip()))
				return i;
		throw new IllegalArgumentException("positive must be one of the values " + String.join(", ", names.stream().limit(10)
			.toList()) + ", but is '" + event + "'");
	}

	private void first(final int index) {
		keys.add(0, keys.remove(index));
		names.add(0, names.remove(index));
	}

	List<String> names() {
		return List.copyOf(names);
	}

	/** The category of each of those rows of a column. */
	int[] indexes(final DataColumn column, final int[] rows) {
		final Map<Object, Integer> index = new LinkedHashMap<>();
		keys.forEach(key -> index.put(key, index.size()));
		return Arrays.stream(rows).map(row -> index.get(key(column, row, isNumeric))).toArray();
	}

	/** What the odds and shares of two categories are of; empty for more. */
	List<String> notes() {
		return names.size() == 2 ? List.of("Odds ratios and differences of shares are of '" + names.get(0) + "' against '" +
			names.get(1) + "'.") : List.of();
	}
}
