package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.vertebraj.image.Geometry.Vector;

class EnhancedSeriesTest {

	@TempDir
	Path temp;

	private static DataSet item(final DataSetBuilder content) {
		return content.build();
	}

	/** The functional groups of one frame; slope as each frame may have its own. */
	static DataSetBuilder frame(final int slice, final double b, final double slope, final double... direction) {
		final Vector p = SeriesFolder.position(slice);
		final DataSetBuilder diffusion = new DataSetBuilder().put(Tag.DIFFUSION_B_VALUE, b).put(Tag.DIFFUSION_DIRECTIONALITY,
			b == 0 ? "NONE" : direction.length == 0 ? "ISOTROPIC" : "DIRECTIONAL");
		if (direction.length == 3) diffusion.put(Tag.DIFFUSION_GRADIENT_DIRECTION_SEQUENCE, item(new DataSetBuilder().put(
			Tag.DIFFUSION_GRADIENT_ORIENTATION, direction)));
		return new DataSetBuilder().put(Tag.MR_DIFFUSION_SEQUENCE, item(diffusion)) //
			.put(Tag.PLANE_POSITION_SEQUENCE, item(new DataSetBuilder().put(Tag.IMAGE_POSITION, p.x(), p.y(), p.z()))) //
			.put(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, item(new DataSetBuilder().put(Tag.RESCALE_SLOPE, slope).put(
				Tag.RESCALE_INTERCEPT, 0).put(Tag.RESCALE_TYPE, "US")));
	}

	/** What all frames share. */
	static DataSetBuilder shared() {
		return new DataSetBuilder().put(Tag.PIXEL_MEASURES_SEQUENCE, item(new DataSetBuilder().put(Tag.PIXEL_SPACING, 2, 1.5)
			.put(Tag.SLICE_THICKNESS, 3.5))) //
			.put(Tag.PLANE_ORIENTATION_SEQUENCE, item(new DataSetBuilder().put(Tag.IMAGE_ORIENTATION, SeriesFolder.ROW.x(),
				SeriesFolder.ROW.y(), SeriesFolder.ROW.z(), SeriesFolder.COLUMN.x(), SeriesFolder.COLUMN.y(), SeriesFolder.COLUMN
					.z()))) //
			.put(Tag.MR_ECHO_SEQUENCE, item(new DataSetBuilder().put(Tag.EFFECTIVE_ECHO_TIME, 68)));
	}

	static DataSetBuilder file(final DataSetBuilder shared, final DataSetBuilder... frames) {
		final int[] values = IntStream.range(0, frames.length).toArray();
		return SeriesFolder.pixels(new DataSetBuilder().put(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.4.1") //
			.put(Tag.SOP_INSTANCE_UID, "1.2.3.4").put(Tag.SERIES_INSTANCE_UID, "1.2.3.17").put(Tag.MODALITY, "MR") //
			.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "DIFFUSION", "NONE").put(Tag.COMPLEX_IMAGE_COMPONENT, "MAGNITUDE") //
			.put(Tag.SERIES_NUMBER, 17).put(Tag.FRAME_OF_REFERENCE_UID, "1.2.3").put(Tag.NUMBER_OF_FRAMES, frames.length) //
			.put(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared.build()) //
			.put(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, Arrays.stream(frames).map(DataSetBuilder::build).toArray(
				DataSet[]::new)), SeriesFolder.COLUMNS, SeriesFolder.ROWS, values);
	}

	private LoadedSeries read(final DataSetBuilder file) throws IOException {
		final SeriesFolder folder = new SeriesFolder(temp);
		folder.add("enhanced.dcm", file);
		return folder.read();
	}

	@Test
	void groupsOfTheFrameThenSharedOnes() throws IOException {
		final LoadedSeries series = read(file(shared(), frame(1, 800, 1), frame(0, 800, 1), frame(1, 0, 1), frame(0, 0, 1),
			frame(0, 800, 1, 0, 0.6, 0.8), frame(1, 800, 1, 0, 0.6, 0.8)));
		assertEquals(List.of("b=0; te=68; component=magnitude",
			"b=800; diffusion=directions; direction=0.0000,0.6000,0.8000; te=68; component=magnitude",
			"b=800; diffusion=trace; te=68; component=magnitude"), SeriesFolder.labels(series, 0));
		// Frames 3 and 2 of the file are b = 0, 4 and 5 the direction, 1 and 0 the trace.
		final List<Double> firsts = new ArrayList<>();
		for (int t = 0; t < 3; t++)
			for (int z = 0; z < 2; z++)
				firsts.add(SeriesFolder.real(series, 0, 0, z, t, 0));
		assertEquals(List.of(300.0, 200.0, 400.0, 500.0, 100.0, 0.0), firsts);
		assertEquals(0, series.image().geometry().orElseThrow().origin().minus(SeriesFolder.FIRST).length(), 1e-9);
		assertEquals("3.5", series.image().tags().get("0018,0050 SliceThickness"));
	}

