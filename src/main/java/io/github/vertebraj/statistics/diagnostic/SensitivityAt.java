package io.github.vertebraj.statistics.diagnostic;

/** The sensitivity of a curve at given specificities: its highest there, linear between its points. */
final class SensitivityAt {

	/** A number of false positives this near a whole number is that: 1 − 0.9 is not quite 0.1. */
	private static final double ROUNDING = 1e-9;

	private final double[] falsePositives;
	private final int positives;

	/**
	 * @param specificity falling
	 * @throws IllegalArgumentException if one is not between 0 and 1, or above the one before it
	 */
	SensitivityAt(final double[] specificity, final int positives, final int negatives) {
		falsePositives = new double[specificity.length];
		for (int i = 0; i < specificity.length; i++) {
			if (!(specificity[i] >= 0 && specificity[i] <= 1) || i > 0 && specificity[i] > specificity[i - 1])
				throw new IllegalArgumentException("The specificities of a band lie between 0 and 1 and fall, but number " + (i +
					1) + " is " + specificity[i]);
			final double exact = (1 - specificity[i]) * negatives;
			falsePositives[i] = Math.abs(exact - Math.rint(exact)) < ROUNDING * negatives ? Math.rint(exact) : exact;
		}
		this.positives = positives;
	}

	int size() {
		return falsePositives.length;
	}

	/** The numbers of a curve or resample in each group of scores, highest first. */
	double[] of(final int[] positivesAt, final int[] negativesAt) {
		final double[] sensitivity = new double[falsePositives.length];
		int tp = 0;
		int fp = 0;
		int group = 0;
		for (int i = 0; i < sensitivity.length; i++) {
			while (group < positivesAt.length && fp + negativesAt[group] <= falsePositives[i]) {
				tp += positivesAt[group];
				fp += negativesAt[group++];
			}
			final double rest = falsePositives[i] - fp;
			final double more = rest > 0 ? positivesAt[group] * rest / negativesAt[group] : 0;
			sensitivity[i] = (tp + more) / positives;
		}
		return sensitivity;
	}
}
