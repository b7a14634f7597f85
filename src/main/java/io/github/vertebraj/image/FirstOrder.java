package io.github.vertebraj.image;

/**
 * What IBSI measures on numbers in no order, of intensities and of histogram levels alike (A. Zwanenburg et al.,
 * Radiology 2020;295:328-338). Variance, skewness and kurtosis divide by n. Percentiles, which IBSI leaves open, are of
 * type 7 (R, numpy). All are NaN without numbers, and skewness and kurtosis are 0 where all numbers are equal, as IBSI
 * says; coefficients are NaN where their denominator is 0.
 *
 * @param kurtosis           excess kurtosis, 0 for the normal distribution
 * @param mad                mean absolute deviation from the mean
 * @param robustMad          the same of the numbers from the 10th to the 90th percentile, both included
 * @param medianMad          mean absolute deviation from the median
 * @param variation          coefficient of variation: SD / mean
 * @param quartileDispersion (P75 − P25) / (P75 + P25)
 */
record FirstOrder(double mean, double variance, double skewness, double kurtosis, double median, double minimum,
	double p10, double p90, double maximum, double interquartileRange, double range, double mad, double robustMad,
	double medianMad, double variation, double quartileDispersion)
{

	/** How often a number counts. */
	interface Weights {

		/** Each counts once. */
		Weights ONE = i -> 1;

		double of(int i);
	}

	/**
	 * Measures the first m numbers.
	 *
	 * @param weights   whole numbers, each above 0
	 * @param quantiles of the same numbers
	 */
	static FirstOrder of(final double[] x, final int m, final Weights weights, final Quantiles quantiles) {
		final double minimum = quantiles.percent(0);
		final double maximum = quantiles.percent(100);
		double sum = 0;
		for (int i = 0; i < m; i++)
			sum += weights.of(i) * x[i];
		final double n = quantiles.n();
		// A mean of equal numbers may be off by rounding, and what is divided by the variance then is nonsense.
		final double mean = minimum == maximum ? minimum : sum / n;
		double second = 0;
		double third = 0;
		double fourth = 0;
		double fromMean = 0;
		double fromMedian = 0;
		final double median = quantiles.percent(50);
		for (int i = 0; i < m; i++) {
			final double w = weights.of(i);
			final double d = x[i] - mean;
			final double square = d * d;
			second += w * square;
			third += w * square * d;
			fourth += w * square * square;
			fromMean += w * Math.abs(d);
			fromMedian += w * Math.abs(x[i] - median);
		}
		final double variance = second / n;
		final double p10 = quantiles.percent(10);
		final double p90 = quantiles.percent(90);
		final double p25 = quantiles.percent(25);
		final double p75 = quantiles.percent(75);
		final double skewness = variance == 0 ? 0 : third / n / Math.pow(variance, 1.5);
		final double kurtosis = variance == 0 ? 0 : fourth / n / (variance * variance) - 3;
		return new FirstOrder(mean, variance, skewness, kurtosis, median, minimum, p10, p90, maximum, p75 - p25, maximum -
			minimum, fromMean / n, robust(x, m, weights, p10, p90), fromMedian / n, ratio(Math.sqrt(variance), mean), ratio(
				p75 - p25, p75 + p25));
	}

	private static double robust(final double[] x, final int m, final Weights weights, final double from,
		final double to)
	{
		double sum = 0;
		double n = 0;
		for (int i = 0; i < m; i++)
			if (x[i] >= from && x[i] <= to) {
				sum += weights.of(i) * x[i];
				n += weights.of(i);
			}
		final double mean = sum / n;
		double deviation = 0;
		for (int i = 0; i < m; i++)
			if (x[i] >= from && x[i] <= to) deviation += weights.of(i) * Math.abs(x[i] - mean);
		return deviation / n;
	}

	private static double ratio(final double numerator, final double denominator) {
		return denominator == 0 ? Double.NaN : numerator / denominator;
	}
}
