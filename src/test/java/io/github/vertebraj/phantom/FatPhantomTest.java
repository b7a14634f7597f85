package io.github.vertebraj.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.vertebraj.fatfraction.Acquisition;
import io.github.vertebraj.fatfraction.FatSpectrum;
import io.github.vertebraj.fatfraction.PhaseSign;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Sources;

class FatPhantomTest {

	private static final Acquisition TWO_ECHOES = new Acquisition(1.5, List.of(2.5, 4.0));

	private static FatPhantom phantom(final double snr, final long seed) {
		return FatPhantom.create(new FatPhantom.Settings(TWO_ECHOES, FatSpectrum.of(1), snr, 300, PhaseSign.POSITIVE, 0,
			seed));
	}

	private static double magnitude(final CalibratedImage image, final int x, final int y, final int z, final int t) {
		return Math.hypot(Sources.get(image.voxels(), x, y, z, t, 0), Sources.get(image.voxels(), x, y, z, t, 1));
	}

	@Test
	void signalsAreThoseOfTheModel() {
		final FatPhantom phantom = phantom(Double.POSITIVE_INFINITY, 1);
		for (final FatPhantom.TrueRegion truth : phantom.regions()) {
			final int x = truth.region().runs().get(0).xFrom();
			final int y = truth.region().runs().get(0).y();
			assertEquals(truth.percent(), Sources.get(phantom.fatFraction().voxels(), x, y, 5, 0, 0));
			assertEquals(truth.r2Star(), Sources.get(phantom.r2Star().voxels(), x, y, 5, 0, 0));
			for (int t = 0; t < 2; t++) {
				final double time = TWO_ECHOES.echoTimes().get(t) / 1000;
				final double turn = 2 * Math.PI * 3.4 * 42.577478518 * 1.5 * time;
				final double fat = truth.percent() / 100;
				assertEquals(1000 * Math.exp(-truth.r2Star() * time) * Math.hypot(1 - fat + fat * Math.cos(turn), fat * Math.sin(
					turn)), magnitude(phantom.echoes(), x, y, 5, t), 1e-3, truth.region().name());
			}
		}
		assertEquals(44, phantom.regions().size());
		assertTrue(Double.isNaN(Sources.get(phantom.fatFraction().voxels(), 1, 40, 3, 0, 0)), "air");
	}

	@Test
	void fieldTurnsWaterBetweenTheEchoes() {
		final FatPhantom phantom = phantom(Double.POSITIVE_INFINITY, 1);
		for (final int y : new int[] { 2, 30, 81 }) {
			final double field = Sources.get(phantom.field().voxels(), 3, y, 6, 0, 0);
			double turn = 0;
			for (int t = 0; t < 2; t++)
				turn += (2 * t - 1) * Math.atan2(Sources.get(phantom.echoes().voxels(), 3, y, 6, t, 1), Sources.get(phantom
					.echoes().voxels(), 3, y, 6, t, 0));
			assertEquals(0, Math.IEEEremainder(turn - 2 * Math.PI * field * 0.0015, 2 * Math.PI), 1e-5);
		}
		assertEquals(-300, Sources.get(phantom.field().voxels(), 3, 2, 6, 0, 0), 1e-3);
		assertEquals(300, Sources.get(phantom.field().voxels(), 3, 81, 6, 0, 0), 1e-3);
	}

	@Test
	void noiseIsThatOfTheSeed() {
		final double first = magnitude(phantom(50, 1).echoes(), 40, 30, 2, 1);
		assertEquals(first, magnitude(phantom(50, 1).echoes(), 40, 30, 2, 1));
		assertNotEquals(first, magnitude(phantom(50, 2).echoes(), 40, 30, 2, 1));
		final FatPhantom phantom = phantom(50, 3);
		double squares = 0;
		for (int y = 0; y < 86; y++)
			for (int z = 0; z < 12; z++)
				squares += Math.pow(magnitude(phantom.echoes(), 0, y, z, 0), 2);
		assertEquals(20, Math.sqrt(squares / (2 * 86 * 12)), 1.5, "SD in air");
	}

	@Test
	void planesAreLabelled() {
		final CalibratedImage echoes = phantom(50, 1).echoes();
		assertEquals(4, echoes.label(3, 1, 1).number(PlaneLabel.TE).getAsDouble());
		assertEquals("imaginary", echoes.label(3, 1, 1).get(PlaneLabel.COMPONENT).orElseThrow());
		assertEquals("real", echoes.label(11, 0, 0).get(PlaneLabel.COMPONENT).orElseThrow());
	}

	@Test
	void settingsThatMakeNoPhantom() {
		assertThrows(IllegalArgumentException.class, () -> phantom(0, 1));
		assertThrows(IllegalArgumentException.class, () -> new FatPhantom.Settings(TWO_ECHOES, FatSpectrum.of(6), 50,
			Double.NaN, PhaseSign.POSITIVE, 0, 1));
	}
}
