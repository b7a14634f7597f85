package io.github.vertebraj.statistics.diagnostic;

import java.util.List;

/**
 * The confidence band of an ROC curve: at each specificity an interval of the sensitivity. Pointwise: the whole curve
 * lies in it with less than that confidence.
 *
 * @param specificity falling from 1 to 0, or what was asked for
 * @param sensitivity of the curve there, the highest where several cut-offs have that specificity, linear between points
 * @param lower       of the interval
 * @param upper       of the interval
 * @param level       confidence at each specificity
 * @param method      how it was had
 * @param notes       what a reader should know, a sentence each
 */
public record RocBand(double[] specificity, double[] sensitivity, double[] lower, double[] upper, double level,
	String method, List<String> notes)
{

	public RocBand {
		specificity = specificity.clone();
		sensitivity = sensitivity.clone();
		lower = lower.clone();
		upper = upper.clone();
		notes = List.copyOf(notes);
	}

	@Override
	public double[] specificity() {
		return specificity.clone();
	}

	@Override
	public double[] sensitivity() {
		return sensitivity.clone();
	}

	@Override
	public double[] lower() {
		return lower.clone();
	}

	@Override
	public double[] upper() {
		return upper.clone();
	}
}
