package io.github.vertebraj.statistics.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

import org.apache.commons.statistics.descriptive.Quantile;

import io.github.vertebraj.statistics.Interval;

/**
 * The confidence interval of an AUC. Where the classes do not overlap or all scores are equal, DeLong's variance is 0 and
 * all resamples are alike, and with one positive or one negative there is no such variance: then the interval is
 * Newcombe's, whichever was asked for, and a note says why.
 */
public final class AucInterval {

	/** Resamples where nothing else is asked for. */
	public static final int USUAL_REPLICATES = 2000;

	private final AucMethod method;
	private final double level;
	private final int replicates;
	private final long seed;

	private AucInterval(final AucMethod method, final double level, final int replicates, final long seed) {
		this.method = method;
		this.level = level;
		this.replicates = replicates;
		this.seed = seed;
	}

	/** DeLong's at 95 %; for a bootstrap {@value #USUAL_REPLICATES} replicates with seed 1. */
	public static AucInterval withDefaults() {
		return new AucInterval(AucMethod.DELONG, Interval.USUAL_LEVEL, USUAL_REPLICATES, 1);
	}

	public AucInterval with(final AucMethod kind) {
		return new AucInterval(Objects.requireNonNull(kind, "method"), level, replicates, seed);
	}

	/** @throws IllegalArgumentException if the level is not between 0 and 1 */
	public AucInterval withLevel(final double confidence) {
		return new AucInterval(method, Interval.checkLevel(confidence), replicates, seed);
	}

	/** @throws IllegalArgumentException for fewer than one */
	public AucInterval withReplicates(final int number) {
		return new AucInterval(method, level, Bootstrap.checkReplicates(number), seed);
	}

	public AucInterval withSeed(final long value) {
		return new AucInterval(method, level, replicates, value);
	}

	public AucEstimate of(final RocCurve curve) {
		return of(curve, done -> {});
	}

	/**
	 * @param progress receives the share of the bootstrap that is done, 0 to 1
	 * @throws CancellationException when the thread is interrupted during a bootstrap
	 */
	public AucEstimate of(final RocCurve curve, final DoubleConsumer progress) {
		final double error = Math.sqrt(curve.deLongVariance());
		final List<String> notes = new ArrayList<>(curve.notes());
		final boolean needsNewcombe = !(error > 0);
		if (needsNewcombe) notes.add(whyNewcombe(curve));
		final Interval interval = switch (needsNewcombe ? AucMethod.NEWCOMBE : method) {
			case DELONG -> wald(curve.auc(), error);
			case DELONG_LOGIT -> logit(curve.auc(), error);
			case NEWCOMBE -> NewcombeInterval.of(curve.auc(), curve.positives(), curve.negatives(), level);
			case BOOTSTRAP -> bootstrap(curve, progress);
		};
		return new AucEstimate(curve.auc(), error, interval, notes);
	}

	private static String whyNewcombe(final RocCurve curve) {
		if (curve.positives() == 1 || curve.negatives() == 1) return "With one positive or one negative only, DeLong's " +
			"standard error does not exist: the interval is Newcombe's score interval.";
		return (curve.groups().size() == 1 ? "All scores are equal" : "The scores of positives and negatives do not overlap") +
			": DeLong's standard error is 0, which does not mean certainty, so the interval is Newcombe's score interval.";
	}

	private Interval wald(final double auc, final double error) {
		final double reach = Normal.quantile(level) * error;
		return new Interval(Math.max(0, auc - reach), Math.min(1, auc + reach), level, AucMethod.DELONG.key());
	}

	private Interval logit(final double auc, final double error) {
		final double center = Math.log(auc) - Math.log1p(-auc);
		final double reach = Normal.quantile(level) * error / (auc * (1 - auc));
		return new Interval(1 / (1 + Math.exp(reach - center)), 1 / (1 + Math.exp(-reach - center)), level,
			AucMethod.DELONG_LOGIT.key());
	}

	private Interval bootstrap(final RocCurve curve, final DoubleConsumer progress) {
		final double pairs = 2.0 * curve.positives() * curve.negatives();
		final double[][] aucs = new Bootstrap(curve.groups()).run(replicates, seed, (positivesAt,
			negativesAt) -> new double[] { ScoreGroups.doubledU(positivesAt, negativesAt) / pairs }, progress);
		final double[] ends = percentiles(Arrays.stream(aucs).mapToDouble(one -> one[0]).toArray(), level);
		return new Interval(ends[0], ends[1], level, AucMethod.BOOTSTRAP.key() + ", stratified, " + replicates +
			" replicates, seed " + seed);
	}

	/** Both ends of the middle of the values, quantiles of type 7. */
	static double[] percentiles(final double[] values, final double level) {
		return Quantile.withDefaults().with(Quantile.EstimationMethod.HF7).evaluate(values, (1 - level) / 2, (1 + level) / 2);
	}
}
