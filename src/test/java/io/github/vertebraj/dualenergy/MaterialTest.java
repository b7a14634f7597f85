package io.github.vertebraj.dualenergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tabulated values are NIST's (SRD 126); between them scipy 1.10.1's CubicSpline(log, log, bc_type='natural'). */
class MaterialTest {

	@ParameterizedTest
	@CsvSource({ "water, 10, 5.329", "water, 60, 0.2059", "water, 200, 0.1370", "bone, 80, 0.2229", "iodine, 30, 8.561",
		"iodine, 33.17, 35.82", "iodine, 150, 0.6978", "gadolinium, 50, 3.859", "muscle, 100, 0.1693" })
	void tabulatedEnergiesGiveTheTable(final String key, final double keV, final double expected) {
		assertEquals(expected, Material.of(key).massAttenuation().at(keV), 6e-4 * expected);
	}

	@ParameterizedTest
	@CsvSource({ "water, 12.5, 2.78006195615",
		"water, 55, 0.214936900323",
		"water, 70, 0.192890125663",
		"water, 140, 0.153790494816",
		"bone, 45, 0.518935459339",
		"bone, 70, 0.25708917643",
		"bone, 190, 0.133674065952",
		"iodine, 33, 6.64312859713",
		"iodine, 34, 33.6133291445",
		"iodine, 70, 5.01635396078",
		"gadolinium, 45, 5.0718419317",
		"gadolinium, 55, 14.7290862567" })
	void betweenThemTheLogarithmsAreASpline(final String key, final double keV, final double expected) {
		assertEquals(expected, Material.of(key).massAttenuation().at(keV), 1e-10 * expected);
	}

	@ParameterizedTest
	@CsvSource({ "iodine, 33.17", "gadolinium, 50.24", "barium, 37.44" })
	void edgesAreJumps(final String key, final double edge) {
		final MassAttenuation attenuation = Material.of(key).massAttenuation();
		assertTrue(attenuation.at(edge) > 3 * attenuation.at(edge - 0.001), key);
		assertEquals(attenuation.at(edge), attenuation.at(edge + 0.001), 1e-3 * attenuation.at(edge));
	}

	/** Ca10(PO4)6(OH)2 is 39.89 % Ca, 18.50 % P, 41.41 % O, 0.20 % H; at 60 keV 0.6578, 0.3494, 0.1907, 0.3260 cm²/g. */
	@Test
	void compoundsAreSumsOfTheirElements() {
		assertEquals(0.398936 * 0.6578 + 0.184987 * 0.3494 + 0.41407 * 0.1907 + 0.002007 * 0.3260, Material.of(
			"calcium hydroxyapatite").massAttenuation().at(60), 1e-6);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 10, 33.3, 40, 70, 200 })
	void waterHasNoHounsfieldUnits(final double keV) {
		assertEquals(0, Material.water().hounsfield(keV), 1e-12);
		assertEquals(1, Material.water().ratioToWater(keV), 1e-15);
	}

	/** 1 g of water and 10 mg of iodine in each ml. */
	@Test
	void solutionsAttenuateAsBothDo() {
		final Material solution = Material.of("Iodine 10 mg/ml");
		assertEquals(0.1707 + 0.01 * 1.942, solution.attenuation(100), 1e-12);
		assertEquals(1000 * 0.01 * 1.942 / 0.1707, solution.hounsfield(100), 1e-9);
		assertEquals(2 * Material.of("bone 1.0 g/ml").attenuation(70), Material.of("bone 2 g/ml").attenuation(70), 1e-12);
	}

	@Test
	void everyMaterialIsPlausible() {
		assertTrue(Material.keys().size() > 20);
		Material.keys().forEach(key -> {
			final Material material = Material.of(key);
			assertTrue(material.massAttenuation().at(60) > 0.18 && material.massAttenuation().at(60) < 13, key);
			assertTrue(material.citation().contains("NIST"), key);
		});
		assertTrue(Material.of("muscle").hounsfield(70) > 30 && Material.of("muscle").hounsfield(70) < 60);
		assertTrue(Material.of("fat").hounsfield(70) > -110 && Material.of("fat").hounsfield(70) < -60);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 9.99, 200.01, 0, -1, Double.NaN, Double.POSITIVE_INFINITY })
	void otherEnergiesAreRefused(final double keV) {
		assertThrowsWith("10 to 200 keV", () -> Material.water().massAttenuation().at(keV));
	}

	@Test
	void unknownMaterialsAreRefused() {
		assertThrowsWith("'unobtainium'; known are water, bone, iodine", () -> Material.of("unobtainium"));
		assertThrowsWith("'1e' in 'iodine 1e mg/ml' is not a number", () -> Material.of("iodine 1e mg/ml"));
		assertThrowsWith("0 mg/ml or more", () -> Material.of("iodine -3 mg/ml"));
		assertThrowsWith("above 0 g/cm^3", () -> Material.of("bone 0 g/ml"));
	}

	static void assertThrowsWith(final String part, final org.junit.jupiter.api.function.Executable body) {
		final String message = assertThrows(IllegalArgumentException.class, body).getMessage();
		assertTrue(message.contains(part), message);
	}
}
