package io.github.vertebraj.statistics.rank;

import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

import io.github.vertebraj.statistics.PMethod;

/**
 * The distribution of a rank statistic over all arrangements of the observed ranks, ties included: the arrangements are
 * built up step by step, and those that can no longer be told apart are counted as one state. Probabilities are positive
 * and only added and multiplied, so that small ones keep their digits.
 */
final class ExactWalk {

	/** What {@link PMethod#AUTO} spends: a fraction of a second. */
	static final long QUICK = 1_000_000;

	/** What {@link PMethod#EXACT} spends: about half a minute. */
	static final long LONGEST = 400_000_000;

	/** A number that a state may not reach. */
	static final double STATE_LIMIT = 0x1p62;

	/** Goes on from one state. */
	interface Step {

		void from(int step, long state, double probability, StateMap next);
	}

	/** Finds a p-value with so many additions, or none. */
	interface Within extends LongFunction<OptionalDouble> {}

	private ExactWalk() {}

	/**
	 * The probability of the final states that fulfil a condition.
	 *
	 * @param budget   most additions
	 * @param progress receives the share of the steps that is done, 0 to 1
	 * @return nothing when the budget or the memory does not suffice
	 * @throws CancellationException when the thread is interrupted
	 */
	static OptionalDouble probability(final int steps, final Step step, final long budget, final DoubleConsumer progress,
		final LongPredicate condition)
	{
		StateMap states = new StateMap(1);
		states.add(0, 1);
		long left = budget;
		for (int i = 0; i < steps; i++) {
			if (Thread.currentThread().isInterrupted()) throw new CancellationException("The exact test was cancelled");
			final int now = i;
			final StateMap next = new StateMap(left);
			states.forEach((state, probability) -> {
				if (!next.isFull()) step.from(now, state, probability, next);
			});
			if (next.isFull()) return OptionalDouble.empty();
			left -= next.additions();
			states = next;
			progress.accept((i + 1.0) / steps);
		}
		return OptionalDouble.of(states.probability(condition));
	}

	/**
	 * An exact p-value as the method asks for it: never, always, or where it ends at once.
	 *
	 * @param sizes how messages name the size of the data
	 * @throws IllegalArgumentException when an exact p-value is asked for and would not end
	 */
	static OptionalDouble choose(final PMethod method, final String sizes, final Within pValue) {
		return switch (method) {
			case ASYMPTOTIC, ASYMPTOTIC_CORRECTED -> OptionalDouble.empty();
			case AUTO -> pValue.apply(QUICK);
			case EXACT -> {
				final OptionalDouble p = pValue.apply(LONGEST);
				if (p.isEmpty()) throw new IllegalArgumentException("The exact distribution for " + sizes +
					" has too many arrangements to be counted; use the p-value method 'auto' or 'asymptotic'");
				yield p;
			}
		};
	}

	/** Why an automatic choice fell as it did; empty where there was none. */
	static String reason(final PMethod method, final String sizes, final boolean isExact) {
		if (method != PMethod.AUTO) return "";
		return isExact ? "exact, as the arrangements of " + sizes + " can be counted at once"
			: "asymptotic, as the arrangements of " + sizes + " are too many to be counted at once";
	}

	/** Ranks as whole numbers from 0: rank − 1, or twice that where there are halves. */
	static long[] scores(final double[] ranks, final boolean hasHalves) {
		final long[] scores = new long[ranks.length];
		for (int i = 0; i < scores.length; i++)
			scores[i] = Math.round((ranks[i] - 1) * (hasHalves ? 2 : 1));
		return scores;
	}
}
