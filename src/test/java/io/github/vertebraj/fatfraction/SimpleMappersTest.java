package io.github.vertebraj.fatfraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.github.vertebraj.image.Sources;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.FloatType;

class SimpleMappersTest {

	private static final Set<FatOutput> ALL = EnumSet.allOf(FatOutput.class);
	private static final ValueScale SCANNER = new ValueScale(0.5, -10, "");

	private static RandomAccessibleInterval<FloatType> row(final double... values) {
		final RandomAccessibleInterval<FloatType> row = ArrayImgs.floats(values.length, 1, 1);
		for (int i = 0; i < values.length; i++)
			row.getAt(i, 0, 0).setReal(values[i]);
		return row;
	}

	private static void assertPercents(final FatMaps maps, final double... expected) {
		assertArrayEquals(expected, MapValues.of(maps.fatFraction()), 1e-4);
	}

	private static FatMaps waterFat(final FatDefinition definition, final RandomAccessibleInterval<FloatType> fat,
		final RandomAccessibleInterval<FloatType> other)
	{
		return new WaterFatMapper(definition, ALL).compute(fat, ValueScale.IDENTITY, other, ValueScale.IDENTITY, done -> {});
	}

	@Test
	void fatOverTheSum() {
		final FatMaps maps = waterFat(FatDefinition.FAT_OF_SUM, row(0, 30, 50, 100, 0, -1, 5, Double.NaN, 3), row(100, 70,
			150, 0, 0, 101, -1, 3, Double.POSITIVE_INFINITY));
		assertPercents(maps, 0, 30, 25, 100, Double.NaN, -1, 125, Double.NaN, Double.NaN);
		assertEquals(3, maps.nanVoxels());
		assertEquals(2, maps.outOfRangeVoxels());
		assertEquals(2, maps.flagged().get(FatFlag.NEGATIVE_SIGNAL));
		assertEquals(70, maps.map(FatOutput.WATER).getAt(1, 0, 0).get());
		assertEquals(FatFlag.NEGATIVE_SIGNAL.code(), maps.map(FatOutput.FLAGS).getAt(5, 0, 0).get());
		assertThrows(IllegalArgumentException.class, () -> maps.map(FatOutput.R2_STAR), "the model has none");
	}

	@Test
	void fatOverTheInPhaseImage() {
		assertPercents(waterFat(FatDefinition.FAT_OF_IN_PHASE, row(0, 30, 50, 10, 10), row(100, 60, 40, 0, -1)), 0, 50, 125,
			Double.NaN, Double.NaN);
	}

	@Test
	void scalesAreAppliedFirst() {
		final FatMaps maps = new WaterFatMapper(FatDefinition.FAT_OF_SUM, Set.of()).compute(row(80), SCANNER, row(30),
			ValueScale.IDENTITY, done -> {});
		assertPercents(maps, 50);
		assertTrue(maps.maps().isEmpty());
	}

