package io.github.vertebraj.statistics.diagnostic;

import io.github.vertebraj.statistics.Keyed;

/** How the confidence interval of an AUC is had. */
public enum AucMethod implements Keyed {

	/** AUC ± z · DeLong's standard error, clipped to 0 and 1. */
	DELONG("DeLong"),

	/** The same on the scale of ln(AUC / (1 − AUC)), which keeps it within 0 and 1 and is better near them. */
	DELONG_LOGIT("DeLong, logit"),

	/**
	 * The score interval of Newcombe (2006, method 5, doi:10.1002/sim.2324): all AUCs from which the observed one is no
	 * more than z standard errors away, with the standard error that they would have. It depends on the AUC and the sizes
	 * alone, and unlike the others it has a width at an AUC of 0 or 1, as Wilson's interval has at 0/n.
	 */
	NEWCOMBE("Newcombe score"),

	/** Percentiles (type 7) of the AUCs of resamples of the positives and of the negatives. */
	BOOTSTRAP("bootstrap percentile");

	private final String key;

	AucMethod(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such method; the message lists those there are */
	public static AucMethod of(final String key) {
		return Keyed.of(AucMethod.class, "AUC interval", key);
	}
}
