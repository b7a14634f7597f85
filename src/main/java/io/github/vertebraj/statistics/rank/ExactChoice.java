package io.github.vertebraj.statistics.rank;

import java.util.Locale;

import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.PMethod;
import io.github.vertebraj.statistics.TestSummary;
import io.github.vertebraj.statistics.Sides;

/**
 * Whether a rank test counts or approximates, and how its result says so.
 *
 * @param method never AUTO
 * @param reason empty where the caller chose
 */
record ExactChoice(PMethod method, String reason) {

	/**
	 * @param work additions that the exact p-value takes
	 * @param what of what size, as reason and refusal name it
	 * @throws IllegalArgumentException if EXACT is asked for and would not end in reasonable time
	 */
	static ExactChoice of(final PMethod asked, final double work, final String what, final boolean hasTies) {
		if (asked == PMethod.EXACT && work > ExactDistribution.LIMIT) throw new IllegalArgumentException(
			"The exact p-value of " + what + (hasTies ? " with ties" : "") + " would take " + String.format(
				Locale.ROOT, "%.0e", work) + " additions, more than 5e9; use the asymptotic one");
		if (asked != PMethod.AUTO) return new ExactChoice(asked, "");
		return work <= ExactDistribution.QUICK ? new ExactChoice(PMethod.EXACT, what + " are few enough to count exactly")
			: new ExactChoice(PMethod.ASYMPTOTIC_CORRECTED, what + " are too many to count exactly");
	}

	/** @param more follows the variant's name */
	void describe(final TestSummary.Builder summary, final boolean hasTies, final String more) {
		final String ties = method == PMethod.EXACT ? " conditional (ties)" : ", corrected for ties";
		summary.variant(method.key() + (hasTies ? ties : "") + more).because(reason);
	}

	/** Says so where so few values cannot give the confidence asked for. */
	static void noteLevel(final TestSummary.Builder summary, final Effect effect, final Sides sides) {
		if (effect.interval().isEmpty()) summary.note("So few values do not give the " + effect.name() + " an interval.");
		else if (effect.interval().get().level() < sides.level()) summary.note(
			"So few values do not give an interval of confidence " + sides.level() + "; the widest one is given.");
	}
}
