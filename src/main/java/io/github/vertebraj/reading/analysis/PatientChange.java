package io.github.vertebraj.reading.analysis;

import io.github.vertebraj.reading.Site;

/**
 * How the ratings of a patient changed between two sessions of a reader at one site.
 *
 * @param first           counts of the first session
 * @param second          counts of the second session
 * @param changedSegments segments whose rating is another one, whether the counts tell or not
 */
public record PatientChange(String caseId, String reader, Site site, RatingCounts first, RatingCounts second,
	ChangeCategory category, int changedSegments)
{

	public UsefulnessGroup group() {
		return category.group();
	}

	/** Whether changes of segments cancel out, so that counting calls the second session not useful (category 13). */
	public boolean isHiddenByCounting() {
		return category == ChangeCategory.C13 && changedSegments > 0;
	}
}
