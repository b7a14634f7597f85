package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.vertebraj.io.dicom.Diffusion.Kind;

class DiffusionTagsTest {

	private static final double NONE = -1;

	private static void assertDiffusion(final double b, final Kind kind, final String direction,
		final DataSetBuilder file)
	{
		final Diffusion diffusion = DiffusionTags.of(Attributes.of(file.build()));
		assertEquals(b, diffusion.b().orElse(NONE), 1e-9);
		assertEquals(kind, diffusion.kind());
		assertEquals(direction, diffusion.directionText().orElse(""));
	}

	private static DataSetBuilder file() {
		return new DataSetBuilder().put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "OTHER").put(Tag.SERIES_DESCRIPTION,
			"ep2d_diff_b0_50_900").put(Tag.IMAGE_ORIENTATION, 1, 0, 0, 0, 1, 0);
	}

	/** Puts a private element, with its creator in a block that an archive may have chosen. */
	private static DataSetBuilder secret(final DataSetBuilder file, final String creator, final int block,
		final int group, final int element, final VR vr, final String... values)
	{
		return file.put(Tag.of(group, block), VR.LO, creator).put(Tag.of(group, block << 8 | element), vr, values);
	}

	private static DataSetBuilder siemens(final int block, final String b) {
		return secret(file(), "SIEMENS MR HEADER", block, 0x0019, 0x0C, VR.IS, b);
	}

	@Test
	void standard() {
		assertDiffusion(800, Kind.DIRECTION, "0.0000,0.6000,0.8000", file().put(Tag.DIFFUSION_B_VALUE, 800).put(
			Tag.DIFFUSION_GRADIENT_ORIENTATION, 0, 0.6, 0.8));
		assertDiffusion(800, Kind.TRACE, "", file().put(Tag.DIFFUSION_B_VALUE, 800).put(Tag.DIFFUSION_DIRECTIONALITY,
			"ISOTROPIC"));
		assertDiffusion(800, Kind.DIRECTION, "", file().put(Tag.DIFFUSION_B_VALUE, 800).put(Tag.DIFFUSION_DIRECTIONALITY,
			"BMATRIX"));
		assertDiffusion(0, Kind.UNWEIGHTED, "", file().put(Tag.DIFFUSION_B_VALUE, 0).put(Tag.DIFFUSION_GRADIENT_ORIENTATION,
			0.577, 0.577, 0.577));
	}

	@Test
	void neverFromADescription() {
		assertDiffusion(NONE, Kind.UNWEIGHTED, "", file().put(0x00204000, VR.LT, "b=1500(0.445,0.000,0.895)"));
	}

	@Test
	void singlePrecisionIsShownAsItWasMeant() {
		assertDiffusion(0.004, Kind.UNWEIGHTED, "", file().put(Tag.DIFFUSION_B_VALUE, 0.004000000189989805));
		assertDiffusion(1000.25, Kind.UNKNOWN, "", file().put(Tag.DIFFUSION_B_VALUE, 1000.25));
	}

	@Test
	void siemensInAnyBlock() {
		assertDiffusion(1000, Kind.UNKNOWN, "", siemens(0x10, "1000"));
		assertDiffusion(1000, Kind.UNKNOWN, "", siemens(0x11, "1000"));
		// Another creator's block has the same element.
		assertDiffusion(50, Kind.UNKNOWN, "", secret(siemens(0x11, "50"), "SOMEBODY ELSE", 0x10, 0x0019, 0x0C, VR.IS,
			"7"));
		assertDiffusion(1000, Kind.DIRECTION, "1.0000,0.0000,0.0000", siemens(0x10, "1000").put(0x0019100E, VR.FD, 1, 0,
			0));
		assertDiffusion(1000, Kind.TRACE, "", siemens(0x10, "1000").put(0x0019100D, VR.CS, "ISOTROPIC"));
		assertDiffusion(5, Kind.DIRECTION, "0.0000,1.0000,0.0000", siemens(0x10, "5").put(0x0019100D, VR.CS, "DIRECTIONAL")
			.put(0x0019100E, VR.FD, 0, 1, 0));
		assertDiffusion(1000, Kind.TRACE, "", siemens(0x10, "1000").put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY", "DIFFUSION",
			"TRACEW", "ND"));
	}

	@Test
	void siemensHeaderOfTheImage() {
		final byte[] csa = CsaHeaderTest.header("B_value", List.of("750"), "DiffusionGradientDirection", List.of("0.6",
			"-0.8", "0.0"), "DiffusionDirectionality", List.of("DIRECTIONAL"));
		final DataSetBuilder file = file().put(0x00290012, VR.LO, "SIEMENS CSA HEADER").put(0x00291210, VR.OB, csa);
		assertDiffusion(750, Kind.DIRECTION, "0.6000,-0.8000,0.0000", file);
		assertDiffusion(400, Kind.DIRECTION, "0.6000,-0.8000,0.0000", secret(file, "SIEMENS MR HEADER", 0x10, 0x0019, 0x0C,
			VR.IS, "400"));
	}

	private static DataSetBuilder ge(final String b, final int type, final String... gradient) {
		final DataSetBuilder file = secret(file(), "GEMS_PARM_01", 0x10, 0x0043, 0x39, VR.IS, b, "8", "0", "0").put(
			0x00431030, VR.SS, type);
		return gradient.length == 0 ? file : file.put(0x00190010, VR.LO, "GEMS_ACQU_01").put(0x001910BB, VR.DS, gradient[0])
			.put(0x001910BC, VR.DS, gradient[1]).put(0x001910BD, VR.DS, gradient[2]);
	}

	@Test
	void geTakesOffTheOffset() {
		assertDiffusion(1000, Kind.DIRECTION, "", ge("1000001000", 43));
		assertDiffusion(0, Kind.UNWEIGHTED, "", ge("1000000000", 14));
		assertDiffusion(750, Kind.DIRECTION, "", ge("2000000750", 4));
		assertDiffusion(1000, Kind.TRACE, "", ge("1000", 15, "0", "0", "0"));
		assertDiffusion(1000, Kind.UNKNOWN, "", ge("1000", 0, "0", "0", "0"));
	}

	@Test
	void geDirectionsAreAlongFrequencyPhaseAndSlice() {
		assertDiffusion(1000, Kind.DIRECTION, "-0.6000,0.0000,0.8000", ge("1000", 16, "0.6", "0", "0.8").put(
			Tag.IN_PLANE_PHASE_ENCODING_DIRECTION, "COL"));
		assertDiffusion(1000, Kind.DIRECTION, "0.0000,0.6000,0.8000", ge("1000", 16, "0.6", "0", "0.8").put(
			Tag.IN_PLANE_PHASE_ENCODING_DIRECTION, "ROW"));
	}

	@Test
	void geShortensTheVectorInsteadOfTheBValue() {
		assertDiffusion(500, Kind.DIRECTION, "-1.0000,0.0000,0.0000", ge("1000", 16, "0.70710678", "0", "0"));
		assertDiffusion(0, Kind.UNWEIGHTED, "", ge("1000", 16, "0", "0", "0"));
		// The standard's b-value is the real one already, except that of a vector of 0.
		assertDiffusion(1000, Kind.DIRECTION, "-1.0000,0.0000,0.0000", ge("1000", 16, "0.70710678", "0", "0").put(
			Tag.DIFFUSION_B_VALUE, 1000));
		assertDiffusion(0, Kind.UNWEIGHTED, "", ge("1000", 16, "0", "0", "0").put(Tag.DIFFUSION_B_VALUE, 1000));
		assertEquals("The b-value 1000 is GE's nominal one; by the length of the gradient vector it is 500", DiffusionTags.of(
			Attributes.of(ge("1000", 16, "0.70710678", "0", "0").build())).remark().orElseThrow());
	}

	private static DataSetBuilder philips(final String b, final String orientation, final double... direction) {
		return secret(secret(file(), "Philips Imaging DD 001", 0x11, 0x2001, 0x03, VR.FL, b), "Philips Imaging DD 001", 0x11,
			0x2001, 0x04, VR.CS, orientation).put(0x20050010, VR.LO, "Philips MR Imaging DD 001").put(0x200510B0, VR.FL,
				direction[0]).put(0x200510B1, VR.FL, direction[1]).put(0x200510B2, VR.FL, direction[2]);
	}

	@Test
	void philips() {
		assertDiffusion(1000, Kind.DIRECTION, "0.0000,1.0000,0.0000", philips("1000", "O", 0, 1, 0));
		assertDiffusion(1000, Kind.TRACE, "", philips("1000", "O", 0, 0, 0));
		assertDiffusion(1000, Kind.TRACE, "", philips("1000", "I", 0, 1, 0));
		assertDiffusion(0, Kind.UNWEIGHTED, "", philips("0", "O", 0, 1, 0));
		assertDiffusion(NONE, Kind.UNWEIGHTED, "", philips("1.7e38", "O", 0, 0, 0));
	}

	@Test
	void unitedImaging() {
		final DataSetBuilder file = secret(file(), "Image Private Header", 0x10, 0x0065, 0x09, VR.FD, "1000").put(0x00651037,
			VR.FD, 0, 0, -1);
		assertDiffusion(1000, Kind.DIRECTION, "0.0000,0.0000,-1.0000", file);
		assertDiffusion(1.25, Kind.UNWEIGHTED, "", secret(file(), "Image Private Header", 0x10, 0x0065, 0x09, VR.FD, "1.25")
			.put(0x00651037, VR.FD, 0, 0, 0));
	}

	@Test
	void canonWritesTheStandardTagIntoWeightedImagesOnly() {
		assertDiffusion(NONE, Kind.UNWEIGHTED, "", file().put(Tag.MANUFACTURER, "TOSHIBA_MEC"));
		assertDiffusion(1500, Kind.DIRECTION, "0.2939,-0.9537,-0.0647", file().put(Tag.DIFFUSION_B_VALUE, 1500).put(
			Tag.DIFFUSION_GRADIENT_ORIENTATION, 0.29387456178665161, -0.95365142822265625, -0.064700603485107422));
	}

	@Test
	void saysWhetherThisIsDiffusionImagingAtAll() {
		assertFalse(DiffusionTags.of(Attributes.of(file().put(Tag.DIFFUSION_B_VALUE, 0).build())).declared());
		assertTrue(DiffusionTags.of(Attributes.of(file().put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "DIFFUSION", "NONE")
			.build())).declared());
		assertTrue(DiffusionTags.of(Attributes.of(file().put(Tag.DIFFUSION_DIRECTIONALITY, "NONE").build())).declared());
	}
}
