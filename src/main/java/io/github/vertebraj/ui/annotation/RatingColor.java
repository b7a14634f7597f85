package io.github.vertebraj.ui.annotation;

import java.awt.Color;
import java.util.Optional;

import io.github.vertebraj.reading.study.Rating;

/**
 * Colours of the ratings: sky blue, yellow and vermilion of M. Okabe and K. Ito's set, which people with any colour
 * vision tell apart (Color Universal Design, 2008, jfly.uni-koeln.de/color). They differ in lightness too, and each cell
 * says its number.
 */
final class RatingColor {

	private static final Color BENIGN = new Color(0x56B4E9);
	private static final Color DOUBTFUL = new Color(0xF0E442);
	private static final Color METASTASIS = new Color(0xD55E00);

	/** Of what is not rated. */
	static final Color NONE = new Color(0xF4F4F4);

	/** Of text on these colours. */
	static final Color INK = new Color(0x1A1A1A);

	private RatingColor() {}

	static Color of(final Optional<Rating> rating) {
		return rating.map(RatingColor::of).orElse(NONE);
	}

	static Color of(final Rating rating) {
		return switch (rating) {
			case BENIGN -> BENIGN;
			case DOUBTFUL -> DOUBTFUL;
			case METASTASIS -> METASTASIS;
		};
	}

	/** White reads better on vermilion. */
	static Color ink(final Optional<Rating> rating) {
		return rating.filter(Rating.METASTASIS::equals).isPresent() ? Color.WHITE : INK;
	}
}
