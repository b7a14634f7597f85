package io.github.vertebraj.statistics.rank;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.function.LongPredicate;

import org.apache.commons.statistics.distribution.NormalDistribution;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.PMethod;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * Kendall's rank correlation τ-b and the test whether it is 0. The asymptotic p-value is normal with the variance of S =
 * concordant − discordant pairs corrected for ties, with or without continuity correction, as R's {@code cor.test(exact =
 * FALSE)}. The exact one is the share of all orders of the observed values, ties included, whose S is as far from 0;
 * without ties it is R's. The interval is by Fisher's z with standard error √(0.437 / (n − 4)), from n = 5 on. O(n log n)
 * unless exact.
 * <p>
 * Source: M. G. Kendall, Rank Correlation Methods, 4th ed. 1970; interval: E. C. Fieller et al., Biometrika 1957;44:470,
 * doi:10.1093/biomet/44.3-4.470.
 */
public final class KendallCorrelation {

	private static final KendallCorrelation DEFAULTS = new KendallCorrelation(PMethod.AUTO, Alternative.TWO_SIDED,
		Interval.USUAL_LEVEL);

	/** Longer samples are not tried exactly, however many their ties: binomial coefficients would overflow. */
	private static final int MOST_EXACT = 1000;

	private final PMethod method;
	private final Alternative alternative;
	private final double level;

	private KendallCorrelation(final PMethod method, final Alternative alternative, final double level) {
		this.method = Objects.requireNonNull(method, "p-value method");
		this.alternative = Objects.requireNonNull(alternative, "alternative");
		this.level = Interval.checkLevel(level);
	}

	/** {@link PMethod#AUTO}, two-sided, 95 % confidence. */
	public static KendallCorrelation withDefaults() {
		return DEFAULTS;
	}

	public KendallCorrelation with(final PMethod pMethod) {
		return new KendallCorrelation(pMethod, alternative, level);
	}

	/** Greater means a positive correlation. */
	public KendallCorrelation with(final Alternative side) {
		return new KendallCorrelation(method, side, level);
	}

	/** @throws IllegalArgumentException if the level is not between 0 and 1 */
	public KendallCorrelation withLevel(final double confidence) {
		return new KendallCorrelation(method, alternative, confidence);
	}

	/**
	 * @param tauB −1 to 1
	 * @param s    concordant less discordant pairs
	 */
	public record Result(TestSummary summary, double tauB, long s) implements TestResult {}

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
		final Concordance concordance = new Concordance(pairs.x(), pairs.y());
		final int n = pairs.size();
		final String size = n + " pairs";
		final OptionalDouble exact = ExactWalk.choose(method, size, budget -> exact(pairs, concordance, budget, progress));
		final double z = standardized(concordance);
		final TestSummary.Builder summary = TestSummary.of("Kendall correlation", n).alternative(alternative).because(
			ExactWalk.reason(method, size, exact.isPresent()));
		final String ties = concordance.hasTies() ? " (ties)" : "";
		if (exact.isPresent()) summary.statistic("S", concordance.s()).variant(concordance.hasTies()
			? "exact conditional (ties)" : "exact");
		else summary.statistic("z", z).variant((method == PMethod.AUTO ? PMethod.ASYMPTOTIC : method).key() + ties);
		if (n == 2) summary.note("Two pairs have a correlation of 1 or -1 whatever they are");
		addEffect(summary, concordance.tauB(), n);
		return new Result(summary.pValue(exact.orElseGet(() -> normal(z))), concordance.tauB(), concordance.s());
	}

	private void addEffect(final TestSummary.Builder summary, final double tau, final int n) {
		if (n > 4) summary.effect(Effect.of("Kendall tau-b", tau, FisherZ.interval((Math.log1p(tau) - Math.log1p(-tau)) / 2,
			Math.sqrt(0.437 / (n - 4)), level, alternative, "Fisher z, Fieller")));
		else summary.effect(Effect.of("Kendall tau-b", tau)).note("An interval of tau needs at least 5 pairs");
	}

	private double standardized(final Concordance concordance) {
		final double s = concordance.s();
		final double moved = method == PMethod.ASYMPTOTIC_CORRECTED ? Math.signum(s) * (Math.abs(s) - 1) : s;
		return moved / Math.sqrt(concordance.variance());
	}

	private double normal(final double z) {
		final NormalDistribution normal = NormalDistribution.of(0, 1);
		return switch (alternative) {
			case TWO_SIDED -> 2 * normal.survivalProbability(Math.abs(z));
			case GREATER -> normal.survivalProbability(z);
			case LESS -> normal.survivalProbability(-z);
		};
	}

	private OptionalDouble exact(final CorrelationPairs pairs, final Concordance concordance, final long budget,
		final DoubleConsumer progress)
	{
		final int n = pairs.size();
		if (n > MOST_EXACT) return OptionalDouble.empty();
		final long s = concordance.s();
		if (!concordance.hasTies()) return exactWithoutTies(n, (concordance.pairs() - s) / 2, budget, progress);
		final LongPredicate asFar = switch (alternative) {
			case TWO_SIDED -> other -> Math.abs(other) >= Math.abs(s);
			case GREATER -> other -> other >= s;
			case LESS -> other -> other <= s;
		};
		return ConcordanceWalk.probability(ExactWalk.scores(MidRanks.of(pairs.x()).ranks(), true), ExactWalk.scores(MidRanks
			.of(pairs.y()).ranks(), true), budget, progress, asFar);
	}

	private OptionalDouble exactWithoutTies(final int n, final long discordant, final long budget,
		final DoubleConsumer progress)
	{
		final long concordant = n * (n - 1L) / 2 - discordant;
		final long inversions = switch (alternative) {
			case TWO_SIDED -> Math.min(discordant, concordant);
			case GREATER -> discordant;
			case LESS -> concordant;
		};
		final OptionalDouble tail = Inversions.atMost(n, inversions, budget, progress);
		if (alternative != Alternative.TWO_SIDED || tail.isEmpty()) return tail;
		return OptionalDouble.of(Math.min(1, 2 * tail.getAsDouble()));
	}
}
