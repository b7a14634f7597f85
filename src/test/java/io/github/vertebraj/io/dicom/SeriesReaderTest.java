package io.github.vertebraj.io.dicom;

import static io.github.vertebraj.io.dicom.SeriesFolder.labels;
import static io.github.vertebraj.io.dicom.SeriesFolder.real;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.vertebraj.image.Geometry;

class SeriesReaderTest {

	private static final double[] X = { 1, 0, 0 };
	private static final double[] Y = { 0, 1, 0 };

	@TempDir
	Path temp;

	private SeriesFolder folder;

	@BeforeEach
	void makeFolder() {
		folder = new SeriesFolder(temp);
	}

	private static Consumer<DataSetBuilder> b(final double b, final double... direction) {
		return file -> {
			file.put(Tag.DIFFUSION_B_VALUE, b).put(Tag.DIFFUSION_DIRECTIONALITY, direction.length == 3 ? "DIRECTIONAL" : b == 0
				? "NONE" : "ISOTROPIC");
			if (direction.length == 3) file.put(Tag.DIFFUSION_GRADIENT_ORIENTATION, direction);
		};
	}

	private static Consumer<DataSetBuilder> inSeries(final int number, final Consumer<DataSetBuilder> change) {
		return change.andThen(file -> file.put(Tag.SERIES_NUMBER, number).put(Tag.SERIES_INSTANCE_UID, "1.2.3." + number).put(
			Tag.SERIES_DESCRIPTION, "series " + number));
	}

	private void assertRefused(final String part) {
		final String message = assertThrows(IOException.class, folder::read).getMessage();
		assertTrue(message.contains(part), message);
	}

	/** The values of the first pixels, divided by 100: which file went where, frame by frame. */
	private static void assertPlanes(final LoadedSeries series, final int... values) {
		final int slices = series.image().size(2);
		for (int i = 0; i < values.length; i++)
			assertEquals(100 * values[i], real(series, 0, 0, i % slices, i / slices, 0), "plane " + i);
		assertEquals(values.length, slices * series.image().size(3));
	}

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
	void framesRiseInBThenDirectionsThenTrace() throws IOException {
		folder.addVolume(0, b(800));
		folder.addVolume(1, b(800, Y));
		folder.addVolume(2, b(50));
		folder.addVolume(3, b(800, X));
		folder.addVolume(4, b(0));
		final LoadedSeries series = folder.read();
		assertEquals(List.of("b=0", "b=50; diffusion=trace", "b=800; diffusion=directions; direction=0.0000,1.0000,0.0000",
			"b=800; diffusion=directions; direction=1.0000,0.0000,0.0000", "b=800; diffusion=trace"), labels(series, 0));
		assertPlanes(series, 40, 41, 42, 20, 21, 22, 10, 11, 12, 30, 31, 32, 0, 1, 2);
		assertEquals(List.of("b=0", "b=800; diffusion=directions; direction=0.0000,1.0000,0.0000",
			"b=800; diffusion=directions; direction=1.0000,0.0000,0.0000"), labels(folder.read(DiffusionVolumes.DIRECTIONS),
				0));
		assertEquals(List.of("b=0", "b=50; diffusion=trace", "b=800; diffusion=trace"), labels(folder.read(
			DiffusionVolumes.TRACE), 0));
	}

	@Test
	void aKindThatIsNotThereIsAnError() throws IOException {
		folder.addVolume(0, b(0));
		folder.addVolume(1, b(800, X));
		assertEquals("No image is marked as a trace image, so volumes=trace picks nothing; there are: b = 0; b = 800, " +
			"directions", assertThrows(IOException.class, () -> folder.read(DiffusionVolumes.TRACE)).getMessage());
	}

	@Test
	void aDroppedVolumeMayBeIncomplete() throws IOException {
		folder.addVolume(0, b(0));
		folder.addVolume(1, b(800));
		folder.add(folder.diffusion(1, 5, 800, X));
		assertEquals(2, folder.read(DiffusionVolumes.TRACE).image().size(3));
		assertRefused("b = 800, directions lacks 2 of 3 slices (slice 1, 3); it has only f007.dcm");
	}

	@Test
	void repeatedVolumesFollowOneAnother() throws IOException {
		folder.addVolume(0, b(800, X));
		folder.addVolume(1, b(800, X));
		folder.addVolume(2, b(0));
		final LoadedSeries series = folder.read();
		assertEquals(List.of("b=0", "b=800; diffusion=directions; direction=1.0000,0.0000,0.0000; repeat=1",
			"b=800; diffusion=directions; direction=1.0000,0.0000,0.0000; repeat=2"), labels(series, 0));
		assertPlanes(series, 20, 21, 22, 0, 1, 2, 10, 11, 12);
	}

	@Test
	void temporalPositionCountsMoreThanInstanceNumber() throws IOException {
		folder.addVolume(0, file -> file.put(Tag.TEMPORAL_POSITION_IDENTIFIER, 2));
		folder.addVolume(1, file -> file.put(Tag.TEMPORAL_POSITION_IDENTIFIER, 1));
		assertPlanes(folder.read(), 10, 11, 12, 0, 1, 2);
	}

