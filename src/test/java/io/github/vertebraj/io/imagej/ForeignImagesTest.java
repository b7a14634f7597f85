package io.github.vertebraj.io.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.vertebraj.SharedData;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.io.dicom.DiffusionVolumes;
import io.github.vertebraj.io.dicom.SeriesCatalogue;
import io.github.vertebraj.io.dicom.SeriesReader;

/** Scanner files that ImageJ's own DICOM reader has opened, against our own reader. */
class ForeignImagesTest {

	@TempDir
	Path folder;

	private CalibratedImage byImageJ(final Path source) throws IOException, InterruptedException {
		HeadlessMacros.run(Map.of("sequence", "File.openSequence('" + source.toAbsolutePath() + "');"), folder);
		return ImageFiles.open(folder.resolve("sequence.tif"));
	}

	private static CalibratedImage ours(final Path source) throws IOException {
		return SeriesReader.read(SeriesCatalogue.scan(source, done -> {}).entries(), DiffusionVolumes.ALL, done -> {})
			.image();
	}

	private static double[] bValues(final CalibratedImage image) {
		return IntStream.range(0, image.size(3)).mapToDouble(t -> image.label(0, t, 0).number(PlaneLabel.B).orElse(-1))
			.toArray();
	}

	@ParameterizedTest
	@CsvSource({ "dwi/philips_r57_classic_17vol", "dwi/ge_mr29_dwi",
		"fatwater/philips_dualecho_te2.3_4.6_3T_magphase_classic" })
	void stacksOfDicomFilesGetTheirFramesBack(final String name) throws IOException, InterruptedException {
		final CalibratedImage expected = ours(SharedData.path(name));
		final CalibratedImage actual = byImageJ(SharedData.path(name));
		assertArrayEquals(expected.voxels().dimensionsAsLongArray(), actual.voxels().dimensionsAsLongArray());
		assertArrayEquals(bValues(expected), bValues(actual), 1e-3, () -> Arrays.toString(bValues(actual)));
		assertArrayEquals(ImagePlusBridgeTest.real(expected), ImagePlusBridgeTest.real(actual), 1e-2);
		final Geometry geometry = actual.geometry().orElseThrow();
		assertTrue(geometry.agreesWith(expected.geometry().orElseThrow(), 100, 100, 10), geometry::toString);
		assertTrue(geometry.sharesFrameOfReference(expected.geometry().orElseThrow()));
		for (final String key : new String[] { "0020,000E SeriesInstanceUID", "0008,0060 Modality" })
			assertEquals(expected.tags().get(key), actual.tags().get(key));
		assertTrue(actual.tags().keySet().stream().noneMatch(key -> key.startsWith("0010,0010")));
	}

	/** ImageJ reads the header of a plane not before the plane. */
	@Test
	void virtualStacksTellTheirHeadersLate() throws IOException, InterruptedException {
		final CalibratedImage expected = ours(SharedData.path("dwi/ge_mr29_dwi"));
		HeadlessMacros.run(Map.of("virtual", "File.openSequence('" + SharedData.path("dwi/ge_mr29_dwi").toAbsolutePath() +
			"', 'virtual');"), folder);
		final String geometry = Files.readString(folder.resolve("virtual.txt"));
		assertTrue(PlaneTrace.parse(geometry).orElseThrow().geometry().agreesWith(expected.geometry().orElseThrow(), 100, 100,
			10));
		assertArrayEquals(bValues(expected), bValues(ImageFiles.open(folder.resolve("virtual.tif"))));
	}

	@Test
	void aMosaicHasNoPlace() throws IOException, InterruptedException {
		final CalibratedImage image = byImageJ(SharedData.path("dwi/siemens_vb15_mosaic"));
		assertTrue(image.geometry().isEmpty() || image.geometry().get().frameOfReference().isEmpty());
	}
}
