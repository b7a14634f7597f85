package io.github.vertebraj.statistics.regression;

import java.util.Arrays;

import io.github.vertebraj.statistics.Interval;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The interval of a coefficient's values that a likelihood ratio test does not reject. At each value the others are
 * fitted anew; with Firth's estimation under the penalty of the full information, that coefficient's part included, as
 * Heinze and Schemper have it (Stat Med 2002;21:2409-2419, doi:10.1002/sim.1047).
 * <p>
 * What is sought at each end is the signed root of the likelihood ratio, nearly linear in the value, so that Newton's
 * steps inside a bracket find it in a few fits.
 */
final class ProfileLikelihood {

	/** A root nearer than this is exact after one more step. */
	private static final double NEAR = 1e-7;

	/** Doublings of the distance after which the likelihood is taken not to fall enough. */
	private static final int DOUBLINGS = 60;

	private static final int LIMIT = 200;

	private final Ascent ascent;
	private final Ascent.Maximum maximum;
	private final double[] weights;
	private final double scale;
	private final double centre;

	/** @param weights of the coefficient */
	ProfileLikelihood(final Ascent ascent, final Ascent.Maximum maximum, final double[] weights) {
		this.ascent = ascent;
		this.maximum = maximum;
		scale = Fixed.largest(weights);
		this.weights = Fixed.scaled(weights);
		centre = maximum.point().coefficient(this.weights);
	}

	/** @return an end is infinite where the likelihood does not fall enough on its side */
	Interval interval(final double level, final double standardError) {
		final double z = Math.sqrt(ChiSquaredDistribution.of(1).inverseCumulativeProbability(Interval.checkLevel(level)));
		final double start = z * standardError / scale;
		return new Interval(scale * (centre - distance(-1, z, start)), scale * (centre + distance(1, z, start)), level,
			maximum.point().value() == maximum.point().logLikelihood() ? "profile likelihood"
				: "profile penalised likelihood");
	}

	/** How far from the estimate the root of the likelihood ratio is z. */
	private double distance(final int side, final double z, final double start) {
		double low = 0;
		double high = Double.POSITIVE_INFINITY;
		double distance = start;
		Point from = maximum.point();
		for (int i = 0, doublings = 0; i < LIMIT; i++) {
			final Ascent.Maximum there = ascent.climb(from, new Fixed(new double[][] { weights }, new double[] { centre + side *
				distance }));
			from = there.point();
			final double root = Math.sqrt(Math.max(0, 2 * (maximum.point().value() - from.value())));
			final double next = distance + (z - root) * root / (-side * there.multipliers()[0]);
			if (Math.abs(root - z) <= NEAR) return next;
			if (root < z) low = distance;
			else high = distance;
			if (next > low && next < high && next <= 2 * distance) distance = next;
			else if (high < Double.POSITIVE_INFINITY) distance = (low + high) / 2;
			else if (++doublings > DOUBLINGS) return high;
			else distance *= 2;
			if (high - low <= 4 * Math.ulp(high)) return distance;
		}
		throw new IllegalArgumentException("The profile of the likelihood has no end within " + LIMIT + " fits: " + Arrays
			.toString(new double[] { low, high }) + " standard units from the estimate");
	}
}
