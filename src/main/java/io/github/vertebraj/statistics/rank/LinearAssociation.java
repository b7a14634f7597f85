package io.github.vertebraj.statistics.rank;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.TDistribution;

import io.github.vertebraj.statistics.Alternative;

/**
 * The product-moment correlation of two samples, from their deviations scaled to length 1. What depends on 1 − r or 1 + r
 * comes from the lengths of the difference and the sum of these vectors, which keep their digits where r is almost ±1.
 */
final class LinearAssociation {

	/** Two vectors of length 1 that are closer than rounding can tell are one: the points lie on a line. */
	private static final double ON_A_LINE = 1e-14;

	/** Data whose deviations are no more than that share of their mean are constant, as R's t.test has it. */
	private static final double ESSENTIALLY_CONSTANT = 10 * Math.ulp(1.0);

	private final int n;
	private final double r;
	private final double difference;
	private final double sum;

	/** @throws IllegalArgumentException when a sample is constant but for rounding */
	LinearAssociation(final double[] x, final double[] y) {
		n = x.length;
		final double[] u = direction("The first sample", x);
		final double[] v = direction("The second sample", y);
		double product = 0;
		double differences = 0;
		double sums = 0;
		for (int i = 0; i < n; i++) {
			product += u[i] * v[i];
			differences += (u[i] - v[i]) * (u[i] - v[i]);
			sums += (u[i] + v[i]) * (u[i] + v[i]);
		}
		difference = Math.sqrt(differences) < ON_A_LINE ? 0 : Math.sqrt(differences);
		sum = Math.sqrt(sums) < ON_A_LINE ? 0 : Math.sqrt(sums);
		r = difference == 0 ? 1 : sum == 0 ? -1 : Math.max(-1, Math.min(1, product));
	}

	/** Deviations from the mean, of length 1. Powers of two take out the scale, so that no square overflows. */
	private static double[] direction(final String name, final double[] values) {
		final int exponent = Math.getExponent(Arrays.stream(values).map(Math::abs).max().orElseThrow());
		final double[] scaled = Arrays.stream(values).map(value -> scaled(value, -exponent)).toArray();
		final double mean = Arrays.stream(scaled).sum() / scaled.length;
		final double[] deviations = Arrays.stream(scaled).map(value -> value - mean).toArray();
		final double rest = Arrays.stream(deviations).sum() / deviations.length;
		final double largest = Arrays.stream(deviations).map(Math::abs).max().orElseThrow();
		if (largest <= ESSENTIALLY_CONSTANT * Math.abs(mean)) throw CorrelationPairs.constant(name, values);
		final double length = largest * Math.sqrt(Arrays.stream(deviations).map(deviation -> (deviation - rest) / largest)
			.map(share -> share * share).sum());
		return Arrays.stream(deviations).map(deviation -> (deviation - rest) / length).toArray();
	}

	/** In two steps: 2^1074 is no double. */
	private static double scaled(final double value, final int exponent) {
		return Math.scalb(Math.scalb(value, exponent / 2), exponent - exponent / 2);
	}

	double r() {
		return r;
	}

	boolean isOnALine() {
		return Math.abs(r) == 1;
	}

	/** Student's t with n − 2 degrees of freedom; ±∞ on a line, NaN for two points. */
	double t() {
		if (n == 2) return Double.NaN;
		return r * Math.sqrt(n - 2.0) / (sum * difference / 2);
	}

	/** Fisher's z, the inverse hyperbolic tangent of r; ±∞ on a line. */
	double fisherZ() {
		return Math.log(sum / difference);
	}

	/** By Student's t; 1 for two points, which lie on a line whatever they are. */
	double pValue(final Alternative alternative) {
		if (n == 2) return 1;
		final TDistribution distribution = TDistribution.of(n - 2.0);
		return switch (alternative) {
			case TWO_SIDED -> 2 * distribution.survivalProbability(Math.abs(t()));
			case GREATER -> distribution.survivalProbability(t());
			case LESS -> distribution.survivalProbability(-t());
		};
	}
}
