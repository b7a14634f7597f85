package io.github.vertebraj.diffusion;

import static io.github.vertebraj.diffusion.LesionScenes.above;
import static io.github.vertebraj.diffusion.LesionScenes.assertRefused;
import static io.github.vertebraj.diffusion.LesionScenes.axial;
import static io.github.vertebraj.diffusion.LesionScenes.BODY;
import static io.github.vertebraj.diffusion.LesionScenes.FRAME;
import static io.github.vertebraj.diffusion.LesionScenes.labels;
import static io.github.vertebraj.diffusion.LesionScenes.measure;
import static io.github.vertebraj.diffusion.LesionScenes.station;
import static io.github.vertebraj.diffusion.LesionScenes.voxelsOfFoci;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.image.Connectivity;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.ValueScale;

import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/** Several stations, and projections. */
class DiffusionStationsTest {

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
}
