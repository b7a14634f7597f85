package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.io.dicom.DiffusionVolumes;
import io.github.vertebraj.io.dicom.SeriesCatalogue;
import io.github.vertebraj.io.dicom.SeriesReader;
import io.github.vertebraj.io.imagej.ImageFiles;
import io.github.vertebraj.io.imagej.ImagePlusBridge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.plugin.Parameter;

class DemoKindTest {

	@TempDir
	Path folder;

	private CalibratedImage open(final String where, final String series) throws IOException {
		return SeriesReader.read(SeriesCatalogue.scan(folder.resolve(where), done -> {}).select(series), DiffusionVolumes.ALL,
			done -> {}).image();
	}

	@Test
	void theCommandOffersEveryKind() throws NoSuchFieldException {
		final Parameter kind = DemoData.class.getDeclaredField("kind").getAnnotation(Parameter.class);
		assertArrayEquals(Arrays.stream(DemoKind.values()).map(DemoKind::key).toArray(), kind.choices());
		for (final DemoKind each : DemoKind.values())
			assertTrue(kind.description().contains(each.key() + ": "), each.key());
		assertTrue(assertThrows(IllegalArgumentException.class, () -> DemoKind.of("cake")).getMessage().contains(
			"known are lumbar DWI, "));
	}

	/** As it comes from a scanner: one series for each image, which belong together. */
	@Test
	void dixonSeriesAreOneStudy() throws IOException {
		DemoKind.of("dixon pairs").write(folder);
		final CalibratedImage waterFat = open("dixon", "dixon_W, dixon_F");
		assertEquals("component=water", waterFat.label(2, 0, 0).toString());
		assertEquals("component=fat", waterFat.label(2, 0, 1).toString());
		assertEquals("1.5", waterFat.tags().get("0018,0087 MagneticFieldStrength"));
		final CalibratedImage all = open("dixon", "1, 2, 3, 4");
		assertEquals(4, all.size(4));
		assertEquals("te=2.3; component=opposed-phase", all.label(0, 0, 3).toString());
		assertEquals("te=6.9; component=magnitude", open("dixon", "gre").label(0, 1, 0).toString());
		assertTrue(Files.size(folder.resolve("rois.zip")) > 0);
		assertEquals(13, Files.readAllLines(folder.resolve("truth.csv")).size());
	}

	@Test
	void adcMapsOfTheWholeBodyKnowTheirUnit() throws IOException {
		DemoKind.WHOLE_BODY.write(folder);
		assertEquals("10^-3 mm^2/s", open("adc2", "").scale().unit());
		assertEquals(2, open("dwi3", "").size(3));
		assertEquals(open("dwi1", "").geometry().orElseThrow().frameOfReference(), open("adc3", "").geometry().orElseThrow()
			.frameOfReference());
		assertTrue(assertThrows(IOException.class, () -> DemoKind.LUMBAR_DWI.write(Files.createDirectories(Files.createFile(
			Files.createDirectories(folder.resolve("x/dwi")).resolve("foreign.txt")).getParent()).getParent())).getMessage()
			.contains("holds files of something else"));
	}

	@Test
	void eachPatientOfDualEnergyCtHasAFolder() throws IOException {
		DemoKind.of("DECT study").write(folder);
		for (int i = 1; i <= 20; i++)
			for (final String name : new String[] { "low.tif", "high.tif", "rois.zip" })
				assertTrue(Files.size(folder.resolve(String.format("P%02d", i)).resolve(name)) > 0, i + " " + name);
		assertEquals(1 + 20 * (8 + 10) + 1, Files.readAllLines(folder.resolve("truth.csv")).size());
		final CalibratedImage low = ImagePlusBridge.fromImagePlus(ImageFiles.openImagePlus(folder.resolve("P07/low.tif")));
		assertEquals("HU", low.scale().unit());
		assertEquals(100, low.label(5, 0, 0).number("kv").getAsDouble());
	}
}
