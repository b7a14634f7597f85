package io.github.vertebraj.statistics.descriptive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.commons.statistics.distribution.TDistribution;

import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.Samples;

/**
 * A sample in numbers, all in the unit of its values.
 *
 * @param n             its size
 * @param mean          arithmetic mean
 * @param sd            standard deviation, divisor n − 1; NaN of one value
 * @param minimum       least value
 * @param firstQuartile by the quantile type
 * @param median        the middle value or the mean of the two, whatever the quantile type
 * @param thirdQuartile by the quantile type
 * @param maximum       greatest value
 * @param standardError of the mean, SD / √n; NaN of one value
 * @param meanInterval  confidence interval of the mean by Student's t; none of one value
 * @param quantileType  of the quartiles
 * @param notes         what a reader should know, a sentence each
 */
public record Description(int n, double mean, double sd, double minimum, double firstQuartile, double median,
	double thirdQuartile, double maximum, double standardError, Optional<Interval> meanInterval,
	QuantileType quantileType, List<String> notes)
{

	public Description {
		notes = List.copyOf(notes);
	}

	/**
	 * Describes a sample with 95 % confidence.
	 *
	 * @throws IllegalArgumentException if the sample is empty or a value is not finite
	 */
	public static Description of(final double[] values, final QuantileType type) {
		return of(values, type, Interval.USUAL_LEVEL);
	}

	/**
	 * @param level of the interval of the mean
	 * @throws IllegalArgumentException if the sample is empty, a value is not finite, or the level is not between 0 and 1
	 */
	public static Description of(final double[] values, final QuantileType type, final double level) {
		Interval.checkLevel(level);
		final double[] sample = Samples.finite("The sample", values, 1);
		final MeanSd moments = MeanSd.of(sample);
		final double[] quartiles = type.quantiles(sample, 0.25, 0.75);
		final double[] middle = QuantileType.TUKEY_HINGES.quantiles(sample, 0.5);
		final double[] ends = QuantileType.TYPE_7.quantiles(sample, 0, 1);
		final double error = moments.sd() / Math.sqrt(sample.length);
		final List<String> notes = new ArrayList<>();
		if (sample.length == 1) notes.add("One value has no SD, standard error or interval");
		return new Description(sample.length, moments.mean(), moments.sd(), ends[0], quartiles[0], middle[0], quartiles[1],
			ends[1], error, interval(moments, error, level), type, notes);
	}

	private static Optional<Interval> interval(final MeanSd moments, final double error, final double level) {
		if (moments.n() == 1) return Optional.empty();
		final double reach = error * TDistribution.of(moments.n() - 1.0).inverseSurvivalProbability((1 - level) / 2);
		return Optional.of(new Interval(moments.mean() - reach, moments.mean() + reach, level, "Student's t"));
	}

	/** Third less first quartile. */
	public double interquartileRange() {
		return thirdQuartile - firstQuartile;
	}

	/** For {@code mean ± SD} as text. */
	public MeanSd meanSd() {
		return new MeanSd(n, mean, sd);
	}

	/**
	 * As tables have it: {@code 45.9 [42.5, 50.8]}, median and quartiles.
	 *
	 * @throws IllegalArgumentException if decimals are negative
	 */
	public String medianText(final int decimals, final Rounding rounding) {
		return rounding.text(median, decimals) + " [" + rounding.text(firstQuartile, decimals) + ", " + rounding.text(
			thirdQuartile, decimals) + "]";
	}
}
