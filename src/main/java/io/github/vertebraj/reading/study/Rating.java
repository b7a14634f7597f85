package io.github.vertebraj.reading.study;

import io.github.vertebraj.statistics.Keyed;

/** How sure a reader is that a segment is metastatic. */
public enum Rating implements Keyed {

	BENIGN("probably benign", 0), //
	DOUBTFUL("doubtful", 1), //
	METASTASIS("probably metastasis", 2);

	private final String key;
	private final int score;

	Rating(final String key, final int score) {
		this.key = key;
		this.score = score;
	}

	@Override
	public String key() {
		return key;
	}

	/** The number in files and tables: 0, 1 or 2. */
	public int score() {
		return score;
	}

	/** @throws IllegalArgumentException when the score is not 0, 1 or 2 */
	public static Rating ofScore(final int score) {
		for (final Rating rating : values())
			if (rating.score == score) return rating;
		throw new IllegalArgumentException("No rating " + score +
			"; known are 0 (probably benign), 1 (doubtful), 2 (probably metastasis)");
	}

	/** @throws IllegalArgumentException when there is no such rating; the message lists those there are */
	public static Rating of(final String key) {
		return Keyed.of(Rating.class, "rating", key);
	}
}
