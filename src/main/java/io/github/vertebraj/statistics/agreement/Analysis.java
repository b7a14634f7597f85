package io.github.vertebraj.statistics.agreement;

import io.github.vertebraj.statistics.Keyed;

/** The ways to ask how far readings agree. */
public enum Analysis implements Keyed {

	/** What {@link AnalysisProposal} proposes. */
	AUTO("auto"),

	/** Two readings in categories, with or without weights: {@link CohenKappa}. */
	COHEN_KAPPA("Cohen kappa"),

	/** Two readings or more in categories: {@link FleissKappa}. */
	FLEISS_KAPPA("Fleiss kappa"),

	/** Two readings or more, numbers: {@link IntraclassCorrelation}. */
	ICC("ICC"),

	/** Two readings, numbers: {@link BlandAltman}. */
	BLAND_ALTMAN("Bland-Altman"),

	/** Two repeats or more under the same conditions, numbers: {@link Repeatability}. */
	REPEATABILITY("repeatability");

	private final String key;

	Analysis(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** Whether readings are taken as categories, not as numbers. */
	public boolean isOfCategories() {
		return this == COHEN_KAPPA || this == FLEISS_KAPPA;
	}

	/** Whether it is of two readings, so that several are taken two by two. */
	public boolean isOfPairs() {
		return this == COHEN_KAPPA || this == BLAND_ALTMAN;
	}

	/** @throws IllegalArgumentException when there is no such analysis; the message lists those there are */
	public static Analysis of(final String key) {
		return Keyed.of(Analysis.class, "analysis of agreement", key);
	}
}
