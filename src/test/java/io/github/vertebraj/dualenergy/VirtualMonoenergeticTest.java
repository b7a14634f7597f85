package io.github.vertebraj.dualenergy;

import static io.github.vertebraj.dualenergy.MaterialTest.assertThrowsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.vertebraj.dualenergy.EffectiveEnergies.Calibration;
import io.github.vertebraj.dualenergy.EffectiveEnergies.Insert;

class VirtualMonoenergeticTest {

	private static final EffectiveEnergies ENERGIES = new EffectiveEnergies(55, 90);

	@ParameterizedTest
	@ValueSource(strings = { "bone", "iodine", "hydroxyapatite", "adipose", "gadolinium" })
	void waterVacuumAndTheSpectraKeepTheirValues(final String basis) {
		final VirtualMonoenergetic vmi = VirtualMonoenergetic.of(Material.of(basis), ENERGIES);
		for (int keV = 40; keV <= 200; keV += 10) {
			assertEquals(0, vmi.hounsfield(0, 0, keV), 1e-9);
			assertEquals(-1000, vmi.hounsfield(-1000, -1000, keV), 1e-9);
		}
		assertEquals(317, vmi.hounsfield(317, 141, 55), 1e-9);
		assertEquals(141, vmi.hounsfield(317, 141, 90), 1e-9);
		assertEquals(1, vmi.weight(55), 1e-12);
		assertEquals(0, vmi.weight(90), 1e-12);
	}

	/** The numpy formula with scipy 1.10.1's splines of the NIST tables. */
	@ParameterizedTest
	@CsvSource({ "bone, 40, 2.4978955293",
		"bone, 70, 0.363489296552",
		"bone, 100, -0.0942736840734",
		"bone, 190, -0.331660078825",
		"iodine, 40, 2.26413547555",
		"iodine, 70, 0.383089140319",
		"iodine, 100, -0.10514521822",
		"iodine, 190, -0.387087294442" })
	void weightsAreThoseOfNumpy(final String basis, final double keV, final double expected) {
		assertEquals(expected, VirtualMonoenergetic.of(Material.of(basis), ENERGIES).weight(keV), 1e-9 * Math.abs(expected));
	}

	/** Anything made of the two bases is told exactly at every energy. */
	@ParameterizedTest
	@CsvSource({ "hydroxyapatite, 200", "iodine, 5", "bone, 800", "gadolinium, 3" })
	void mixturesOfTheBasesAreExact(final String basis, final double mgPerMl) {
		final VirtualMonoenergetic vmi = VirtualMonoenergetic.of(Material.of(basis), ENERGIES);
		final Material mixture = Material.of(basis).inWater(mgPerMl);
		for (int keV = 35; keV <= 200; keV += 5)
			assertEquals(mixture.hounsfield(keV), vmi.hounsfield(mixture.hounsfield(55), mixture.hounsfield(90), keV), 1e-8);
		assertEquals(mgPerMl / 1000, vmi.basisDensity(mixture.hounsfield(55), mixture.hounsfield(90)), 1e-12);
		assertEquals(1, vmi.waterDensity(mixture.hounsfield(55), mixture.hounsfield(90)), 1e-12);
	}

	/** As a scanner's 60 and 160 keV images predict its 100 keV image: tissues, not the bases. */
	@ParameterizedTest
	@ValueSource(strings = { "adipose", "muscle", "blood", "csf", "disc", "ligament" })
	void anEnergyBetweenIsPredictedInTissue(final String tissue) {
		final Material material = Material.of(tissue);
		final double predicted = VirtualMonoenergetic.of(Material.of("bone"), new EffectiveEnergies(60, 160)).hounsfield(
			material.hounsfield(60), material.hounsfield(160), 100);
		System.out.printf("%s at 100 keV from 60 and 160: %.2f HU, truth %.2f%n", tissue, predicted, material.hounsfield(100));
		assertEquals(material.hounsfield(100), predicted, 1);
	}

	@Test
	void insertsTellTheEffectiveEnergies() {
		final List<Insert> inserts = List.of(insert("iodine 10 mg/ml", 61.5, 93.25), insert("hydroxyapatite 200 mg/ml", 61.5,
			93.25));
		final Calibration calibration = EffectiveEnergies.calibrate(inserts);
		assertEquals(61.5, calibration.energies().low(), 1e-4);
		assertEquals(93.25, calibration.energies().high(), 1e-4);
		assertEquals(0, calibration.residualLow(), 1e-3);
		final Calibration noisy = EffectiveEnergies.calibrate(List.of(inserts.get(0), new Insert("b", inserts.get(1)
			.material(), inserts.get(1).low() + 10, inserts.get(1).high() - 10)));
		assertEquals(61.5, noisy.energies().low(), 1.5);
		assertTrue(noisy.residualLow() > 3 && noisy.residualLow() < 10, "residual " + noisy.residualLow());
	}

	private static Insert insert(final String material, final double low, final double high) {
		final Material known = Material.of(material);
		return new Insert(material, known, known.hounsfield(low), known.hounsfield(high));
	}

	@Test
	void whatCannotBeSolvedIsRefused() {
		assertThrowsWith("swapped", () -> new EffectiveEnergies(90, 55));
		assertThrowsWith("both 70.0 keV", () -> new EffectiveEnergies(70, 70));
		assertThrowsWith("less than 0.1 keV apart", () -> new EffectiveEnergies(64, 64.0001));
		assertThrowsWith("10 to 200 keV", () -> new EffectiveEnergies(5, 70));
		assertThrowsWith("as much relative to water in both", () -> new VirtualMonoenergetic(Material.of("bone"), 1.5, 1.5));
		assertThrowsWith("Water is one basis already", () -> VirtualMonoenergetic.of(Material.water(), ENERGIES));
		assertThrowsWith("above 0", () -> new VirtualMonoenergetic(Material.of("bone"), Double.NaN, 1));
		assertThrowsWith("10 to 200 keV", () -> VirtualMonoenergetic.of(Material.of("bone"), ENERGIES).weight(250));
		assertThrowsWith("two inserts", () -> EffectiveEnergies.calibrate(List.of(insert("bone", 60, 80))));
		assertThrowsWith("do not tell", () -> EffectiveEnergies.calibrate(List.of(insert("water", 60, 80), insert("water",
			60, 80))));
		assertThrowsWith("swapped", () -> EffectiveEnergies.calibrate(List.of(insert("bone", 80, 60), insert("iodine 5 mg/ml",
			80, 60))));
		assertThrowsWith("'x' has no mean", () -> EffectiveEnergies.calibrate(List.of(insert("bone", 60, 80), new Insert("x",
			Material.of("bone"), Double.NaN, 2))));
	}
}
