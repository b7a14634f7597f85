package io.github.vertebraj.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

class RegionStatisticsTest {

	private static final double NAN = Double.NaN;

	private static final int[] PERCENTS = { 5, 10, 25, 50, 75, 90, 95 };

	private static Region row(final int n) {
		return new Region("row", List.of(new Region.Run(0, 0, 0, n)));
	}

	private static RegionStatistics ofDoubles(final double... values) {
		return RegionStatistics.of(ArrayImgs.doubles(values, values.length, 1, 1), ValueScale.IDENTITY, row(values.length));
	}

	private static void assertStatistics(final RegionStatistics s, final long nan, final long negative, final double mean,
		final double sd, final double min, final double max, final double... quantiles)
	{
		assertEquals(nan, s.nan(), "NaN");
		assertEquals(negative, s.negative(), "negative");
		assertNear(mean, s.mean(), "mean");
		assertNear(sd, s.sd(), "sd");
		assertEquals(min, s.min(), "min");
		assertEquals(max, s.max(), "max");
		for (int i = 0; i < PERCENTS.length; i++)
			assertNear(quantiles[i], s.percentile(PERCENTS[i]), PERCENTS[i] + " %");
	}

	private static void assertNear(final double expected, final double actual, final String what) {
		assertEquals(expected, actual, Double.isNaN(expected) ? 0 : 1e-12 * (1 + Math.abs(expected)), what);
	}

	/** R 4.2.2: quantile(x, c(.05,.1,.25,.5,.75,.9,.95), type = 7); mean(x); sd(x). */
	@Test
	void agreesWithR() {
		assertStatistics(ofDoubles(0.3, -1.7, 2.25, 9.5, 4, 4, -0.2, 7.125, 3, 1e-3, 12.5), 0, 2, 3.70690909090909,
			4.41809009538161, -1.7, 12.5, -0.95, -0.2, 0.1505, 3, 5.5625, 9.5, 11);
		final short[] codes = { 0, 3, 3, 17, (short) 65535, (short) 40000, 12, 12, 12, 900 };
		assertStatistics(RegionStatistics.of(ArrayImgs.unsignedShorts(codes, 10, 1, 1), ValueScale.IDENTITY, row(10)), 0, 0,
			10649.4, 23001.3278853393, 0, 65535, 1.35, 2.7, 5.25, 12, 679.25, 42553.5, 54044.25);
	}

