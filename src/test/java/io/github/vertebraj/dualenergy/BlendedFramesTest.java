package io.github.vertebraj.dualenergy;

import static io.github.vertebraj.dualenergy.MaterialTest.assertThrowsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Sources;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlendedFramesTest {

	private static final int W = 37;
	private static final int H = 23;
	private static final int D = 3;
	private static final double[] WEIGHTS = { 0.5, 1, 0, 0.3, 5.37, -0.8, 2.5 };

	private static List<Blend.Linear> blends(final double... weights) {
		return java.util.Arrays.stream(weights).mapToObj(Blend.Linear::new).toList();
	}

	private static double real(final BlendedFrames frames, final RandomAccessibleInterval<? extends RealType<?>> image,
		final long... at)
	{
		return frames.scale().real(Sources.get(image, at));
	}

	private interface Maker {

		CalibratedImage make(String title, int width, int height, int depth, Pairs.Values values);
	}

	private static final Map<String, Maker> MAKERS = Map.of("unsigned", Pairs::unsigned, "signed", Pairs::signed, "floats",
		Pairs::floats);

	@ParameterizedTest
	@ValueSource(strings = { "unsigned", "signed", "floats" })
	void blendsAreThoseOfTheFormula(final String type) throws Exception {
		final CalibratedImage low = MAKERS.get(type).make("low", W, H, D, Pairs.anatomy(900, 30, 1));
		final CalibratedImage high = MAKERS.get(type).make("high", W, H, D, Pairs.anatomy(600, 20, 2));
		final BlendedFrames frames = new BlendedFrames(Pairs.of(low, high), blends(WEIGHTS), Optional.empty(), true);
		final RandomAccessibleInterval<? extends RealType<?>> lazy = frames.lazy();
		final RandomAccessibleInterval<? extends RealType<?>> whole = frames.materialise(done -> {});
		final RandomAccessibleInterval<? extends RealType<?>> single = Parallelization.runSingleThreaded(() -> frames
			.materialise(done -> {}));
		assertTrue(type.equals("floats") ? lazy.getType() instanceof FloatType : lazy.getType() instanceof UnsignedShortType);
		double largest = 0;
		for (int t = 0; t < WEIGHTS.length; t++)
			for (int z = 0; z < D; z++)
				for (int y = 0; y < H; y++)
					for (int x = 0; x < W; x++) {
						final double a = low.scale().real(Sources.get(low.voxels(), x, y, z, 0, 0));
						final double b = high.scale().real(Sources.get(high.voxels(), x, y, z, 0, 0));
						final double value = real(frames, lazy, x, y, z, t, 0);
						largest = Math.max(largest, Math.abs(value - (WEIGHTS[t] * a + (1 - WEIGHTS[t]) * b)));
						assertEquals(value, real(frames, whole, x, y, z, t, 0));
						assertEquals(value, real(frames, single, x, y, z, t, 0));
						if (WEIGHTS[t] == 1) assertEquals(a, value);
						if (WEIGHTS[t] == 0) assertEquals(b, value);
					}
		System.out.printf("%s: at most %.4f HU from the formula%n", type, largest);
		assertTrue(largest <= (type.equals("floats") ? 1e-3 : 0.51), "off by " + largest);
	}

	/** Every kind of ImgLib2 image gives what a planar one does. */
	@Test
	void anySourceIsRead() {
		final Sources.Values lows = (x, y, z, t) -> (x * 31 + y * 17 + z * 5) % 1500;
		final Sources.Values highs = (x, y, z, t) -> (x * 29 + y * 13 + z * 7) % 1100;
		final Map<String, RandomAccessibleInterval<UnsignedShortType>> low = Sources.all(new UnsignedShortType(), lows, W, H,
			D, 1);
		final Map<String, RandomAccessibleInterval<UnsignedShortType>> high = Sources.all(new UnsignedShortType(), highs, W, H,
			D, 1);
		low.forEach((name, image) -> {
			final SpectralPair pair = new SpectralPair(image(image), image(high.get(name)));
			final BlendedFrames frames = new BlendedFrames(pair, blends(3.3), Optional.empty(), true);
			final RandomAccessibleInterval<? extends RealType<?>> lazy = frames.lazy();
			for (int y = 0; y < H; y++)
				for (int x = 0; x < W; x++)
					assertEquals(3.3 * (lows.at(x, y, 2, 0) - 1024) - 2.3 * (highs.at(x, y, 2, 0) - 1024), real(frames, lazy, x, y,
						2, 0, 0), 0.52, name);
		});
	}

	private static HounsfieldImage image(final RandomAccessibleInterval<UnsignedShortType> frames) {
		return new HounsfieldImage("x", net.imglib2.view.Views.hyperSlice(frames, 3, frames.min(3)), new ValueScale(1, -1024,
			"HU"), Optional.empty(), java.util.Collections.nCopies(D, io.github.vertebraj.image.PlaneLabel.empty()));
	}

	@Test
	void valuesBeyondTheFormatAreCutOff() {
		final CalibratedImage low = Pairs.unsigned("low", 8, 2, 1, (x, y, z) -> x == 3 ? 20000 : -1000);
		final CalibratedImage high = Pairs.unsigned("high", 8, 2, 1, (x, y, z) -> x == 3 ? 3000 : -1000);
		final BlendedFrames frames = new BlendedFrames(Pairs.of(low, high), blends(9, -9), Optional.empty(), true);
		assertEquals(32768, real(frames, frames.lazy(), 3, 0, 0, 0, 0));
		assertEquals(-32767, real(frames, frames.lazy(), 3, 0, 0, 1, 0));
		assertEquals(-1000, real(frames, frames.lazy(), 4, 0, 0, 0, 0));
		final BlendedFrames floats = new BlendedFrames(Pairs.of(low, high), blends(9), Optional.empty(), false);
		assertEquals(9 * 20000 - 8 * 3000, real(floats, floats.lazy(), 3, 0, 0, 0, 0));
	}

	@Test
	void nanStaysNan() {
		final CalibratedImage low = Pairs.floats("low", 9, 5, 1, (x, y, z) -> x == 2 && y == 1 ? Double.NaN : 100);
		final CalibratedImage high = Pairs.floats("high", 9, 5, 1, (x, y, z) -> x == 7 ? Double.NaN : -50);
		for (final Optional<FrequencySplit> split : List.of(Optional.<FrequencySplit> empty(), Optional.of(
			new FrequencySplit(0.8, 0.4)))) {
			final BlendedFrames frames = new BlendedFrames(Pairs.of(low, high), blends(0.5, 1), split, true);
			for (int x = 0; x < 9; x++)
				assertEquals(x == 2 || x == 7 ? Double.NaN : 25, real(frames, frames.lazy(), x, 1, 0, 0, 0), 1e-4);
		}
	}

	@Test
	void aSigmoidTakesTheLowImageWhereItIsBright() {
		final CalibratedImage low = Pairs.floats("low", 4, 2, 1, (x, y, z) -> new double[] { -900, 150, 200, 1500 }[x]);
		final CalibratedImage high = Pairs.floats("high", 4, 2, 1, (x, y, z) -> new double[] { -950, 100, 120, 900 }[x]);
		final BlendedFrames frames = new BlendedFrames(Pairs.of(low, high), List.of(new Blend.Sigmoid(150, 100)), Optional
			.empty(), true);
		assertEquals(-950, real(frames, frames.lazy(), 0, 0, 0, 0, 0), 1e-3);
		assertEquals(125, real(frames, frames.lazy(), 1, 0, 0, 0, 0), 1e-3);
		final double w = 1 / (1 + Math.exp(-2));
		assertEquals(w * 200 + (1 - w) * 120, real(frames, frames.lazy(), 2, 0, 0, 0, 0), 1e-3);
		assertEquals(1500, real(frames, frames.lazy(), 3, 0, 0, 0, 0), 1e-3);
	}

	/** E = E0 is the identity, and half a low-passed step away from it. */
	@Test
	void theSplitKeepsTheBaseAndUniformMeans() {
		final Random random = new Random(4);
		final int n = 64;
		final Pairs.Values lows = (x, y, z) -> (x < n / 2 ? 20 : 80) + 15 * random.nextGaussian();
		final Pairs.Values highs = (x, y, z) -> (x < n / 2 ? 10 : 45) + 12 * random.nextGaussian();
		final SpectralPair pair = Pairs.of(Pairs.floats("low", n, n, 2, lows), Pairs.floats("high", n, n, 2, highs));
		final FrequencySplit split = new FrequencySplit(0.6, 0.35);
		final BlendedFrames plain = new BlendedFrames(pair, blends(0.35, 3), Optional.empty(), true);
		final BlendedFrames divided = new BlendedFrames(pair, blends(0.35, 3), Optional.of(split), true);
		final RandomAccessibleInterval<? extends RealType<?>> a = plain.lazy();
		final RandomAccessibleInterval<? extends RealType<?>> b = divided.lazy();
		final RandomAccessibleInterval<? extends RealType<?>> c = divided.materialise(done -> {});
		double before = 0;
		double after = 0;
		double squaresBefore = 0;
		double squaresAfter = 0;
		int count = 0;
		for (int y = 8; y < n - 8; y++)
			for (int x = 8; x < n / 2 - 8; x++) {
				assertEquals(Sources.get(a, x, y, 1, 0, 0), Sources.get(b, x, y, 1, 0, 0), 1e-4);
				assertEquals(Sources.get(c, x, y, 1, 1, 0), Sources.get(b, x, y, 1, 1, 0));
				final double v = Sources.get(a, x, y, 1, 1, 0);
				final double s = Sources.get(b, x, y, 1, 1, 0);
				before += v;
				after += s;
				squaresBefore += (v - 40) * (v - 40);
				squaresAfter += (s - 40) * (s - 40);
				count++;
			}
		System.out.printf("split: mean %.2f -> %.2f HU, SD %.1f -> %.1f HU%n", before / count, after / count, Math.sqrt(
			squaresBefore / count), Math.sqrt(squaresAfter / count));
		assertTrue(squaresAfter < squaresBefore / 4);
		// without noise the mean is kept to 0.1 HU
		final SpectralPair clean = Pairs.of(Pairs.floats("low", n, n, 1, (x, y, z) -> x < n / 2 ? 20.3 : 80), Pairs.floats(
			"high", n, n, 1, (x, y, z) -> x < n / 2 ? 10.1 : 45));
		final BlendedFrames kept = new BlendedFrames(clean, blends(3), Optional.of(split), true);
		for (int x = 0; x < n / 2 - 8; x++)
			assertEquals(3 * 20.3 - 2 * 10.1, real(kept, kept.lazy(), x, 5, 0, 0, 0), 0.1);
	}

	/** scipy 1.10.1: gaussian_filter(impulse at [2, 3] of 5 x 8, sigma=(0.8, 1.25), mode='nearest', truncate=4). */
	@Test
	void theLowPassIsThatOfScipy() {
		final double[] plane = new double[40];
		plane[2 * 8 + 3] = 100;
		plane[0] = -40;
		final float[] smooth = new LowPass(8, 5, 1.25, 0.8).apply(plane);
		final double[] expected = { -19.7306, -10.0092, -2.74936, 0.101906, 0.447405, 0.191217, 0.0392539, 0.00417892,
			-6.2042, -1.38727, 4.20166, 7.08684, 5.27101, 2.02489, 0.409036, 0.0435453,
			0.303725, 4.12077, 11.4599, 15.8977, 11.5553, 4.42502, 0.893416, 0.0951117,
			0.397407, 2.01996, 5.28929, 7.28632, 5.29117, 2.02596, 0.409036, 0.0435453,
			0.0392539, 0.194426, 0.507782, 0.699281, 0.507782, 0.194426, 0.0392539, 0.00417892 };
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], smooth[i], 1e-4, "voxel " + i);
	}

	@Test
	void whatCannotBeSplitIsRefused() {
		final CalibratedImage low = Pairs.floats("low", 5, 5, 1, (x, y, z) -> x - 3);
		assertThrowsWith("linear blends", () -> new BlendedFrames(Pairs.of(low, low), List.of(new Blend.Sigmoid(0, 10)),
			Optional.of(new FrequencySplit(1, 0.5)), true));
		assertThrowsWith("above 0", () -> new FrequencySplit(0, 0.5));
		assertThrowsWith("one blend or more", () -> new BlendedFrames(Pairs.of(low, low), List.of(), Optional.empty(), true));
		assertThrowsWith("width above 0", () -> new Blend.Sigmoid(100, 0));
		assertThrowsWith("number up to", () -> new Blend.Linear(Double.NaN));
		final CalibratedImage bare = new CalibratedImage("bare", low.voxels(), low.scale(), Optional.empty(), low.labels(), Map
			.of());
		assertThrowsWith("no voxel size in mm", () -> new BlendedFrames(Pairs.of(bare, bare), blends(1), Optional.of(
			new FrequencySplit(1, 0.5)), true));
	}

	@Test
	void imagesThatDoNotBelongTogetherAreRefused() {
		final Pairs.Values lows = Pairs.anatomy(900, 10, 1);
		final Pairs.Values highs = Pairs.anatomy(600, 10, 2);
		final CalibratedImage low = Pairs.signed("A", 40, 40, 3, lows);
		final CalibratedImage high = Pairs.signed("B", 40, 40, 3, highs);
		assertThrowsWith("'A' has 40 x 40 x 3 voxels and 'B' 40 x 40 x 2", () -> Pairs.of(low, Pairs.signed("B", 40, 40, 2,
			highs)));
		assertThrowsWith("dense voxels must be brighter in the low image, but their mean is 600 HU in 'B' and 900",
			() -> Pairs.of(high, low));
		assertThrowsWith("'A' has voxels of 0.4 x 0.5 x 1.5 mm from (-60.0, -30.0, 512.0) mm in the frame of reference 1.2.3" +
			" and 'B' voxels of 0.4 x 0.5 x 1.5 mm from (-60.0, -30.0, 515.0)", () -> Pairs.of(low, with(high, Optional.of(
				Pairs.GEOMETRY.crop(0, 0, 2)))));
		assertThrowsWith("0.4 x 0.5 x 1.5 mm", () -> Pairs.of(low, with(high, Optional.of(Geometry.ofSpacing(1, 1, 1)))));
		final CalibratedImage unsigned = Pairs.unsigned("U", 40, 40, 3, highs);
		final CalibratedImage shifted = new CalibratedImage("S", unsigned.voxels(), new ValueScale(1, -1000, "HU"), unsigned
			.geometry(), unsigned.labels(), Map.of());
		assertThrowsWith("'U' has slope 1.0 and intercept -1024.0, 'S' slope 1.0 and intercept -1000.0", () -> Pairs.of(
			unsigned, shifted));
		final CalibratedImage raw = new CalibratedImage("R", unsigned.voxels(), ValueScale.IDENTITY, unsigned.geometry(),
			unsigned.labels(), Map.of());
		assertThrowsWith("'R' does not say that its values are HU (unit '', slope 1.0, intercept 0.0", () -> HounsfieldImage.of(
			raw, 0, false));
		assertThrowsWith("as unsigned numbers do whose rescale intercept", () -> HounsfieldImage.of(raw, 0, true));
		assertEquals(40, Pairs.of(low, with(high, Optional.empty())).low().volume().dimension(0));
	}

	private static CalibratedImage with(final CalibratedImage image, final Optional<Geometry> geometry) {
		return new CalibratedImage(image.title(), image.voxels(), image.scale(), geometry, image.labels(), Map.of());
	}
}
