package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;

class SeriesGeometryTest extends WithSeriesFolder {

	private static final String REMEDY =
		"; export the original image, or open it by File > Open... and set Image > Properties...";

	private void assertRefused(final String message) {
		assertEquals(message, assertThrows(IOException.class, folder::read).getMessage());
	}

	private DataSetBuilder at(final double slice, final Vector shift) {
		final Vector p = SeriesFolder.position(slice).plus(shift);
		return folder.slice(0, 0).put(Tag.IMAGE_POSITION, p.x(), p.y(), p.z());
	}

	private void addSlices(final double... slices) {
		for (final double slice : slices)
			folder.add(at(slice, new Vector(0, 0, 0)));
	}

	@Test
	void gapsAreRefused() {
		addSlices(0, 1, 2, 4, 5);
		assertRefused("Slices are missing: f003.dcm and f004.dcm are 8.00 mm apart, where 4.00 mm are usual");
	}

	@Test
	void unevenSlicesAreRefused() {
		addSlices(0, 1, 2.2, 3.2);
		assertRefused("The slices are not evenly spaced: f002.dcm and f003.dcm are 4.80 mm apart, where 4.00 mm are usual");
	}

	@Test
	void twoSlicesAreComparedWithTheirTag() {
		addSlices(0, 3);
		assertRefused("Slices are missing: f001.dcm and f002.dcm are 12.00 mm apart, but (0018,0088) SpacingBetweenSlices is " +
			"4.00 mm");
	}

	@Test
	void smallRoundingIsNoGap() throws IOException {
		addSlices(0, 1.004, 2, 2.997);
		assertEquals(2.997 / 3 * 4, folder.read().image().geometry().orElseThrow().spacing(2), 1e-6);
	}

	@Test
	void aTiltedGantryShearsTheStack() throws IOException {
		for (int i = 0; i < 4; i++)
			folder.add(at(i, SeriesFolder.COLUMN.times(i)));
		final Geometry geometry = folder.read().image().geometry().orElseThrow();
		assertEquals(0, geometry.zStep().minus(SeriesFolder.ROW.cross(SeriesFolder.COLUMN).times(4).plus(
			SeriesFolder.COLUMN)).length(), 1e-6);
		assertEquals(1.5 * 2 * 4 / 1000, geometry.voxelVolume(), 1e-9);
	}

	@Test
	void planesAsideOfTheOthersAreRefused() {
		addSlices(0, 1, 2);
		folder.add(at(3, SeriesFolder.ROW.times(5)));
		final String message = assertThrows(IOException.class, folder::read).getMessage();
		assertTrue(message.startsWith("The images do not lie in a line, so they are not one volume: f002.dcm, f003.dcm"),
			message);
	}

	@Test
	void mixedOrientationIsRefusedButListed() throws IOException {
		addSlices(0, 1, 2);
		folder.add(folder.slice(0, 0).put(Tag.IMAGE_ORIENTATION, 1, 0, 0, 0, 0, -1));
		assertEquals(1, folder.scan().entries().size());
		assertRefused("The images differ in orientation ((1, 0, 0)(0, 0, -1) against (0.8, 0.6, 0)(-0.36, 0.48, 0.8)), so" +
			" they are not one volume: f004.dcm (1 of 4) against f001.dcm; choose other series, or move the images that do not belong into another" +
			" folder");
	}

	@Test
	void mixedSizeIsRefusedButListed() throws IOException {
		addSlices(0, 1);
		folder.add(SeriesFolder.pixels(folder.slice(2, 0), 8, 5, 0));
		assertEquals("17  MR  Axial T2  3 images of different size", folder.scan().entries().get(0).summary());
		assertRefused("The images differ in size (8 x 5 against 7 x 5), so they are not one volume: f003.dcm (1 of 3) against" +
			" f001.dcm; choose other series, or move the images that do not belong into another folder");
	}

	@Test
	void mixedFramesOfReferenceAreRefused() {
		addSlices(0, 1);
		folder.add(folder.slice(2, 0).put(Tag.FRAME_OF_REFERENCE_UID, "9.9"));
		final String message = assertThrows(IOException.class, folder::read).getMessage();
		assertTrue(message.startsWith("The images differ in frame of reference"), message);
	}