	@Test
	void partialDuplicatesAreAnError() {
		folder.addVolume(0, b(0));
		folder.add(folder.diffusion(1, 9, 0));
		assertRefused("Some slices of b = 0 are there 2 times, others less often: f001.dcm, f004.dcm");
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
	void aWholeVolumeWithoutBIsZero() throws IOException {
		folder.addVolume(0, b(800));
		folder.addVolume(1, file -> {});
		final LoadedSeries series = folder.read();
		assertEquals(List.of("b=0", "b=800; diffusion=trace"), labels(series, 0));
		assertEquals(List.of("Taken as b = 0, having no b-value and being a whole volume beside weighted ones: 3 images " +
			"(f004.dcm, f005.dcm, f006.dcm)"), series.notes());
	}

	@Test
	void lessThanAWholeVolumeWithoutBIsAnError() {
		folder.addVolume(0, b(800));
		folder.add(folder.slice(0, 1));
		assertRefused("1 of 4 images have no valid b-value, (0018,9087) or the manufacturer's private tag, and are not one whole " +
			"b = 0 volume: f004.dcm");
	}

	@Test
	void withoutBBesideZeroIsAnError() {
		folder.addVolume(0, b(800));
		folder.addVolume(1, b(0));
		folder.addVolume(2, file -> {});
		assertRefused("3 of 9 images have no valid b-value");
	}

	@Test
	void aTraceImageWithoutBIsNotZero() {
		folder.addVolume(0, b(800));
		folder.addVolume(1, file -> file.put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY", "DIFFUSION", "TRACEW"));
		assertRefused("3 of 6 images have no valid b-value");
	}

	@Test
	void aWrongBValueIsNotZero() {
		folder.addVolume(0, b(800));
		folder.addVolume(1, b(-5));
		folder.addVolume(2, b(Double.NaN));
		assertRefused("6 of 9 images have no valid b-value");
	}

	@Test
	void anImageComputedLaterIsNotZero() {
		folder.addVolume(0, b(800));
		folder.addVolume(1, file -> file.put(Tag.IMAGE_TYPE, "DERIVED", "SECONDARY"));
		assertRefused("3 of 6 images have no valid b-value");
	}

	@Test
	void zeroEverywhereIsNoDiffusion() throws IOException {
		folder.addVolume(0, file -> file.put(Tag.DIFFUSION_B_VALUE, 0));
		assertEquals(List.of(""), labels(folder.read(), 0));
		folder.addVolume(1, b(0));
		assertEquals(List.of("b=0; repeat=1", "b=0; repeat=2"), labels(folder.read(), 0));
	}

	@Test
	void anAdcMapHasNoBValue() throws IOException {
		folder.addVolume(0, b(800).andThen(file -> file.put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY", "DIFFUSION", "ADC")));
		final LoadedSeries series = folder.read();
		assertEquals(List.of("component=adc"), labels(series, 0));
		assertEquals(List.of("This is a computed map (adc), no measured signal: (0008,0008) ImageType is " +
			"DERIVED\\PRIMARY\\DIFFUSION\\ADC"), series.notes());
	}

	@Test
	void seriesOfEqualGeometryMerge() throws IOException {
		folder.addVolume(0, inSeries(20, b(800)));
		folder.addVolume(1, inSeries(17, b(0)));
		folder.addVolume(2, inSeries(17, b(800, X)));
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
		assertRefused("The images differ in pixel spacing, so they are not one volume: f004.dcm, f005.dcm, f006.dcm (3 of 6) " +
			"against f001.dcm");
	}

	@Test
	void aSeriesWithoutBDoesNotMergeWithOneThatHasIt() {
		folder.addVolume(0, inSeries(17, file -> {}));
		folder.addVolume(1, inSeries(18, b(800)));
		assertRefused("3 of 6 images have no b-value, (0018,9087) or the manufacturer's private tag: f001.dcm");
	}

	@Test
	void aMapDoesNotMergeWithItsSource() {
		folder.addVolume(0, inSeries(17, b(0)));
		folder.addVolume(1, inSeries(18, file -> file.put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY", "DIFFUSION", "ADC")));
		assertRefused("A computed map cannot be merged with measured signal");
	}

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
	void voltagesAreFrames() throws IOException {
		folder.addVolume(0, inSeries(3, file -> file.put(Tag.MODALITY, "CT").put(Tag.KVP, 140)));
		folder.addVolume(1, inSeries(4, file -> file.put(Tag.MODALITY, "CT").put(Tag.KVP, 80)));
		assertEquals(List.of("kv=80", "kv=140"), labels(folder.read(), 0));
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
		assertEquals(List.of("te=2.3; component=phase; turn=6283.1853", "te=4.6; component=phase; turn=6283.1853"), labels(series, 1));
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
		assertRefused("The components of the image do not have the same frames: TE = 2.3 ms, magnitude; TE = 4.6 ms, " +
			"magnitude against TE = 4.6 ms, phase; read together what belongs together: series=17/magnitude or series=17/phase");
		assertEquals(List.of("te=4.6; component=phase"), labels(SeriesReader.read(folder.scan().select("17/phase"),
			DiffusionVolumes.ALL, p -> {}), 0));
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
		assertRefused(file + " is cut short");
	}

	@Test
	void noSeriesIsAnError() {
		assertThrows(IllegalArgumentException.class, () -> SeriesReader.read(List.of(), DiffusionVolumes.ALL, p -> {}));
		assertEquals("Diffusion volumes are all, directions, trace, not 'both'", assertThrows(IllegalArgumentException.class,
			() -> DiffusionVolumes.of("both")).getMessage());
		assertEquals(DiffusionVolumes.TRACE, DiffusionVolumes.of(" Trace"));
	}
}
