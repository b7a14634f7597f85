package io.github.vertebraj.report.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.github.vertebraj.report.study.TestRow.Role;
import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.PMethod;
import io.github.vertebraj.statistics.count.ChiSquareTest;
import io.github.vertebraj.statistics.count.FisherExactTest;
import io.github.vertebraj.statistics.rank.KruskalWallisTest;
import io.github.vertebraj.statistics.rank.MannWhitneyTest;

/**
 * Compares a variable between groups of patients. Groups without a patient, and levels that nobody has, are left out.
 */
final class GroupTests {

	/** Above it Fisher's test of every single age would take minutes, and tells nothing. */
	private static final int MOST_RAW = 60;
	/** Of more levels and more patients than the next, Fisher's test takes seconds. */
	private static final int MOST_LEVELS = 5;
	/** Above it an exact rank test takes seconds. */
	private static final int MOST_EXACT = 100;

	private final Map<String, List<String>> groups;
	private final Variable variable;

	/** @param groups patients by name of the group */
	GroupTests(final Map<String, List<String>> groups, final Variable variable) {
		this.groups = new LinkedHashMap<>(groups);
		this.groups.replaceAll((name, ids) -> ids.stream().filter(variable::isKnown).toList());
		this.groups.values().removeIf(List::isEmpty);
		this.variable = variable;
	}

	/** How many patients each group has of whom the variable is known, as {@code 18/5/8}. */
	private String sizes() {
		return String.join("/", groups.values().stream().map(ids -> Integer.toString(ids.size())).toList());
	}

	private double[] values(final List<String> ids) {
		return ids.stream().mapToDouble(variable.numbers()::get).toArray();
	}

	/** Whether Fisher's test of all levels ends soon. */
	boolean isExactQuick() {
		return variable.levels().size() <= MOST_LEVELS || groups.values().stream().mapToInt(List::size).sum() <= MOST_EXACT;
	}

	TestRow fisher(final Role role, final String... notes) {
		return TestRow.run("Fisher exact", role, () -> FisherExactTest.withDefaults().test(counts(variable.texts(), variable
			.levels())), notes).withSizes(sizes());
	}

	TestRow chiSquare(final Role role, final String... notes) {
		return TestRow.run("Pearson chi-square", role, () -> ChiSquareTest.withDefaults().test(counts(variable.texts(),
			variable.levels())), notes).withSizes(sizes());
	}

	/** Each different number as a category of its own. */
	TestRow fisherOfNumbers(final Role role, final String... notes) {
		return TestRow.run("Fisher exact", role, () -> {
			final Map<String, String> texts = new LinkedHashMap<>();
			final TreeMap<Double, String> levels = new TreeMap<>();
			groups.values().forEach(ids -> ids.forEach(id -> {
				levels.put(variable.numbers().get(id), variable.numbers().get(id).toString());
				texts.put(id, variable.numbers().get(id).toString());
			}));
			if (texts.size() > MOST_RAW) throw new IllegalArgumentException("above " + MOST_RAW +
				" patients, every number as a category of its own would take minutes");
			return FisherExactTest.withDefaults().test(counts(texts, List.copyOf(levels.values())));
		}, notes).withSizes(sizes());
	}

	TestRow kruskalWallis(final Role role, final String... notes) {
		return TestRow.run("Kruskal-Wallis", role, () -> KruskalWallisTest.withDefaults().with(PMethod.ASYMPTOTIC).test(groups
			.values().stream().map(this::values).toArray(double[][]::new)), notes).withSizes(sizes());
	}

	/** Two groups by name. */
	TestRow mannWhitney(final String first, final String second, final Role role, final String... notes) {
		final String name = "Mann-Whitney U (" + first + ", " + second + ")";
		return TestRow.run(name, role, () -> {
			for (final String group : List.of(first, second))
				if (!groups.containsKey(group)) throw new IllegalArgumentException("there is no patient in '" + group + "'");
			final double[] x = values(groups.get(first));
			final double[] y = values(groups.get(second));
			return MannWhitneyTest.withDefaults().with(x.length + y.length <= MOST_EXACT ? PMethod.AUTO
				: PMethod.ASYMPTOTIC_CORRECTED).test(x, y);
		}, notes).named(name);
	}

	private CountTable counts(final Map<String, String> texts, final List<String> levels) {
		final List<int[]> rows = new ArrayList<>();
		for (final String level : levels) {
			final int[] row = groups.values().stream().mapToInt(ids -> (int) ids.stream().filter(id -> level.equals(texts.get(
				id))).count()).toArray();
			if (Arrays.stream(row).sum() > 0) rows.add(row);
		}
		if (rows.isEmpty()) throw new IllegalArgumentException("nothing is known of the patients");
		if (rows.size() < 2) throw new IllegalArgumentException("all patients are the same");
		if (groups.size() < 2) throw new IllegalArgumentException("there are patients in one group only");
		return CountTable.of(IntStream.range(0, rows.size()).mapToObj(rows::get).toArray(int[][]::new));
	}
}
