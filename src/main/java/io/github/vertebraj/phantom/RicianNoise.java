package io.github.vertebraj.phantom;

import java.util.Random;

/**
 * The noise of magnitude images: normal noise of the same SD in the real and the imaginary channel (H. Gudbjartsson,
 * S. Patz, Magn Reson Med 1995;34:910-914, doi:10.1002/mrm.1910340618).
 */
final class RicianNoise {

	private final Random random;
	private final double sd;

	/**
	 * @param sd   in each channel; 0 for no noise
	 * @param seed the same seed gives the same noise, on every computer
	 */
	RicianNoise(final double sd, final long seed) {
		this.sd = sd;
		random = new Random(seed);
	}

	/** The magnitude that is measured where the signal is this. */
	double on(final double signal) {
		return sd == 0 ? signal : Math.hypot(signal + sd * random.nextGaussian(), sd * random.nextGaussian());
	}
}
