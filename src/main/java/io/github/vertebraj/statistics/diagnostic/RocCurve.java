package io.github.vertebraj.statistics.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.github.vertebraj.statistics.Samples;

/**
 * The ROC curve of a score: sensitivity and specificity at every cut-off. Its AUC is the share of pairs of a positive and
 * a negative in which the positive has the score that speaks more for a positive, ties counted half: Mann-Whitney's U
 * divided by the number of pairs. Below 0.5 it stays when the direction was given.
 * <p>
 * Scores may be on any scale: only their order matters. Built in O(n log n).
 */
public final class RocCurve {

	private final double[] positives;
	private final double[] negatives;
	private final Direction direction;
	private final Direction requested;
	private final ScoreSource source;
	private final ScoreGroups groups;

	private RocCurve(final double[] positives, final double[] negatives, final Direction direction,
		final Direction requested, final ScoreSource source, final ScoreGroups groups)
	{
		this.positives = positives;
		this.negatives = negatives;
		this.direction = direction;
		this.requested = requested;
		this.source = source;
		this.groups = groups;
	}

	/**
	 * @param positives scores of the cases that have what is looked for
	 * @param negatives scores of the cases that have not
	 * @throws IllegalArgumentException if either has no value, or one that is not finite; the message names the place
	 */
	public static RocCurve of(final double[] positives, final double[] negatives, final Direction direction) {
		final double[] p = Samples.finite("The sample of positives", positives, 1);
		final double[] n = Samples.finite("The sample of negatives", negatives, 1);
		final Direction side = direction == Direction.AUTO ? better(p, n) : Objects.requireNonNull(direction, "direction");
		return new RocCurve(p, n, side, direction, ScoreSource.MEASURED, ScoreGroups.of(oriented(p, side), oriented(n,
			side)));
	}

	/**
	 * @param isPositive the class of each case
	 * @param scores     its score
	 * @throws IllegalArgumentException as {@link #of(double[], double[], Direction)}, or if the lengths differ
	 */
	public static RocCurve of(final boolean[] isPositive, final double[] scores, final Direction direction) {
		if (isPositive.length != scores.length) throw new IllegalArgumentException(
			"Each score needs its class, but there are " + scores.length + " scores and " + isPositive.length + " classes");
		return of(select(isPositive, scores, true), select(isPositive, scores, false), direction);
	}

	private static double[] select(final boolean[] isPositive, final double[] scores, final boolean side) {
		return IntStream.range(0, scores.length).filter(i -> isPositive[i] == side).mapToDouble(i -> scores[i]).toArray();
	}

	private static Direction better(final double[] positives, final double[] negatives) {
		return ScoreGroups.of(positives, negatives).auc() >= 0.5 ? Direction.HIGHER_IS_POSITIVE : Direction.LOWER_IS_POSITIVE;
	}

	private static double[] oriented(final double[] scores, final Direction direction) {
		return direction == Direction.HIGHER_IS_POSITIVE ? scores : Arrays.stream(scores).map(score -> -score).toArray();
	}

	/** The same curve, told where its scores come from. */
	public RocCurve from(final ScoreSource origin) {
		return new RocCurve(positives, negatives, direction, requested, Objects.requireNonNull(origin, "source"), groups);
	}

	/** Never auto: the direction that was chosen. */
	public Direction direction() {
		return direction;
	}

	/** The direction that was asked for. */
	public Direction requestedDirection() {
		return requested;
	}

	public ScoreSource source() {
		return source;
	}

	/** How many positives there are. */
	public int positives() {
		return positives.length;
	}

	/** How many negatives there are. */
	public int negatives() {
		return negatives.length;
	}

	public double auc() {
		return groups.auc();
	}

	/** DeLong's; 0 when the classes do not overlap or all scores are equal, NaN with one positive or one negative. */
	public double deLongVariance() {
		return DeLongVariance.of(groups);
	}

	/** From the AUC and the sizes alone. */
	public double hanleyMcNeilError() {
		return HanleyMcNeil.standardError(auc(), positives(), negatives());
	}

	/** What a reader of the curve should know, a sentence each. */
	public List<String> notes() {
		final List<String> notes = new ArrayList<>();
		if (requested == Direction.AUTO) notes.add("The direction, " + direction.key() +
			", was chosen from the same data, which makes the AUC optimistic.");
		if (groups.size() == 1) notes.add("All scores are equal: the AUC is 0.5 and tells nothing.");
		return notes;
	}

	/** How many points there are: one more than distinct scores. */
	public int size() {
		return groups.size() + 1;
	}

	/**
	 * The points, from the cut-off at which none is positive to that at which all are; one for each distinct score
	 * between.
	 */
	public List<RocPoint> points() {
		final List<RocPoint> points = new ArrayList<>(size());
		int tp = 0;
		int fp = 0;
		for (int i = 0; i < size(); i++) {
			points.add(point(i, tp, fp));
			if (i == groups.size()) break;
			tp += groups.positivesAt(i);
			fp += groups.negativesAt(i);
		}
		return List.copyOf(points);
	}

	private RocPoint point(final int calledPositive, final int tp, final int fp) {
		final boolean isHigher = direction == Direction.HIGHER_IS_POSITIVE;
		final double sign = isHigher ? 1 : -1;
		final double last = calledPositive == 0 ? Double.POSITIVE_INFINITY : groups.value(calledPositive - 1);
		final double next = calledPositive == groups.size() ? Double.NEGATIVE_INFINITY : groups.value(calledPositive);
		return new RocPoint(new CutOff(sign * between(last, next), isHigher ? CutOff.Rule.ABOVE : CutOff.Rule.BELOW),
			new CutOff(sign * last + 0.0, isHigher ? CutOff.Rule.AT_OR_ABOVE : CutOff.Rule.AT_OR_BELOW), tp, fp,
			(double) tp / positives(), (double) (negatives() - fp) / negatives());
	}

	/** Halfway, but under the higher of two neighbouring numbers: that one must be above it. */
	private static double between(final double high, final double low) {
		if (Double.isInfinite(high) || Double.isInfinite(low)) return Double.isInfinite(high) ? high : low;
		final double sum = high + low;
		final double middle = Double.isInfinite(sum) ? high / 2 + low / 2 : sum / 2;
		return middle < high ? middle : low;
	}

	/**
	 * The table of truth and test at a cut-off, which need not be of this curve.
	 *
	 * @throws IllegalArgumentException if its rule contradicts the direction
	 */
	public DiagnosticAccuracy at(final CutOff cutOff) {
		if (cutOff.rule().direction() != direction) throw new IllegalArgumentException("The cut-off '" + cutOff.text() +
			"' contradicts the direction of the curve, " + direction.key());
		final int tp = (int) Arrays.stream(positives).filter(cutOff::isPositive).count();
		final int fp = (int) Arrays.stream(negatives).filter(cutOff::isPositive).count();
		return DiagnosticAccuracy.of(tp, fp, positives() - tp, negatives() - fp);
	}

	ScoreGroups groups() {
		return groups;
	}

	DeLongVariance.Worth worth() {
		return new DeLongVariance.Worth(worth(positives, groups.doubledNegativesBelow()), worth(negatives, groups
			.doubledPositivesAbove()));
	}

	private double[] worth(final double[] scores, final long[] ofGroup) {
		return Arrays.stream(oriented(scores, direction)).map(score -> ofGroup[groups.groupOf(score)]).toArray();
	}
}
