package io.github.vertebraj.diffusion;

import static io.github.vertebraj.diffusion.LesionScenes.above;
import static io.github.vertebraj.diffusion.LesionScenes.assertRefused;
import static io.github.vertebraj.diffusion.LesionScenes.axial;
import static io.github.vertebraj.diffusion.LesionScenes.BODY;
import static io.github.vertebraj.diffusion.LesionScenes.labels;
import static io.github.vertebraj.diffusion.LesionScenes.measure;
import static io.github.vertebraj.diffusion.LesionScenes.station;
import static io.github.vertebraj.diffusion.LesionScenes.voxelsOfFoci;
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
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.image.ValueScale;

import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;

class TotalDiffusionVolumeTest {

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
