package io.github.vertebraj.statistics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.github.vertebraj.statistics.Samples;

/**
 * What the outcome is predicted from: one column of numbers, or a category, whose columns (one for each level beside the
 * reference) enter and leave a model together. Never changes.
 */
public final class Predictor {

	/** Levels of this form stand in the order of numbers: 2 before 10. */
	private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d*)?");

	private final String name;
	private final String reference;
	private final List<String> columnNames;
	private final double[][] columns;

	private Predictor(final String name, final String reference, final List<String> columnNames, final double[][] columns) {
		this.name = Objects.requireNonNull(name, "name");
		this.reference = reference;
		this.columnNames = List.copyOf(columnNames);
		this.columns = columns;
	}

	/**
	 * A predictor of numbers.
	 *
	 * @throws IllegalArgumentException if a value is not finite
	 */
	public static Predictor numeric(final String name, final double... values) {
		return new Predictor(name, null, List.of(name), new double[][] { Samples.finite(named(name), values, 0) });
	}

	/**
	 * Predictors of numbers.
	 *
	 * @param columns indexed [predictor][observation]
	 * @throws IllegalArgumentException if there are not as many names as columns, or a value is not finite
	 */
	public static List<Predictor> numeric(final List<String> names, final double[][] columns) {
		if (names.size() != columns.length) throw new IllegalArgumentException("There are " + names.size() + " names for " +
			columns.length + " columns of predictors");
		return IntStream.range(0, columns.length).mapToObj(j -> numeric(names.get(j), columns[j])).toList();
	}

	/**
	 * A category. Its columns are called {@code name: level}, in the alphabetical order of the levels.
	 *
	 * @param reference the level that the others are compared with
	 * @throws IllegalArgumentException if the reference is no level, or there is no other
	 */
	public static Predictor categorical(final String name, final List<String> values, final String reference) {
		final TreeSet<String> levels = new TreeSet<>(values.stream().allMatch(NUMBER.asMatchPredicate()) ? Comparator
			.comparingDouble(Double::parseDouble).thenComparing(Comparator.naturalOrder()) : Comparator.naturalOrder());
		levels.addAll(values);
		if (!levels.remove(reference)) throw new IllegalArgumentException(named(name) + " has no level '" + reference +
			"' to be its reference; known are " + String.join(", ", levels));
		if (levels.isEmpty()) throw new IllegalArgumentException(named(name) + " is constant ('" + reference +
			"' everywhere); leave it out");
		final List<String> names = new ArrayList<>();
		final List<double[]> columns = new ArrayList<>();
		for (final String level : levels) {
			names.add(name + ": " + level);
			columns.add(values.stream().mapToDouble(value -> value.equals(level) ? 1 : 0).toArray());
		}
		return new Predictor(name, reference, names, columns.toArray(double[][]::new));
	}

	public String name() {
		return name;
	}

	/** The level that the others are compared with; none where the predictor is a number. */
	public Optional<String> reference() {
		return Optional.ofNullable(reference);
	}

	/** One name for a number, {@code name: level} for each level of a category but its reference. */
	public List<String> columnNames() {
		return columnNames;
	}

	public boolean isCategory() {
		return reference != null;
	}

	/** Number of observations. */
	public int observations() {
		return columns[0].length;
	}

	/** A copy of a column, from 0. */
	public double[] column(final int index) {
		return columns[index].clone();
	}

	/** Without the copy, for those who only read. */
	double[] values(final int index) {
		return columns[index];
	}

	List<double[]> columns() {
		return List.of(columns);
	}

	/** The predictor of some of the observations, which may be repeated. */
	Predictor of(final int[] observations) {
		return new Predictor(name, reference, columnNames, Arrays.stream(columns).map(column -> Arrays.stream(observations)
			.mapToDouble(i -> column[i]).toArray()).toArray(double[][]::new));
	}

	/** Whether it has this name, these columns and these values. */
	boolean isSameAs(final Predictor other) {
		return name.equals(other.name) && columnNames.equals(other.columnNames) && Arrays.deepEquals(columns, other.columns);
	}

	private static String named(final String name) {
		return "Predictor '" + name + "'";
	}

	@Override
	public String toString() {
		return name;
	}
}
