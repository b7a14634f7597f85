package io.github.vertebraj.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import io.github.vertebraj.image.Connectivity;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.image.ValueScale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;

class TotalDiffusionVolumeTest {

	private static final Optional<String> FRAME = Optional.of("1.2.3");

	/** Axial slices of 1.5 x 2 mm pixels, 5 mm apart, not at the origin: 0.015 ml. */
	private static Geometry axial(final double bottom) {
		return new Geometry(new Vector(1.5, 0, 0), new Vector(0, 2, 0), new Vector(0, 0, 5), new Vector(-37, 12, bottom),
			FRAME);
	}

	private static LesionCriteria above(final double signal, final Connectivity connectivity) {
		return new LesionCriteria(Optional.of(SignalThreshold.of(signal)), Double.NEGATIVE_INFINITY,
			Double.POSITIVE_INFINITY, 0, connectivity);
	}

	/** A patient: signal and ADC are known at every place. */
	private interface Body {

		/** The signal at a place; lesions are those above 100. */
		double signal(Vector place);

		default double adc(final Vector place) {
			return 0.7 + place.z() / 1000;
		}
	}

	private static DiffusionStation station(final String title, final Body body, final Geometry geometry,
		final int... size)
	{
		final Img<FloatType> signal = ArrayImgs.floats(size[0], size[1], size[2]);
		final Img<FloatType> adc = ArrayImgs.floats(size[0], size[1], size[2]);
		for (int z = 0; z < size[2]; z++)
			for (int y = 0; y < size[1]; y++)
				for (int x = 0; x < size[0]; x++) {
					final Vector place = geometry.toPatient(x, y, z);
					signal.getAt(x, y, z).setReal(body.signal(place));
					adc.getAt(x, y, z).setReal(body.adc(place));
				}
		return new DiffusionStation(title, signal, ValueScale.IDENTITY, adc, ValueScale.IDENTITY, geometry, Optional.empty());
	}

	private static DiffusionStation station(final double[] signal, final double[] adc, final int... size) {
		return new DiffusionStation("DWI", ArrayImgs.doubles(signal, size[0], size[1], size[2]), ValueScale.IDENTITY, ArrayImgs
			.doubles(adc, size[0], size[1], size[2]), ValueScale.IDENTITY, axial(3), Optional.empty());
	}

	private static DiffusionVolume measure(final LesionCriteria criteria, final DiffusionStation... stations) {
		return TotalDiffusionVolume.measure(List.of(stations), criteria, ProjectionView.CORONAL, done -> {});
	}

	private static long[] voxelsOfFoci(final DiffusionVolume volume) {
		return volume.foci().stream().mapToLong(LesionFocus::voxels).toArray();
	}

	private static void assertRefused(final String reason, final Executable what) {
		final String message = assertThrows(IllegalArgumentException.class, what).getMessage();
		assertTrue(message.contains(reason), message);
	}

	@Test
	void everyNumberOfASmallVolume() {
		final double[] signal = { 9, 5, 1, 5, 1, 1, /**/ 1, 1, 1, 1, 8, Double.NaN };
		final double[] adc = { 0.5, 0.7, 2, 1.1, 0.6, 2, /**/ 2, 2, 2, 2, Double.NaN, 0.6 };
		final DiffusionVolume volume = measure(above(5, Connectivity.FACES), station(signal, adc, 3, 2, 2));
		assertEquals(4, volume.voxels(), "the threshold itself belongs to it");
		assertEquals(4 * 0.015, volume.volume(), 1e-15);
		assertArrayEquals(new long[] { 3, 1 }, voxelsOfFoci(volume));
		assertEquals(1, volume.foci().get(1).nan());
		assertEquals(Double.NaN, volume.foci().get(1).adc());
		assertEquals((0.5f + 0.7f + 1.1f) / 3.0, volume.foci().get(0).adc(), 1e-7);
		assertEquals(4, volume.adc().voxels());
		assertEquals(1, volume.adc().nan());
		assertEquals(0.7f, volume.adc().median());
		assertEquals(0.3055, volume.adc().sd(), 1e-4, "divides by n - 1");
		assertEquals(12, volume.looked());
		assertEquals(0, volume.covered());
		assertArrayEquals(new int[] { 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 2, 0 }, labels(volume, 0));
	}

