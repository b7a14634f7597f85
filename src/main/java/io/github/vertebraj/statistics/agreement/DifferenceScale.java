package io.github.vertebraj.statistics.agreement;

import io.github.vertebraj.statistics.Keyed;

/** How two measurements of one subject are compared. */
public enum DifferenceScale implements Keyed {

	/** First minus second, in their unit; against their mean. */
	ABSOLUTE("absolute"),

	/** First minus second in % of their mean, which must be positive; against their mean. */
	PERCENT("percent of mean"),

	/** ln(first / second), both positive; against the mean of their logarithms. */
	LOG_RATIO("log ratio");

	private final String key;

	DifferenceScale(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such scale; the message lists those there are */
	public static DifferenceScale of(final String key) {
		return Keyed.of(DifferenceScale.class, "scale of differences", key);
	}

	double difference(final double first, final double second) {
		return switch (this) {
			case ABSOLUTE -> first - second;
			case PERCENT -> 100 * (first - second) / ABSOLUTE.mean(first, second);
			case LOG_RATIO -> Math.log(first) - Math.log(second);
		};
	}

	double mean(final double first, final double second) {
		return this == LOG_RATIO ? (Math.log(first) + Math.log(second)) / 2 : first / 2 + second / 2;
	}

	/** The numbers of which a difference is made: what it can be wrong by is a few units of their last place. */
	double magnitude(final double first, final double second) {
		return switch (this) {
			case ABSOLUTE -> Math.max(Math.abs(first), Math.abs(second));
			case PERCENT -> 100;
			case LOG_RATIO -> Math.max(1, Math.max(Math.abs(Math.log(first)), Math.abs(Math.log(second))));
		};
	}

	/** @throws IllegalArgumentException if the values of a pair can't be compared on this scale */
	void check(final double[] first, final double[] second) {
		for (int i = 0; i < first.length; i++) {
			final String pair = "Pair " + (i + 1) + " is " + first[i] + " and " + second[i];
			if (this == PERCENT && !(ABSOLUTE.mean(first[i], second[i]) > 0)) throw new IllegalArgumentException(pair +
				"; differences in percent need positive means: use absolute ones");
			if (this == LOG_RATIO && !(first[i] > 0 && second[i] > 0)) throw new IllegalArgumentException(pair +
				"; log ratios need positive values: use absolute differences");
		}
	}
}
