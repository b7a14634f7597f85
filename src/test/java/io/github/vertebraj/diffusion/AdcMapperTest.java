package io.github.vertebraj.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.vertebraj.image.Sources;
import io.github.vertebraj.image.ValueScale;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

class AdcMapperTest {

	private static final ValueScale SCANNER = new ValueScale(1.5148, 0, "");

	/** Seven frames of six b-values: the number of frames is no multiple of those that a loop takes at once. */
	private static final double[] B = { 0, 100, 800, 400, 1000, 100, 1400 };

	private static AdcMaps map(final FitMethod method, final RandomAccessibleInterval<? extends RealType<?>> signal,
		final ValueScale scale, final double... b)
	{
		return new AdcMapper(new AdcSettings(method, 0, EnumSet.allOf(OptionalMap.class))).compute(signal, scale, b,
			done -> {});
	}

	static Stream<Arguments> typesAndScales() {
		final List<Arguments> all = new ArrayList<>();
		for (final FitMethod method : FitMethod.values()) {
			all.add(Arguments.of(method, new UnsignedShortType(), SCANNER));
			all.add(Arguments.of(method, new UnsignedShortType(), new ValueScale(0.5, -3, "")));
			all.add(Arguments.of(method, new ShortType(), ValueScale.IDENTITY));
			all.add(Arguments.of(method, new UnsignedByteType(), SCANNER));
			all.add(Arguments.of(method, new ByteType(), new ValueScale(-2, 256, "")));
			all.add(Arguments.of(method, new IntType(), SCANNER));
			all.add(Arguments.of(method, new FloatType(), ValueScale.IDENTITY));
			all.add(Arguments.of(method, new FloatType(), new ValueScale(1e-6, 0, "")));
			all.add(Arguments.of(method, new FloatType(), new ValueScale(3, 7, "")));
			all.add(Arguments.of(method, new DoubleType(), SCANNER));
		}
		return all.stream();
	}

	/** The maps of any image of any type are the fits of its voxels, and the same for all images of that type. */
	@ParameterizedTest
	@MethodSource("typesAndScales")
	<T extends RealType<T> & NativeType<T>> void fitsEachVoxel(final FitMethod method, final T type,
		final ValueScale scale)
	{
		final Map<String, RandomAccessibleInterval<T>> sources = Sources.all(type, AdcMapperTest::signal, 19, 11, 3,
			B.length);
		final AdcMaps first = map(method, sources.get("array"), scale, B);
		assertFitsOf(sources.get("array"), scale, method, first);
		sources.forEach((what, source) -> assertSame(what, first, map(method, source, scale, B)));
	}

	/** A noisy decay within 0..127, sometimes 0. */
	private static double signal(final long x, final long y, final long z, final long t) {
		final Random random = new Random(x + 31 * (y + 31 * (z + 31 * t)));
		final double decay = (40 + 4 * x) * Math.exp(-B[(int) t] * (0.2 + 0.15 * y) / 1000);
		return Math.max(0, Math.rint(decay + (1 + z) * random.nextGaussian()));
	}

	private static void assertFitsOf(final RandomAccessibleInterval<? extends RealType<?>> signal, final ValueScale scale,
		final FitMethod method, final AdcMaps maps)
	{
		final DecayFit fit = new DecayFit(new AdcSettings(method, 0));
		final double[] samples = new double[B.length];
		long nan = 0;
		long negative = 0;
		long rejected = 0;
		for (int z = 0; z < 3; z++)
			for (int y = 0; y < 11; y++)
				for (int x = 0; x < 19; x++) {
					for (int t = 0; t < B.length; t++)
						samples[t] = scale.real(Sources.get(signal, x, y, z, t));
					final DecayFit.Result result = fit.fit(B, samples);
					final String where = "at " + x + ", " + y + ", " + z;
					final float adc = maps.adc().getAt(x, y, z).get();
					// Single precision of the logarithms: 1e-6 of the ADC or of what one unit over the range of b is.
					if (result.rejected() > 0) assertTrue(Float.isNaN(adc), where);
					else assertEquals(result.adc(), adc, 1e-6 * Math.max(1 / 1.4, Math.abs(result.adc())), where);
					assertEquals((float) result.s0(), maps.s0().orElseThrow().getAt(x, y, z).get(), where);
					assertEquals((float) result.rSquared(), maps.rSquared().orElseThrow().getAt(x, y, z).get(), where);
					if (Float.isNaN(adc)) nan++;
					if (adc < 0) negative++;
					rejected += result.rejected();
				}
		assertEquals(nan, maps.nanVoxels());
		assertEquals(negative, maps.negativeVoxels());
		assertEquals(rejected, maps.rejectedSamples());
	}

