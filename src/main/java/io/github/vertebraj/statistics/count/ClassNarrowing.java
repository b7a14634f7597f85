package io.github.vertebraj.statistics.count;

import java.util.Locale;
import java.util.function.DoubleConsumer;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Encloses a p-value by classes that are as wide as they may be for close bounds. Twice the sum of log factorials above
 * its least is nearly chi-square distributed, which tells how wide that is; where it misleads, the bounds that were
 * found tell better: the logarithm of their ratio rises with the width. What this may take is counted in steps, so that
 * the same table has the same result everywhere.
 */
final class ClassNarrowing {

	/** Makes the enumeration with classes of some width. */
	interface Classes {

		/** @param width natural logarithm */
		TableEnclosure of(double width, Effort effort);
	}

	/** Bounds may differ by so much of p; the first width aims at less, so that it is reached. */
	private static final double WIDEST = 0.02;
	private static final double AIM = 0.015;

	/** Below this, a p-value needs its order of magnitude only. */
	private static final double TINY = 1e-6;
	private static final double MOST_RATIO_OF_TINY = 2;
	private static final double AIM_OF_TINY = 0.3;

	/** Some fifteen seconds, and 400 MB. */
	private static final long MOST_STEPS = 3_600_000_000L;
	private static final long MOST_KEPT = 50_000_000;

	private static final int ATTEMPTS = 3;

	private final Classes classes;
	private final double expected;
	private double width;
	private long steps;
	private Enclosure known = new Enclosure(0, 0, 1);

	/**
	 * @param spread    from the least sum of log factorials to the observed one, natural
	 * @param df        degrees of freedom of the table
	 * @param roundings how often a sum is rounded
	 */
	ClassNarrowing(final Classes classes, final double spread, final double df, final int roundings) {
		this.classes = classes;
		final ChiSquaredDistribution chiSquare = ChiSquaredDistribution.of(df);
		expected = chiSquare.survivalProbability(2 * spread);
		final double slope = expected > 0 ? Math.min(1, 2 * chiSquare.density(2 * spread) / expected) : 1;
		width = aim(expected) / (slope * roundings);
	}

	private static double aim(final double p) {
		return p < TINY / 10 ? AIM_OF_TINY : AIM;
	}

	/**
	 * Encloses.
	 *
	 * @throws Effort.Exceeded if that would take too long or too much memory
	 */
	Enclosure enclose(final DoubleConsumer progress) {
		for (int attempt = 0; !isNarrow(); attempt++) {
			if (attempt == ATTEMPTS) throw new Effort.Exceeded();
			final double start = (double) attempt / ATTEMPTS;
			attempt(done -> progress.accept(start + done / ATTEMPTS));
		}
		return known;
	}

	private void attempt(final DoubleConsumer progress) {
		final Effort effort = new Effort(MOST_STEPS - steps, MOST_KEPT);
		final TableEnclosure enumeration = classes.of(width, effort);
		known = enumeration.enclose(progress);
		steps += effort.steps();
		final double finer = aim(known.highest()) / Math.min(50, Math.log(known.highest() / known.lowest()));
		if (!isNarrow() && steps + effort.steps() + enumeration.classSteps() * (1 / finer - 1) > MOST_STEPS)
			throw new Effort.Exceeded();
		width *= finer;
	}

	private boolean isNarrow() {
		return known.relativeWidth() <= WIDEST || known.highest() < TINY && known.highest() <= MOST_RATIO_OF_TINY * known
			.lowest();
	}

	/** For the refusal. */
	String whatIsKnown() {
		return known.lowest() == 0 ? "would not end" : String.format(Locale.ROOT,
			"would take too long: within bounds of time and memory, p is only known to lie between %.3g and %.3g", known
				.lowest(), known.highest());
	}
}
