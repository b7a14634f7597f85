package io.github.vertebraj.io.dicom;

import static io.github.vertebraj.io.dicom.SeriesFolder.labels;
import static io.github.vertebraj.io.dicom.SeriesFolder.real;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.vertebraj.SharedData;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlaneLabel;
import net.imglib2.RandomAccess;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;

/**
 * Series from real scanners. Sums and single values come from pydicom 2.3.1 ({@code dcmread(file).pixel_array}, frames
 * sorted by position), affines from nibabel 5.0.0, {@code .bval} and {@code .bvec} from dcm2niix.
 */
class RealSeriesTest {

	private static SeriesCatalogue scan(final String folder) throws IOException {
		return SeriesCatalogue.scan(SharedData.path(folder), progress -> {});
	}

	private static LoadedSeries read(final String folder, final String series, final DiffusionVolumes volumes)
		throws IOException
	{
		return SeriesReader.read(scan(folder).select(series), volumes, progress -> {});
	}

	private static LoadedSeries read(final String folder, final String series) throws IOException {
		return read(folder, series, DiffusionVolumes.ALL);
	}

	/** Real values of one frame, x fastest. */
	private static double[] values(final LoadedSeries series, final int t) {
		final RandomAccess<? extends RealType<?>> voxel = series.image().volume(t, 0).randomAccess();
		final int columns = series.image().size(0);
		final int rows = series.image().size(1);
		return IntStream.range(0, columns * rows * series.image().size(2)).mapToDouble(i -> {
			voxel.setPosition(new int[] { i % columns, i / columns % rows, i / columns / rows });
			return series.image().scale().real(voxel.get().getRealDouble());
		}).toArray();
	}

	private static void assertSums(final LoadedSeries series, final double... sums) {
		assertArrayEquals(sums, IntStream.range(0, series.image().size(3)).mapToDouble(t -> Arrays.stream(values(series, t))
			.sum()).toArray(), 1e-6);
	}

