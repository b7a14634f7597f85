package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.vertebraj.image.ValueScale;

class RescaleTest {

	private static DataSetBuilder rescaled(final double slope, final double intercept) {
		return new DataSetBuilder().put(Tag.RESCALE_SLOPE, slope).put(Tag.RESCALE_INTERCEPT, intercept);
	}

	private static DataSet mapping(final double slope, final double intercept, final String unit) {
		final DataSetBuilder mapping = new DataSetBuilder().put(Tag.REAL_WORLD_VALUE_SLOPE, slope).put(
			Tag.REAL_WORLD_VALUE_INTERCEPT, intercept);
		return unit.isEmpty() ? mapping.build() : mapping.put(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, new DataSetBuilder()
			.put(0x00080100, unit).build()).build();
	}

	private static void assertScale(final double slope, final double intercept, final String unit,
		final DataSetBuilder file)
	{
		assertEquals(new ValueScale(slope, intercept, unit), Rescale.of(Attributes.of(file.build())));
	}

	@Test
	void oneRelationAndNoOther() {
		assertScale(1, 0, "", new DataSetBuilder());
		assertScale(2, -4096, "", rescaled(2, -4096));
		assertScale(2, 0, "", new DataSetBuilder().put(Tag.RESCALE_SLOPE, 2));
		assertScale(3, 5, "", new DataSetBuilder().put(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, mapping(3, 5, "")));
		// Both, alike in meaning: only one is applied.
		assertScale(2, -4096, "", rescaled(2, -4096).put(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, mapping(2, -4096, "1")));
		// A mapping with a unit knows more than a rescale without one.
		assertScale(1e-6, 0, "mm^2/s", rescaled(1, 0).put(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, mapping(1e-6, 0,
			"mm2/s")));
	}

	@Test
	void philipsScaleSlopeIsNotApplied() {
		assertScale(1.5, 0, "", rescaled(1.5, 0).put(Tag.RESCALE_TYPE, "normalized").put(0x20050010, VR.LO,
			"Philips MR Imaging DD 001").put(0x2005100E, VR.FL, 0.0269));
	}

	@ParameterizedTest
	@CsvSource({ "US, ''", "normalized, ''", "mrad, mrad", "mm2/s, mm^2/s", "10^-6 mm^2/s, 10^-6 mm^2/s",
		"um2/s, 10^-6 mm^2/s", "1E-3 MM2/SEC, 10^-3 mm^2/s", "x10-6 mm2/s, 10^-6 mm^2/s", "HU, HU" })
	void units(final String type, final String unit) {
		assertScale(2, 1, unit, rescaled(2, 1).put(Tag.RESCALE_TYPE, type));
	}

	@Test
	void ctIsInHounsfieldUnitsUnlessItSaysOtherwise() {
		assertScale(1, -1024, "HU", rescaled(1, -1024).put(Tag.MODALITY, "CT"));
		assertScale(1, -1024, "", rescaled(1, -1024).put(Tag.MODALITY, "CT").put(Tag.RESCALE_TYPE, "US"));
		assertScale(1, 0, "", new DataSetBuilder().put(Tag.MODALITY, "CT"));
	}

	private static void assertRefused(final String message, final DataSetBuilder file) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Rescale.of(Attributes.of(file.build())))
			.getMessage());
	}

	@Test
	void refusesWhatIsNotLinear() {
		assertRefused("(0028,1053) RescaleSlope is 0, with the intercept 5", rescaled(0, 5));
		assertRefused("(0028,1053) RescaleSlope is '1,5', not a number", new DataSetBuilder().put(Tag.RESCALE_SLOPE, VR.DS,
			"1,5").put(Tag.RESCALE_INTERCEPT, 0));
		assertRefused("(0028,3000) gives the real values by a table, which cannot be measured here", new DataSetBuilder()
			.put(Tag.MODALITY_LUT_SEQUENCE, new DataSetBuilder().put(0x00283002, VR.US, 3, 0, 16).build()));
	}
}
