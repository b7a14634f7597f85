package io.github.vertebraj.statistics.regression;

import io.github.vertebraj.statistics.Keyed;

/** The difference of a predictor that an odds ratio is told for. Levels of a category always differ by one. */
public enum OddsRatioUnit implements Keyed {

	/** 1 in the predictor's own unit. */
	ONE("one"),

	/** One standard deviation (divisor n − 1) of the predictor in the data. */
	STANDARD_DEVIATION("standard deviation");

	private final String key;

	OddsRatioUnit(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such unit; the message lists those there are */
	public static OddsRatioUnit of(final String key) {
		return Keyed.of(OddsRatioUnit.class, "unit of odds ratios", key);
	}
}
