package io.github.vertebraj.statistics.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Cut-offs of an ROC curve. What the data chose does better in them than it will in others, and the notes say so.
 */
public final class CutOffs {

	private static final String OPTIMISTIC =
		"The cut-off was chosen from the same cases: its sensitivity and specificity are optimistic.";

	private final RocCurve curve;
	private final List<RocPoint> points;

	private CutOffs(final RocCurve curve) {
		this.curve = curve;
		points = curve.points();
	}

	public static CutOffs of(final RocCurve curve) {
		return new CutOffs(curve);
	}

	/**
	 * All cut-offs at which sensitivity + specificity is greatest (Youden 1950,
	 * doi:10.1002/1097-0142(1950)3:1&lt;32::AID-CNCR2820030106&gt;3.0.CO;2-3), compared in whole numbers so that equal ones
	 * are equal. Of several the first has the highest sensitivity: it misses the fewest positives. Where no cut-off is
	 * better than chance the trivial ones, at which none or all are positive, are among them.
	 */
	public List<ChosenCutOff> youden() {
		final long best = points.stream().mapToLong(this::pairs).max().orElseThrow();
		final List<RocPoint> all = points.stream().filter(point -> pairs(point) == best).sorted(Comparator.comparingDouble(
			RocPoint::sensitivity).reversed()).toList();
		final List<String> notes = new ArrayList<>();
		if (all.size() > 1) notes.add(all.size() +
			" cut-offs share the greatest Youden index; the one with the highest sensitivity comes first.");
		if (best == 0) notes.add("No cut-off is better than chance.");
		return all.stream().map(point -> chosen("greatest Youden index", point, notes)).toList();
	}

	/** The Youden index times the number of pairs of a positive and a negative. */
	private long pairs(final RocPoint point) {
		return (long) point.truePositives() * curve.negatives() - (long) point.falsePositives() * curve.positives();
	}

	/**
	 * The cut-off with the highest specificity among those with at least that sensitivity; of several with that
	 * specificity the most sensitive.
	 *
	 * @throws IllegalArgumentException if the sensitivity is not between 0 and 1
	 */
	public ChosenCutOff atSensitivity(final double least) {
		return best("sensitivity", RocPoint::sensitivity, least, "specificity", RocPoint::specificity);
	}

	/**
	 * The cut-off with the highest sensitivity among those with at least that specificity; of several with that
	 * sensitivity the most specific.
	 *
	 * @throws IllegalArgumentException if the specificity is not between 0 and 1
	 */
	public ChosenCutOff atSpecificity(final double least) {
		return best("specificity", RocPoint::specificity, least, "sensitivity", RocPoint::sensitivity);
	}

	private ChosenCutOff best(final String fixed, final ToDoubleFunction<RocPoint> fixedOf, final double least,
		final String other, final ToDoubleFunction<RocPoint> otherOf)
	{
		if (!(least >= 0 && least <= 1)) throw new IllegalArgumentException("The " + fixed +
			" of a cut-off lies between 0 and 1, but is " + least);
		final RocPoint point = points.stream().filter(one -> fixedOf.applyAsDouble(one) >= least).max(Comparator
			.comparingDouble(otherOf).thenComparingDouble(fixedOf)).orElseThrow();
		return chosen(fixed + " >= " + least + ", highest " + other, point, List.of());
	}

	private ChosenCutOff chosen(final String criterion, final RocPoint point, final List<String> notes) {
		final List<String> all = new ArrayList<>(notes);
		all.add(OPTIMISTIC);
		final int tp = point.truePositives();
		final int fp = point.falsePositives();
		if (Double.isInfinite(point.cutOff().threshold())) all.add("The cut-off is trivial: it calls " + (tp + fp == 0
			? "none" : "all") + " positive.");
		return new ChosenCutOff(criterion, point.cutOff(), point.observed(), DiagnosticAccuracy.of(tp, fp, curve
			.positives() - tp, curve.negatives() - fp), all);
	}

	/**
	 * A cut-off that was set beforehand.
	 *
	 * @throws IllegalArgumentException if its rule contradicts the direction of the curve
	 */
	public ChosenCutOff given(final CutOff cutOff) {
		return new ChosenCutOff("given", cutOff, cutOff, curve.at(cutOff), List.of());
	}
}
