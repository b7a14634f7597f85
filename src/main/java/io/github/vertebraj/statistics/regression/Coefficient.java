package io.github.vertebraj.statistics.regression;

import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;

/**
 * A coefficient of a logistic regression: the change of the log odds with one unit of its column.
 *
 * @param name                  of the column; {@code (Intercept)} for the intercept
 * @param estimate              per 1 in the column's own unit
 * @param standardError         from the inverse of Fisher's information at the estimates, without penalty
 * @param z                     estimate / standard error
 * @param waldP                 two-sided p of z; poor in small samples and useless near separation
 * @param wald                  estimate ± standard errors
 * @param profile               values that the likelihood ratio test does not reject
 * @param likelihoodRatio       twice what the log-likelihood loses when this coefficient alone is 0
 * @param likelihoodRatioP      its p, from χ² with one degree of freedom
 * @param unit                  the difference of the column that the odds ratio is for
 */
public record Coefficient(String name, double estimate, double standardError, double z, double waldP, Interval wald,
	Interval profile, double likelihoodRatio, double likelihoodRatioP, double unit)
{

	/** The odds ratio for {@link #unit()} with its profile likelihood interval. */
	public Effect oddsRatio() {
		return oddsRatio(unit);
	}

	/** The odds ratio for another difference of the column, with its profile likelihood interval. */
	public Effect oddsRatio(final double difference) {
		return Effect.of(nameOfOddsRatio(difference), Math.exp(estimate * difference), exp(profile, difference));
	}

	/** The odds ratio for {@link #unit()} with its Wald interval. */
	public Effect oddsRatioWald() {
		return Effect.of(nameOfOddsRatio(unit), Math.exp(estimate * unit), exp(wald, unit));
	}

	private String nameOfOddsRatio(final double difference) {
		return "odds ratio of " + name + (difference == 1 ? "" : " per " + difference);
	}

	private static Interval exp(final Interval interval, final double difference) {
		final double one = Math.exp(interval.lower() * difference);
		final double other = Math.exp(interval.upper() * difference);
		return new Interval(Math.min(one, other), Math.max(one, other), interval.level(), interval.method());
	}
}
