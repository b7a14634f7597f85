package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.vertebraj.image.Geometry.Vector;

class MosaicTest {

	private static final int SLICES = 5;
	private static final int ACROSS = 3;

	@TempDir
	Path temp;

	private SeriesFolder folder() {
		return new SeriesFolder(temp);
	}

	/** A picture of 3 x 3 tiles of 7 x 5 pixels, the last four empty; tile k has values from 100·(value + k). */
	private static DataSetBuilder picture(final SeriesFolder folder, final int value, final int down) {
		final int columns = ACROSS * SeriesFolder.COLUMNS;
		final int rows = down * SeriesFolder.ROWS;
		final DataSetBuilder file = SeriesFolder.pixels(folder.slice(0, 0), columns, rows, 0);
		final byte[] bytes = new byte[2 * columns * rows];
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < columns; x++) {
				final int tile = y / SeriesFolder.ROWS * ACROSS + x / SeriesFolder.COLUMNS;
				final int sample = tile < SLICES ? 100 * (value + tile) + x % SeriesFolder.COLUMNS + 10 * (y % SeriesFolder.ROWS)
					: 0;
				bytes[2 * (y * columns + x)] = (byte) sample;
				bytes[2 * (y * columns + x) + 1] = (byte) (sample >> 8);
			}
		return file.put(Tag.PIXEL_DATA, VR.OW, bytes);
	}

	/** Siemens gives the position of a picture of the mosaic's size around the slice. */
	static DataSetBuilder siemens(final SeriesFolder folder, final int value, final double sign) {
		final Vector corner = SeriesFolder.position(0).minus(SeriesFolder.ROW.times(1.5 * SeriesFolder.COLUMNS)).minus(
			SeriesFolder.COLUMN.times(2 * SeriesFolder.ROWS));
		final Vector normal = SeriesFolder.ROW.cross(SeriesFolder.COLUMN).times(sign);
		return picture(folder, value, ACROSS).put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "M", "ND", "MOSAIC") //
			.put(Tag.IMAGE_POSITION, corner.x(), corner.y(), corner.z()).put(0x00290010, VR.LO, "SIEMENS CSA HEADER") //
			.put(0x00291010, VR.OB, CsaHeaderTest.header("NumberOfImagesInMosaic", List.of("5"), "SliceNormalVector", List.of(
				Double.toString(normal.x()), Double.toString(normal.y()), Double.toString(normal.z()))));
	}

	private static void assertVolume(final LoadedSeries series, final int step) {
		assertEquals(List.of(7L, 5L, 5L, 1L, 1L), Arrays.stream(series.image().voxels().dimensionsAsLongArray())
			.boxed().toList());
		for (int z = 0; z < SLICES; z++)
			assertEquals(100 * (1 + (step > 0 ? z : SLICES - 1 - z)) + 3 + 20, SeriesFolder.real(series, 3, 2, z, 0, 0));
	}

	private static void assertOrigin(final Vector expected, final LoadedSeries series) {
		assertEquals(0, series.image().geometry().orElseThrow().origin().minus(expected).length(), 1e-9);
	}

	@Test
	void siemensTilesAreSlices() throws IOException {
		final SeriesFolder folder = folder();
		folder.add(siemens(folder, 1, 1));
		final LoadedSeries series = folder.read();
		assertVolume(series, 1);
		assertOrigin(SeriesFolder.position(0), series);
		assertEquals(4, series.image().geometry().orElseThrow().spacing(2), 1e-9);
		assertEquals(List.of(), series.notes());
		assertEquals("17  MR  Axial T2  7 x 5 x 5", folder.scan().entries().get(0).summary());
	}

	@Test
	void slicesMayDescend() throws IOException {
		final SeriesFolder folder = folder();
		folder.add(siemens(folder, 1, -1));
		final LoadedSeries series = folder.read();
		assertVolume(series, -1);
		assertOrigin(SeriesFolder.position(-(SLICES - 1)), series);
	}

	@Test
	void privateTagOfTheCountAndNoNormal() throws IOException {
		final SeriesFolder folder = folder();
		folder.add(siemens(folder, 1, 1).put(0x00290010, VR.LO, "NOBODY").put(0x00190010, VR.LO, "SIEMENS MR HEADER").put(
			0x0019100A, VR.US, SLICES));
		final LoadedSeries series = folder.read();
		assertVolume(series, 1);
		assertTrue(series.notes().get(0).contains("SliceNormalVector"), series.notes()::toString);
	}

	@Test
	void unitedImagingGivesEachPosition() throws IOException {
		final SeriesFolder folder = folder();
		final DataSet[] positions = new DataSet[SLICES];
		for (int k = 0; k < SLICES; k++) {
			final Vector p = SeriesFolder.position(k);
			positions[k] = new DataSetBuilder().put(Tag.IMAGE_POSITION, p.x(), p.y(), p.z()).build();
		}
		folder.add(picture(folder, 1, 2).put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "M", "NONE", "VFRAME").put(0x00650010,
			VR.LO, "Image Private Header").put(0x00651050, VR.DS, SLICES).put(0x00651051, positions));
		final LoadedSeries series = folder.read();
		assertVolume(series, 1);
		assertOrigin(SeriesFolder.position(0), series);
	}

	private void assertRefused(final String message, final DataSetBuilder file) throws IOException {
		final SeriesFolder folder = folder();
		final Path path = folder.add("mosaic.dcm", file);
		assertEquals(path + ": " + message, assertThrows(IOException.class, folder::read).getMessage());
	}

	@Test
	void refusesWhatCannotBeTakenApart() throws IOException {
		assertRefused("is a mosaic, but does not say of how many slices in (0019,xx0a) and its CSA header", siemens(folder(),
			1, 1).put(0x00290010, VR.LO, "NOBODY"));
		assertRefused("is a mosaic of 21 x 14 pixels, which cannot be cut into 3 x 3 slices", SeriesFolder.pixels(siemens(
			folder(), 1, 1), 21, 14, 0));
		assertRefused("(0018,0088) SpacingBetweenSlices is 0.0, but must be above 0 mm", siemens(folder(), 1, 1).put(
			Tag.SPACING_BETWEEN_SLICES, 0));
		assertRefused("has a SliceNormalVector that is not across its slices", siemens(folder(), 1, 1).put(0x00291010,
			VR.OB, CsaHeaderTest.header("NumberOfImagesInMosaic", List.of("5"), "SliceNormalVector", List.of("1", "0", "0"))));
	}
}
