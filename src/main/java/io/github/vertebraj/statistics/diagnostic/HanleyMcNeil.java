package io.github.vertebraj.statistics.diagnostic;

/**
 * The standard error of an AUC from the AUC and the sizes alone, as if the scores were exponential (Hanley and McNeil
 * 1982, doi:10.1148/radiology.143.1.7063747): for AUCs in print, of which the data are not at hand.
 */
public final class HanleyMcNeil {

	private HanleyMcNeil() {}

	/**
	 * @param auc 0 to 1; at 0 and at 1 the error is 0
	 * @throws IllegalArgumentException if the AUC is not between 0 and 1, or a size is under 1
	 */
	public static double standardError(final double auc, final int positives, final int negatives) {
		if (!(auc >= 0 && auc <= 1)) throw new IllegalArgumentException("An AUC lies between 0 and 1, but is " + auc);
		if (positives < 1 || negatives < 1) throw new IllegalArgumentException(
			"An AUC needs at least one positive and one negative, but there are " + positives + " and " + negatives);
		return Math.sqrt(variance(auc, positives - 1.0, negatives - 1.0, positives, negatives));
	}

	/** Q1 − θ² and Q2 − θ² are written so that nothing cancels near 0 and 1. */
	static double variance(final double auc, final double otherPositives, final double otherNegatives,
		final double positives, final double negatives)
	{
		final double rest = 1 - auc;
		final double twoPositives = auc * rest * rest / (2 - auc);
		final double twoNegatives = auc * auc * rest / (1 + auc);
		return (auc * rest + otherPositives * twoPositives + otherNegatives * twoNegatives) / (positives * negatives);
	}
}
