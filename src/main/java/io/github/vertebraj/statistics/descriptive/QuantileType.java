package io.github.vertebraj.statistics.descriptive;

import java.util.Arrays;

import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

import io.github.vertebraj.statistics.Keyed;
import io.github.vertebraj.statistics.Samples;

/**
 * How a quantile is read between the values of a sample: the nine types of R's {@code quantile}, and Tukey's hinges.
 * <p>
 * Source: R. J. Hyndman, Y. Fan, Am Stat 1996;50:361, doi:10.1080/00031305.1996.10473566; J. W. Tukey, Exploratory Data
 * Analysis, 1977.
 */
public enum QuantileType implements Keyed {

	TYPE_1("type 1", EstimationMethod.HF1), //
	TYPE_2("type 2 (SAS, Stata)", EstimationMethod.HF2), //
	TYPE_3("type 3", EstimationMethod.HF3), //
	TYPE_4("type 4", EstimationMethod.HF4), //
	TYPE_5("type 5", EstimationMethod.HF5), //
	TYPE_6("type 6 (SPSS)", EstimationMethod.HF6), //
	TYPE_7("type 7 (R)", EstimationMethod.HF7), //
	TYPE_8("type 8", EstimationMethod.HF8), //
	TYPE_9("type 9", EstimationMethod.HF9),

	/** Medians of the lower and the upper half, each with the middle value; quartiles and median only. */
	TUKEY_HINGES("Tukey's hinges", EstimationMethod.HF7);

	private final String key;
	private final EstimationMethod estimation;

	QuantileType(final String key, final EstimationMethod estimation) {
		this.key = key;
		this.estimation = estimation;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such type; the message lists those there are */
	public static QuantileType of(final String key) {
		return Keyed.of(QuantileType.class, "quantile type", key);
	}

	/**
	 * Quantiles of a sample.
	 *
	 * @param probabilities each 0 to 1
	 * @throws IllegalArgumentException if the sample is empty, a value is not finite, a probability is none, or a hinge is
	 *                                  asked for that is neither a quartile nor the median
	 */
	public double[] quantiles(final double[] values, final double... probabilities) {
		final double[] sorted = Samples.finite("The sample", values, 1);
		Arrays.sort(sorted);
		return Arrays.stream(probabilities).map(p -> quantile(sorted, p)).toArray();
	}

	private double quantile(final double[] sorted, final double p) {
		if (!(p >= 0 && p <= 1)) throw new IllegalArgumentException("A quantile's probability must lie between 0 and 1, but " +
			"is " + p);
		if (this == TUKEY_HINGES) return hinge(sorted, p);
		return Quantile.withDefaults().with(estimation).evaluate(sorted.length, index -> sorted[index], p);
	}

	private static double hinge(final double[] sorted, final double p) {
		final int half = (sorted.length + 1) / 2;
		if (p == 0.25) return median(sorted, 0, half);
		if (p == 0.5) return median(sorted, 0, sorted.length);
		if (p == 0.75) return median(sorted, sorted.length - half, sorted.length);
		throw new IllegalArgumentException("Tukey's hinges are for 0.25, 0.5 and 0.75 only, not for " + p +
			"; use type 7 (R)");
	}

	/** Halved before they are added: the sum of two doubles may overflow. */
	private static double median(final double[] sorted, final int from, final int to) {
		final double lower = sorted[from + (to - from - 1) / 2];
		final double upper = sorted[from + (to - from) / 2];
		return lower == upper ? lower : lower / 2 + upper / 2;
	}
}
