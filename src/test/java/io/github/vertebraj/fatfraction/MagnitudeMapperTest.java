package io.github.vertebraj.fatfraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;

import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.vertebraj.image.Sources;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.phantom.FatPhantom;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

class MagnitudeMapperTest {

	private static final FatSpectrum SIX = FatSpectrum.of(6);
	private static final Set<FatOutput> ALL = EnumSet.allOf(FatOutput.class);

	/**
	 * Where the two answers of magnitudes meet, in %: at about 60.5 % at 1.5 T and 55.9 % at 3 T there is one only
	 * (scipy 1.17.1, optimize.least_squares from 21 starts on noise-free magnitudes of these echoes).
	 */
	@Test
	void answersMeet() {
		assertEquals(60.5, new CramerRao(ComplexMapperTest.AT_1_5_T, SIX).meeting(), 0.7);
		assertEquals(55.9, new CramerRao(ComplexMapperTest.AT_3_T, SIX).meeting(), 0.7);
	}

	/** All voxels count, those on the wrong side of the meeting too. */
	@ParameterizedTest
	@CsvSource({ "1.5, false", "3, false", "3, true" })
	void asPreciseAsTheBound(final double tesla, final boolean isRician) {
		final Acquisition acquisition = tesla == 3 ? ComplexMapperTest.AT_3_T : ComplexMapperTest.AT_1_5_T;
		final FatPhantom phantom = FatPhantom.create(new FatPhantom.Settings(acquisition, SIX, 50, 300,
			PhaseSign.POSITIVE, 0, 3));
		final CramerRao bound = new CramerRao(acquisition, SIX);
		final double meeting = bound.meeting();
		final FatMaps maps = new MagnitudeMapper(acquisition, new MagnitudeSettings(SIX, Optional.empty(), isRician
			? OptionalDouble.of(20) : OptionalDouble.empty(), ALL)).compute(Views.interval(FatPrecision.magnitude(phantom),
				new long[4], new long[] { 113, 85, 6, 5 }), ValueScale.IDENTITY, done -> {});
		for (final FatPhantom.TrueRegion region : phantom.regions()) {
			final double[] values = MapValues.inner(maps.fatFraction(), region);
			final double bias = Arrays.stream(values).average().orElseThrow() - region.percent();
			final double sd = new StandardDeviation().evaluate(values);
			final double least = bound.magnitude(region.percent(), region.r2Star(), 50);
			final String where = region.region().name() + " at " + tesla + " T";
			assertTrue(sd <= 1.2 * least, where + ": SD " + sd + ", bound " + least);
			final double away = Math.abs(region.percent() - meeting);
			final long right = Arrays.stream(values).filter(value -> isRight(value, region.percent(), meeting)).count();
			final long flagged = Arrays.stream(MapValues.inner(maps.map(FatOutput.FLAGS), region)).filter(flag -> flag != 0)
				.count();
			if (away < 4) continue;
			assertEquals(0, bias, 0.1 + 0.3 * least, where);
			assertTrue(right >= 0.98 * values.length, where + ": " + right + " right");
			if (away > 12) assertTrue(flagged <= 0.02 * values.length, where + ": " + flagged + " flagged");
		}
	}

	/** A fraction at the meeting itself is on neither side. */
	private static boolean isRight(final double value, final double truth, final double meeting) {
		return (value - meeting) * Math.signum(truth - meeting) > -0.01;
	}

	/** Fractions up to 45 %, and those from 55 % that are not where the answers meet. */
	@ParameterizedTest
	@CsvSource({ "1.5, 45, 20", "1.5, 45, 150", "1.5, 55, 20", "1.5, 55, 150", "1.5, 70, 150", "3, 45, 150", "3, 60, 20",
		"3, 60, 150" })
	void sideIsRight(final double tesla, final double percent, final double r2Star) {
		final Acquisition acquisition = tesla == 3 ? ComplexMapperTest.AT_3_T : ComplexMapperTest.AT_1_5_T;
		final double meeting = new CramerRao(acquisition, SIX).meeting();
		final double[] values = FatPrecision.uniform(acquisition, percent, r2Star);
		final double right = Arrays.stream(values).filter(value -> isRight(value, percent, meeting)).count();
		assertTrue(right >= 0.98 * values.length, right + " of " + values.length);
	}

	/** Two tissues whose magnitudes are told apart do not change one another at their border, nor does one voxel alone. */
	@Test
	void bordersStay() {
		final EchoTrain train = new EchoTrain(ComplexMapperTest.AT_3_T, SIX);
		final Random random = new Random(8);
		final RandomAccessibleInterval<FloatType> signal = ArrayImgs.floats(30, 30, 6, 6);
		Sources.fill(signal, (x, y, z, t) -> {
			final double fat = truth(x, y);
			return Math.hypot(50 * Math.exp(-40 * train.seconds()[(int) t]) * Math.hypot(1 - fat + fat * train
				.fatReal()[(int) t], fat * train.fatImaginary()[(int) t]) + random.nextGaussian(), random.nextGaussian());
		});
		final FatMaps maps = map(ComplexMapperTest.AT_3_T, new MagnitudeSettings(SIX, Optional.empty(), OptionalDouble
			.empty(), ALL), signal);
		int wrong = 0;
		for (int x = 0; x < 30; x++)
			for (int y = 0; y < 30; y++)
				for (int z = 0; z < 6; z++)
					if (Math.abs(maps.fatFraction().getAt(x, y, z).get() - 100 * truth(x, y)) > 8) wrong++;
		assertEquals(0, wrong);
	}

