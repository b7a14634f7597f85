package io.github.vertebraj.statistics.agreement;

import org.apache.commons.statistics.distribution.TDistribution;

import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.Keyed;

/** Whose interval a limit of agreement gets. Both take the differences as normal. */
public enum LimitsInterval implements Keyed {

	/**
	 * Limit ± t · SD · √(1/n + m² / (2 (n − 1))), symmetric; Bland and Altman 1999 (doi:10.1177/096228029900800204). Too
	 * far inward for few pairs.
	 */
	APPROXIMATE("Bland-Altman 1999"),

	/**
	 * From the noncentral t distribution, not symmetric, for any n; each limit by itself, not both at once; Carkeet 2015
	 * (doi:10.1097/OPX.0000000000000513).
	 */
	EXACT("exact, noncentral t");

	private final String key;

	LimitsInterval(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such interval; the message lists those there are */
	public static LimitsInterval of(final String key) {
		return Keyed.of(LimitsInterval.class, "interval of the limits", key);
	}

	/** How many SDs the ends of the interval of the upper limit lie above the bias: the one nearer to it first. */
	double[] factors(final double multiplier, final int n, final double level) {
		final double tail = (1 - level) / 2;
		if (this == EXACT) {
			final NoncentralT t = new NoncentralT(n - 1, multiplier * Math.sqrt(n));
			return new double[] { t.quantile(tail) / Math.sqrt(n), t.quantile(1 - tail) / Math.sqrt(n) };
		}
		final double error = Math.sqrt(1.0 / n + multiplier * multiplier / (2 * (n - 1.0)));
		final double half = TDistribution.of(n - 1.0).inverseSurvivalProbability(tail) * error;
		return new double[] { multiplier - half, multiplier + half };
	}

	/** The interval of the limit that lies that many SDs above (−1: below) the bias. */
	Interval around(final double bias, final double sd, final int side, final double[] factors, final double level) {
		final double one = bias + side * factors[0] * sd;
		final double other = bias + side * factors[1] * sd;
		return new Interval(Math.min(one, other), Math.max(one, other), level, key);
	}
}
