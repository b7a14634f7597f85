package io.github.vertebraj.statistics.diagnostic;

import io.github.vertebraj.statistics.Keyed;

/** How the confidence band of an ROC curve is had; pointwise both. */
public enum BandMethod implements Keyed {

	/** Percentiles (type 7) of the sensitivities of resamples of the positives and of the negatives. */
	BOOTSTRAP("bootstrap percentile"),

	/** Wilson's interval of the sensitivity, as if the cut-off of that specificity had been known beforehand. */
	WILSON("Wilson");

	private final String key;

	BandMethod(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such method; the message lists those there are */
	public static BandMethod of(final String key) {
		return Keyed.of(BandMethod.class, "band method", key);
	}
}
