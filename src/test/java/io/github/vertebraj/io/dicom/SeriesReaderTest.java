package io.github.vertebraj.io.dicom;

import static io.github.vertebraj.io.dicom.SeriesFolder.assertPlanes;
import static io.github.vertebraj.io.dicom.SeriesFolder.b;
import static io.github.vertebraj.io.dicom.SeriesFolder.inSeries;
import static io.github.vertebraj.io.dicom.SeriesFolder.labels;
import static io.github.vertebraj.io.dicom.SeriesFolder.real;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import io.github.vertebraj.image.Geometry;

class SeriesReaderTest extends WithSeriesFolder {

	@Test
	void slicesRiseAlongTheNormal() throws IOException {
		folder.addVolume(0, file -> {});
		final LoadedSeries series = folder.read();
		assertPlanes(series, 0, 1, 2);
		assertEquals(100 * 2 + 3 + 10 * 4, real(series, 3, 4, 2, 0, 0));
		final Geometry geometry = series.image().geometry().orElseThrow();
		assertEquals(1.5, geometry.spacing(0), 1e-9);
		assertEquals(2, geometry.spacing(1), 1e-9);
		assertEquals(4, geometry.spacing(2), 1e-9);
		assertEquals(0, geometry.toPatient(0, 0, 2).minus(SeriesFolder.position(2)).length(), 1e-6);
		assertEquals("1.2.3", geometry.frameOfReference().orElseThrow());
		assertEquals("17 Axial T2", series.image().title());
		assertEquals(List.of(""), labels(series, 0));
		assertEquals(List.of(), series.notes());
	}

	@Test
	void temporalPositionCountsMoreThanInstanceNumber() throws IOException {
		folder.addVolume(0, file -> file.put(Tag.TEMPORAL_POSITION_IDENTIFIER, 2));
		folder.addVolume(1, file -> file.put(Tag.TEMPORAL_POSITION_IDENTIFIER, 1));
		assertPlanes(folder.read(), 10, 11, 12, 0, 1, 2);
	}

	@Test
	void copiesOfAFileAreReadOnce() throws IOException {
		folder.addVolume(0, b(0));
		folder.addVolume(1, b(500));
		Files.copy(temp.resolve("f002.dcm"), temp.resolve("copy of f002.dcm"));
		final LoadedSeries series = folder.read();
		assertPlanes(series, 0, 1, 2, 10, 11, 12);
		assertEquals(List.of("Read once, though there several times (same SOP Instance UID): 1 image (f002.dcm)"), series
			.notes());
	}

	@Test
	void seriesOfEqualGeometryMerge() throws IOException {
		folder.addVolume(0, inSeries(20, b(800)));
		folder.addVolume(1, inSeries(17, b(0)));
		folder.addVolume(2, inSeries(17, b(800, 1, 0, 0)));
		final LoadedSeries series = SeriesReader.read(folder.scan().select("17,20"), DiffusionVolumes.TRACE, p -> {});
		assertEquals(List.of("b=0", "b=800; diffusion=trace"), labels(series, 0));
		assertPlanes(series, 10, 11, 12, 0, 1, 2);
		final Map<String, String> tags = series.image().tags();
		assertEquals("17, 20", tags.get("0020,0011 SeriesNumber"));
		assertEquals("1.2.3.17, 1.2.3.20", tags.get("0020,000e SeriesInstanceUID"));
		assertEquals("17 series 17 + 20 series 20", series.image().title());
	}

