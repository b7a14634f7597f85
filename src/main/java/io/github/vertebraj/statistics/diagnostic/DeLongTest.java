package io.github.vertebraj.statistics.diagnostic;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * Whether two AUCs are the same (DeLong, DeLong and Clarke-Pearson 1988, doi:10.2307/2531595): two scores of the same
 * cases (paired), or one score in two groups of cases (unpaired).
 * <p>
 * Paired, the difference divided by its standard error is held to the normal distribution. Unpaired, it is held to t
 * with the degrees of freedom of Welch and Satterthwaite, cases − 1 for each curve, as pROC does; DeLong's paper has the
 * normal distribution there too, which rejects a little more often in small samples.
 * <p>
 * Where that standard error is 0, p is 1 for equal AUCs (curves that rank the cases alike, or both separate them all),
 * and NaN with a note for others.
 * <p>
 * Two models fitted to the same cases, one of which contains the other, are refused: when the added predictors are worth
 * nothing the difference of the AUCs is not normal, and the test is far too conservative (Demler, Pencina and D'Agostino
 * 2012, doi:10.1002/sim.5328).
 */
public final class DeLongTest {

	/**
	 * The test's result.
	 *
	 * @param summary    statistic z or t; effects the difference, first minus second, and both AUCs, with their intervals
	 * @param aucA       of the first curve
	 * @param aucB       of the second
	 * @param varianceA  DeLong's, of the first AUC
	 * @param varianceB  of the second
	 * @param covariance of both; 0 when unpaired
	 */
	public record Result(TestSummary summary, double aucA, double aucB, double varianceA, double varianceB,
		double covariance) implements TestResult
	{}

	private final Alternative alternative;
	private final double level;

	private DeLongTest(final Alternative alternative, final double level) {
		this.alternative = Objects.requireNonNull(alternative, "alternative");
		this.level = Interval.checkLevel(level);
	}

	/** Two-sided, with 95 % intervals. */
	public static DeLongTest withDefaults() {
		return new DeLongTest(Alternative.TWO_SIDED, Interval.USUAL_LEVEL);
	}

	/** Greater: the first AUC is greater than the second. */
	public DeLongTest with(final Alternative side) {
		return new DeLongTest(side, level);
	}

	/** @throws IllegalArgumentException if the level is not between 0 and 1 */
	public DeLongTest withLevel(final double confidence) {
		return new DeLongTest(alternative, confidence);
	}

	/**
	 * Two scores of the same cases: the i-th positive of both curves is one case, and so is the i-th negative.
	 *
	 * @throws IllegalArgumentException if the curves have different numbers of cases, fewer than two positives or
	 *                                  negatives, or are of fitted models of which one contains the other
	 */
	public Result paired(final RocCurve a, final RocCurve b) {
		if (a.positives() != b.positives() || a.negatives() != b.negatives()) throw new IllegalArgumentException(
			"A paired comparison needs two scores of the same cases, but one curve has " + sizes(a) + ", the other " + sizes(b));
		checkSizes(a);
		refuseNested(a.source(), b.source());
		final TestSummary.Builder summary = TestSummary.of("DeLong's comparison of two AUCs", a.positives(), a.negatives())
			.variant("paired");
		if (a.source().kind() == ScoreSource.Kind.FITTED_MODEL && a.source().equals(b.source())) summary.note(
			"Both models have the same predictors.");
		final DeLongVariance.Worth worthA = a.worth();
		final DeLongVariance.Worth worthB = b.worth();
		final DeLongVariance.Worth difference = worthA.minus(worthB);
		return new Result(compare(summary, a, b, DeLongVariance.covariance(difference, difference), Double.NaN), a.auc(), b
			.auc(), a.deLongVariance(), b.deLongVariance(), DeLongVariance.covariance(worthA, worthB));
	}

