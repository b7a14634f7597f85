package io.github.vertebraj.statistics.diagnostic;

import io.github.vertebraj.statistics.Interval;

/** {@link AucMethod#NEWCOMBE}. */
final class NewcombeInterval {

	/** Halvings of an interval within 0 and 1 that leave nothing of it. */
	private static final int HALVINGS = 1100;

	private final double positives;
	private final double negatives;
	private final double z;

	private NewcombeInterval(final int positives, final int negatives, final double z) {
		this.positives = positives;
		this.negatives = negatives;
		this.z = z;
	}

	static Interval of(final double auc, final int positives, final int negatives, final double level) {
		final NewcombeInterval one = new NewcombeInterval(positives, negatives, Normal.quantile(level));
		// The variance is the same at θ and 1 − θ.
		return new Interval(one.lower(auc), 1 - one.lower(1 - auc), level, AucMethod.NEWCOMBE.key());
	}

	/** The least θ with (auc − θ) ≤ z · SE(θ), by halving: at 1 the equation also has the root θ = 1, which is not meant. */
	private double lower(final double auc) {
		double below = 0;
		double above = auc;
		for (int i = 0; i < HALVINGS; i++) {
			final double middle = below + (above - below) / 2;
			if (middle == below || middle == above) break;
			if (auc - middle > z * error(middle)) below = middle;
			else above = middle;
		}
		return above;
	}

	private double error(final double auc) {
		final double others = (positives + negatives) / 2 - 1;
		return Math.sqrt(HanleyMcNeil.variance(auc, others, others, positives, negatives));
	}
}
