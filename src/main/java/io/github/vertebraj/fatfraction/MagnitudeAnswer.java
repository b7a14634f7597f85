package io.github.vertebraj.fatfraction;

/**
 * A fit that came to an end at a decay and a sum of water and fat that a tissue can have.
 *
 * @param water signal at the time 0
 * @param fat   signal at the time 0
 * @param decay R2* in 1/s
 * @param cost  what the fit made as small as it could: the sum of squared differences, or its like for Rician noise
 */
record MagnitudeAnswer(double water, double fat, double decay, double cost) {

	/** The fat fraction, 0 to 1 but for noise. */
	double fraction() {
		return fat / (water + fat);
	}
}