	@Test
	void magnitudeGoesWithoutSaying() throws IOException {
		folder.addVolume(0, inSeries(17, b(0)).andThen(file -> file.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "M", "ND")));
		folder.addVolume(1, inSeries(18, b(800)).andThen(file -> file.put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY", "DIFFUSION",
			"TRACEW")));
		assertEquals(List.of("b=0; component=magnitude", "b=800; diffusion=trace; component=magnitude"), labels(folder.read(),
			0));
	}

	@Test
	void seriesThatDoNotFitDoNotMerge() {
		folder.addVolume(0, inSeries(17, b(0)));
		folder.addVolume(1, inSeries(18, b(800)).andThen(file -> file.put(Tag.PIXEL_SPACING, 2, 1.6)));
		folder.assertRefused("The images differ in pixel spacing (1.6 x 2 mm against 1.5 x 2 mm), so they are not one volume:" +
			" f004.dcm, f005.dcm, f006.dcm (3 of 6) against f001.dcm");
	}

	@Test
	void aMapDoesNotMergeWithItsSource() {
		folder.addVolume(0, inSeries(17, b(0)));
		folder.addVolume(1, inSeries(18, file -> file.put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY", "DIFFUSION", "ADC")));
		folder.assertRefused("A computed map cannot be merged with measured signal");
	}

	@Test
	void energiesAreFrames() throws IOException {
		folder.addVolume(0, inSeries(3, file -> file.put(Tag.MODALITY, "CT").put(Tag.MONOENERGETIC_ENERGY_EQUIVALENT, 100)));
		folder.addVolume(1, inSeries(4, file -> file.put(Tag.MODALITY, "CT").put(
			Tag.MULTI_ENERGY_CT_CHARACTERISTICS_SEQUENCE, new DataSetBuilder().put(Tag.MONOENERGETIC_ENERGY_EQUIVALENT, 70)
				.build())));
		assertEquals(List.of("energy=70", "energy=100"), labels(folder.read(), 0));
	}

	@Test
	void voltagesAreFrames() throws IOException {
		folder.addVolume(0, inSeries(3, file -> file.put(Tag.MODALITY, "CT").put(Tag.KVP, 140)));
		folder.addVolume(1, inSeries(4, file -> file.put(Tag.MODALITY, "CT").put(Tag.KVP, 80)));
		assertEquals(List.of("kv=80", "kv=140"), labels(folder.read(), 0));
	}

	@Test
	void tagsAreWhatAllPlanesShareAndNobodysName() throws IOException {
		folder.addVolume(0, file -> file.put(Tag.PATIENT_AGE, "054Y").put(Tag.PATIENT_SEX, "F").put(0x00100010, VR.PN,
			"Doe^Jane").put(0x00100020, VR.LO, "4711").put(0x00100030, VR.DA, "19700101").put(Tag.MAGNETIC_FIELD_STRENGTH, 1.5)
			.put(Tag.WINDOW_CENTER, 40, 400).put(Tag.WINDOW_WIDTH, 80, 2000));
		final Map<String, String> tags = folder.read().image().tags();
		assertEquals("054Y", tags.get("0010,1010 PatientAge"));
		assertEquals("F", tags.get("0010,0040 PatientSex"));
		assertEquals("1.5", tags.get("0018,0087 MagneticFieldStrength"));
		assertEquals("40", tags.get("0028,1050 WindowCenter"));
		assertEquals("80", tags.get("0028,1051 WindowWidth"));
		assertFalse(tags.toString().matches(".*(Doe|4711|1970).*"), tags::toString);
	}

	@Test
	void anInterruptedReaderStops() throws IOException {
		folder.addVolume(0, b(0));
		final SeriesCatalogue catalogue = folder.scan();
		Thread.currentThread().interrupt();
		assertThrows(CancellationException.class, () -> SeriesReader.read(catalogue.entries(),
			DiffusionVolumes.ALL, p -> {}));
		assertTrue(Thread.interrupted());
	}

	@Test
	void pixelsThatAreCutShortAreAnError() throws IOException {
		folder.addVolume(0, b(0));
		final Path file = temp.resolve("f002.dcm");
		final byte[] whole = Files.readAllBytes(file);
		Files.write(file, Arrays.copyOf(whole, whole.length - 10));
		folder.assertRefused(file + " is cut short");
	}

	@Test
	void noSeriesIsAnError() {
		assertThrows(IllegalArgumentException.class, () -> SeriesReader.read(List.of(), DiffusionVolumes.ALL, p -> {}));
		assertEquals("Diffusion volumes are all, directions, trace, not 'both'", assertThrows(IllegalArgumentException.class,
			() -> DiffusionVolumes.of("both")).getMessage());
		assertEquals(DiffusionVolumes.TRACE, DiffusionVolumes.of(" Trace"));
	}
}
