package io.github.vertebraj.fatfraction;

/**
 * What magnitudes say.
 *
 * @param water the answer with more water; null for none
 * @param fat   the answer with more fat, the same as the other where there is one only; null for none
 */
record MagnitudeAnswers(MagnitudeAnswer water, MagnitudeAnswer fat) {

	/** Two answers closer than this are one. */
	private static final double ONE = 0.02;

	/** Whether these are not one; what is null is no other's equal. */
	static boolean areApart(final MagnitudeAnswer a, final MagnitudeAnswer b) {
		return a == null || b == null || Math.abs(a.fraction() - b.fraction()) > ONE;
	}

	/** Whether there are two. */
	boolean areTwo() {
		return water != null && fat != null && areApart(water, fat);
	}

	/** The one that fits better; null for none. */
	MagnitudeAnswer better() {
		if (water == null || fat == null) return water == null ? fat : water;
		return water.cost() <= fat.cost() ? water : fat;
	}
}
