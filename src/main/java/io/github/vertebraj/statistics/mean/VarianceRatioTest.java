package io.github.vertebraj.statistics.mean;

import java.util.Objects;

import org.apache.commons.statistics.distribution.FDistribution;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;
import io.github.vertebraj.statistics.Sides;

/**
 * Compares the variances of two samples by their ratio F, first over second; right for normal data only, where {@link
 * LeveneTest} is robust. The two-sided p is twice the smaller tail, as in R's var.test. A constant sample is refused.
 */
public final class VarianceRatioTest {

	private static final VarianceRatioTest DEFAULTS = new VarianceRatioTest(Alternative.TWO_SIDED, Interval.USUAL_LEVEL);

	private final Sides sides;

	private VarianceRatioTest(final Alternative alternative, final double level) {
		sides = new Sides(Objects.requireNonNull(alternative, "alternative"), level);
	}

	/** Two-sided, 95 % interval. */
	public static VarianceRatioTest withDefaults() {
		return DEFAULTS;
	}

	public VarianceRatioTest with(final Alternative alternative) {
		return new VarianceRatioTest(alternative, sides.level());
	}

	/** @throws IllegalArgumentException if the confidence level is not between 0 and 1 */
	public VarianceRatioTest withLevel(final double level) {
		return new VarianceRatioTest(sides.alternative(), level);
	}

	/** @param summary F with its two degrees of freedom, p, and the ratio with its interval */
	public record Result(TestSummary summary) implements TestResult {}

	/** @throws IllegalArgumentException if a value is not finite, or a sample has fewer than two different values */
	public Result test(final double[] x, final double[] y) {
		return test(SampleSummary.of("The first sample", x), SampleSummary.of("The second sample", y));
	}

	/** @throws IllegalArgumentException if a sample has fewer than two values, or its SD is 0 */
	public Result test(final SampleSummary x, final SampleSummary y) {
		checkSpread("first", x);
		checkSpread("second", y);
		final double ratio = x.sd() / y.sd() * (x.sd() / y.sd());
		final FDistribution f = FDistribution.of(x.n() - 1.0, y.n() - 1.0);
		return new Result(TestSummary.of("F test of variances", x.n(), y.n()).alternative(sides.alternative()).statistic(
			"F", ratio, x.n() - 1.0, y.n() - 1.0).effect(Effect.of("ratio of variances", ratio, interval(f, ratio))).pValue(
				pValue(f, ratio)));
	}

	/** An open lower end is 0, for no ratio of variances lies below. */
	private Interval interval(final FDistribution f, final double ratio) {
		final Alternative side = sides.alternative();
		return new Interval(side == Alternative.LESS ? 0 : ratio / f.inverseSurvivalProbability(sides.tail()), //
			side == Alternative.GREATER ? Double.POSITIVE_INFINITY : ratio / f.inverseCumulativeProbability(sides.tail()),
			sides.level(), "F");
	}

	private double pValue(final FDistribution f, final double ratio) {
		final double upper = f.survivalProbability(ratio);
		final double lower = f.cumulativeProbability(ratio);
		return switch (sides.alternative()) {
			case TWO_SIDED -> Math.min(1, 2 * Math.min(lower, upper));
			case GREATER -> upper;
			case LESS -> lower;
		};
	}

	private static void checkSpread(final String which, final SampleSummary sample) {
		if (sample.sd() <= 10 * Math.ulp(1.0) * Math.abs(sample.mean())) throw new IllegalArgumentException("The " + which +
			" sample has no variance (" + (sample.n() == 1 ? "1 value" : "it is essentially constant") +
			"): a ratio of variances needs at least 2 different values in each");
	}
}
