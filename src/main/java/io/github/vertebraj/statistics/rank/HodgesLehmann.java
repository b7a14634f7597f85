package io.github.vertebraj.statistics.rank;

import java.util.Optional;

import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.Sides;

/**
 * The shift or centre that makes a rank test find nothing: the median of all differences or means of pairs, with the
 * interval of those shifts that the test does not refute, which are order statistics of the same pairs (Hodges and
 * Lehmann 1963, doi:10.1214/aoms/1177704172; Bauer 1972, doi:10.1080/01621459.1972.10481279). Without ties both are R's
 * {@code wilcox.test(conf.int = TRUE)}; with ties the interval is conservative: it covers more often than it says.
 *
 * @param pairs  whose order statistics are taken
 * @param untied distribution of the statistic without ties, where it is quickly had
 * @param sd     its standard deviation without ties, for the normal approximation elsewhere
 * @param hasTies whether the interval, which takes no account of ties, is wider than it need be
 */
record HodgesLehmann(PairSelection pairs, Optional<ExactDistribution> untied, double sd, boolean hasTies) {

	Effect effect(final String name, final Sides sides) {
		return new Effect(name, pairs.median(), interval(sides));
	}

	private Optional<Interval> interval(final Sides sides) {
		final long below = untied.map(exact -> exact.stepsBelow(sides.tail())).orElseGet(() -> normalStepsBelow(sides));
		final long k = Math.max(1, below);
		final double level = untied.isPresent() && below == 0 ? reached(untied.get(), sides) : sides.level();
		if (level <= 0) return Optional.empty();
		return Optional.of(sides.interval(pairs.kth(k), pairs.kth(pairs.size() + 1 - k), level, (untied.isPresent()
			? "order statistics, exact" : "order statistics, normal approximation") + (hasTies ? " without ties, conservative"
				: "")));
	}

	/** With few values even the widest interval, from the lowest to the highest, does not cover as often as asked for. */
	private static double reached(final ExactDistribution untied, final Sides sides) {
		return Math.min(sides.level(), 1 - untied.lowerTail(1) * Math.round((1 - sides.level()) / sides.tail()));
	}

	private long normalStepsBelow(final Sides sides) {
		return (long) Math.ceil(pairs.size() / 2.0 - sides.reach(Sides.NORMAL) * sd - 0.5);
	}
}