	private static void assertSame(final String what, final AdcMaps expected, final AdcMaps actual) {
		assertArrayEquals(values(expected.adc()), values(actual.adc()), what);
		assertArrayEquals(values(expected.s0().orElseThrow()), values(actual.s0().orElseThrow()), what);
		assertArrayEquals(values(expected.rSquared().orElseThrow()), values(actual.rSquared().orElseThrow()), what);
		assertEquals(expected.nanVoxels(), actual.nanVoxels(), what);
		assertEquals(expected.negativeVoxels(), actual.negativeVoxels(), what);
		assertEquals(expected.rejectedSamples(), actual.rejectedSamples(), what);
	}

	private static float[] values(final RandomAccessibleInterval<FloatType> map) {
		final List<Float> values = new ArrayList<>();
		Views.flatIterable(map).forEach(voxel -> values.add(voxel.get()));
		final float[] array = new float[values.size()];
		for (int i = 0; i < array.length; i++)
			array[i] = values.get(i);
		return array;
	}

	@ParameterizedTest
	@EnumSource(FitMethod.class)
	void knownDecays(final FitMethod method) {
		final double[] b = { 0, 50, 600, 1200 };
		final RandomAccessibleInterval<FloatType> signal = ArrayImgs.floats(70, 50, 2, 4);
		Sources.fill(signal, (x, y, z, t) -> (100 + 10 * x) * Math.exp(-b[(int) t] * (y - 5) * 5e-5));
		final AdcMaps maps = map(method, signal, ValueScale.IDENTITY, b);
		for (int y = 0; y < 50; y++)
			for (int x = 0; x < 70; x++) {
				assertEquals((y - 5) * 0.05, maps.adc().getAt(x, y, 1).get(), 1e-6 * Math.max(1, (y - 5) * 0.05));
				assertEquals(100 + 10 * x, maps.s0().orElseThrow().getAt(x, y, 1).get(), 1e-6 * (100 + 10 * x));
			}
		assertEquals(0, maps.nanVoxels());
		assertEquals(2 * 70 * 5, maps.negativeVoxels(), 70 * 2 * 0.5, "y < 5; at y = 5 the sign is that of the rounding");
	}

	@ParameterizedTest
	@EnumSource(FitMethod.class)
	void threadsDoNotMatter(final FitMethod method) {
		final RandomAccessibleInterval<FloatType> floats = ArrayImgs.floats(131, 257, 4, B.length);
		Sources.fill(floats, (x, y, z, t) -> signal(x % 20, y % 20, z, t) + 0.25);
		final RandomAccessibleInterval<UnsignedShortType> shorts = ArrayImgs.unsignedShorts(131, 257, 4, B.length);
		Sources.fill(shorts, (x, y, z, t) -> 10 * signal(x % 20, y % 20, z, t));
		for (final RandomAccessibleInterval<? extends RealType<?>> image : List.of(floats, shorts)) {
			final AdcMaps one = Parallelization.runSingleThreaded(() -> map(method, image, ValueScale.IDENTITY, B));
			for (final int threads : new int[] { 2, 5 })
				assertSame(threads + " threads", one, Parallelization.runWithNumThreads(threads, () -> map(method, image,
					ValueScale.IDENTITY, B)));
		}
	}

	/** Zero, negative, NaN, infinite and very small signals of each kind, at the start, end and middle of blocks. */
	@ParameterizedTest
	@EnumSource(FitMethod.class)
	void signalsThatCannotBeMeasured(final FitMethod method) {
		final RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(1030, 17, 1, 3);
		Sources.fill(image, (x, y, z, t) -> 100 - 20 * t);
		image.getAt(0, 0, 0, 2).set(0f);
		image.getAt(1029, 16, 0, 0).set(-1f);
		image.getAt(1024, 0, 0, 1).set(Float.NaN);
		image.getAt(5, 3, 0, 1).set(Float.POSITIVE_INFINITY);
		image.getAt(5, 3, 0, 2).set(Float.NEGATIVE_INFINITY);
		image.getAt(9, 9, 0, 0).set(Float.MIN_VALUE);
		final AdcMaps maps = map(method, image, ValueScale.IDENTITY, 0, 400, 1000);
		assertEquals(4, maps.nanVoxels());
		assertEquals(5, maps.rejectedSamples());
		assertEquals(1, maps.negativeVoxels());
		for (final long[] at : new long[][] { { 0, 0, 0 }, { 1029, 16, 0 }, { 1024, 0, 0 }, { 5, 3, 0 } })
			for (final RandomAccessibleInterval<FloatType> map : List.of(maps.adc(), maps.s0().orElseThrow(), maps.rSquared()
				.orElseThrow()))
				assertTrue(Float.isNaN(map.getAt(at).get()));
		assertEquals(new DecayFit(new AdcSettings(method, 0)).fit(new double[] { 0, 400, 1000 }, new double[] {
			Float.MIN_VALUE, 80, 60 }).adc(), maps.adc().getAt(9, 9, 0).get(), 1e-4, "small, but measurable");
	}

