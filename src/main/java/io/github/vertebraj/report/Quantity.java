package io.github.vertebraj.report;

import java.util.List;
import java.util.Optional;

import io.github.vertebraj.statistics.Interval;

/**
 * One number that an analysis of agreement gives, with what is known of it.
 *
 * @param name     as the table prints it: {@code Kappa}
 * @param value    may be NaN where the data do not determine it; a note says why
 * @param error    standard error, where one belongs to the interval or the test
 * @param interval where there is one
 * @param test     of it, where there is one
 * @param notes    what a reader should know of it, a sentence each
 */
record Quantity(String name, double value, Optional<Double> error, Optional<Interval> interval, Optional<Test> test,
	List<String> notes)
{

	/**
	 * @param name  the usual letter: {@code t}
	 * @param value of the statistic; NaN where it does not exist; a note says why
	 * @param df    none, one or two degrees of freedom
	 */
	record Test(String name, double value, List<Double> df, double pValue) {

		Test {
			df = List.copyOf(df);
		}
	}

	Quantity {
		notes = List.copyOf(notes);
	}

	static Quantity of(final String name, final double value) {
		return new Quantity(name, value, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
	}

	Quantity error(final double standardError) {
		return new Quantity(name, value, Optional.of(standardError), interval, test, notes);
	}

	Quantity interval(final Interval newInterval) {
		return new Quantity(name, value, error, Optional.of(newInterval), test, notes);
	}

	Quantity test(final String letter, final double statistic, final List<Double> df, final double pValue) {
		return new Quantity(name, value, error, interval, Optional.of(new Test(letter, statistic, df, pValue)), notes);
	}

	Quantity notes(final List<String> sentences) {
		return new Quantity(name, value, error, interval, test, sentences);
	}
}