	/** Fat, water to the right of it, and in the water lines one voxel wide. */
	private static double truth(final long x, final long y) {
		if (x < 15) return 0.9;
		return x % 5 == 2 && y > 10 ? 0.3 : 0.05;
	}

	private static final double[] PERCENTS = { -2, 0, 12, 33, 48, 71, 85, 100, 103 };

	/** Columns of fat fractions, three voxels wide, without noise. */
	private static RandomAccessibleInterval<FloatType> columns(final Acquisition acquisition, final FatSpectrum spectrum,
		final double r2Star)
	{
		final EchoTrain train = new EchoTrain(acquisition, spectrum);
		final RandomAccessibleInterval<FloatType> signal = ArrayImgs.floats(3 * PERCENTS.length, 7, 5, acquisition
			.echoes());
		Sources.fill(signal, (x, y, z, t) -> {
			final double fat = PERCENTS[(int) x / 3] / 100;
			return (100 + 10 * y + z) * Math.exp(-r2Star * train.seconds()[(int) t]) * Math.hypot(1 - fat + fat * train
				.fatReal()[(int) t], fat * train.fatImaginary()[(int) t]);
		});
		return signal;
	}

	private static FatMaps map(final Acquisition acquisition, final MagnitudeSettings settings,
		final RandomAccessibleInterval<FloatType> signal)
	{
		return new MagnitudeMapper(acquisition, settings).compute(signal, ValueScale.IDENTITY, done -> {});
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 45, 160 })
	void exactWithoutNoise(final double r2Star) {
		for (final Acquisition acquisition : List.of(ComplexMapperTest.AT_1_5_T, ComplexMapperTest.AT_3_T)) {
			final FatMaps maps = map(acquisition, new MagnitudeSettings(SIX, Optional.empty(), OptionalDouble.empty(), ALL),
				columns(acquisition, SIX, r2Star));
			for (int i = 0; i < PERCENTS.length; i++) {
				assertEquals(PERCENTS[i], maps.fatFraction().getAt(3 * i + 1, 3, 2).get(), 0.02);
				assertEquals(r2Star, maps.map(FatOutput.R2_STAR).getAt(3 * i + 1, 3, 2).get(), 0.05);
				assertEquals(132 * PERCENTS[i] / 100, maps.map(FatOutput.FAT).getAt(3 * i + 1, 3, 2).get(), 0.05);
				assertEquals(132 * (1 - PERCENTS[i] / 100), maps.map(FatOutput.WATER).getAt(3 * i + 1, 3, 2).get(), 0.05);
			}
			assertEquals(3 * 3 * 35, maps.outOfRangeVoxels(), 3 * 35, "-2 and 103; at 0 and 100 rounding decides");
			assertEquals(0, maps.nanVoxels());
		}
	}

	/** Three echoes leave no residual, and one peak has two exact answers: the dominance says which. */
	@Test
	void dominanceChooses() {
		final Acquisition three = new Acquisition(1.5, List.of(2.3, 4.6, 6.9));
		final FatSpectrum one = FatSpectrum.of(1);
		for (final Dominance dominance : Dominance.values()) {
			final FatMaps maps = map(three, new MagnitudeSettings(one, Optional.of(dominance), OptionalDouble.empty(), ALL),
				columns(three, one, 40));
			for (int i = 0; i < PERCENTS.length; i++) {
				final double water = Math.min(PERCENTS[i], 100 - PERCENTS[i]);
				assertEquals(dominance == Dominance.WATER ? water : 100 - water, maps.fatFraction().getAt(3 * i + 1, 0, 0)
					.get(), 0.05);
			}
		}
	}

	@Test
	void threadsDoNotMatter() {
		final FatPhantom phantom = FatPhantom.create(FatPhantom.Settings.demo());
		final RandomAccessibleInterval<FloatType> signal = Views.interval(FatPrecision.magnitude(phantom), new long[] { 20, 3,
			2, 0 }, new long[] { 80, 40, 6, 5 });
		final MagnitudeSettings settings = new MagnitudeSettings(SIX, Optional.empty(), OptionalDouble.empty(), ALL);
		final FatMaps one = Parallelization.runSingleThreaded(() -> map(ComplexMapperTest.AT_1_5_T, settings, signal));
		final FatMaps four = Parallelization.runWithNumThreads(4, () -> map(ComplexMapperTest.AT_1_5_T, settings, signal));
		assertArrayEquals(MapValues.of(one.fatFraction()), MapValues.of(four.fatFraction()));
		one.maps().forEach((output, map) -> assertArrayEquals(MapValues.of(map), MapValues.of(four.map(output))));
		assertEquals(one.flagged(), four.flagged());
	}

	@Test
	void whatCannotBeDecidedIsRefused() {
		final MagnitudeSettings settings = new MagnitudeSettings(SIX, Optional.empty(), OptionalDouble.empty(), ALL);
		assertEquals("The magnitude model without a given dominance (water or fat) needs at least 4 echoes, but there are 3" +
			" (echo times [1.0, 2.0, 3.0] ms)", assertThrows(IllegalArgumentException.class, () -> new MagnitudeMapper(
				new Acquisition(3, List.of(1.0, 2.0, 3.0)), settings)).getMessage());
		assertEquals("With one peak of fat, magnitudes are the same for a fat fraction and for 100 % less it: give " +
			"dominance (water or fat), or 6 peaks", assertThrows(IllegalArgumentException.class, () -> new MagnitudeSettings(
				FatSpectrum.of(1), Optional.empty(), OptionalDouble.empty(), ALL)).getMessage());
		assertThrows(IllegalArgumentException.class, () -> new MagnitudeSettings(SIX, Optional.empty(), OptionalDouble.of(0),
			ALL));
		final MagnitudeMapper six = new MagnitudeMapper(ComplexMapperTest.AT_3_T, settings);
		assertThrows(IllegalArgumentException.class, () -> six.compute(ArrayImgs.floats(3, 3, 3, 5), ValueScale.IDENTITY,
			done -> {}));
		assertThrows(IllegalArgumentException.class, () -> six.compute(ArrayImgs.floats(3, 3, 6), ValueScale.IDENTITY,
			done -> {}));
	}

	@Test
	void voxelsThatCannotBeMeasured() {
		final RandomAccessibleInterval<FloatType> signal = columns(ComplexMapperTest.AT_3_T, SIX, 30);
		signal.getAt(1, 1, 1, 0).set(Float.NaN);
		signal.getAt(2, 2, 2, 5).set(Float.POSITIVE_INFINITY);
		signal.getAt(3, 3, 3, 2).set(-1);
		for (int t = 0; t < 6; t++)
			signal.getAt(4, 4, 4, t).set(0);
		final FatMaps maps = map(ComplexMapperTest.AT_3_T, new MagnitudeSettings(SIX, Optional.empty(), OptionalDouble
			.empty(), ALL), signal);
		for (int i = 1; i <= 4; i++)
			assertTrue(Float.isNaN(maps.fatFraction().getAt(i, i, i).get()));
		assertEquals(4, maps.nanVoxels());
		assertEquals(1, maps.flagged().get(FatFlag.NEGATIVE_SIGNAL));
		assertEquals(0, maps.fatFraction().getAt(3, 3, 2).get(), 0.05, "their neighbours are not touched");
		final RandomAccessibleInterval<FloatType> empty = ArrayImgs.floats(5, 4, 3, 6);
		final FatMaps none = map(ComplexMapperTest.AT_3_T, new MagnitudeSettings(SIX, Optional.empty(), OptionalDouble
			.empty(), ALL), empty);
		assertEquals("No voxel of 'air' has a fat fraction: each of the 60 has no signal, or none that fits", assertThrows(
			IllegalArgumentException.class, () -> none.measurable("air")).getMessage());
	}

	/** At an SNR of 6 the last echoes are mostly noise floor, which least squares takes for a slow decay. */
	@Test
	void ricianLikelihoodIsLessBiased() {
		final Random random = new Random(4);
		final EchoTrain train = new EchoTrain(ComplexMapperTest.AT_1_5_T, SIX);
		final RandomAccessibleInterval<FloatType> signal = ArrayImgs.floats(40, 40, 3, 6);
		Sources.fill(signal, (x, y, z, t) -> Math.hypot(60 * Math.exp(-120 * train.seconds()[(int) t]) * Math.hypot(0.8 +
			0.2 * train.fatReal()[(int) t], 0.2 * train.fatImaginary()[(int) t]) + 10 * random.nextGaussian(), 10 * random
				.nextGaussian()));
		final double squares = meanDecay(OptionalDouble.empty(), signal);
		final double rician = meanDecay(OptionalDouble.of(10), signal);
		assertTrue(Math.abs(rician - 120) < 0.5 * Math.abs(squares - 120), squares + " and " + rician);
	}

	private static double meanDecay(final OptionalDouble noise, final RandomAccessibleInterval<FloatType> signal) {
		final double[] decays = MapValues.of(map(ComplexMapperTest.AT_1_5_T, new MagnitudeSettings(SIX, Optional.of(
			Dominance.WATER), noise, ALL), signal).map(FatOutput.R2_STAR));
		return Arrays.stream(decays).filter(Double::isFinite).sorted().skip(decays.length / 2).findFirst().orElseThrow();
	}
}