	@ParameterizedTest
	@EnumSource(FitMethod.class)
	void nothingButZeros(final FitMethod method) {
		for (final RandomAccessibleInterval<? extends RealType<?>> image : List.of(ArrayImgs.unsignedShorts(6, 5, 4, 2),
			ArrayImgs.floats(6, 5, 4, 2), ArrayImgs.doubles(6, 5, 4, 2)))
		{
			final AdcMaps maps = map(method, image, ValueScale.IDENTITY, 0, 800);
			assertEquals(120, maps.nanVoxels());
			assertEquals(240, maps.rejectedSamples());
			assertEquals(0, maps.negativeVoxels());
		}
	}

	/** A scale turns stored values into signals before anything else. */
	@Test
	void fitsAfterRescaling() {
		final RandomAccessibleInterval<UnsignedShortType> image = ArrayImgs.unsignedShorts(new short[] { 1100, 1030 }, 1, 1,
			1, 2);
		final AdcMaps maps = map(FitMethod.LOG_LINEAR, image, new ValueScale(2, -2000, ""), 0, 1000);
		assertEquals(Math.log(200.0 / 60), maps.adc().getAt(0, 0, 0).get(), 1e-6);
	}

	@Test
	void leavesOutLowB() {
		final RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(new float[] { 1000, 0, 400, 160 }, 1, 1, 1, 4);
		final AdcMaps maps = new AdcMapper(new AdcSettings(FitMethod.WEIGHTED, 200)).compute(image, ValueScale.IDENTITY,
			new double[] { 0, 50, 200, 800 }, done -> {});
		assertEquals(1000 * Math.log(2.5) / 600, maps.adc().getAt(0, 0, 0).get(), 1e-6);
		assertEquals(0, maps.rejectedSamples());
		assertEquals(Optional.empty(), maps.s0());
		assertEquals(Optional.empty(), maps.rSquared());
	}

	/** The ADC does not depend on what else is asked for. */
	@ParameterizedTest
	@EnumSource(OptionalMap.class)
	void givesWhatIsAskedFor(final OptionalMap asked) {
		final RandomAccessibleInterval<UnsignedShortType> image = ArrayImgs.unsignedShorts(19, 11, 3, B.length);
		Sources.fill(image, AdcMapperTest::signal);
		final AdcMaps some = new AdcMapper(new AdcSettings(FitMethod.NONLINEAR, 0, Set.of(asked))).compute(image, SCANNER, B,
			done -> {});
		assertEquals(asked == OptionalMap.S0, some.s0().isPresent());
		assertEquals(asked == OptionalMap.R_SQUARED, some.rSquared().isPresent());
		assertArrayEquals(values(map(FitMethod.NONLINEAR, image, SCANNER, B).adc()), values(some.adc()));
	}

	@Test
	void reportsProgress() {
		final List<Double> progress = new ArrayList<>();
		new AdcMapper(new AdcSettings(FitMethod.LOG_LINEAR, 0)).compute(ArrayImgs.floats(200, 300, 5, 8),
			ValueScale.IDENTITY, new double[] { 0, 1, 2, 3, 4, 5, 6, 1000 }, progress::add);
		assertEquals(progress.stream().sorted().toList(), progress);
		assertEquals(1, progress.get(progress.size() - 1));
	}

	@Test
	void isCancelled() throws Exception {
		final List<Exception> caught = new ArrayList<>();
		final Thread thread = new Thread(() -> {
			final Thread caller = Thread.currentThread();
			caught.add(assertThrows(CancellationException.class, () -> new AdcMapper(new AdcSettings(FitMethod.NONLINEAR, 0))
				.compute(ArrayImgs.floats(300, 300, 50, 2), ValueScale.IDENTITY, new double[] { 0, 1000 }, done -> caller
					.interrupt())));
		});
		thread.start();
		thread.join();
		assertEquals(1, caught.size());
		assertEquals("The ADC map was cancelled", caught.get(0).getMessage());
	}

	@Test
	void refusesWhatDoesNotFit() {
		assertRefused("An ADC is computed from the axes x, y, z, t, but there are 3 axes", ArrayImgs.floats(4, 4, 2), 0,
			1000);
		assertRefused("Each frame needs its b-value, but there are 2 frames and 3 b-values", ArrayImgs.floats(4, 4, 1, 2), 0,
			500, 1000);
		assertRefused("An ADC needs two different b-values or more, but there is only 800 s/mm²", ArrayImgs.floats(4, 4, 1,
			2), 800, 800);
	}

	private static void assertRefused(final String message, final RandomAccessibleInterval<FloatType> image,
		final double... b)
	{
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> map(FitMethod.LOG_LINEAR, image,
			ValueScale.IDENTITY, b)).getMessage());
	}
}
