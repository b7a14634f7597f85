package io.github.vertebraj.statistics.diagnostic;

import static io.github.vertebraj.statistics.diagnostic.Curves.apart;
import static io.github.vertebraj.statistics.diagnostic.Curves.assertNear;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

class RocBandTest {

	private static final RocBandEstimate BAND = RocBandEstimate.withDefaults();

	private static void assertBand(final double[] lower, final double[] upper, final double tolerance,
		final RocBand band)
	{
		assertArrayEquals(lower, band.lower(), tolerance);
		assertArrayEquals(upper, band.upper(), tolerance);
	}

	/** pROC 1.18.0: {@code ci.se(r, specificities = ..., boot.n = 20000)}; both are random. */
	@Test
	void bootstrapIsNearPRocs() {
		assertBand(new double[] { 1 / 7.0, 2 / 7.0, 5 / 7.0, 1 }, new double[] { 1, 1, 1, 1 }, 0.03, BAND.withReplicates(
			20000).of(Curves.measured(), new double[] { 0.7, 0.5, 0.2, 0 }, done -> {}));
		assertBand(new double[] { 0.2, 0.2667, 0.3667, 0.5667, 0.8667, 1 }, new double[] { 0.5667, 0.6444, 0.7833, 0.9333, 1,
			1 }, 0.02, BAND.withReplicates(20000).of(Curves.middling(), new double[] { 1, 0.9, 0.75, 0.5, 0.2, 0 },
				done -> {}));
	}

	/** pROC 1.18.0: {@code coords(r, c(1, .9, .75, .6, .5, .2, 0), "specificity", "sensitivity")}. */
	@Test
	void theSensitivityIsTheCurves() {
		assertArrayEquals(new double[] { 0.4, 0.4, 0.8, 0.8, 1, 1, 1 }, BAND.of(Curves.higher(new double[] { 1, 2, 3, 4, 5 },
			new double[] { 0, 0, 1.5, 3.5 }), new double[] { 1, 0.9, 0.75, 0.6, 0.5, 0.2, 0 }, done -> {}).sensitivity(), 1e-15);
	}

	@Test
	void tiesAreStraightLines() {
		assertArrayEquals(new double[] { 2 / 7.0, 4 / 7.0, 6 / 7.0, 1, 1 }, BAND.with(BandMethod.WILSON).of(Curves.rated(),
			new double[] { 1, 8 / 9.0, 6 / 9.0, 3 / 9.0, 0 }, done -> {}).sensitivity(), 1e-15);
		assertNear(3 / 7.0, BAND.with(BandMethod.WILSON).of(Curves.rated(), new double[] { 17 / 18.0 }, done -> {})
			.sensitivity()[0]);
	}

	@Test
	void wilsonIsTheIntervalOfTheSensitivity() {
		final RocBand band = BAND.with(BandMethod.WILSON).withLevel(0.9).of(Curves.rated(), new double[] { 1, 6 / 9.0, 0 },
			done -> {});
		for (int i = 0; i < 3; i++) {
			final var wilson = Proportion.of("sensitivity", new int[] { 2, 6, 7 }[i], 7, 0.9).wilson().orElseThrow();
			assertNear(wilson.lower(), band.lower()[i]);
			assertNear(wilson.upper(), band.upper()[i]);
		}
		assertEquals("Wilson", band.method());
	}

	@Test
	void withoutOverlapTheBandIsWilsons() {
		final RocBand band = BAND.of(apart(7, 9), done -> {});
		assertEquals(101, band.specificity().length);
		assertEquals("Wilson", band.method());
		assertTrue(band.lower()[50] < 0.7);
		assertEquals(1, band.notes().size());
	}

	@Test
	void theBandHoldsTheCurveAndNeverFalls() {
		final RocBand band = BAND.of(Curves.middling(), done -> {});
		for (int i = 0; i < band.specificity().length; i++) {
			assertTrue(band.lower()[i] <= band.sensitivity()[i] && band.sensitivity()[i] <= band.upper()[i]);
			if (i > 0) assertTrue(band.lower()[i - 1] <= band.lower()[i] && band.upper()[i - 1] <= band.upper()[i]);
		}
		assertArrayEquals(band.lower(), BAND.of(Curves.middling(), done -> {}).lower());
	}

	@Test
	void badRequestsAreRefused() {
		assertEquals("The specificities of a band lie between 0 and 1 and fall, but number 2 is 0.6", assertThrows(
			IllegalArgumentException.class, () -> BAND.of(Curves.rated(), new double[] { 0.5, 0.6 }, done -> {}))
				.getMessage());
		assertThrows(IllegalArgumentException.class, () -> BAND.of(Curves.rated(), new double[] { 1.5 }, done -> {}));
		assertThrows(CancellationException.class, () -> BAND.of(Curves.middling(), done -> Thread.currentThread()
			.interrupt()));
		assertTrue(Thread.interrupted());
	}
}
