package io.github.vertebraj.reading.analysis;

import io.github.vertebraj.statistics.Keyed;

/**
 * Quality of diffusion-weighted images by the number of vertebrae that an artefact hides, after Y. J. Kim et al. The
 * source grades more than 5 as poor and 3 to 4 as fair; exactly 5 has no grade there and counts as poor here.
 */
public enum QualityGrade implements Keyed {

	POOR("poor"), //
	FAIR("fair"), //
	GOOD("good"), //
	EXCELLENT("excellent");

	/** The number that has no grade in the source. */
	public static final int UNGRADED = 5;

	private final String key;

	QualityGrade(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** 0 (poor) to 3 (excellent), as in the source. */
	public int score() {
		return ordinal();
	}

	/** @throws IllegalArgumentException if the number is negative */
	public static QualityGrade ofInvisible(final int vertebrae) {
		if (vertebrae < 0) throw new IllegalArgumentException("The number of vertebrae must be 0 or more, not " + vertebrae);
		if (vertebrae == 0) return EXCELLENT;
		if (vertebrae <= 2) return GOOD;
		return vertebrae < UNGRADED ? FAIR : POOR;
	}
}
