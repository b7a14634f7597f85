package io.github.vertebraj.statistics.diagnostic;

/**
 * A point of an ROC curve. Its two cut-offs sort the cases of the sample alike.
 *
 * @param cutOff         between two scores that occur, halfway where the numbers allow it, exclusive; infinite at the
 *                       ends of the curve
 * @param observed       the last score that is positive, inclusive; infinite where none is
 * @param truePositives  positives called positive
 * @param falsePositives negatives called positive
 * @param sensitivity    true positives among the positives
 * @param specificity    true negatives among the negatives
 */
public record RocPoint(CutOff cutOff, CutOff observed, int truePositives, int falsePositives, double sensitivity,
	double specificity)
{

	/** Sensitivity + specificity − 1. */
	public double youden() {
		return sensitivity + specificity - 1;
	}
}
