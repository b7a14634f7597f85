package io.github.vertebraj.statistics;

/** How the p-value of a test with a discrete distribution is had. */
public enum PMethod implements Keyed {

	/** Exact where it ends in reasonable time, else asymptotic; the result says which and why. */
	AUTO("auto"),

	/** From the distribution of the statistic over all arrangements of the observed values, ties included. */
	EXACT("exact"),

	/** From the limiting normal or χ² distribution, with the variance corrected for ties. */
	ASYMPTOTIC("asymptotic"),

	/** The same with the statistic moved towards its mean by half a step. */
	ASYMPTOTIC_CORRECTED("asymptotic with continuity correction");

	private final String key;

	PMethod(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such method; the message lists those there are */
	public static PMethod of(final String key) {
		return Keyed.of(PMethod.class, "p-value method", key);
	}
}
