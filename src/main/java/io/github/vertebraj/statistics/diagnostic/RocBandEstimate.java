package io.github.vertebraj.statistics.diagnostic;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import io.github.vertebraj.statistics.Interval;

/**
 * Makes the confidence band of an ROC curve. Where positives and negatives do not overlap all resamples are alike: then
 * the band is Wilson's, whichever was asked for, and a note says why.
 */
public final class RocBandEstimate {

	private static final int USUAL_STEPS = 100;

	private final BandMethod method;
	private final double level;
	private final int replicates;
	private final long seed;

	private RocBandEstimate(final BandMethod method, final double level, final int replicates, final long seed) {
		this.method = method;
		this.level = level;
		this.replicates = replicates;
		this.seed = seed;
	}

	/** A bootstrap of 2000 replicates with seed 1, at 95 %. */
	public static RocBandEstimate withDefaults() {
		return new RocBandEstimate(BandMethod.BOOTSTRAP, Interval.USUAL_LEVEL, AucInterval.USUAL_REPLICATES, 1);
	}

	public RocBandEstimate with(final BandMethod kind) {
		return new RocBandEstimate(Objects.requireNonNull(kind, "method"), level, replicates, seed);
	}

	/** @throws IllegalArgumentException if the level is not between 0 and 1 */
	public RocBandEstimate withLevel(final double confidence) {
		return new RocBandEstimate(method, Interval.checkLevel(confidence), replicates, seed);
	}

	/** @throws IllegalArgumentException for fewer than one */
	public RocBandEstimate withReplicates(final int number) {
		return new RocBandEstimate(method, level, Bootstrap.checkReplicates(number), seed);
	}

	public RocBandEstimate withSeed(final long value) {
		return new RocBandEstimate(method, level, replicates, value);
	}

	/** At specificities from 1 down to 0 in steps of 0.01. */
	public RocBand of(final RocCurve curve, final DoubleConsumer progress) {
		return of(curve, IntStream.rangeClosed(0, USUAL_STEPS).mapToDouble(i -> 1 - (double) i / USUAL_STEPS).toArray(),
			progress);
	}

	/**
	 * @param specificity 0 to 1, falling
	 * @param progress    receives the share of the bootstrap that is done, 0 to 1
	 * @throws IllegalArgumentException if a specificity is not between 0 and 1, or above the one before it
	 * @throws CancellationException    when the thread is interrupted during a bootstrap
	 */
	public RocBand of(final RocCurve curve, final double[] specificity, final DoubleConsumer progress) {
		final SensitivityAt at = new SensitivityAt(specificity, curve.positives(), curve.negatives());
		final double[] sensitivity = at.of(curve.groups().positivesAt(), curve.groups().negativesAt());
		final boolean isApart = curve.auc() == 1 || curve.auc() == 0;
		final double[][] ends = method == BandMethod.BOOTSTRAP && !isApart ? bootstrap(curve, at, progress) : Arrays.stream(
			sensitivity).mapToObj(one -> wilson(one, curve.positives())).toArray(double[][]::new);
		final String name = method == BandMethod.BOOTSTRAP && !isApart ? BandMethod.BOOTSTRAP.key() + ", stratified, " +
			replicates + " replicates, seed " + seed : BandMethod.WILSON.key();
		final List<String> notes = method == BandMethod.BOOTSTRAP && isApart ? List.of(
			"The scores of positives and negatives do not overlap, so all resamples are alike: the band is Wilson's.") : List
				.of();
		return new RocBand(specificity, sensitivity, Arrays.stream(ends).mapToDouble(end -> end[0]).toArray(), Arrays.stream(
			ends).mapToDouble(end -> end[1]).toArray(), level, name, notes);
	}

	private double[][] bootstrap(final RocCurve curve, final SensitivityAt at, final DoubleConsumer progress) {
		final double[][] resamples = new Bootstrap(curve.groups()).run(replicates, seed, at::of, progress);
		return IntStream.range(0, at.size()).mapToObj(i -> AucInterval.percentiles(Arrays.stream(resamples).mapToDouble(
			one -> one[i]).toArray(), level)).toArray(double[][]::new);
	}

	/** Of a share that need not be of whole cases. */
	private double[] wilson(final double share, final int of) {
		final double z = Normal.quantile(level);
		final double weight = z * z / of;
		final double center = (share + weight / 2) / (1 + weight);
		final double reach = z / (1 + weight) * Math.sqrt(share * (1 - share) / of + weight / of / 4);
		return new double[] { share == 0 ? 0 : Math.max(0, center - reach), share == 1 ? 1 : Math.min(1, center + reach) };
	}
}
