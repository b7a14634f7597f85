package io.github.vertebraj.fatfraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.vertebraj.statistics.Keyed;

class FatSettingsTest {

	private static void assertRefused(final String message, final double tesla, final Double... times) {
		final String actual = assertThrows(IllegalArgumentException.class, () -> new Acquisition(tesla, List.of(times)))
			.getMessage();
		assertTrue(actual.contains(message), actual);
	}

	@Test
	void acquisitionsThatCannotBe() {
		assertRefused("(0018,0087) Magnetic Field Strength, or parameter fieldStrength", Double.NaN, 1.0, 2.0);
		assertRefused("between 0.01 and 25.0 T, but is 15000.0", 15000, 1.0, 2.0);
		assertRefused("(0018,0081) Echo Time, or parameter echoTimes", 3);
		assertRefused("must rise, and none may come twice, but are [1.0, 1.0]", 3, 1.0, 1.0);
		assertRefused("must rise", 3, 2.0, 1.0);
		assertRefused("between 0 and 200.0 ms, but is NaN", 3, 1.0, Double.NaN);
		assertRefused("must be known and in ms, but are [0.001, 0.002]", 3, 0.001, 0.002);
	}

	@Test
	void spectraAreNormalised() {
		final FatSpectrum six = FatSpectrum.of(6);
		assertEquals(1, six.amplitudes().stream().mapToDouble(Double::doubleValue).sum(), 1e-15);
		assertEquals(0.693 / 0.999, six.amplitudes().get(4), 1e-15);
		assertEquals(-3.4 * 42.577478518 * 3, six.hertz(3)[4], 1e-9);
		assertTrue(six.citation().contains("10.1002/nbm.1622"), six.citation());
		assertEquals(List.of(1.0), FatSpectrum.of(1).amplitudes());
		assertEquals("No spectrum of fat has peaks = 7; known are 6, 1", assertThrows(IllegalArgumentException.class,
			() -> FatSpectrum.of(7)).getMessage());
		assertThrows(IllegalArgumentException.class, () -> new FatSpectrum(List.of(-3.4), List.of(), ""));
		assertThrows(IllegalArgumentException.class, () -> new FatSpectrum(List.of(-3.4), List.of(0.0), ""));
		assertThrows(IllegalArgumentException.class, () -> new FatSpectrum(List.of(Double.NaN), List.of(1.0), ""));
	}

	@Test
	void keysAreReadInAnyCase() {
		for (final FatModel model : FatModel.values())
			assertEquals(model, FatModel.of(" " + model.key().toUpperCase()));
		for (final Keyed choice : List.of(Dominance.of("Fat"), PhaseSign.of("negative"), Readout.of("bipolar"), FatOutput.of(
			"r2star"), FatDefinition.of("f/(w+f)")))
			assertTrue(choice.key().length() > 2);
		assertEquals("No dominance 'both'; known are water, fat", assertThrows(IllegalArgumentException.class,
			() -> Dominance.of("both")).getMessage());
	}
}
