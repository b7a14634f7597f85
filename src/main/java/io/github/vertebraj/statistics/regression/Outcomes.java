package io.github.vertebraj.statistics.regression;

/** What a logistic regression demands of its outcomes. */
final class Outcomes {

	private Outcomes() {}

	/** @throws IllegalArgumentException if one is neither 0 nor 1; the message names it and its place, from 1 */
	static boolean[] of(final int[] numbers) {
		final boolean[] outcome = new boolean[numbers.length];
		for (int i = 0; i < numbers.length; i++) {
			if (numbers[i] != 0 && numbers[i] != 1) throw new IllegalArgumentException("The outcome at place " + (i + 1) + " is " +
				numbers[i] + "; it must be 0 or 1");
			outcome[i] = numbers[i] == 1;
		}
		return outcome;
	}

	/**
	 * A copy.
	 *
	 * @throws IllegalArgumentException if all are the same
	 */
	static boolean[] bothKinds(final boolean[] outcome) {
		int events = 0;
		for (final boolean one : outcome)
			if (one) events++;
		if (events == 0 || events == outcome.length) throw new IllegalArgumentException(
			"A logistic regression needs both outcomes, but " + events + " of " + outcome.length + " observations are events");
		return outcome.clone();
	}
}
