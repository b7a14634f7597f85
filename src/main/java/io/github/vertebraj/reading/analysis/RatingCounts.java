package io.github.vertebraj.reading.analysis;

import java.util.Collection;

import io.github.vertebraj.reading.study.Rating;

/**
 * How many segments of a patient have each rating.
 *
 * @param probable probably metastasis (2)
 * @param doubtful doubtful (1)
 * @param benign   probably benign (0)
 */
public record RatingCounts(int probable, int doubtful, int benign) {

	/** @throws IllegalArgumentException if a count is negative */
	public RatingCounts {
		if (probable < 0 || doubtful < 0 || benign < 0) throw new IllegalArgumentException(
			"Counts of segments must be 0 or more, but are " + probable + ", " + doubtful + ", " + benign);
	}

	public static RatingCounts of(final Collection<Rating> ratings) {
		final int[] counts = new int[Rating.values().length];
		ratings.forEach(rating -> counts[rating.score()]++);
		return new RatingCounts(counts[2], counts[1], counts[0]);
	}

	/** All segments. */
	public int total() {
		return probable + doubtful + benign;
	}

	/** Whether every segment is probably benign. */
	public boolean isAllBenign() {
		return probable == 0 && doubtful == 0;
	}
}
