package io.github.vertebraj.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.TestSummary;

/**
 * One row per quantity of an analysis of agreement: whose readings, which analysis in which variant and why, on how
 * many subjects, then the quantity with standard error, interval and test. A cell is empty where a quantity has none of
 * that kind; NaN is a number that does not exist, and {@code Notes} say why. Notes on a whole analysis stand in its
 * first row. The headers are public: macros read columns by them.
 */
public final class AgreementTable {

	private static final String[] HEADERS = { "Readings", "Analysis", "Variant", "Why", "Subjects", "Missing", "Quantity",
		"Value", "SE", "CI lower", "CI upper", "CI", "Statistic", "Statistic value", "df", "df 2", "p", "Notes" };

	private AgreementTable() {}

	static ResultTable of(final String title, final List<AgreementRun> runs) {
		final ResultTable.Builder table = ResultTable.builder(title, HEADERS);
		for (final AgreementRun run : runs)
			for (int i = 0; i < run.quantities().size(); i++)
				table.row(Stream.of(head(run), cells(run.quantities().get(i)), Stream.of(notes(run, i))).flatMap(cell -> cell)
					.toArray());
		return table.build();
	}

	private static Stream<Object> head(final AgreementRun run) {
		final TestSummary summary = run.summary();
		return Stream.of(String.join(" vs ", run.names()), run.analysis().key(), summary.variant(), run.reason(), summary
			.sizes().get(0), run.missing());
	}

	private static Stream<Object> cells(final Quantity quantity) {
		final Optional<Interval> interval = quantity.interval();
		final Optional<Quantity.Test> test = quantity.test();
		return Stream.of(quantity.name(), quantity.value(), orEmpty(quantity.error()), orEmpty(interval.map(
			Interval::lower)), orEmpty(interval.map(Interval::upper)), orEmpty(interval.map(ends -> Numbers.percent(ends
				.level()) + ", " + ends.method())), orEmpty(test.map(Quantity.Test::name)), orEmpty(test.map(
					Quantity.Test::value)), df(test, 0), df(test, 1), orEmpty(test.map(Quantity.Test::pValue)));
	}

	private static Object df(final Optional<Quantity.Test> test, final int index) {
		return orEmpty(test.filter(one -> one.df().size() > index).map(one -> one.df().get(index)));
	}

	private static Object orEmpty(final Optional<?> cell) {
		return cell.isPresent() ? cell.get() : "";
	}

	/** What stands in a row of its own is not noted again. */
	private static boolean isRow(final String note) {
		return note.startsWith("Slope of differences on means:") || note.startsWith("Category ");
	}

	private static String notes(final AgreementRun run, final int quantity) {
		final Stream<String> whole = quantity > 0 ? Stream.empty() : Stream.concat(run.summary().notes().stream().filter(
			note -> !isRow(note)), run.notes().stream());
		return Stream.concat(whole, run.quantities().get(quantity).notes().stream()).collect(Collectors.joining(" "));
	}
}
