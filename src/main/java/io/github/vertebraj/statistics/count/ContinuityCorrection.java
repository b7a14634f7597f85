package io.github.vertebraj.statistics.count;

import io.github.vertebraj.statistics.Keyed;

/** Whether the χ² of a 2 × 2 table is moved towards 0, because counts are whole and χ² is not. */
public enum ContinuityCorrection implements Keyed {

	NONE("none"),

	/** Each |observed − expected| is lessened by 0.5, but never below 0 (as R does). */
	YATES("Yates");

	private final String key;

	ContinuityCorrection(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such correction; the message lists those there are */
	public static ContinuityCorrection of(final String key) {
		return Keyed.of(ContinuityCorrection.class, "continuity correction", key);
	}
}
