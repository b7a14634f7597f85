package io.github.vertebraj.statistics.inference;

import java.util.Locale;
import java.util.function.DoubleConsumer;

/**
 * Encloses a p-value by wide classes first, which tell what narrower ones will cost and bring: the logarithm of the
 * ratio of both bounds falls with the width, time and memory rise. Ends where the bounds are close, or where that would
 * take more than a table may take, which is counted in steps: the same table has the same result everywhere.
 */
final class ClassNarrowing {

	/** Makes the enumeration with classes of some width. */
	interface Classes {

		/** @param width natural logarithm */
		TableEnclosure of(double width, Effort effort);
	}

	/** Bounds may differ by so much of p; narrower classes aim at less, so that they reach it. */
	private static final double WIDEST = 0.02;
	private static final double AIM = 0.01;

	/** Below this, a p-value needs its order of magnitude only. */
	private static final double TINY = 1e-6;
	private static final double MOST_RATIO_OF_TINY = 10;

	/** Some fifteen seconds, and 400 MB. */
	private static final double MOST_STEPS = 2.5e9;
	private static final double MOST_KEPT = 5e7;

	/** In the first attempt. */
	private static final int CLASSES = 64;
	private static final int ATTEMPTS = 3;

	private final Classes classes;
	private double width;
	private double steps;
	private Enclosure known = new Enclosure(0, 0, 1);

	/** @param spread of the sums of log factorials that are not settled, natural */
	ClassNarrowing(final Classes classes, final double spread) {
		this.classes = classes;
		width = spread / CLASSES;
	}

	/**
	 * Encloses.
	 *
	 * @throws Effort.Exceeded if that would take too long or too much memory
	 */
	Enclosure enclose(final DoubleConsumer progress) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			final double start = (double) attempt / ATTEMPTS;
			if (attempt(done -> progress.accept(start + done / ATTEMPTS))) break;
		}
		if (!isNarrow()) throw new Effort.Exceeded();
		return known;
	}

	/** @return whether more attempts are of no use */
	private boolean attempt(final DoubleConsumer progress) {
		final Effort effort = new Effort((long) (MOST_STEPS - steps), (long) MOST_KEPT);
		final TableEnclosure enumeration = classes.of(width, effort);
		known = enumeration.enclose(progress);
		steps += effort.steps();
		final double finer = width * Math.log1p(AIM) / Math.min(50, Math.log(known.highest() / known.lowest()));
		final double ofMemory = width * effort.mostHeld() / MOST_KEPT;
		final double ofTime = width * enumeration.classSteps() / Math.max(1, MOST_STEPS - steps - effort.steps());
		width = Math.max(finer, Math.max(ofMemory, ofTime));
		return known.relativeWidth() <= WIDEST || !isReachable(finer);
	}

	/** Whether the width that time and memory allow is narrow enough. */
	private boolean isReachable(final double finer) {
		return width * AIM <= finer * WIDEST || known.highest() < TINY;
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
