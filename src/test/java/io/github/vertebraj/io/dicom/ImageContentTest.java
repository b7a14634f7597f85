package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageContentTest {

	private static ImageContent of(final DataSetBuilder file) {
		return ImageContent.of(Attributes.of(file.build()));
	}

	private static DataSetBuilder type(final String words) {
		return new DataSetBuilder().put(Tag.IMAGE_TYPE, VR.CS, words.split("/"));
	}

	@ParameterizedTest
	@CsvSource({ "ORIGINAL/PRIMARY/M/ND, magnitude", "ORIGINAL/PRIMARY/P/ND, phase", "ORIGINAL/PRIMARY/R/ND, real",
		"ORIGINAL/PRIMARY/I_FFE/I/FFE, imaginary", "ORIGINAL/PRIMARY/M_SE/M/SE, magnitude",
		"ORIGINAL/PRIMARY/PHASE MAP/P/FFE, phase", "DERIVED/PRIMARY/DIXON/WATER, water",
		"DERIVED/PRIMARY/M/DIXON/FAT, fat", "DERIVED/PRIMARY/M/IN_PHASE, in-phase", "DERIVED/PRIMARY/OPP_PHASE, opposed-phase",
		"ORIGINAL/PRIMARY/DIXON/FAT, fat", "DERIVED/PRIMARY/DIXON/OUT_PHASE, opposed-phase",
		"DERIVED/PRIMARY/M/OUT OF PHASE, opposed-phase", "DERIVED/PRIMARY/M/In-Phase, in-phase",
		"ORIGINAL/PRIMARY/M_FFE/M/FFE, magnitude", "ORIGINAL/PRIMARY/R_FFE/R/FFE, real",
		"ORIGINAL/PRIMARY/P_FFE/P/FFE, phase", "ORIGINAL/PRIMARY/T2_STAR/NONE, ''", "DERIVED/PRIMARY/IP/IP/DERIVED, in-phase",
		"DERIVED/PRIMARY/F/F/DERIVED, fat", "DERIVED/PRIMARY/W/W/DERIVED, water",
		"DERIVED/PRIMARY/OP/OP/DERIVED, opposed-phase", "ORIGINAL/PRIMARY/AXIAL, ''", "ORIGINAL/PRIMARY/DIFFUSION/NONE/ND, ''", "DERIVED/PRIMARY/DIFFUSION/TRACEW/ND, ''" })
	void components(final String words, final String component) {
		assertEquals(component, of(type(words)).component());
		assertEquals(Optional.empty(), of(type(words)).map());
	}

	@ParameterizedTest
	@CsvSource({ "DERIVED/PRIMARY/DIFFUSION/ADC, adc", "DERIVED/PRIMARY/DIFFUSION/FA/ND, fa",
		"DERIVED/PRIMARY/ADC_UNSPECIFIED/ADC/UNSPECIFIED, adc", "DERIVED/PRIMARY/DIFFUSION/CALC_BVALUE/TRACEW, calculated-b",
		"DERIVED/PRIMARY/M/FAT_FRACTION, fat-fraction", "DERIVED/PRIMARY/R2_STAR/UNI, r2-star",
		"DERIVED/PRIMARY/T1 MAP/T1/UNSPECIFIED, t1", "DERIVED/PRIMARY/DIFFUSION/EXP, eadc",
		"DERIVED/PRIMARY/DIFFUSION/SUBTRACTION, subtraction", "ORIGINAL/PRIMARY/DIXON/FAT_FRACTION, fat-fraction",
		"DERIVED/PRIMARY/FF/FF/DERIVED, fat-fraction", "DERIVED/PRIMARY/R2_STAR_UNSPECIFIED/R2_STAR/UNSPECIFIED, r2-star",
		"DERIVED/PRIMARY/T2_STAR_UNSPECIFIED/T2_STAR/UNSPECIFIED, t2-star", "ORIGINAL/PRIMARY/DIXON/T2_STAR, t2-star",
		"DERIVED/PRIMARY/M/PDFF, fat-fraction", "DERIVED/PRIMARY/M/B0 MAP, field" })
	void maps(final String words, final String map) {
		assertEquals(map, of(type(words)).component());
		assertEquals("(0008,0008) ImageType is " + words.replace('/', '\\'), of(type(words)).map().orElseThrow());
	}

	@Test
	void geSaysItInItsOwnTags() {
		final DataSetBuilder ge = type("ORIGINAL/PRIMARY/OTHER").put(0x00430010, VR.LO, "GEMS_PARM_01");
		assertEquals("magnitude", of(ge.put(0x0043102F, VR.SS, 0)).component());
		assertEquals("imaginary", of(ge.put(0x0043102F, VR.SS, 3)).component());
		assertEquals(new ImageContent("adc", Optional.of("(0043,xx30) of GE is 20")), of(ge.put(0x00431030, VR.SS,
			20)));
	}

	@ParameterizedTest
	@CsvSource({ "WATER: AX LAVA-Flex, GE MEDICAL SYSTEMS, water", "FAT: Ax IDEAL IQ, GE MEDICAL SYSTEMS, fat",
		"InPhase: IDEAL IQ, GE MEDICAL SYSTEMS, in-phase", "OutPhase: breath-hold, GE MEDICAL SYSTEMS, opposed-phase",
		"In Phase: breath-hold, GE MEDICAL SYSTEMS, in-phase", "FatFrac: IDEAL IQ, GE MEDICAL SYSTEMS, fat-fraction",
		"R2*: IDEAL IQ, GE MEDICAL SYSTEMS, r2-star", "WATER_BHxLAVA-Flex, GE MEDICAL SYSTEMS, water",
		"t1_vibe_dixon_tra_p4_bh_W, SIEMENS, water", "t1_vibe_dixon_tra_p4_bh_F, SIEMENS, fat",
		"t1_vibe_dixon_tra_bh_in, Siemens Healthineers, in-phase", "t1_vibe_dixon_tra_opp_ND, SIEMENS, opposed-phase",
		"t1_vibe_dixon_tra_p4_bh_W, '', ''", "WATER_T2, GE MEDICAL SYSTEMS, ''", "t1_vibe_W, SIEMENS, ''",
		"FATSAT: T2, SIEMENS, ''", "Sag IDEAL, GE MEDICAL SYSTEMS, ''", "in vivo dixon, SIEMENS, ''" })
	void theDescriptionSaysWhatTheTagsLeaveOpen(final String description, final String manufacturer,
		final String expected)
	{
		final DataSetBuilder file = type("ORIGINAL/PRIMARY/OTHER").put(Tag.MANUFACTURER, manufacturer).put(
			Tag.SERIES_DESCRIPTION, description);
		assertEquals(expected, of(file).component());
		assertEquals(expected.matches("fat-fraction|r2-star"), of(file).map().isPresent());
		assertEquals(expected, of(file.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "M")).component().replace("magnitude", ""));
		assertEquals("phase", of(file.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "P")).component());
	}

	@Test
	void theUnitGivesAMapAway() {
		final DataSet mapping = new DataSetBuilder().put(Tag.REAL_WORLD_VALUE_SLOPE, 1e-6).put(
			Tag.REAL_WORLD_VALUE_INTERCEPT, 0).put(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, new DataSetBuilder().put(
				0x00080100, "mm2/s").build()).build();
		final ImageContent content = of(type("DERIVED/SECONDARY").put(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, mapping));
		assertEquals("adc", content.component());
		assertEquals("its values are in mm^2/s", content.map().orElseThrow());
	}

	@Test
	void theStandardsComponentCountsMoreThanNothing() {
		assertEquals("phase", of(type("ORIGINAL/PRIMARY/OTHER").put(Tag.COMPLEX_IMAGE_COMPONENT, "PHASE")).component());
		assertEquals("water", of(type("DERIVED/PRIMARY/WATER").put(Tag.COMPLEX_IMAGE_COMPONENT, "MAGNITUDE")).component());
	}
}
