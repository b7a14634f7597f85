package io.github.vertebraj.statistics.rank;

import java.util.Objects;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * Pearson's correlation r and the test whether it is 0, as R's {@code cor.test}: Student's t with n − 2 degrees of
 * freedom, and from n = 4 on the interval by Fisher's z with standard error 1 / √(n − 3). Points on a line have |r| = 1
 * and p = 0; two points always do, and have p = 1. Data that are constant, but for rounding, are refused. O(n), at any
 * scale.
 * <p>
 * Source: R. A. Fisher, Metron 1921;1:3.
 */
public final class PearsonCorrelation {

	private static final PearsonCorrelation DEFAULTS = new PearsonCorrelation(Alternative.TWO_SIDED,
		Interval.USUAL_LEVEL);

	private final Alternative alternative;
	private final double level;

	private PearsonCorrelation(final Alternative alternative, final double level) {
		this.alternative = Objects.requireNonNull(alternative, "alternative");
		this.level = Interval.checkLevel(level);
	}

	/** Two-sided, 95 % confidence. */
	public static PearsonCorrelation withDefaults() {
		return DEFAULTS;
	}

	/** Greater means a positive correlation. */
	public PearsonCorrelation with(final Alternative side) {
		return new PearsonCorrelation(side, level);
	}

	/** @throws IllegalArgumentException if the level is not between 0 and 1 */
	public PearsonCorrelation withLevel(final double confidence) {
		return new PearsonCorrelation(alternative, confidence);
	}

	/** @param r −1 to 1 */
	public record Result(TestSummary summary, double r) implements TestResult {}

	/**
	 * @throws IllegalArgumentException if the samples are not equally long or shorter than two, a value is not finite, or a
	 *                                  sample is constant
	 */
	public Result test(final double[] x, final double[] y) {
		final CorrelationPairs pairs = CorrelationPairs.of(x, y);
		final LinearAssociation association = new LinearAssociation(pairs.x(), pairs.y());
		final int n = pairs.size();
		final TestSummary.Builder summary = TestSummary.of("Pearson correlation", n).alternative(alternative).statistic("t",
			association.t(), n - 2.0);
		if (n == 2) summary.note("Two points always lie on a line: t does not exist, and p is 1");
		else if (association.isOnALine()) summary.note("The points lie on a line");
		if (n > 3) summary.effect(Effect.of("Pearson r", association.r(), FisherZ.interval(association.fisherZ(), 1 / Math
			.sqrt(n - 3.0), level, alternative, "Fisher z")));
		else summary.effect(Effect.of("Pearson r", association.r())).note("An interval of r needs at least 4 pairs");
		return new Result(summary.pValue(association.pValue(alternative)), association.r());
	}
}
