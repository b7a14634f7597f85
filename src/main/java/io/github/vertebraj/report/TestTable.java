package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.TestSummary;

/**
 * One row per statistical test: which test it is, in which variant and why, on how many, with statistic, degrees of
 * freedom, p, effect sizes and their intervals. The headers are public: macros read columns by them.
 */
public final class TestTable {

	private static final String[] HEADERS = { "Measure", "Groups", "n", "Missing", "Test", "p", "Adjusted p", "Adjustment",
		"Effect", "Effect size", "CI lower", "CI upper", "CI", "Statistic", "Value", "df", "df 2", "Alternative", "Variant", "Why",
		"Further effects", "Notes" };

	private TestTable() {}

	/**
	 * A test among others.
	 *
	 * @param measure    what was measured
	 * @param groups     what was compared, in the order of the sizes in the summary
	 * @param summary    what the test tells
	 * @param missing    values or pairs that were left out because they are missing
	 * @param adjusted   the p-value adjusted for the tests of its family; NaN where none was asked for
	 * @param adjustment how, and for how many: {@code Holm, 3 tests}; empty where none was asked for
	 * @param notes      what a reader should know beside the notes of the test, a sentence each
	 */
	public record Row(String measure, List<String> groups, TestSummary summary, int missing, double adjusted,
		String adjustment, List<String> notes)
	{

		public Row {
			groups = List.copyOf(groups);
			notes = List.copyOf(notes);
		}
	}

	/** @param title of the table */
	public static ResultTable of(final String title, final List<Row> rows) {
		final ResultTable.Builder table = ResultTable.builder(title, HEADERS);
		rows.forEach(row -> table.row(cells(row)));
		return table.build();
	}

	private static Object[] cells(final Row row) {
		final TestSummary test = row.summary;
		final List<Object> cells = new ArrayList<>(List.of(row.measure, String.join(" vs ", row.groups), join(test.sizes()),
			row.missing, test.test(), test.pValue(), present(row.adjusted), row.adjustment));
		cells.addAll(effect(test.effects()));
		cells.addAll(List.of(test.statisticName(), present(test.statistic()), df(test, 0), df(test, 1), test.alternative().key(),
			test.variant(), test.reason(), test.effects().stream().skip(1).map(TestTable::text).collect(Collectors.joining("; ")),
			Stream.concat(test.notes().stream(), row.notes.stream()).map(TestTable::sentence).collect(Collectors.joining(" "))));
		return cells.toArray();
	}

	private static List<Object> effect(final List<Effect> effects) {
		if (effects.isEmpty()) return List.of("", "", "", "", "");
		final Effect first = effects.get(0);
		return List.of(first.name(), first.value(), first.interval().<Object> map(Interval::lower).orElse(""), first.interval()
			.<Object> map(Interval::upper).orElse(""), first.interval().map(TestTable::name).orElse(""));
	}

	private static Object df(final TestSummary test, final int index) {
		return index < test.degreesOfFreedom().size() ? test.degreesOfFreedom().get(index) : "";
	}

	private static String join(final List<Integer> sizes) {
		return sizes.stream().map(String::valueOf).collect(Collectors.joining(" / "));
	}

	/** A number where there is one; a statistic that a test has not is an empty cell. */
	private static Object present(final double value) {
		return Double.isNaN(value) ? "" : value;
	}

	private static String sentence(final String note) {
		return note.endsWith(".") ? note : note + ".";
	}

	private static String name(final Interval interval) {
		return Numbers.percent(interval.level()) + ", " + interval.method();
	}

	private static String text(final Effect effect) {
		return effect.name() + " " + Numbers.digits(effect.value(), 4) + effect.interval().map(interval -> " (" + Numbers
			.digits(interval.lower(), 4) + " to " + Numbers.digits(interval.upper(), 4) + ", " + name(interval) + ")").orElse("");
	}
}