	private void assertTagRefused(final String message, final int tag, final double... values) {
		final DataSetBuilder file = values.length == 0 ? folder.slice(1, 0).putEmpty(tag, VR.DS) : folder.slice(1, 0).put(tag,
			values);
		folder.add(folder.slice(0, 0));
		final Path path = folder.add("odd.dcm", file);
		assertRefused(path + ": " + message + (message.endsWith("missing") ? REMEDY : ""));
	}

	@Test
	void missingTagsAreNamed() {
		assertTagRefused("(0028,0030) PixelSpacing is missing", Tag.PIXEL_SPACING);
	}

	@Test
	void missingPosition() {
		assertTagRefused("(0020,0032) ImagePositionPatient is missing", Tag.IMAGE_POSITION);
	}

	@Test
	void missingOrientation() {
		assertTagRefused("(0020,0037) ImageOrientationPatient is missing", Tag.IMAGE_ORIENTATION);
	}

	@Test
	void zeroSpacing() {
		assertTagRefused("(0028,0030) PixelSpacing is 0.0\\1.5, but must be above 0 mm", Tag.PIXEL_SPACING, 0, 1.5);
	}

	@Test
	void halfASpacing() {
		assertTagRefused("(0028,0030) PixelSpacing needs 2 sensible numbers, but has [2.0]", Tag.PIXEL_SPACING, 2);
	}

	@Test
	void skewOrientation() {
		assertTagRefused("(0020,0037) ImageOrientationPatient is [1.0, 0.0, 0.0, 0.5, 0.5, 0.0], but must be two " +
			"perpendicular unit vectors", Tag.IMAGE_ORIENTATION, 1, 0, 0, 0.5, 0.5, 0);
	}

	@Test
	void aSingleSliceTakesItsSpacingTagOrItsThickness() throws IOException {
		folder.add("a.dcm", folder.slice(0, 0));
		assertEquals(4, folder.read().image().geometry().orElseThrow().spacing(2), 1e-9);
		folder.add("a.dcm", folder.slice(0, 0).putEmpty(Tag.SPACING_BETWEEN_SLICES, VR.DS));
		final LoadedSeries thick = folder.read();
		assertEquals(3.5, thick.image().geometry().orElseThrow().spacing(2), 1e-9);
		assertEquals(List.of("A single slice: its thickness of 3.5 mm is taken as the slice spacing"), thick.notes());
		folder.add("a.dcm", folder.slice(0, 0).putEmpty(Tag.SPACING_BETWEEN_SLICES, VR.DS).put(Tag.SLICE_THICKNESS, 0));
		assertRefused(temp.resolve("a.dcm") + ": (0018,0050) SliceThickness is missing or not above 0 mm, so a single slice " +
			"has no depth");
	}

	private DataSetBuilder capture() {
		return folder.slice(0, 3).putEmpty(Tag.IMAGE_POSITION, VR.DS).putEmpty(Tag.IMAGE_ORIENTATION, VR.DS);
	}

	@Test
	void aLonePictureNeedsNoPosition() throws IOException {
		folder.add("a.dcm", capture());
		final LoadedSeries series = folder.read();
		assertEquals(Optional.of(Geometry.ofSpacing(1.5, 2, 3.5)), series.image().geometry());
		assertEquals(300, SeriesFolder.real(series, 0, 0, 0, 0, 0));
		assertEquals(List.of("a.dcm: (0020,0037) ImageOrientationPatient is missing; only the spacing is known"), series
			.notes());
	}

	@Test
	void aRadiographHasNoDepth() throws IOException {
		folder.add("a.dcm", capture().putEmpty(Tag.PIXEL_SPACING, VR.DS).putEmpty(Tag.SLICE_THICKNESS, VR.DS).put(
			Tag.IMAGER_PIXEL_SPACING, 0.14, 0.14).put(Tag.MODALITY, "DX"));
		final LoadedSeries series = folder.read();
		assertEquals(Optional.empty(), series.image().geometry());
		assertEquals("0.14\\0.14", series.image().tags().get("0018,1164 ImagerPixelSpacing"));
		assertEquals(List.of("a.dcm: (0028,0030) PixelSpacing is missing; without a slice thickness, (0018,0050), it is " +
			"opened without calibration"), series.notes());
	}

	@Test
	void aLonePictureWithoutAnySpacingIsRefused() {
		folder.add("a.dcm", capture().putEmpty(Tag.PIXEL_SPACING, VR.DS));
		assertRefused(temp.resolve("a.dcm") + ": (0028,0030) PixelSpacing is missing" + REMEDY);
	}
}
