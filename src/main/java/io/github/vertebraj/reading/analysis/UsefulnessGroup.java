package io.github.vertebraj.reading.analysis;

import io.github.vertebraj.statistics.Keyed;

/** What the second session gave a patient, as Y. J. Kim et al. group their 14 categories. */
public enum UsefulnessGroup implements Keyed {

	/** Categories 1 to 7. */
	DEFINITELY_USEFUL("definitely useful"),

	/** Categories 8 to 12: more segments are doubtful. */
	EQUIVOCAL("equivocal"),

	/** Category 13: the counts did not change. */
	NOT_USEFUL("not useful"),

	/** Category 14: all segments are probably benign in both sessions. */
	NON_METASTATIC("presumed non-metastatic");

	private final String key;

	UsefulnessGroup(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such group; the message lists those there are */
	public static UsefulnessGroup of(final String key) {
		return Keyed.of(UsefulnessGroup.class, "group of usefulness", key);
	}
}
