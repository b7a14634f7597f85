package io.github.vertebraj.statistics.rank;

import io.github.vertebraj.statistics.Keyed;

/** What {@link WilcoxonSignedRankTest} does with pairs that do not differ. */
public enum Zeros implements Keyed {

	/** Leaves them out before ranking (Wilcoxon 1945), as R and SPSS do. */
	DROPPED("dropped"),

	/** Ranks them with the others, then leaves their ranks out (Pratt 1959, doi:10.1080/01621459.1959.10501526). */
	PRATT("Pratt");

	private final String key;

	Zeros(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such handling; the message lists those there are */
	public static Zeros of(final String key) {
		return Keyed.of(Zeros.class, "handling of zeros", key);
	}
}
