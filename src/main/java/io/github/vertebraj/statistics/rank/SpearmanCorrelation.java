package io.github.vertebraj.statistics.rank;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.function.LongPredicate;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.PMethod;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * Spearman's rank correlation ρ, Pearson's of the midranks, and the test whether it is 0. The asymptotic p-value is that
 * of Student's t with n − 2 degrees of freedom, as SPSS and R's {@code cor.test(exact = FALSE)} have it. The exact one is
 * the share of all orders of the observed ranks, ties included, whose ρ is as far from 0; without ties it is R's up to n =
 * 9 (above, R has an Edgeworth series). The interval is by Fisher's z with standard error √((1 + ρ²/2) / (n − 3)), from n
 * = 4 on. O(n log n) unless exact.
 * <p>
 * Source: D. G. Bonett, T. A. Wright, Psychometrika 2000;65:23, doi:10.1007/BF02294183.
 */
public final class SpearmanCorrelation {

	private static final SpearmanCorrelation DEFAULTS = new SpearmanCorrelation(PMethod.AUTO, Alternative.TWO_SIDED,
		Interval.USUAL_LEVEL);

	/** Longer samples are not tried exactly, however many their ties. */
	private static final int MOST_EXACT = 1000;

	private final PMethod method;
	private final Alternative alternative;
	private final double level;

	private SpearmanCorrelation(final PMethod method, final Alternative alternative, final double level) {
		this.method = Objects.requireNonNull(method, "p-value method");
		this.alternative = Objects.requireNonNull(alternative, "alternative");
		this.level = Interval.checkLevel(level);
	}

	/** {@link PMethod#AUTO}, two-sided, 95 % confidence. */
	public static SpearmanCorrelation withDefaults() {
		return DEFAULTS;
	}

	/** @throws IllegalArgumentException for a continuity correction, which Student's t does not have */
	public SpearmanCorrelation with(final PMethod pMethod) {
		if (pMethod == PMethod.ASYMPTOTIC_CORRECTED) throw new IllegalArgumentException(
			"Spearman's correlation has no continuity correction; use 'auto', 'exact' or 'asymptotic'");
		return new SpearmanCorrelation(pMethod, alternative, level);
	}

	/** Greater means a positive correlation. */
	public SpearmanCorrelation with(final Alternative side) {
		return new SpearmanCorrelation(method, side, level);
	}

	/** @throws IllegalArgumentException if the level is not between 0 and 1 */
	public SpearmanCorrelation withLevel(final double confidence) {
		return new SpearmanCorrelation(method, alternative, confidence);
	}

	/** @param rho −1 to 1 */
	public record Result(TestSummary summary, double rho) implements TestResult {}

	/**
	 * Tests, without telling how far it is.
	 *
	 * @see #test(double[], double[], DoubleConsumer)
	 */
	public Result test(final double[] x, final double[] y) {
		return test(x, y, done -> {});
	}

	/**
	 * @param progress receives the share of an exact enumeration that is done, 0 to 1
	 * @throws IllegalArgumentException if the samples are not equally long or shorter than two, a value is not finite, all
	 *                                  values of a sample are equal, or an exact p-value would not end
	 * @throws CancellationException    when the thread is interrupted
	 */
	public Result test(final double[] x, final double[] y, final DoubleConsumer progress) {
		final CorrelationPairs pairs = CorrelationPairs.of(x, y);
		final int n = pairs.size();
		final MidRanks ofX = MidRanks.of(pairs.x());
		final MidRanks ofY = MidRanks.of(pairs.y());
		final LinearAssociation association = new LinearAssociation(ofX.ranks(), ofY.ranks());
		final String size = n + " pairs";
		final OptionalDouble exact = ExactWalk.choose(method, size, budget -> exact(ofX, ofY, budget, progress));
		final TestSummary.Builder summary = TestSummary.of("Spearman correlation", n).alternative(alternative);
		if (exact.isPresent()) summary.statistic("rho", association.r()).variant(ofX.hasTies() || ofY.hasTies()
			? "exact conditional (ties)" : "exact");
		else summary.statistic("t", association.t(), n - 2.0).variant("asymptotic, Student's t");
		summary.because(ExactWalk.reason(method, size, exact.isPresent()));
		if (n == 2) summary.note("Two pairs have a correlation of 1 or -1 whatever they are");
		else if (association.isOnALine()) summary.note("The ranks agree perfectly or are reversed");
		if (n > 3) summary.effect(Effect.of("Spearman rho", association.r(), FisherZ.interval(association.fisherZ(), Math
			.sqrt((1 + association.r() * association.r() / 2) / (n - 3)), level, alternative, "Fisher z, Bonett-Wright")));
		else summary.effect(Effect.of("Spearman rho", association.r())).note("An interval of rho needs at least 4 pairs");
		return new Result(summary.pValue(exact.orElseGet(() -> association.pValue(alternative))), association.r());
	}

	/** Compares whole numbers, so that equal correlations are equal. */
	private OptionalDouble exact(final MidRanks ofX, final MidRanks ofY, final long budget,
		final DoubleConsumer progress)
	{
		final long[] x = ExactWalk.scores(ofX.ranks(), ofX.hasTies());
		final long[] y = ExactWalk.scores(ofY.ranks(), ofY.hasTies());
		if (x.length > MOST_EXACT) return OptionalDouble.empty();
		long observed = 0;
		for (int i = 0; i < x.length; i++)
			observed += x[i] * y[i];
		final long sum = observed;
		final long n = x.length;
		final long center = Arrays.stream(x).sum() * Arrays.stream(y).sum();
		final LongPredicate asFar = switch (alternative) {
			case TWO_SIDED -> products -> Math.abs(n * products - center) >= Math.abs(n * sum - center);
			case GREATER -> products -> products >= sum;
			case LESS -> products -> products <= sum;
		};
		return OrderWalk.probability(x, y, budget, progress, asFar);
	}
}
