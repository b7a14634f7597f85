package io.github.vertebraj.statistics.regression;

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

	/** No observation's log odds are to change by more than this to the first fit; later strides may be longer. */
	private static final double STRIDE = 4;

	private static final int LIMIT = 200;

	private final Ascent ascent;
	private final Point maximum;
	private final Cholesky information;
	private final double[] weights;
	private final double scale;
	private final double centre;
	private final double stride;

	/**
	 * @param information at the maximum, which says where to begin at another value
	 * @param weights     of the coefficient
	 */
	ProfileLikelihood(final Ascent ascent, final Point maximum, final Cholesky information,
		final double[] weights)
	{
		this.ascent = ascent;
		this.maximum = maximum;
		this.information = information;
		scale = Fixed.largest(weights);
		this.weights = Fixed.scaled(weights);
		centre = maximum.coefficient(this.weights);
		final double[] direction = information.solve(this.weights);
		stride = STRIDE * Blocks.dot(direction, this.weights, 0, weights.length) / Fixed.largest(ascent.likelihood().predict(
			direction));
	}

	/** @return an end is infinite where the likelihood does not fall enough on its side */
	Interval interval(final double level, final double standardError) {
		final double z = Math.sqrt(ChiSquaredDistribution.of(1).inverseCumulativeProbability(Interval.checkLevel(level)));
		final double start = z * standardError / scale;
		return new Interval(scale * (centre - distance(-1, z, start)), scale * (centre + distance(1, z, start)), level,
			ascent.likelihood().estimation() == Estimation.FIRTH ? "profile penalised likelihood" : "profile likelihood");
	}

	/** How far from the estimate the root of the likelihood ratio is z. */
	private double distance(final int side, final double z, final double start) {
		double low = 0;
		double high = Double.POSITIVE_INFINITY;
		double distance = Math.min(start, stride);
		Point from = maximum;
		for (int i = 0; i < LIMIT; i++) {
			final Fixed fixed = Fixed.at(weights, centre + side * distance);
			from = ascent.climb(fixed.meet(from.position(), information), fixed).point();
			final double root = Math.sqrt(Math.max(0, 2 * (maximum.value() - from.value())));
			final double next = distance + (z - root) * root / (-side * fixed.slope(from));
			if (Math.abs(root - z) <= NEAR) return next;
			if (root < z) low = distance;
			else high = distance;
			final double farthest = distance + Math.max(stride, distance / 2);
			if (next > low && next < high) distance = Math.min(next, farthest);
			else distance = high < Double.POSITIVE_INFINITY ? (low + high) / 2 : farthest;
			if (high - low <= 4 * Math.ulp(low)) return distance;
		}
		if (high < Double.POSITIVE_INFINITY) throw new IllegalArgumentException(
			"The profile of the likelihood has no end within " + LIMIT + " fits, between " + low + " and " + high +
				" standard units from the estimate");
		return high;
	}
}
