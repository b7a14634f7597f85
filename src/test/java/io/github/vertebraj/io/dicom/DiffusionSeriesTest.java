package io.github.vertebraj.io.dicom;

import static io.github.vertebraj.io.dicom.SeriesFolder.assertPlanes;
import static io.github.vertebraj.io.dicom.SeriesFolder.b;
import static io.github.vertebraj.io.dicom.SeriesFolder.inSeries;
import static io.github.vertebraj.io.dicom.SeriesFolder.labels;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

/** How b-values order the volumes of a series, and what lacks one. */
class DiffusionSeriesTest extends WithSeriesFolder {

	private static final double[] X = { 1, 0, 0 };
	private static final double[] Y = { 0, 1, 0 };

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
		folder.assertRefused("b = 800, directions lacks 2 of 3 slices (slice 1, 3); it has only f007.dcm");
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
	void partialDuplicatesAreAnError() {
		folder.addVolume(0, b(0));
		folder.add(folder.diffusion(1, 9, 0));
		folder.assertRefused("Some slices of b = 0 are there 2 times, others less often: f001.dcm, f004.dcm");
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
		folder.assertRefused("1 of 4 images have no valid b-value, (0018,9087) or the manufacturer's private tag, and are " +
			"not one whole b = 0 volume: f004.dcm");
	}

	@Test
	void withoutBBesideZeroIsAnError() {
		folder.addVolume(0, b(800));
		folder.addVolume(1, b(0));
		folder.addVolume(2, file -> {});
		folder.assertRefused("3 of 9 images have no valid b-value");
	}

	@Test
	void aTraceImageWithoutBIsNotZero() {
		folder.addVolume(0, b(800));
		folder.addVolume(1, file -> file.put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY", "DIFFUSION", "TRACEW"));
		folder.assertRefused("3 of 6 images have no valid b-value");
	}

	@Test
	void aWrongBValueIsNotZero() {
		folder.addVolume(0, b(800));
		folder.addVolume(1, b(-5));
		folder.addVolume(2, b(Double.NaN));
		folder.assertRefused("6 of 9 images have no valid b-value");
	}

	@Test
	void anImageComputedLaterIsNotZero() {
		folder.addVolume(0, b(800));
		folder.addVolume(1, file -> file.put(Tag.IMAGE_TYPE, "DERIVED", "SECONDARY"));
		folder.assertRefused("3 of 6 images have no valid b-value");
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
	void aSeriesWithoutBDoesNotMergeWithOneThatHasIt() {
		folder.addVolume(0, inSeries(17, file -> {}));
		folder.addVolume(1, inSeries(18, b(800)));
		folder.assertRefused("3 of 6 images have no b-value, (0018,9087) or the manufacturer's private tag: f001.dcm");
	}
}
