package io.github.vertebraj.statistics.diagnostic;

import java.util.List;
import java.util.Optional;

import org.apache.commons.statistics.inference.BinomialTest;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

import io.github.vertebraj.statistics.Interval;

/**
 * A share of cases with its intervals.
 *
 * @param name    {@code sensitivity}
 * @param count   the cases that count
 * @param of      among how many
 * @param value   count / of; NaN when there are none, and a note says so
 * @param exact   Clopper and Pearson (1934, doi:10.1093/biomet/26.4.404); none when there are no cases
 * @param wilson  Wilson (1927, doi:10.1080/01621459.1927.10502953), without continuity correction; none when there are
 *                no cases
 * @param notes   what a reader should know, a sentence each
 */
public record Proportion(String name, int count, int of, double value, Optional<Interval> exact,
	Optional<Interval> wilson, List<String> notes)
{

	public Proportion {
		notes = List.copyOf(notes);
	}

	/** @throws IllegalArgumentException if the count is negative or above the number of cases, or the level is none */
	public static Proportion of(final String name, final int count, final int of, final double level) {
		if (count < 0 || of < count) throw new IllegalArgumentException("A proportion needs a count between 0 and the " +
			"number of cases, but " + name + " has " + count + " of " + of);
		Interval.checkLevel(level);
		if (of == 0) return new Proportion(name, 0, 0, Double.NaN, Optional.empty(), Optional.empty(), List.of("The " + name +
			" is 0/0: there is no case to take it from."));
		return new Proportion(name, count, of, (double) count / of, Optional.of(interval(
			BinomialConfidenceInterval.CLOPPER_PEARSON, "Clopper-Pearson", count, of, level)), Optional.of(interval(
				BinomialConfidenceInterval.WILSON_SCORE, "Wilson", count, of, level)), List.of());
	}

	private static Interval interval(final BinomialConfidenceInterval kind, final String method, final int count,
		final int of, final double level)
	{
		final var ends = kind.fromErrorRate(of, count, 1 - level);
		// Rounding must not take an end that is 0 or 1 off it.
		return new Interval(count == 0 ? 0 : ends.getLowerBound(), count == of ? 1 : ends.getUpperBound(), level, method);
	}

	/**
	 * The two-sided exact binomial p-value that this is a sample of that true proportion.
	 *
	 * @throws IllegalArgumentException if there are no cases, or the proportion is not between 0 and 1
	 */
	public double pValueAgainst(final double proportion) {
		if (of == 0) throw new IllegalArgumentException("The " + name + " is 0/0: there is nothing to test");
		if (!(proportion >= 0 && proportion <= 1)) throw new IllegalArgumentException(
			"A proportion lies between 0 and 1, but is " + proportion);
		return BinomialTest.withDefaults().test(of, count, proportion).getPValue();
	}
}
