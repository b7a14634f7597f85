package io.github.vertebraj.reading.analysis;

import static io.github.vertebraj.reading.analysis.UsefulnessGroup.DEFINITELY_USEFUL;
import static io.github.vertebraj.reading.analysis.UsefulnessGroup.EQUIVOCAL;
import static io.github.vertebraj.reading.analysis.UsefulnessGroup.NON_METASTATIC;
import static io.github.vertebraj.reading.analysis.UsefulnessGroup.NOT_USEFUL;

/**
 * How the counts of ratings of a patient changed from the first session to the second, after Y. J. Kim et al. The three
 * counts have the same sum in both sessions, so that their changes sum to zero and only 13 triples of signs exist:
 * categories 1 to 13. Category 14, all segments probably benign in both sessions, is told first; by its signs it would be
 * 13.
 */
public enum ChangeCategory {

	/** Signs of the changes of probable, doubtful and benign segments. */
	C1(-1, 0, 1, DEFINITELY_USEFUL), //
	C2(-1, -1, 1, DEFINITELY_USEFUL), //
	C3(0, -1, 1, DEFINITELY_USEFUL), //
	C4(1, -1, 0, DEFINITELY_USEFUL), //
	C5(1, 0, -1, DEFINITELY_USEFUL), //
	C6(1, -1, -1, DEFINITELY_USEFUL), //
	C7(1, -1, 1, DEFINITELY_USEFUL), //
	C8(-1, 1, 0, EQUIVOCAL), //
	C9(-1, 1, 1, EQUIVOCAL), //
	C10(-1, 1, -1, EQUIVOCAL), //
	C11(0, 1, -1, EQUIVOCAL), //
	C12(1, 1, -1, EQUIVOCAL), //
	C13(0, 0, 0, NOT_USEFUL), //
	C14(0, 0, 0, NON_METASTATIC);

	private final int probable;
	private final int doubtful;
	private final int benign;
	private final UsefulnessGroup group;

	ChangeCategory(final int probable, final int doubtful, final int benign, final UsefulnessGroup group) {
		this.probable = probable;
		this.doubtful = doubtful;
		this.benign = benign;
		this.group = group;
	}

	/** 1 to 14. */
	public int number() {
		return ordinal() + 1;
	}

	public UsefulnessGroup group() {
		return group;
	}

	/** Whether the second session showed metastases that the first did not: categories 5 and 6. */
	public boolean isDetection() {
		return this == C5 || this == C6;
	}

	/** Whether it told what doubtful or probable segments are: the useful categories but 5. */
	public boolean isCharacterization() {
		return group == DEFINITELY_USEFUL && this != C5;
	}

	/**
	 * The category of a patient.
	 *
	 * @throws IllegalArgumentException if the sessions count different numbers of segments
	 */
	public static ChangeCategory of(final RatingCounts first, final RatingCounts second) {
		if (first.total() != second.total()) throw new IllegalArgumentException("The first session rates " + first.total() +
			" segments and the second " + second.total() + "; both must rate the same segments");
		if (first.isAllBenign() && second.isAllBenign()) return C14;
		return ofSigns(Integer.signum(second.probable() - first.probable()), Integer.signum(second.doubtful() - first
			.doubtful()), Integer.signum(second.benign() - first.benign()));
	}

	/**
	 * The category of three signs, -1, 0 or 1; never 14, which signs cannot tell.
	 *
	 * @throws IllegalArgumentException if the changes cannot sum to zero: the segments differ between the sessions
	 */
	public static ChangeCategory ofSigns(final int probable, final int doubtful, final int benign) {
		for (final ChangeCategory category : values())
			if (category.probable == probable && category.doubtful == doubtful && category.benign == benign) return category;
		throw new IllegalArgumentException("Changes of signs " + probable + ", " + doubtful + ", " + benign +
			" of probable, doubtful and benign segments cannot sum to zero: the sessions rate different segments");
	}
}
