package io.github.vertebraj.statistics.diagnostic;

import java.util.ArrayList;
import java.util.List;

import io.github.vertebraj.statistics.Interval;

/**
 * What a 2 × 2 table of test and truth says of the test. The predictive values and the accuracy hold at the share of
 * positives of this sample; in a sample gathered as so many cases and so many controls they mean little.
 *
 * @param truePositives  positives that the test calls positive
 * @param falsePositives negatives that it calls positive
 * @param falseNegatives positives that it calls negative
 * @param trueNegatives  negatives that it calls negative
 * @param sensitivity    TP / (TP + FN)
 * @param specificity    TN / (TN + FP)
 * @param ppv            TP / (TP + FP)
 * @param npv            TN / (TN + FN)
 * @param accuracy       (TP + TN) / all
 */
public record DiagnosticAccuracy(int truePositives, int falsePositives, int falseNegatives, int trueNegatives,
	Proportion sensitivity, Proportion specificity, Proportion ppv, Proportion npv, Proportion accuracy)
{

	/**
	 * With 95 % intervals.
	 *
	 * @throws IllegalArgumentException if a count is negative, or all are 0
	 */
	public static DiagnosticAccuracy of(final int truePositives, final int falsePositives, final int falseNegatives,
		final int trueNegatives)
	{
		return of(truePositives, falsePositives, falseNegatives, trueNegatives, Interval.USUAL_LEVEL);
	}

	/** @throws IllegalArgumentException if a count is negative, all are 0 or together beyond int, or the level is none */
	public static DiagnosticAccuracy of(final int truePositives, final int falsePositives, final int falseNegatives,
		final int trueNegatives, final double level)
	{
		final int[] counts = { truePositives, falsePositives, falseNegatives, trueNegatives };
		final String[] names = { "true positives", "false positives", "false negatives", "true negatives" };
		long all = 0;
		for (int i = 0; i < counts.length; all += counts[i++])
			if (counts[i] < 0) throw new IllegalArgumentException("The number of " + names[i] + " is negative: " + counts[i]);
		if (all == 0) throw new IllegalArgumentException("Diagnostic accuracy needs at least one case, but all counts are 0");
		if (all > Integer.MAX_VALUE) throw new IllegalArgumentException("Diagnostic accuracy takes up to " +
			Integer.MAX_VALUE + " cases, but there are " + all);
		return new DiagnosticAccuracy(truePositives, falsePositives, falseNegatives, trueNegatives, Proportion.of(
			"sensitivity", truePositives, truePositives + falseNegatives, level), Proportion.of("specificity", trueNegatives,
				trueNegatives + falsePositives, level), Proportion.of("positive predictive value", truePositives,
					truePositives + falsePositives, level), Proportion.of("negative predictive value", trueNegatives,
						trueNegatives + falseNegatives, level), Proportion.of("accuracy", truePositives + trueNegatives, (int) all,
							level));
	}

	/** Sensitivity, specificity, PPV, NPV and accuracy. */
	public List<Proportion> proportions() {
		return List.of(sensitivity, specificity, ppv, npv, accuracy);
	}

	/** Sensitivity + specificity − 1; NaN where either is. */
	public double youden() {
		return sensitivity.value() + specificity.value() - 1;
	}

	/** Area under the two straight lines through this one point: (sensitivity + specificity) / 2; NaN where either is. */
	public double onePointAuc() {
		return (sensitivity.value() + specificity.value()) / 2;
	}

	/** LR+, sensitivity / (1 − specificity): infinite without false positives, NaN for 0/0. */
	public double positiveLikelihoodRatio() {
		return sensitivity.value() / ((double) falsePositives / specificity.of());
	}

	/** LR−, (1 − sensitivity) / specificity: infinite without true negatives, NaN for 0/0. */
	public double negativeLikelihoodRatio() {
		return (double) falseNegatives / sensitivity.of() / specificity.value();
	}

	/** Why a number is NaN or infinite, a sentence each. */
	public List<String> notes() {
		final List<String> notes = new ArrayList<>();
		proportions().forEach(one -> notes.addAll(one.notes()));
		noteRatio(notes, "positive", positiveLikelihoodRatio(), "no negative is called positive");
		noteRatio(notes, "negative", negativeLikelihoodRatio(), "no negative is called negative");
		return notes;
	}

	private static void noteRatio(final List<String> notes, final String which, final double ratio, final String why) {
		if (Double.isInfinite(ratio)) notes.add("The " + which + " likelihood ratio is infinite: " + why + ".");
		if (Double.isNaN(ratio)) notes.add("The " + which + " likelihood ratio is 0/0: it is not defined.");
	}
}
