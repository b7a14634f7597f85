package io.github.vertebraj.statistics.descriptive;

import java.util.Arrays;
import java.util.List;

/**
 * What papers tell of a sample: its size, mean and SD.
 *
 * @param n    1 or more
 * @param mean in the unit of the sample
 * @param sd   divisor n − 1; NaN of one value, or where it is not known
 */
public record MeanSd(long n, double mean, double sd) {

	/** @throws IllegalArgumentException if n is less than 1, the mean not finite, or the SD negative or infinite */
	public MeanSd {
		if (n < 1) throw new IllegalArgumentException("A mean needs at least 1 value, but n is " + n);
		if (!Double.isFinite(mean)) throw new IllegalArgumentException("A mean must be finite, but is " + mean);
		if (sd < 0 || Double.isInfinite(sd)) throw new IllegalArgumentException("An SD must be finite and not negative, but " +
			"is " + sd);
	}

	/**
	 * Of a sample, at any scale: sums of deviations from the mean, which neither cancel nor overflow.
	 *
	 * @param values finite, at least one
	 */
	public static MeanSd of(final double[] values) {
		final double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
		if (largest == 0) return new MeanSd(values.length, 0, values.length == 1 ? Double.NaN : 0);
		final int exponent = Math.getExponent(largest);
		final double[] scaled = Arrays.stream(values).map(value -> scaled(value, -exponent)).toArray();
		final double rough = Arrays.stream(scaled).sum() / scaled.length;
		final double mean = rough + Arrays.stream(scaled).map(value -> value - rough).sum() / scaled.length;
		final double squares = Arrays.stream(scaled).map(value -> (value - mean) * (value - mean)).sum();
		final double sd = scaled.length == 1 ? Double.NaN : Math.sqrt(squares / (scaled.length - 1));
		return new MeanSd(values.length, scaled(mean, exponent), scaled(sd, exponent));
	}

	/** In two steps, as 2^1074 is no double; exact but for subnormal numbers. */
	private static double scaled(final double value, final int exponent) {
		return Math.scalb(Math.scalb(value, exponent / 2), exponent - exponent / 2);
	}

	/**
	 * Mean and SD of all values of several groups together.
	 *
	 * @return its SD is NaN if that of a group with more than one value is
	 * @throws IllegalArgumentException if there is no group
	 */
	public static MeanSd combined(final List<MeanSd> groups) {
		if (groups.isEmpty()) throw new IllegalArgumentException("No group to combine");
		final long n = groups.stream().mapToLong(MeanSd::n).sum();
		final double mean = groups.stream().mapToDouble(group -> group.mean * ((double) group.n / n)).sum();
		if (n == 1) return groups.get(0);
		final double largest = groups.stream().mapToDouble(group -> Math.max(group.n == 1 ? 0 : group.sd, Math.abs(
			group.mean - mean))).max().orElseThrow();
		if (!(largest > 0)) return new MeanSd(n, mean, largest);
		final double squares = groups.stream().mapToDouble(group -> group.squares(mean, largest)).sum();
		return new MeanSd(n, mean, largest * Math.sqrt(squares / (n - 1)));
	}

	/** Squared deviations of this group's values from another mean, in units of {@code scale}². */
	private double squares(final double other, final double scale) {
		final double within = n == 1 ? 0 : (n - 1) * (sd / scale) * (sd / scale);
		return within + n * ((mean - other) / scale) * ((mean - other) / scale);
	}

	/**
	 * As tables have it: {@code 61.6 ± 9.1}; {@code 61.6 (n = 1)} without an SD.
	 *
	 * @param decimals of both
	 * @throws IllegalArgumentException if decimals are negative
	 */
	public String text(final int decimals, final Rounding rounding) {
		return rounding.text(mean, decimals) + (n == 1 ? " (n = 1)" : " ± " + rounding.text(sd, decimals));
	}
}