	/**
	 * Curves of different cases.
	 *
	 * @throws IllegalArgumentException for fewer than two positives or two negatives in either
	 */
	public Result unpaired(final RocCurve a, final RocCurve b) {
		checkSizes(a);
		checkSizes(b);
		final double varianceA = a.deLongVariance();
		final double varianceB = b.deLongVariance();
		final double variance = varianceA + varianceB;
		final double shareA = varianceA / variance;
		final double shareB = varianceB / variance;
		final double df = 1 / (shareA * shareA / (cases(a) - 1) + shareB * shareB / (cases(b) - 1));
		return new Result(compare(TestSummary.of("DeLong's comparison of two AUCs", a.positives(), a.negatives(), b
			.positives(), b.negatives()).variant("unpaired"), a, b, variance, df), a.auc(), b.auc(), varianceA, varianceB, 0);
	}

	/** @param df NaN for the normal distribution */
	private TestSummary compare(final TestSummary.Builder summary, final RocCurve a, final RocCurve b,
		final double variance, final double df)
	{
		final double difference = a.auc() - b.auc();
		summary.alternative(alternative);
		noteCurves(summary, a, b);
		if (!(variance > 0)) return degenerate(summary, difference, a, b);
		final boolean isNormal = Double.isNaN(df);
		final ContinuousDistribution distribution = isNormal ? Normal.STANDARD : TDistribution.of(df);
		final double error = Math.sqrt(variance);
		final double reach = Normal.quantile(distribution, level) * error;
		final double statistic = difference / error;
		if (isNormal) summary.statistic("z", statistic);
		else summary.statistic("t", statistic, df);
		addEffects(summary, Effect.of("difference of AUCs", difference, new Interval(Math.max(-1, difference - reach), Math
			.min(1, difference + reach), level, isNormal ? "DeLong" : "DeLong, t")), a, b);
		return summary.pValue(Normal.pValue(distribution, statistic, alternative));
	}

	/** The standard error of the difference is 0. */
	private TestSummary degenerate(final TestSummary.Builder summary, final double difference, final RocCurve a,
		final RocCurve b)
	{
		addEffects(summary, Effect.of("difference of AUCs", difference), a, b);
		if (difference != 0) return summary.note("The standard error of the difference is 0, which does not mean certainty: " +
			"DeLong's test has no p-value here.").pValue(Double.NaN);
		final boolean isApart = a.auc() == 1 || a.auc() == 0;
		summary.note(isApart ? "Both curves separate all cases: p is 1 whatever the sizes, and tells little."
			: "Both curves rank the cases alike: they do not differ at all.");
		return summary.pValue(1);
	}

	private void addEffects(final TestSummary.Builder summary, final Effect difference, final RocCurve a,
		final RocCurve b)
	{
		final AucInterval interval = AucInterval.withDefaults().withLevel(level);
		summary.effect(difference).effect(Effect.of("AUC of the first", a.auc(), interval.of(a).interval())).effect(Effect
			.of("AUC of the second", b.auc(), interval.of(b).interval()));
	}

	/** The notes of both, once each. */
	private static void noteCurves(final TestSummary.Builder summary, final RocCurve a, final RocCurve b) {
		final Set<String> notes = new LinkedHashSet<>(a.notes());
		notes.addAll(b.notes());
		notes.forEach(summary::note);
	}

	private static void refuseNested(final ScoreSource a, final ScoreSource b) {
		if (!a.contains(b) && !b.contains(a)) return;
		final ScoreSource larger = a.contains(b) ? a : b;
		final ScoreSource smaller = larger == a ? b : a;
		throw new IllegalArgumentException("DeLong's test is not valid for nested models, and the model of " + larger
			.predictors().stream().sorted().toList() + " contains " + smaller.predictors().stream().sorted().toList() +
			": test what was added by a likelihood-ratio test (Demler, Pencina and D'Agostino 2012, doi:10.1002/sim.5328)");
	}

	static void checkSizes(final RocCurve curve) {
		if (curve.positives() < 2 || curve.negatives() < 2) throw new IllegalArgumentException(
			"DeLong's test needs at least 2 positives and 2 negatives, but there are " + sizes(curve) +
				"; an exact Mann-Whitney test does with fewer");
	}

	private static String sizes(final RocCurve curve) {
		return curve.positives() + " positives and " + curve.negatives() + " negatives";
	}

	private static double cases(final RocCurve curve) {
		return (double) curve.positives() + curve.negatives();
	}
}
