package io.github.vertebraj.statistics.comparison;

import java.util.Arrays;
import java.util.List;

import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.mean.SampleSummary;

/** What is compared: one measure, in the groups or under the conditions that the names tell. */
public sealed interface Observations {

	/** The groups or conditions, at least one. */
	List<String> names();

	/** What it is, as messages call it: {@code numbers in 3 groups}. */
	String kind();

	/** The same measure in two of the groups only. */
	Observations pair(int first, int second);

	/**
	 * Numbers of different subjects in each group.
	 *
	 * @param values one sample for each name
	 */
	record Groups(List<String> names, List<double[]> values) implements Observations {

		public Groups {
			names = List.copyOf(names);
			values = values.stream().map(double[]::clone).toList();
		}

		@Override
		public String kind() {
			return "numbers in " + names.size() + " independent groups";
		}

		@Override
		public Groups pair(final int first, final int second) {
			return new Groups(two(names, first, second), two(values, first, second));
		}
	}

	/**
	 * Numbers of the same subjects under each condition.
	 *
	 * @param rows indexed [subject][condition]
	 */
	record Repeated(List<String> names, double[][] rows) implements Observations {

		public Repeated {
			names = List.copyOf(names);
			rows = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
		}

		@Override
		public String kind() {
			return "numbers of the same subjects under " + names.size() + " conditions";
		}

		@Override
		public Repeated pair(final int first, final int second) {
			return new Repeated(two(names, first, second), Arrays.stream(rows).map(row -> new double[] { row[first],
				row[second] }).toArray(double[][]::new));
		}

		/** The values under one condition, in the order of the subjects. */
		public double[] condition(final int index) {
			return Arrays.stream(rows).mapToDouble(row -> row[index]).toArray();
		}
	}

	/**
	 * How many subjects of each group are of each category.
	 *
	 * @param names      the groups, the rows of the counts
	 * @param categories the columns of the counts
	 */
	record Counts(List<String> names, List<String> categories, CountTable counts) implements Observations {

		public Counts {
			names = List.copyOf(names);
			categories = List.copyOf(categories);
		}

		@Override
		public String kind() {
			return "counts of " + categories.size() + " categories in " + names.size() + " independent groups";
		}

		@Override
		public Counts pair(final int first, final int second) {
			final int[][] rows = counts.toArray();
			return new Counts(two(names, first, second), categories, CountTable.of(new int[][] { rows[first],
				rows[second] }));
		}
	}

	/**
	 * The category of the same subjects under each condition.
	 *
	 * @param categories what the numbers in the rows mean
	 * @param rows       indexes of categories, indexed [subject][condition]
	 */
	record RepeatedCategories(List<String> categories, List<String> names, int[][] rows) implements Observations {

		public RepeatedCategories {
			categories = List.copyOf(categories);
			names = List.copyOf(names);
			rows = Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new);
		}

		@Override
		public String kind() {
			return categories.size() + " categories of the same subjects under " + names.size() + " conditions";
		}

		@Override
		public RepeatedCategories pair(final int first, final int second) {
			return new RepeatedCategories(categories, two(names, first, second), Arrays.stream(rows).map(
				row -> new int[] { row[first], row[second] }).toArray(int[][]::new));
		}
	}

	/** Mean, SD and number of different subjects in each group, as a paper prints them. */
	record Summaries(List<String> names, List<SampleSummary> samples) implements Observations {

		public Summaries {
			names = List.copyOf(names);
			samples = List.copyOf(samples);
		}

		@Override
		public String kind() {
			return "mean, SD and n of " + names.size() + " independent groups";
		}

		@Override
		public Summaries pair(final int first, final int second) {
			return new Summaries(two(names, first, second), two(samples, first, second));
		}
	}

	private static <T> List<T> two(final List<T> all, final int first, final int second) {
		return List.of(all.get(first), all.get(second));
	}
}
