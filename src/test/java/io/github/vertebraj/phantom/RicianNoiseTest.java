package io.github.vertebraj.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RicianNoiseTest {

	private static final int N = 200_000;

	/** Oracle: scipy 1.10.1, {@code scipy.stats.rice.stats(snr)}, for SNR 0 {@code scipy.stats.rayleigh.stats()}. */
	@ParameterizedTest
	@CsvSource({ "0, 1.2533141373155001, 0.6551363775620336", "0.5, 1.3304473406107031, 0.6927552770364926",
		"1, 1.5485724605511455, 0.7758371829337459", "2, 2.2723834280687423, 0.9144799373625156",
		"5, 5.101069639492126, 0.9894890262411588" })
	void momentsAreRician(final double snr, final double mean, final double sd) {
		final double scale = 30;
		final RicianNoise noise = new RicianNoise(scale, 11);
		double sum = 0;
		double squares = 0;
		for (int i = 0; i < N; i++) {
			final double value = noise.on(snr * scale) / scale;
			sum += value;
			squares += value * value;
		}
		final double measured = sum / N;
		final double fiveStandardErrors = 5 * sd / Math.sqrt(N);
		assertEquals(mean, measured, fiveStandardErrors);
		assertEquals(sd, Math.sqrt(squares / N - measured * measured), fiveStandardErrors);
	}

	@Test
	void noNoiseChangesNothing() {
		assertEquals(123.4, new RicianNoise(0, 1).on(123.4));
	}

	@Test
	void seedDecides() {
		assertEquals(new RicianNoise(3, 5).on(10), new RicianNoise(3, 5).on(10));
		assertNotEquals(new RicianNoise(3, 5).on(10), new RicianNoise(3, 6).on(10));
	}
}
