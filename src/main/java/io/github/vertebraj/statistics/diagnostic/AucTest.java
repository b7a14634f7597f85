package io.github.vertebraj.statistics.diagnostic;

import java.util.Objects;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * Whether an AUC is 0.5, by its distance in DeLong's standard errors. That holds also where positives and negatives
 * spread differently; Mann-Whitney's test of the same two samples assumes that they do not and is exact for small ones,
 * and its p-value differs a little.
 * <p>
 * Where positives and negatives do not overlap the standard error is 0: then the p-value is the share of all ways to
 * call so many of the cases positive that separate as well, which is exact. Where all scores are equal it is 1.
 */
public final class AucTest {

	/**
	 * The test's result.
	 *
	 * @param summary  statistic z; the AUC with its interval as effect
	 * @param estimate the AUC
	 */
	public record Result(TestSummary summary, AucEstimate estimate) implements TestResult {}

	private final Alternative alternative;
	private final AucInterval interval;

	private AucTest(final Alternative alternative, final AucInterval interval) {
		this.alternative = Objects.requireNonNull(alternative, "alternative");
		this.interval = Objects.requireNonNull(interval, "interval");
	}

	/** Two-sided, with DeLong's 95 % interval. */
	public static AucTest withDefaults() {
		return new AucTest(Alternative.TWO_SIDED, AucInterval.withDefaults());
	}

	/** Greater: the AUC is above 0.5. */
	public AucTest with(final Alternative side) {
		return new AucTest(side, interval);
	}

	public AucTest with(final AucInterval kind) {
		return new AucTest(alternative, kind);
	}

	/** @throws IllegalArgumentException for fewer than two positives or two negatives */
	public Result test(final RocCurve curve) {
		DeLongTest.checkSizes(curve);
		final AucEstimate estimate = interval.of(curve);
		final TestSummary.Builder summary = TestSummary.of("AUC = 0.5", curve.positives(), curve.negatives()).alternative(
			alternative).effect(Effect.of("AUC", estimate.auc(), estimate.interval()));
		estimate.notes().forEach(summary::note);
		if (curve.requestedDirection() == Direction.AUTO && alternative != Alternative.TWO_SIDED) summary.note(
			"A one-sided p-value is not valid when the data chose the direction.");
		return new Result(estimate.standardError() > 0 ? asymptotic(summary, estimate) : exact(summary, curve), estimate);
	}

	private TestSummary asymptotic(final TestSummary.Builder summary, final AucEstimate estimate) {
		final double z = (estimate.auc() - 0.5) / estimate.standardError();
		return summary.variant("DeLong").statistic("z", z).pValue(Normal.pValue(Normal.STANDARD, z, alternative));
	}

	private TestSummary exact(final TestSummary.Builder summary, final RocCurve curve) {
		summary.variant("exact conditional").because("DeLong's standard error is 0");
		if (curve.groups().size() == 1) return summary.pValue(1);
		final boolean isTop = curve.auc() == 1;
		final double one = oneArrangement(curve);
		final double other = canMirror(curve, isTop) ? one : 0;
		return summary.pValue(switch (alternative) {
			case TWO_SIDED -> one + other;
			case GREATER -> isTop ? one : 1;
			case LESS -> isTop ? 1 : one;
		});
	}

	private static double oneArrangement(final RocCurve curve) {
		return HypergeometricDistribution.of(curve.positives() + curve.negatives(), curve.positives(), curve.positives())
			.probability(curve.positives());
	}

	/** Whether as many positives at the other end of the scores would be separate too: not where a tie lies across. */
	private static boolean canMirror(final RocCurve curve, final boolean isTop) {
		final ScoreGroups groups = curve.groups();
		int cases = 0;
		for (int i = 0; i < groups.size() && cases < curve.positives(); i++) {
			final int group = isTop ? groups.size() - 1 - i : i;
			cases += groups.positivesAt(group) + groups.negativesAt(group);
		}
		return cases == curve.positives();
	}
}