	@Test
	void inAndOpposedPhase() {
		final RandomAccessibleInterval<FloatType> in = row(100, 100, 100, 100, 0, -5, 100, Double.NaN);
		final RandomAccessibleInterval<FloatType> opposed = row(100, 60, 0, 110, 4, 5, -1, 5);
		final FatMaps water = new InOpposedMapper(Dominance.WATER, ALL).compute(in, ValueScale.IDENTITY, opposed,
			ValueScale.IDENTITY, done -> {});
		assertPercents(water, 0, 20, 50, -5, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
		assertArrayEquals(new double[] { 0, 0, 1, 2, 0, 4, 4, 0 }, MapValues.of(water.map(FatOutput.FLAGS)));
		assertEquals(Map.of(FatFlag.AMBIGUOUS, 1L, FatFlag.OPPOSED_BRIGHTER, 1L, FatFlag.NEGATIVE_SIGNAL, 2L), water
			.flagged());
		assertPercents(new InOpposedMapper(Dominance.FAT, ALL).compute(in, ValueScale.IDENTITY, opposed,
			ValueScale.IDENTITY, done -> {}), 100, 80, 50, 105, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
	}

	/** A true 10 % at 1.5 T, opposed phase first, R2* 100 1/s. */
	@Test
	void decayBiasesInAndOpposedPhase() {
		final double[] signal = magnitudes(new Acquisition(1.5, List.of(2.3, 4.6)), 0.1, 100);
		assertEquals(-2.6, new InOpposedMapper(Dominance.WATER, ALL).compute(row(signal[1]), ValueScale.IDENTITY, row(
			signal[0]), ValueScale.IDENTITY, done -> {}).fatFraction().getAt(0, 0, 0).get(), 0.3);
	}

	private static double[] magnitudes(final Acquisition acquisition, final double fat, final double r2Star) {
		final EchoTrain train = new EchoTrain(acquisition, FatSpectrum.of(6));
		final double[] signals = new double[acquisition.echoes()];
		for (int n = 0; n < signals.length; n++)
			signals[n] = Math.exp(-r2Star * train.seconds()[n]) * Math.hypot(1 - fat + fat * train.fatReal()[n], fat * train
				.fatImaginary()[n]);
		return signals;
	}

	private static final Acquisition THREE = new Acquisition(1.5, List.of(4.6, 6.9, 9.2));

	private static FatMaps threePoint(final Acquisition acquisition, final double... signals) {
		final RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(1, 1, 1, 3);
		for (int n = 0; n < 3; n++)
			image.getAt(0, 0, 0, n).setReal(signals[n]);
		return new ThreePointMapper(acquisition, Dominance.WATER, ALL).compute(image, ValueScale.IDENTITY, done -> {});
	}

	@Test
	void threePoints() {
		for (final Acquisition acquisition : List.of(THREE, new Acquisition(1.5, List.of(4.7, 6.8, 9.3)))) {
			final double[] t = acquisition.seconds();
			final FatMaps maps = threePoint(acquisition, 1000 * Math.exp(-80 * t[0]), 400 * Math.exp(-80 * t[1]), 1000 * Math
				.exp(-80 * t[2]));
			assertPercents(maps, 30);
			assertEquals(80, maps.map(FatOutput.R2_STAR).getAt(0, 0, 0).get(), 1e-3);
			assertEquals(300, maps.map(FatOutput.FAT).getAt(0, 0, 0).get(), 1e-3);
			assertEquals(700, maps.map(FatOutput.WATER).getAt(0, 0, 0).get(), 1e-3);
		}
	}

	/** The lesser peaks are not opposed: a true 40 % reads some 30 %. */
	@Test
	void threePointsIgnoreTheSpectrum() {
		assertEquals(30, threePoint(THREE, magnitudes(THREE, 0.4, 40)).fatFraction().getAt(0, 0, 0).get(), 2);
	}

	@Test
	void threePointsThatCannotBeMeasured() {
		for (final double[] signals : new double[][] { { 0, 1, 1 }, { 1, 1, 0 }, { -1, 1, -1 }, { 1, -1, 1 }, { Double.NaN, 1,
			1 }, { 1, 1, Double.POSITIVE_INFINITY } })
		{
			final FatMaps maps = threePoint(THREE, signals);
			assertPercents(maps, Double.NaN);
			assertEquals(1, maps.nanVoxels());
			assertTrue(Float.isNaN(maps.map(FatOutput.R2_STAR).getAt(0, 0, 0).get()));
		}
		assertEquals(1, threePoint(THREE, -1, 1, -1).flagged().get(FatFlag.NEGATIVE_SIGNAL));
		assertEquals(1, threePoint(THREE, 1, 1.2, 1).flagged().get(FatFlag.OPPOSED_BRIGHTER));
	}

	@Test
	void threePointsNeedTheirPhases() {
		assertEquals("The three-point model needs echoes in, opposed and in phase, but echo 1 at 2.3 ms is not in phase at " +
			"1.5 T, where fat turns once in 4.61 ms", assertThrows(IllegalArgumentException.class, () -> new ThreePointMapper(
				new Acquisition(1.5, List.of(2.3, 4.6, 6.9)), Dominance.WATER, ALL)).getMessage());
		assertThrows(IllegalArgumentException.class, () -> new ThreePointMapper(new Acquisition(1.5, List.of(4.6, 6.9)),
			Dominance.WATER, ALL));
	}

	@Test
	void sizesMustAgree() {
		assertEquals("The water image has [2, 1, 1] voxels, but the fat image [3, 1, 1]: they need one size", assertThrows(
			IllegalArgumentException.class, () -> waterFat(FatDefinition.FAT_OF_SUM, row(1, 2, 3), row(1, 2))).getMessage());
		assertThrows(IllegalArgumentException.class, () -> new WaterFatMapper(FatDefinition.FAT_OF_SUM, ALL).compute(
			ArrayImgs.floats(3, 3), ValueScale.IDENTITY, row(1), ValueScale.IDENTITY, done -> {}));
	}

	/** Any image of any type gives the same, and so does any number of threads. */
	@Test
	void anyImage() {
		final RandomAccessibleInterval<ShortType> water = ArrayImgs.shorts(19, 11, 3, 2);
		Sources.fill(water, (x, y, z, t) -> 100 + 3 * x + y);
		FatMaps first = null;
		for (final Map.Entry<String, RandomAccessibleInterval<ShortType>> fat : Sources.all(new ShortType(), (x, y, z,
			t) -> x * y + z - 3, 19, 11, 3, 2).entrySet())
			for (final int threads : new int[] { 1, 3 }) {
				final FatMaps maps = Parallelization.runWithNumThreads(threads, () -> new WaterFatMapper(
					FatDefinition.FAT_OF_SUM, ALL).compute(fat.getValue(), SCANNER, water, SCANNER, done -> {}));
				if (first == null) first = maps;
				assertArrayEquals(MapValues.of(first.fatFraction()), MapValues.of(maps.fatFraction()), fat.getKey());
				assertEquals(first.flagged(), maps.flagged());
			}
	}
}
