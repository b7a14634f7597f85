package io.github.vertebraj.statistics.diagnostic;

import java.util.List;

/**
 * A cut-off, how it was chosen, and what it achieves.
 *
 * @param criterion how it was chosen: {@code sensitivity >= 0.9, highest specificity}
 * @param cutOff    the threshold with its rule; between two observed scores where the data chose it
 * @param observed  the same decision with the last positive score that occurs as its inclusive threshold; a given
 *                  cut-off stands here as given
 * @param accuracy  in the same cases
 * @param notes     what a reader should know, a sentence each
 */
public record ChosenCutOff(String criterion, CutOff cutOff, CutOff observed, DiagnosticAccuracy accuracy,
	List<String> notes)
{

	public ChosenCutOff {
		notes = List.copyOf(notes);
	}
}