	private static double[] numbers(final String text) {
		return Arrays.stream(text.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
	}

	/** Compares with dcm2niix, which leaves volumes in the order of acquisition, where ours rise in b. */
	private static void assertBValues(final String bval, final LoadedSeries series) throws IOException {
		final double[] expected = numbers(Files.readString(SharedData.path(bval)));
		final double[] read = IntStream.range(0, series.image().size(3)).mapToDouble(t -> series.image().label(0, t, 0).number(
			PlaneLabel.B).orElse(Double.NaN)).toArray();
		assertArrayEquals(Arrays.stream(expected).limit(read.length).sorted().toArray(), read);
	}

	private static void assertNear(final Vector expected, final Vector actual) {
		assertEquals(0, expected.minus(actual).length(), 1e-4, () -> expected + " but was " + actual);
	}

	@Test
	void siemensXa30Directions() throws IOException {
		final LoadedSeries series = read("dwi/siemens_xa30_enhanced_PA", "10");
		assertBValues("dwi/siemens_xa30_enhanced_PA/ref/10_DWI_dir80_PA.bval", series);
		assertEquals(List.of("b=0; te=68; component=magnitude",
			"b=2500; diffusion=directions; direction=1.0000,0.0000,0.0016; te=68; component=magnitude",
			"b=2500; diffusion=directions; direction=0.0000,-1.0000,0.0016; te=68; component=magnitude"), labels(series, 0));
		assertSums(series, 36305985, 5909707, 5904430);
		assertEquals(96, real(series, 40, 30, 7, 0, 0));
		assertEquals(6, real(series, 40, 30, 7, 2, 0));
		final Geometry geometry = series.image().geometry().orElseThrow();
		assertNear(new Vector(-108, -114.721, -23.3962), geometry.origin());
		assertNear(new Vector(-108, -114.721, 90.6038), geometry.toPatient(0, 0, 38));
		assertEquals(List.of(), series.notes());
	}

	@Test
	void siemensXa30TraceAndBZeroGiveTheScannersAdc() throws IOException {
		final String folder = "dwi/siemens_xa30_enhanced_PA";
		final LoadedSeries trace = read(folder, "10,12", DiffusionVolumes.TRACE);
		assertEquals(List.of("b=0; te=68; component=magnitude", "b=2500; diffusion=trace; te=68; component=magnitude"), labels(
			trace, 0));
		assertSums(trace, 36305985, 5392495);
		final LoadedSeries map = read(folder, "11");
		assertEquals(List.of("te=68; component=adc"), labels(map, 0));
		assertEquals(List.of("This is a computed map (adc), no measured signal: (0008,0008) ImageType is " +
			"DERIVED\\PRIMARY\\DIFFUSION\\ADC"), map.notes());
		final double[] s0 = values(trace, 0);
		final double[] sb = values(trace, 1);
		final double[] adc = values(map, 0);
		final List<Double> differences = new ArrayList<>();
		for (int i = 0; i < adc.length; i++)
			if (s0[i] > 200 && sb[i] > 20 && adc[i] > 100) differences.add(1e6 * Math.log(s0[i] / sb[i]) / 2500 - adc[i]);
		differences.sort(null);
		assertTrue(differences.size() > 10000, () -> "" + differences.size());
		assertEquals(2.1, differences.get(differences.size() / 2), 0.2);
	}

	@Test
	void siemensXa30MapAndSignalDoNotMix() {
		SharedData.path("dwi/siemens_xa30_enhanced_PA"); // outside assertThrows, where skipping is no wrong exception
		final IOException refused = assertThrows(IOException.class, () -> read("dwi/siemens_xa30_enhanced_PA", "10,11"));
		assertTrue(refused.getMessage().startsWith("A computed map cannot be merged with measured signal: 10  MR"), refused
			.getMessage());
	}

	@Test
	void siemensXa61TraceImagesInSeveralFiles() throws IOException {
		final LoadedSeries series = read("dwi/siemens_xa61_enhanced_tracew", "14");
		assertEquals(List.of("b=0; te=80; component=magnitude", "b=2000; diffusion=trace; te=80; component=magnitude"), labels(
			series, 0));
		assertSums(series, 8601116, 559566);
		assertEquals(16, real(series, 40, 30, 7, 1, 0));
		assertEquals(List.of("b=0; te=80; component=magnitude; repeat=1", "b=0; te=80; component=magnitude; repeat=2",
			"b=2000; diffusion=trace; te=80; component=magnitude; repeat=1",
			"b=2000; diffusion=trace; te=80; component=magnitude; repeat=2"), labels(read("dwi/siemens_xa61_enhanced_tracew",
				"14,15"), 0));
		assertSums(read("dwi/siemens_xa61_enhanced_tracew", "15,14"), 9114990, 8601116, 503876, 559566);
	}

	@Test
	void siemensLowBIsNotZero() throws IOException {
		assertEquals(List.of("b=5; diffusion=directions; direction=-0.5418,0.5418,0.6426; te=87.4"), labels(read(
			"dwi/siemens_ve11_2d_b5", ""), 0));
	}

	@Test
	void siemensDescriptionIsNoBValue() throws IOException {
		final LoadedSeries series = read("dwi/siemens_ve11_tracew_diffphantom", "");
		assertEquals(List.of("b=0; te=106"), labels(series, 0));
		assertEquals("19  MR  ep2d_diff_b0_50_900_2000_tra_p2_TRACEW_DFC  260 x 260 x 1  b 0 s/mm^2", scan(
			"dwi/siemens_ve11_tracew_diffphantom").entries().get(0).summary());
	}

	@Test
	void siemensMosaic() throws IOException {
		final LoadedSeries series = read("dwi/siemens_vb15_mosaic", "");
		assertArrayEquals(new long[] { 102, 102, 60, 2, 1 }, series.image().voxels().dimensionsAsLongArray());
		assertEquals(List.of("b=0; te=90; component=magnitude",
			"b=1000; diffusion=directions; direction=-1.0000,-0.0050,0.0050; te=90; component=magnitude"), labels(series, 0));
		assertSums(series, 91615336, 35129820);
		// Tile 19 is the fourth of the third row of eight.
		assertEquals(373, real(series, 50, 40, 19, 0, 0));
		assertEquals(122, real(series, 50, 40, 19, 1, 0));
		// nibabel.nicom.dicomwrappers: MosaicWrapper.image_position, slice_normal 0, 0, 1
		final Geometry geometry = series.image().geometry().orElseThrow();
		assertNear(new Vector(-100.54834962, -132.56175423, -47.38679504), geometry.origin());
		assertNear(new Vector(0, 0, 2), geometry.zStep());
	}

	@Test
	void siemensObliqueMosaicOfSigned12Bits() throws IOException {
		final LoadedSeries series = read("dwi/pixel_12bit_signed", "4");
		assertArrayEquals(new long[] { 64, 64, 35, 1, 1 }, series.image().voxels().dimensionsAsLongArray());
		final double[] values = values(series, 0);
		assertTrue(Arrays.stream(values).anyMatch(value -> value == -241));
		assertTrue(Arrays.stream(values).anyMatch(value -> value == -1));
		assertTrue(Arrays.stream(values).allMatch(value -> Math.abs(value) <= 2048));
		// nibabel.nicom.dicomwrappers: MosaicWrapper.affine
		final Geometry geometry = series.image().geometry().orElseThrow();
		assertNear(new Vector(-108.840544, -119.564903, -25.6270787), geometry.origin());
		assertNear(new Vector(5.58505875e-3, -2.95585446e-1, 3.18631419), geometry.zStep());
		assertNear(new Vector(3.24999505, 5.24145283e-4, -5.64805681e-3), geometry.xStep());
	}

	@Test
	void geTensor() throws IOException {
		final LoadedSeries series = read("dwi/ge_mr29_dwi", "");
		assertBValues("dwi/ge_mr29_dwi/ref/Ax_DWI_TENSOR_R2_1.bval", series);
		assertEquals(4, real(series, 120, 100, 0, 0, 0));
		assertEquals(1, real(series, 120, 100, 1, 0, 0));
		assertEquals(4205573 + 4269381, Arrays.stream(values(series, 3)).sum());
		final Geometry geometry = series.image().geometry().orElseThrow();
		// nibabel.load(Ax_DWI_TENSOR_R2_1.nii).affine: RAS, rows from the bottom.
		final Vector corner = geometry.toPatient(0, 255, 0);
		assertNear(new Vector(0.535903931, -186.351257, -41.2156677), new Vector(-corner.x(), -corner.y(), corner.z()));
		assertNear(new Vector(-0.0295366719, 0.356700748, 2.97857285), geometry.zStep());
		final List<double[]> bvec = Files.readAllLines(SharedData.path("dwi/ge_mr29_dwi/ref/Ax_DWI_TENSOR_R2_1.bvec")).stream()
			.map(RealSeriesTest::numbers).toList();
		for (int t = 1; t < 7; t++) {
			final double[] g = Arrays.stream(series.image().label(0, t, 0).get("direction").orElseThrow().split(",")).mapToDouble(
				Double::parseDouble).toArray();
			final Vector direction = new Vector(g[0], g[1], g[2]);
			// dcm2niix gives it along the axes of the image, of which the second is turned round.
			final Vector expected = geometry.xStep().times(bvec.get(0)[t] / geometry.spacing(0)).plus(geometry.yStep().times(
				-bvec.get(1)[t] / geometry.spacing(1))).plus(geometry.zStep().times(bvec.get(2)[t] / geometry.spacing(2)));
			assertEquals(1, Math.abs(direction.dot(expected)), 1e-3);
		}
	}

	@Test
	void philipsClassic() throws IOException {
		final LoadedSeries series = read("dwi/philips_r57_classic_17vol", "");
		assertBValues("dwi/philips_r57_classic_17vol/ref/701_DTI_Biobank_2mm_MB3S2_EPI_cl.bval", series);
		assertEquals(12, labels(series, 0).stream().filter(label -> label.contains("diffusion=directions")).count());
		assertEquals(1.51477411477411, series.image().scale().slope());
		assertEquals(887.6576312576285, real(series, 60, 50, 0, 0, 0), 1e-9);
		assertEquals(1675.3401709401658, real(series, 60, 50, 0, 4, 0), 1e-9);
		assertEquals(348.3980463980453, real(series, 60, 50, 0, 5, 0), 1e-9);
	}

	@Test
	void privateBlocksThatAnArchiveHasMoved() throws IOException {
		final String folder = "dwi/agfa_private_block_remap";
		final LoadedSeries original = read(folder + "/Siemens", "");
		final LoadedSeries moved = read(folder + "/Agfa", "");
		assertEquals(List.of("te=25; component=magnitude; repeat=1", "te=25; component=magnitude; repeat=2"), labels(moved,
			0));
		assertEquals(labels(original, 0), labels(moved, 0));
		assertEquals(original.image().geometry(), moved.image().geometry());
		assertSums(moved, 41881797, 41880723);
		assertEquals(privateWords(folder + "/Siemens/011-0001.img"), privateWords(folder + "/Agfa/011-0001.img"));
		assertTrue(privateWords(folder + "/Agfa/011-0001.img").contains("DIS2D"));
		assertThrows(IllegalArgumentException.class, () -> read(folder, "11"));
	}

	private static List<String> privateWords(final String file) throws IOException {
		return ImageContent.words(Attributes.ofFrames(DicomFile.readHeader(SharedData.path(file)).dataSet()).get(3));
	}

	@Test
	void philipsEchoesOfMagnitudeAndPhase() throws IOException {
		final LoadedSeries series = read("fatwater/philips_dualecho_te2.3_4.6_3T_magphase_classic", "");
		assertEquals(List.of("te=2.3; component=magnitude", "te=4.6; component=magnitude"), labels(series, 0));
		assertEquals(List.of("te=2.3; component=phase; turn=6283.1853", "te=4.6; component=phase; turn=6283.1853"), labels(
			series, 1));
		assertEquals(1208.9142857142842, real(series, 40, 30, 0, 0, 0), 1e-3);
		assertEquals(1099.1304029304017, real(series, 40, 30, 0, 1, 0), 1e-3);
		assertEquals(-2193.645421245424, real(series, 40, 30, 0, 0, 1), 1e-3);
		assertEquals(-1070.3516483516546, real(series, 40, 30, 0, 1, 1), 1e-3);
	}

	@Test
	void siemensEchoes() throws IOException {
		final String folder = "fatwater/siemens_ve11_gre_dualecho_te5.19_7.65_magphase";
		final LoadedSeries magnitude = read(folder, "2");
		assertEquals(List.of("te=5.19; component=magnitude", "te=7.65; component=magnitude"), labels(magnitude, 0));
		assertSums(magnitude, 4202857, 4068361);
		final LoadedSeries phase = read(folder, "3");
		assertEquals(List.of("te=7.65; component=phase; turn=8192"), labels(phase, 0));
		assertEquals(248, real(phase, 40, 30, 0, 0, 0));
		assertThrows(IOException.class, () -> read(folder, "2,3"));
	}

	@Test
	void isTheSameForAnyNumberOfThreads() throws IOException {
		final Path folder = SharedData.path("dwi/siemens_xa30_enhanced_PA");
		final LoadedSeries single = Parallelization.runSingleThreaded(() -> unchecked(folder));
		final LoadedSeries several = Parallelization.runWithNumThreads(3, () -> unchecked(folder));
		for (int t = 0; t < 3; t++)
			assertArrayEquals(values(single, t), values(several, t));
		assertEquals(single.image().labels(), several.image().labels());
		assertEquals(single.image().tags(), several.image().tags());
	}

	private static LoadedSeries unchecked(final Path folder) {
		try {
			return SeriesReader.read(SeriesCatalogue.scan(folder, p -> {}).select("10"), DiffusionVolumes.ALL, p -> {});
		}
		catch (final IOException e) {
			throw new IllegalStateException(e);
		}
	}
}
