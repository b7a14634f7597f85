package io.github.vertebraj.statistics.regression;

import io.github.vertebraj.statistics.Keyed;

/** What the coefficients of a logistic regression maximise. */
public enum Estimation implements Keyed {

	/** The likelihood. Has no finite maximum where predictors separate the outcomes. */
	MAXIMUM_LIKELIHOOD("maximum likelihood"),

	/**
	 * The likelihood times the square root of the determinant of the information (Jeffreys' prior), which takes the bias
	 * of order 1/n from the coefficients (Firth, Biometrika 1993;80:27-38, doi:10.1093/biomet/80.1.27) and is finite under
	 * separation too (Heinze and Schemper, Stat Med 2002;21:2409-2419, doi:10.1002/sim.1047). Predicted probabilities are
	 * drawn towards 1/2: their mean is not the observed proportion.
	 */
	FIRTH("Firth");

	private final String key;

	Estimation(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such estimation; the message lists those there are */
	public static Estimation of(final String key) {
		return Keyed.of(Estimation.class, "estimation", key);
	}
}