	@Test
	void degenerateRegions() {
		assertStatistics(ofDoubles(2.5), 0, 0, 2.5, NAN, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5);
		assertStatistics(ofDoubles(NAN), 1, 0, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN);
		assertStatistics(ofDoubles(NAN, 4, NAN), 2, 0, 4, NAN, 4, 4, 4, 4, 4, 4, 4, 4, 4);
		assertStatistics(ofDoubles(0, 0, 0), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
		assertStatistics(ofDoubles(-1, 1), 0, 1, 0, Math.sqrt(2), -1, 1, -0.9, -0.8, -0.5, 0, 0.5, 0.8, 0.9);
		assertStatistics(ofDoubles(3, Double.POSITIVE_INFINITY, 5, Double.NEGATIVE_INFINITY), 2, 0, 4, Math.sqrt(2), 3, 5,
			3.1, 3.2, 3.5, 4, 4.5, 4.8, 4.9);
		assertEquals(4, ofDoubles(3, NAN, 5, NAN).voxels());
	}

	/** Numbers of which most fall into one bucket, or whose differences overflow. */
	@Test
	void outliers() {
		final double[] values = IntStream.range(0, 1001).mapToDouble(i -> i).toArray();
		values[0] = -1e308;
		values[1000] = 1.7e308;
		final RegionStatistics s = ofDoubles(values);
		assertEquals(500, s.median());
		assertEquals(50, s.percentile(5));
		assertEquals(-1e308, s.min());
		assertEquals(1.7e308, s.max());
		assertEquals(Double.MIN_VALUE, ofDoubles(0, Double.MIN_VALUE, 2 * Double.MIN_VALUE).median());
	}

	/** The same numbers in each type and order of scale: a slope below 0 turns their order around. */
	@ParameterizedTest
	@ValueSource(doubles = { 1, 0.25, -3 })
	void typesAndScales(final double slope) {
		final int n = 251;
		final int[] numbers = new Random(3).ints(n, 0, 128).toArray();
		final ValueScale scale = new ValueScale(slope, -20, "");
		final double[] real = Arrays.stream(numbers).mapToDouble(scale::real).sorted().toArray();
		final List<RandomAccessibleInterval<? extends RealType<?>>> images = List.of(ArrayImgs.bytes(n, 1, 1), ArrayImgs
			.unsignedBytes(n, 1, 1), ArrayImgs.shorts(n, 1, 1), ArrayImgs.unsignedShorts(n, 1, 1), ArrayImgs.ints(n, 1, 1),
			ArrayImgs.floats(n, 1, 1), ArrayImgs.doubles(n, 1, 1));
		for (final RandomAccessibleInterval<? extends RealType<?>> image : images) {
			for (int i = 0; i < n; i++)
				image.getAt(i, 0, 0).setReal(numbers[i]);
			final RegionStatistics s = RegionStatistics.of(image, scale, row(n));
			final double mean = Arrays.stream(real).sum() / n;
			final double sd = Math.sqrt(Arrays.stream(real).map(v -> (v - mean) * (v - mean)).sum() / (n - 1));
			assertStatistics(s, 0, Arrays.stream(real).filter(v -> v < 0).count(), mean, sd, real[0], real[n - 1],
				IntStream.of(PERCENTS).mapToDouble(p -> real[p * 250 / 100] + p * 250 % 100 / 100.0 * (real[Math.min(250, p *
					250 / 100 + 1)] - real[p * 250 / 100])).toArray());
		}
	}

	@Test
	void negativeStoredValues() {
		final short[] stored = { -32768, -5, 0, 7, 32767 };
		assertStatistics(RegionStatistics.of(ArrayImgs.shorts(stored, 5, 1, 1), ValueScale.IDENTITY, row(5)), 0, 2, 0.2,
			Math.sqrt((32768.2 * 32768.2 + 5.2 * 5.2 + 0.04 + 6.8 * 6.8 + 32766.8 * 32766.8) / 4), -32768, 32767, -26215.4,
			-19662.8, -5, 0, 7, 19663, 26215);
	}

	/** Discs on one slice, a region through the slices, and one that overlaps both: all at once as one by one. */
	@Test
	void manyRegionsInEachFrame() {
		final RandomAccessibleInterval<UnsignedShortType> image = ArrayImgs.unsignedShorts(31, 23, 6, 3);
		Sources.fill(image, (x, y, z, t) -> 100 * t + new Random(x + 31 * (y + 23 * z)).nextInt(900));
		final List<Region> regions = new ArrayList<>(List.of(disc("a", 2, 8, 9, 5), disc("b", 2, 15, 12, 7), disc("c", 4, 5,
			5, 5)));
		regions.add(1, new Region("through", List.of(new Region.Run(1, 3, 4, 20), new Region.Run(3, 22, 0, 31),
			new Region.Run(5, 0, 30, 31))));
		final List<List<RegionStatistics>> all = RegionStatistics.perFrame(image, ValueScale.IDENTITY, regions, done -> {});
		assertEquals(3, all.size());
		for (int t = 0; t < 3; t++) {
			final RandomAccessibleInterval<UnsignedShortType> volume = Views.hyperSlice(image, 3, t);
			for (int r = 0; r < regions.size(); r++) {
				assertEquals(RegionStatistics.of(volume, ValueScale.IDENTITY, regions.get(r)), all.get(t).get(r));
				assertEquals(ofDoubles(values(volume, regions.get(r))).median(), all.get(t).get(r).median());
				assertEquals(ofDoubles(values(volume, regions.get(r))).mean(), all.get(t).get(r).mean(), 1e-9);
				assertEquals(all.get(t).get(r).mean(), RegionStatistics.meanPerFrame(image, ValueScale.IDENTITY, regions.get(
					r))[t]);
			}
		}
		assertEquals(all, Parallelization.runSingleThreaded(() -> RegionStatistics.perFrame(image, ValueScale.IDENTITY,
			regions, done -> {})));
		assertEquals(List.of(), RegionStatistics.of(Views.hyperSlice(image, 3, 0), ValueScale.IDENTITY, List.of(),
			done -> {}));
	}

	private static Region disc(final String name, final int z, final int cx, final int cy, final int radius) {
		final List<Region.Run> runs = new ArrayList<>();
		for (int y = -radius; y <= radius; y++) {
			final int half = (int) Math.sqrt(radius * radius - y * y);
			runs.add(new Region.Run(z, cy + y, cx - half, cx + half + 1));
		}
		return new Region(name, runs);
	}

	private static double[] values(final RandomAccessibleInterval<? extends RealType<?>> volume, final Region region) {
		return region.runs().stream().flatMapToDouble(run -> IntStream.range(run.xFrom(), run.xTo()).mapToDouble(
			x -> Sources.get(volume, x, run.y(), run.z()))).toArray();
	}

	@Test
	void anyImage() {
		assertSameOfAll(new UnsignedShortType());
		assertSameOfAll(new ShortType());
		assertSameOfAll(new UnsignedByteType());
		assertSameOfAll(new ByteType());
		assertSameOfAll(new IntType());
		assertSameOfAll(new FloatType());
		assertSameOfAll(new DoubleType());
	}

	private static <T extends RealType<T> & NativeType<T>> void assertSameOfAll(final T type) {
		final Region region = new Region("L3", List.of(new Region.Run(1, 2, 3, 9), new Region.Run(4, 6, 0, 13)));
		final Map<String, RandomAccessibleInterval<T>> sources = Sources.all(type, (x, y, z, t) -> (x * 7 + y * 5 + z * 3 +
			t) % 50, 13, 7, 5, 2);
		final Object expected = RegionStatistics.perFrame(sources.get("array"), ValueScale.IDENTITY, List.of(region),
			done -> {});
		sources.forEach((what, source) -> assertEquals(expected, RegionStatistics.perFrame(source, ValueScale.IDENTITY, List
			.of(region), done -> {}), what));
	}

	@Test
	void refusesWhatCannotBeMeasured() {
		final RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(4, 3, 2);
		assertRefused(image, new Region("nothing", List.of()), "The region 'nothing' is empty");
		assertRefused(image, new Region("L4", List.of(new Region.Run(1, 2, 2, 5))),
			"The region 'L4' lies outside of the image: x = 2 to 4, y = 2, z = 1 of 4 x 3 x 2 voxels");
		assertRefused(image, new Region("L4", List.of(new Region.Run(2, 0, 0, 1))), null);
		assertRefused(image, new Region("L4", List.of(new Region.Run(0, 3, 0, 1))), null);
		assertRefused(image, new Region("L4", List.of(new Region.Run(0, 0, -1, 1))), null);
		assertRefused(ArrayImgs.floats(4, 3), row(2), "A volume has the axes x, y, z, but there are 2 axes");
		assertThrows(IllegalArgumentException.class, () -> RegionStatistics.meanPerFrame(image, ValueScale.IDENTITY, row(
			2)));
		assertThrows(IllegalArgumentException.class, () -> ofDoubles(1).percentile(42));
	}

	private static void assertRefused(final RandomAccessibleInterval<FloatType> image, final Region region,
		final String message)
	{
		final Exception e = assertThrows(IllegalArgumentException.class, () -> RegionStatistics.of(image,
			ValueScale.IDENTITY, region));
		if (message != null) assertEquals(message, e.getMessage());
	}
}