	private static int[] labels(final DiffusionVolume volume, final int station) {
		final List<Integer> labels = new ArrayList<>();
		for (final RealType<?> label : Views.flatIterable(volume.labels().get(station)))
			labels.add((int) label.getRealDouble());
		return labels.stream().mapToInt(Integer::intValue).toArray();
	}

	@Test
	void bothEndsOfTheWindowBelongToIt() {
		final double[] signal = { 1, 1, 1, 1, 1, 1 };
		final double[] adc = { 0.5, 0.75, 1.25, 1.5, Double.NaN, 1 };
		final LesionCriteria window = new LesionCriteria(Optional.empty(), 0.75, 1.25, 0, Connectivity.FACES);
		assertEquals(3, measure(window, station(signal, adc, 3, 2, 1)).voxels());
		final LesionCriteria both = new LesionCriteria(Optional.of(SignalThreshold.of(2)), 0.75, 1.25, 0,
			Connectivity.FACES);
		assertEquals(0, measure(both, station(signal, adc, 3, 2, 1)).voxels());
	}

	@Test
	void smallComponentsAreDropped() {
		final double[] signal = { 9, 9, 0, 0, 9, 0, /**/ 0, 0, 9, 0, 0, 9 };
		final double[] adc = new double[12];
		final LesionCriteria faces = new LesionCriteria(Optional.of(SignalThreshold.of(5)), Double.NEGATIVE_INFINITY,
			Double.POSITIVE_INFINITY, 3 * 0.015, Connectivity.FACES);
		final DiffusionVolume byFaces = measure(faces, station(signal, adc, 3, 2, 2));
		assertArrayEquals(new long[] { 3 }, voxelsOfFoci(byFaces), "as large as the least volume is large enough");
		assertEquals(1, byFaces.droppedFoci());
		assertEquals(2 * 0.015, byFaces.dropped(), 1e-15);
		final DiffusionVolume byCorners = measure(above(5, Connectivity.CORNERS), station(signal, adc, 3, 2, 2));
		assertArrayEquals(new long[] { 5 }, voxelsOfFoci(byCorners));
	}

	@Test
	void onlyTheMaskIsLookedAt() {
		final DiffusionStation all = station(new double[] { 9, 9, 9, 9, 0, 9, /**/ 9, 9, 9, 9, 9, 9 }, new double[12], 3, 2,
			2);
		final Region mask = new Region("marrow", List.of(new Region.Run(0, 0, 1, 3), new Region.Run(0, 1, 0, 2)));
		final DiffusionVolume volume = measure(above(5, Connectivity.FACES), new DiffusionStation("DWI", all.signal(), all
			.signalScale(), all.adc(), all.adcScale(), all.geometry(), Optional.of(mask)));
		assertArrayEquals(new long[] { 2, 1 }, voxelsOfFoci(volume));
		assertEquals(4, volume.looked());
		assertRefused("lies outside of 'DWI'", () -> new DiffusionStation("DWI", all.signal(), all.signalScale(), all.adc(),
			all.adcScale(), all.geometry(), Optional.of(new Region("out", List.of(new Region.Run(2, 0, 0, 1))))));
	}

	@Test
	void aReferenceRegionGivesTheThreshold() {
		final RegionStatistics reference = RegionStatistics.of(ArrayImgs.doubles(new double[] { 10, 12, 14, Double.NaN }, 4, 1,
			1), ValueScale.IDENTITY, new Region("muscle", List.of(new Region.Run(0, 0, 0, 4))));
		final SignalThreshold threshold = SignalThreshold.of("muscle", reference, 2.5);
		assertEquals(12 + 2.5 * 2, threshold.value());
		assertEquals("mean + 2.5 SD of muscle", threshold.origin());
		assertEquals(10, SignalThreshold.of("muscle", reference, -1).value());
		final RegionStatistics one = RegionStatistics.of(ArrayImgs.doubles(new double[] { 10, Double.NaN }, 2, 1, 1),
			ValueScale.IDENTITY, new Region("dot", List.of(new Region.Run(0, 0, 0, 2))));
		assertRefused("1 of its 2 voxels are measurable", () -> SignalThreshold.of("dot", one, 3));
	}

