package io.github.vertebraj.io.dicom;

import static io.github.vertebraj.io.dicom.SeriesFolder.assertPlanes;
import static io.github.vertebraj.io.dicom.SeriesFolder.inSeries;
import static io.github.vertebraj.io.dicom.SeriesFolder.labels;
import static io.github.vertebraj.io.dicom.SeriesFolder.real;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Echoes and components of a series. */
class EchoSeriesTest extends WithSeriesFolder {

	@Test
	void echoesAreFrames() throws IOException {
		folder.addVolume(0, file -> file.put(Tag.ECHO_TIME, 4.6));
		folder.addVolume(1, file -> file.put(Tag.ECHO_TIME, 2.3));
		final LoadedSeries series = folder.read();
		assertEquals(List.of("te=2.3", "te=4.6"), labels(series, 0));
		assertPlanes(series, 10, 11, 12, 0, 1, 2);
		assertFalse(series.image().tags().containsKey("0018,0081 EchoTime"));
	}

	@Test
	void componentsAreChannels() throws IOException {
		for (final double te : new double[] { 2.3, 4.6 }) {
			folder.addVolume(0, file -> file.put(Tag.ECHO_TIME, te).put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "P").put(
				Tag.RESCALE_SLOPE, 2).put(Tag.RESCALE_INTERCEPT, -4096).put(Tag.RESCALE_TYPE, "mrad"));
			folder.addVolume(1, file -> file.put(Tag.ECHO_TIME, te).put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "M"));
		}
		final LoadedSeries series = folder.read();
		assertArrayEquals(new long[] { 7, 5, 3, 2, 2 }, series.image().voxels().dimensionsAsLongArray());
		assertEquals(List.of("te=2.3; component=magnitude", "te=4.6; component=magnitude"), labels(series, 0));
		assertEquals(List.of("te=2.3; component=phase; turn=6283.1853", "te=4.6; component=phase; turn=6283.1853"), labels(
			series, 1));
		assertEquals(1200, real(series, 0, 0, 2, 1, 0));
		assertEquals(2 * 200 - 4096, real(series, 0, 0, 2, 1, 1));
		assertEquals("", series.image().scale().unit());
		assertEquals("te=4.6; component=phase; turn=6283.1853", series.image().labels().get(11).toString());
	}

	@Test
	void dixonComponentsComeFromDifferentEchoes() throws IOException {
		final List<String> types = List.of("OPP_PHASE", "IN_PHASE", "FAT", "WATER");
		for (int i = 0; i < 4; i++) {
			final int number = i;
			folder.addVolume(i, inSeries(5 + i, file -> file.put(Tag.ECHO_TIME, number == 1 ? 2.46 : 1.23).put(Tag.IMAGE_TYPE,
				"DERIVED", "PRIMARY", "DIXON", types.get(number))));
		}
		final LoadedSeries series = folder.read();
		assertArrayEquals(new long[] { 7, 5, 3, 1, 4 }, series.image().voxels().dimensionsAsLongArray());
		assertEquals(List.of("te=1.23; component=water", "te=1.23; component=fat", "te=2.46; component=in-phase",
			"te=1.23; component=opposed-phase"), series.image().labels().subList(0, 4).stream().map(Object::toString).toList());
		assertEquals(3000, real(series, 0, 0, 0, 0, 0));
		assertEquals(1000, real(series, 0, 0, 0, 0, 2));
	}

	@Test
	void aComponentThatLacksFramesIsAnError() throws IOException {
		for (final double te : new double[] { 2.3, 4.6 })
			folder.addVolume(1, file -> file.put(Tag.ECHO_TIME, te).put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "M"));
		folder.addVolume(0, file -> file.put(Tag.ECHO_TIME, 4.6).put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "P"));
		folder.assertRefused("The components of the image do not have the same frames: TE = 2.3 ms, magnitude; TE = 4.6 ms, " +
			"magnitude against TE = 4.6 ms, phase; read together what belongs together: series=17/magnitude or series=17/phase");
		assertEquals(List.of("te=4.6; component=phase"), labels(SeriesReader.read(folder.scan().select("17/phase"),
			DiffusionVolumes.ALL, p -> {}), 0));
	}
}