	@Test
	void transformationOfEachFrameIsAppliedOnce() throws IOException {
		final LoadedSeries series = read(file(shared(), frame(0, 0, 2), frame(0, 800, 3)));
		assertEquals(1, series.image().scale().slope());
		assertEquals(2 * 13, SeriesFolder.real(series, 3, 1, 0, 0, 0));
		assertEquals(3 * 113, SeriesFolder.real(series, 3, 1, 0, 1, 0));
	}

	@Test
	void philipsRepeatsAttributesInPrivateGroupsWithOtherValues() throws IOException {
		final DataSet secret = new DataSetBuilder().put(Tag.DIFFUSION_B_VALUE, 0).put(Tag.DIFFUSION_DIRECTIONALITY, "NONE")
			.put(Tag.IMAGE_POSITION, 0, 0, 0).put(Tag.RESCALE_SLOPE, 7).build();
		final LoadedSeries series = read(file(shared(), frame(0, 800, 1).put(0x20050014, VR.LO,
			"Philips MR Imaging DD 005").put(0x2005140F, secret)));
		assertEquals(List.of("b=800; diffusion=trace; te=68; component=magnitude"), SeriesFolder.labels(series, 0));
		assertEquals(1, series.image().scale().slope());
	}

	@Test
	void traceAmongTheDirectionsIsNoDirection() throws IOException {
		final SeriesFolder folder = new SeriesFolder(temp);
		folder.add("enhanced.dcm", file(shared(), frame(0, 0, 1), frame(0, 800, 1, 1, 0, 0), frame(0, 800, 1)));
		assertEquals(List.of("b=0; te=68; component=magnitude",
			"b=800; diffusion=directions; direction=1.0000,0.0000,0.0000; te=68; component=magnitude"), SeriesFolder.labels(
				folder.read(DiffusionVolumes.DIRECTIONS), 0));
		assertEquals(List.of("b=0; te=68; component=magnitude", "b=800; diffusion=trace; te=68; component=magnitude"),
			SeriesFolder.labels(folder.read(DiffusionVolumes.TRACE), 0));
	}

	@Test
	void privateImageTypeIsFoundInWhateverBlock() throws IOException {
		for (final int block : new int[] { 0x10, 0x11 }) {
			final DataSet secret = new DataSetBuilder().put(Tag.of(0x0021, block), VR.LO, "SIEMENS MR SDI 02").put(Tag.of(0x0021,
				block << 8 | 0x75), VR.CS, "DERIVED", "PRIMARY", "DIXON", "FAT").build();
			final LoadedSeries series = read(file(shared(), frame(0, 0, 1).put(Tag.of(0x0021, block), VR.LO,
				"SIEMENS MR SDI 02").put(Tag.of(0x0021, block << 8 | 0xFE), secret)));
			assertEquals("fat", series.image().label(0, 0, 0).get("component").orElseThrow());
		}
	}

	@Test
	void asManyGroupsAsFrames() {
		final IOException refused = assertThrows(IOException.class, () -> read(file(shared(), frame(0, 0, 1), frame(1, 0, 1))
			.put(Tag.NUMBER_OF_FRAMES, 3)));
		assertEquals(temp.resolve("enhanced.dcm") + ": has 3 frames, but describes 2 of them", refused.getMessage());
	}

	@Test
	void framesWithoutGroupsHaveNoPlace() {
		final SeriesFolder folder = new SeriesFolder(temp);
		folder.add("capture.dcm", SeriesFolder.pixels(folder.slice(0, 0), 7, 5, 1, 2).put(Tag.NUMBER_OF_FRAMES, 2));
		final IOException refused = assertThrows(IOException.class, folder::read);
		assertEquals(temp.resolve("capture.dcm") + ": has 2 frames without functional groups (5200,9230), so their positions " +
			"are not known; export the series again, one file per image or as enhanced DICOM", refused.getMessage());
	}
}