	@Test
	void nothingIsZeroMillilitresAndNoAdc() {
		for (final double value : new double[] { 1, Double.NaN }) {
			final double[] values = IntStream.range(0, 12).mapToDouble(i -> value).toArray();
			final DiffusionVolume volume = measure(above(5, Connectivity.CORNERS), station(values, values, 3, 2, 2));
			assertEquals(0, volume.volume());
			assertEquals(0, volume.voxels());
			assertEquals(Double.NaN, volume.adc().mean());
			assertEquals(Double.NaN, volume.adc().median());
			assertEquals(List.of(), volume.foci());
			assertTrue(volume.notes().get(0).contains("0 ml"), volume.notes().toString());
		}
		final DiffusionVolume one = measure(above(5, Connectivity.CORNERS), station(new double[] { 7 }, new double[] { 0.8 },
			1, 1, 1));
		assertEquals(0.015, one.volume(), 1e-15);
		assertEquals(0.8f, one.adc().mean());
		assertEquals(Double.NaN, one.adc().sd());
	}

	/** A box from z = 31 to 74 mm, and a small one in what both stations show. */
	private static final Body BODY = place -> place.z() > 31 && place.z() < 74 && Math.abs(place.x() + 30) < 2.3 && Math.abs(
		place.y() - 20) < 3 ? 200 : Math.abs(place.z() - 53) < 3 && Math.abs(place.x() + 22) < 1 && Math.abs(place.y() -
			30) < 1.5 ? 150 : 10;

	@Test
	void overlapCountsOnce() {
		// slices at 3, 8, ... 98 mm; the upper station begins at 48 and the lower ends at 58: 3 slices are in both
		final DiffusionStation whole = station("whole", BODY, axial(3), 13, 11, 20);
		final DiffusionStation lower = station("lower", BODY, axial(3), 13, 11, 12);
		final DiffusionStation upper = station("upper", BODY, axial(48), 13, 11, 11);
		final LesionCriteria criteria = above(100, Connectivity.CORNERS);
		final DiffusionVolume truth = measure(criteria, whole);
		assertArrayEquals(new long[] { 3 * 3 * 9, 1 }, voxelsOfFoci(truth));
		final int[] truthLabels = labels(truth, 0);
		for (final List<DiffusionStation> order : List.of(List.of(lower, upper), List.of(upper, lower), List.of(lower, upper,
			lower)))
		{
			final DiffusionVolume volume = measure(criteria, order.toArray(DiffusionStation[]::new));
			assertEquals(truth.voxels(), volume.voxels());
			assertEquals(truth.volume(), volume.volume(), 1e-12);
			assertEquals(truth.adc(), volume.adc());
			assertArrayEquals(voxelsOfFoci(truth), voxelsOfFoci(volume));
			assertEquals(order.size() == 2 ? 3 * 143 : 15 * 143, volume.covered());
			assertEquals(List.of(), volume.notes());
			assertEquals(1, volume.projections().size());
			assertSamePicture(truth.projections().get(0).signal(), volume.projections().get(0).signal());
			assertSamePicture(truth.projections().get(0).adc(), volume.projections().get(0).adc());
		}
		final DiffusionVolume both = measure(criteria, lower, upper);
		assertArrayEquals(Arrays.copyOf(truthLabels, 12 * 143), labels(both, 0));
		assertArrayEquals(Arrays.copyOfRange(truthLabels, 12 * 143, truthLabels.length), Arrays.copyOfRange(labels(both, 1),
			3 * 143, 11 * 143), "a focus has one label in all stations");
		assertEquals(0, Arrays.stream(Arrays.copyOf(labels(both, 1), 3 * 143)).max().getAsInt(), "counted before");
	}

	private static void assertSamePicture(final RandomAccessibleInterval<FloatType> expected,
		final RandomAccessibleInterval<FloatType> actual)
	{
		assertArrayEquals(expected.dimensionsAsLongArray(), actual.dimensionsAsLongArray());
		for (int y = 0; y < expected.dimension(1); y++)
			for (int x = 0; x < expected.dimension(0); x++)
				assertEquals(expected.getAt(x, y).get(), actual.getAt(x, y).get());
	}

