package io.github.vertebraj.statistics;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;


/** Which tails count, in p-values and intervals alike: a one-sided test has an interval with one end. */
public record Sides(Alternative alternative, double level) {

	public static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

	public Sides {
		Interval.checkLevel(level);
	}

	/** Probability that an interval leaves out at each of its ends. */
	public double tail() {
		return alternative == Alternative.TWO_SIDED ? (1 - level) / 2 : 1 - level;
	}

	/** How many standard errors, of a distribution that is symmetric about 0, an end lies from the estimate. */
	public double reach(final ContinuousDistribution symmetric) {
		return symmetric.inverseSurvivalProbability(tail());
	}

	/** p-value of a statistic whose distribution is symmetric about 0. */
	public double pValue(final ContinuousDistribution symmetric, final double statistic) {
		return switch (alternative) {
			case TWO_SIDED -> Math.min(1, 2 * symmetric.survivalProbability(Math.abs(statistic)));
			case GREATER -> symmetric.survivalProbability(statistic);
			case LESS -> symmetric.cumulativeProbability(statistic);
		};
	}

	/** Half a step towards the mean, for a statistic that moves in steps of one; at the mean no step. */
	public double continuity(final double fromMean) {
		return switch (alternative) {
			case TWO_SIDED -> Math.signum(fromMean) / 2;
			case GREATER -> 0.5;
			case LESS -> -0.5;
		};
	}

	public Interval interval(final double lower, final double upper, final String method) {
		return interval(lower, upper, level, method);
	}

	/** Of another confidence than asked for, where that cannot be had. */
	public Interval interval(final double lower, final double upper, final double reached, final String method) {
		return new Interval(alternative == Alternative.LESS ? Double.NEGATIVE_INFINITY : lower, //
			alternative == Alternative.GREATER ? Double.POSITIVE_INFINITY : upper, reached, method);
	}

	/** Estimate ± so many standard errors. */
	public Interval around(final double estimate, final double error, final ContinuousDistribution symmetric,
		final String method)
	{
		final double reach = reach(symmetric) * error;
		return interval(estimate - reach, estimate + reach, method);
	}
}
