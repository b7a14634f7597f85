package io.github.vertebraj.statistics.agreement;

import io.github.vertebraj.statistics.Keyed;

/** How much a disagreement counts, by the distance of the two categories in their order. */
public enum KappaWeights implements Keyed {

	/** Every disagreement is a full one: for categories without order. */
	NONE("none"),

	/** In proportion to the distance: 1 − |i − j| / (k − 1) is the weight of agreement. */
	LINEAR("linear"),

	/** In proportion to the square of the distance: 1 − (i − j)² / (k − 1)². */
	QUADRATIC("quadratic");

	private final String key;

	KappaWeights(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there are no such weights; the message lists those there are */
	public static KappaWeights of(final String key) {
		return Keyed.of(KappaWeights.class, "kappa weights", key);
	}

	/** The share of agreement that is lost between two categories, 0 (the same) to 1. */
	double disagreement(final int first, final int second, final int categories) {
		final double distance = Math.abs(first - second) / (categories - 1.0);
		return switch (this) {
			case NONE -> first == second ? 0 : 1;
			case LINEAR -> distance;
			case QUADRATIC -> distance * distance;
		};
	}
}
