package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Descriptions that name an energy or a mixed image, and others that only look so. */
class SpectralWordsTest {

	private static final Spectrum TUBE = new Spectrum(OptionalDouble.of(140), "", OptionalDouble.empty(), "", false,
		OptionalDouble.empty());

	@ParameterizedTest
	@CsvSource({ "Mono+ 70 keV, 70 keV (description)", "DE Caput Monoenergetic Plus 60 keV#0, 60 keV (description)",
		"MONOE_70KEV, 70 keV (description)", "MonoE 70keV[HU], 70 keV (description)", "MonoE 40, 40 keV (description)",
		"GSI MONO 70 keV, 70 keV (description)", "GSI 52.5 keV, 52.5 keV (description)", "VMI 70, 70 keV (description)",
		"55keV monochromatic, 55 keV (description)", "Mono-energetic 100 keV, 100 keV (description)",
		"DE_Abdomen  5.0  D40f  F_0.5, mixed F_0.5", "DE M_0.6, mixed M_0.6", "DE_Mixed, mixed", "F_-0.3 composed, mixed F_-0.3",
		// no energy: of a tube, of a material, several, too far, another word
		"Mono 120 kV, 140 kV", "Abdomen 70 keV, 140 kV", "GSI 80 kVp, 140 kV", "GSI 80, 140 kV", "Iodine MonoE 70 keV, 140 kV",
		"VNC Mono+ 70 keV, 140 kV", "Mono+ 40 keV and 70 keV, 140 kV", "Mono+ 400 keV, 140 kV", "Mono+ 20 keV, 140 kV",
		"Monophasic 70 keV, 140 kV", "B_Sn140kV, 140 kV", "premixed, 140 kV", "AF_0.5, 140 kV", "VMI 5.0 Br40, 140 kV",
		"'', 140 kV" })
	void whatWordsMean(final String description, final String meaning) {
		assertEquals(meaning, SpectralWords.described(TUBE, description).describe());
	}

	@ParameterizedTest
	@CsvSource({ "50, ''", "'', factor 0.5" })
	void tagsComeFirst(final String energy, final String blend) {
		final Spectrum told = new Spectrum(OptionalDouble.empty(), "", energy.isEmpty() ? OptionalDouble.empty()
			: OptionalDouble.of(Double.parseDouble(energy)), blend, false, OptionalDouble.empty());
		assertEquals(told, SpectralWords.described(told, "Mono+ 70 keV F_0.3"));
	}
}