	/** The upper station's slices come from head to feet, and between those of the lower one. */
	@Test
	void slicesOfOtherOrderAndPlace() {
		final DiffusionStation lower = station("lower", BODY, axial(3), 13, 11, 10);
		final Geometry down = new Geometry(new Vector(1.5, 0, 0), new Vector(0, 2, 0), new Vector(0, 0, -5), new Vector(-37,
			12, 95.5), FRAME);
		final DiffusionStation upper = station("upper", BODY, down, 13, 11, 13);
		final DiffusionVolume volume = measure(above(100, Connectivity.FACES), lower, upper);
		// the lower one covers up to 50.5 mm; slices of the upper at 95.5, 90.5, ... 35.5
		assertEquals(9 * (4 + 5), volume.foci().get(0).voxels(), "33 to 48, and 50.5 (its lower edge) to 70.5");
		assertEquals(2, volume.foci().size());
		assertEquals(3 * 143, volume.covered());
	}

	@Test
	void aStationWithinAnotherAddsNothing() {
		final DiffusionStation whole = station("whole", BODY, axial(3), 13, 11, 20);
		final Geometry turned = new Geometry(new Vector(0, 1, 0.1), new Vector(1, 0, 0), new Vector(0, -0.2, 2), new Vector(
			-33, 16, 40), FRAME);
		final DiffusionStation within = station("within", BODY, turned, 9, 7, 8);
		final DiffusionVolume alone = measure(above(100, Connectivity.CORNERS), whole);
		final DiffusionVolume volume = measure(above(100, Connectivity.CORNERS), whole, within);
		assertEquals(alone.volume(), volume.volume(), 1e-15);
		assertEquals(9 * 7 * 8, volume.covered());
		final DiffusionVolume reversed = measure(above(100, Connectivity.CORNERS), within, whole);
		assertEquals(alone.looked() + 504, reversed.looked() + reversed.covered());
		assertTrue(reversed.notes().get(0).contains("do not go on into"), reversed.notes().toString());
	}

	@Test
	void stationsNeedOneFrameOfReference() {
		final DiffusionStation here = station("here", BODY, axial(3), 5, 4, 3);
		final DiffusionStation nowhere = station("nowhere", BODY, Geometry.ofSpacing(1.5, 2, 5), 5, 4, 3);
		assertRefused("Where 'nowhere' lies to 'here' is unknown", () -> measure(above(1, Connectivity.FACES), here,
			nowhere));
		assertEquals(60, measure(above(1, Connectivity.FACES), nowhere).voxels(), "alone it needs none");
		assertRefused("at least one station", () -> measure(above(1, Connectivity.FACES)));
	}

	/** Radiological: the patient's left is right, the head is up. */
	@Test
	void projectionsShowTheHeadAbove() {
		// x rises to the patient's right here, so the picture must be turned over
		final Geometry geometry = new Geometry(new Vector(-1.5, 0, 0), new Vector(0, 2, 0), new Vector(0, 0, 5), new Vector(
			40, 12, 3), FRAME);
		final double[] signal = new double[3 * 4 * 2];
		final double[] adc = new double[signal.length];
		final int bright = (1 * 4 + 2) * 3; // x = 0 (left), y = 2, z = 1 (head)
		signal[bright] = 9;
		adc[bright] = 0.6;
		signal[bright - 3] = 7;
		adc[bright - 3] = 1.4;
		final DiffusionStation station = new DiffusionStation("DWI", ArrayImgs.doubles(signal, 3, 4, 2), ValueScale.IDENTITY,
			ArrayImgs.doubles(adc, 3, 4, 2), ValueScale.IDENTITY, geometry, Optional.empty());
		final LesionProjection coronal = measure(above(5, Connectivity.FACES), station).projections().get(0);
		assertArrayEquals(new long[] { 3, 2 }, coronal.signal().dimensionsAsLongArray());
		assertEquals(9, coronal.signal().getAt(2, 0).get());
		assertEquals(0.6f, coronal.adc().getAt(2, 0).get(), "of the greatest signal");
		assertEquals(Float.NaN, coronal.adc().getAt(0, 0).get());
		assertEquals(1.5, coronal.xSpacing());
		assertEquals(5, coronal.ySpacing());
		final LesionProjection sagittal = TotalDiffusionVolume.measure(List.of(station), above(5, Connectivity.FACES),
			ProjectionView.SAGITTAL, done -> {}).projections().get(0);
		assertArrayEquals(new long[] { 4, 2 }, sagittal.signal().dimensionsAsLongArray());
		assertEquals(7, sagittal.signal().getAt(1, 0).get());
		final LesionProjection axial = TotalDiffusionVolume.measure(List.of(station), above(5, Connectivity.FACES),
			ProjectionView.AXIAL, done -> {}).projections().get(0);
		assertArrayEquals(new long[] { 3, 4 }, axial.signal().dimensionsAsLongArray());
		assertEquals(1.4f, axial.adc().getAt(2, 1).get());
	}

