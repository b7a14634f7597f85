package io.github.vertebraj.statistics.diagnostic;

import java.util.List;

import io.github.vertebraj.statistics.Interval;

/**
 * An AUC and how sure it is.
 *
 * @param auc           0 to 1
 * @param standardError DeLong's; NaN with one positive or one negative, and a note says so
 * @param interval      names the method that it really is
 * @param notes         what a reader should know, a sentence each: those of the curve too
 */
public record AucEstimate(double auc, double standardError, Interval interval, List<String> notes) {

	public AucEstimate {
		notes = List.copyOf(notes);
	}
}
