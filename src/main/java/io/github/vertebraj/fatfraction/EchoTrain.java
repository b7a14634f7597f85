package io.github.vertebraj.fatfraction;

/**
 * When echoes come, and how fat has turned against water at each: the sum over the peaks of
 * amplitude · exp(i2π · frequency · time).
 */
final class EchoTrain {

	/** Spacings that differ by less than this share are equal: echo times are told to 0.01 ms. */
	private static final double EQUAL = 0.01;

	private final double[] seconds;
	private final double[] fatReal;
	private final double[] fatImaginary;

	EchoTrain(final Acquisition acquisition, final FatSpectrum spectrum) {
		seconds = acquisition.seconds();
		final double[] hertz = spectrum.hertz(acquisition.fieldStrength());
		fatReal = new double[seconds.length];
		fatImaginary = new double[seconds.length];
		for (int n = 0; n < seconds.length; n++)
			for (int p = 0; p < hertz.length; p++) {
				final double turn = 2 * Math.PI * hertz[p] * seconds[n];
				fatReal[n] += spectrum.amplitudes().get(p) * Math.cos(turn);
				fatImaginary[n] += spectrum.amplitudes().get(p) * Math.sin(turn);
			}
	}

	int echoes() {
		return seconds.length;
	}

	/** In s. */
	double[] seconds() {
		return seconds.clone();
	}

	/** The echo times after the first one, in s. */
	double[] sinceFirst() {
		final double[] since = new double[seconds.length];
		for (int n = 0; n < since.length; n++)
			since[n] = seconds[n] - seconds[0];
		return since;
	}

	double[] fatReal() {
		return fatReal.clone();
	}

	double[] fatImaginary() {
		return fatImaginary.clone();
	}

	/** From the first echo to the last, in s. */
	double span() {
		return seconds[seconds.length - 1] - seconds[0];
	}

	/** Whether the echoes come at equal intervals; a field is then known up to multiples of {@link #period()}. */
	boolean isEven() {
		for (int n = 1; n < seconds.length; n++)
			if (Math.abs(seconds[n] - seconds[n - 1] - mean()) > EQUAL * mean()) return false;
		return true;
	}

	private double mean() {
		return span() / (seconds.length - 1);
	}

	/** One over the spacing of the echoes, in Hz; over the shortest one where it is uneven. */
	double period() {
		if (isEven()) return 1 / mean();
		double shortest = Double.POSITIVE_INFINITY;
		for (int n = 1; n < seconds.length; n++)
			shortest = Math.min(shortest, seconds[n] - seconds[n - 1]);
		return 1 / shortest;
	}
}
