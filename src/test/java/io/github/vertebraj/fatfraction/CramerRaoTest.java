package io.github.vertebraj.fatfraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CramerRaoTest {

	/** numpy 2.4.6: linalg.inv of JᵀJ, J by central differences of the signal model, at SNR 50. */
	@ParameterizedTest
	@CsvSource({ //
		"1.5, 0, 20, 1.279485, 1.817737, 1.963930", //
		"1.5, 0, 150, 2.262797, 4.695898, 4.728427", //
		"1.5, 40, 50, 0.998584, 1.586216, 1.796924", //
		"1.5, 100, 100, 1.458776, 2.601567, 2.332153", //
		"3, 0, 20, 1.300675, 1.889116, 1.696737", //
		"3, 0, 150, 1.920402, 2.596437, 2.275011", //
		"3, 40, 50, 0.887983, 1.166973, 1.176445", //
		"3, 100, 100, 1.182114, 1.602835, 1.569075" })
	void againstNumpy(final double tesla, final double percent, final double r2Star, final double monopolar,
		final double bipolar, final double magnitude)
	{
		final CramerRao bound = new CramerRao(tesla == 3 ? ComplexMapperTest.AT_3_T : ComplexMapperTest.AT_1_5_T,
			FatSpectrum.of(6));
		assertEquals(monopolar, bound.complex(percent, r2Star, 50, Readout.MONOPOLAR), 1e-4);
		assertEquals(bipolar, bound.complex(percent, r2Star, 50, Readout.BIPOLAR), 1e-4);
		assertEquals(magnitude, bound.magnitude(percent, r2Star, 50), 1e-4);
		assertEquals(magnitude / 4, bound.magnitude(percent, r2Star, 200), 1e-4);
	}

	@Test
	void noBoundWithoutEnoughEchoes() {
		final CramerRao bound = new CramerRao(new Acquisition(3, List.of(1.2, 2.2)), FatSpectrum.of(6));
		assertTrue(Double.isInfinite(bound.complex(30, 50, 50, Readout.MONOPOLAR)));
		assertTrue(Double.isInfinite(bound.magnitude(30, 50, 50)));
	}
}
