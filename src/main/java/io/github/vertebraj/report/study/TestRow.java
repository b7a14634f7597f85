package io.github.vertebraj.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * A test in a table: what it is, what it found, and why it stands there.
 *
 * @param statistic empty text where the test has none
 * @param p         NaN where it could not be done, which the notes explain
 * @param role      whether the paper used it, or it fits the data
 */
record TestRow(String test, Object statistic, Object df, double p, Role role, String sizes, String notes) {

	/** Why a test stands in a table. */
	enum Role {
			PAPER("the paper's"), FITS("fits the data"), BOTH("the paper's, and fits the data");

		private final String text;

		Role(final String text) {
			this.text = text;
		}

		String text() {
			return text;
		}
	}

	/**
	 * Runs a test. One that cannot be done becomes a row that says why.
	 *
	 * @param name of the test, for a row without a result
	 */
	static TestRow run(final String name, final Role role, final Supplier<? extends TestResult> test,
		final String... notes)
	{
		try {
			return of(test.get().summary(), role, notes);
		}
		catch (final IllegalArgumentException e) {
			final List<String> all = new ArrayList<>(List.of(notes));
			all.add("Not tested: " + e.getMessage());
			return new TestRow(name, "", "", Double.NaN, role, "", sentences(all));
		}
	}

	private static TestRow of(final TestSummary summary, final Role role, final String... notes) {
		final List<String> all = new ArrayList<>();
		if (!summary.variant().isEmpty()) all.add(summary.variant());
		all.addAll(List.of(notes));
		all.addAll(summary.notes());
		return new TestRow(summary.test(), Double.isNaN(summary.statistic()) ? "" : (Object) summary.statistic(), summary
			.degreesOfFreedom().isEmpty() ? "" : summary.degreesOfFreedom().get(0), summary.pValue(), role, summary.sizes()
				.stream().map(Object::toString).collect(Collectors.joining("/")), sentences(all));
	}

	TestRow named(final String name) {
		return new TestRow(name, statistic, df, p, role, sizes, notes);
	}

	TestRow withSizes(final String newSizes) {
		return new TestRow(test, statistic, df, p, role, newSizes, notes);
	}

	static String sentences(final List<String> notes) {
		return notes.stream().filter(note -> !note.isBlank()).map(note -> note.endsWith(".") ? note.substring(0, note
			.length() - 1) : note).collect(Collectors.joining("; "));
	}
}