	/** More foci than 8 or 16 bits can name, in any kind of image and any number of threads. */
	@Test
	void manyFociInAnyImageAndAnyNumberOfThreads() throws Exception {
		for (final int count : new int[] { 7, 300, 70000 }) {
			final int depth = count > 300 ? 170 : 19;
			final Img<ShortType> shorts = ArrayImgs.shorts(41, 43, depth);
			int set = 0;
			for (int z = 0; z < depth; z += 2)
				for (int y = 0; y < 43; y += 2)
					for (int x = z / 2 % 2; x < 41 && set < count; x += 2, set++)
						shorts.getAt(x, y, z).set((short) (100 + set % 50));
			final Img<FloatType> cells = new CellImgFactory<>(new FloatType(), 16, 9, 5).create(41, 43, depth);
			ImgUtil.copy(ValueScale.IDENTITY.real(shorts), cells);
			DiffusionVolume last = null;
			for (final RandomAccessibleInterval<? extends RealType<?>> image : List.of(shorts, cells))
				for (final int threads : new int[] { 1, 3 }) {
					final DiffusionStation station = new DiffusionStation("DWI", image, ValueScale.IDENTITY, image, new ValueScale(
						0.01, 0, ""), axial(-8), Optional.empty());
					final DiffusionVolume volume = Parallelization.runWithNumThreads(threads, () -> measure(above(100,
						Connectivity.FACES), station));
					assertEquals(set, volume.foci().size());
					assertEquals(set, Arrays.stream(labels(volume, 0)).max().getAsInt());
					if (last != null) {
						assertEquals(last.adc(), volume.adc());
						assertEquals(last.foci(), volume.foci());
						assertArrayEquals(labels(last, 0), labels(volume, 0));
					}
					last = volume;
				}
		}
	}

	@Test
	void refusesWhatTellsNothing() {
		assertRefused("Nothing tells lesion", () -> new LesionCriteria(Optional.empty(), Double.NEGATIVE_INFINITY,
			Double.POSITIVE_INFINITY, 0, Connectivity.FACES));
		assertRefused("from 2.0 to 1.0", () -> new LesionCriteria(Optional.empty(), 2, 1, 0, Connectivity.FACES));
		assertRefused("NaN", () -> new LesionCriteria(Optional.empty(), Double.NaN, 1, 0, Connectivity.FACES));
		assertRefused("0 ml or more", () -> new LesionCriteria(Optional.empty(), 0, 1, -1, Connectivity.FACES));
		assertRefused("must be a number", () -> SignalThreshold.of(Double.NaN));
		assertRefused("has 2 x 1 x 1 instead of 1 x 1 x 1".replace("has ", "but has "), () -> new DiffusionStation("DWI",
			ArrayImgs.floats(1, 1, 1), ValueScale.IDENTITY, ArrayImgs.floats(2, 1, 1), ValueScale.IDENTITY, axial(0), Optional
				.empty()));
	}

	@Test
	void canBeCancelledAndReportsProgress() {
		final DiffusionStation station = station("DWI", BODY, axial(3), 13, 11, 40);
		final List<Double> reports = new ArrayList<>();
		TotalDiffusionVolume.measure(List.of(station), above(100, Connectivity.FACES), ProjectionView.CORONAL,
			reports::add);
		assertEquals(1, reports.get(reports.size() - 1), 1e-12);
		assertEquals(reports.stream().sorted().toList(), reports);
		Thread.currentThread().interrupt();
		assertThrows(CancellationException.class, () -> measure(above(100, Connectivity.FACES), station));
		assertTrue(Thread.interrupted());
	}
}
