package io.github.vertebraj.image.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.Sources;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;

class DenoiserTest {

	private static final Geometry GEOMETRY = Geometry.ofSpacing(0.7, 0.7, 2.1);
	private static final Denoiser DENOISER = new Denoiser(DenoiseStrength.THREE, GEOMETRY);

	/** Axes x, y, z, t. */
	private static CalibratedImage image(final RandomAccessibleInterval<? extends RealType<?>> frames,
		final ValueScale scale)
	{
		final RandomAccessibleInterval<FloatType> typed = Cast.unchecked(frames);
		return new CalibratedImage("ct", Views.addDimension(typed, 0, 0), scale, Optional.of(GEOMETRY), Collections.nCopies(
			(int) (frames.dimension(2) * frames.dimension(3)), PlaneLabel.empty()), Map.of());
	}

	/** Noise that the position alone gives, so that every kind of image can have it; the second frame has more. */
	private static double noisy(final long x, final long y, final long z, final long t) {
		final double mix = Math.sin(x * 12.9898 + y * 78.233 + z * 37.719) * 43758.5453;
		return 1000 + (x > 17 ? 300 : 0) + Math.rint((40 + 40 * t) * (mix - Math.floor(mix) - 0.5));
	}

	private static double[] values(final RandomAccessibleInterval<? extends RealType<?>> image) {
		final double[] values = new double[(int) (image.dimension(0) * image.dimension(1) * image.dimension(2) * image
			.dimension(3))];
		int n = 0;
		for (int t = 0; t < image.dimension(3); t++)
			for (int z = 0; z < image.dimension(2); z++)
				for (int y = 0; y < image.dimension(1); y++)
					for (int x = 0; x < image.dimension(0); x++)
						values[n++] = image.getAt(x, y, z, t, 0).getRealDouble();
		return values;
	}

	@Test
	void anyImageAndAnyNumberOfThreadsGivesTheSame() throws Exception {
		final ValueScale scale = new ValueScale(1, -1024, "HU");
		double[] expected = null;
		for (final Map.Entry<String, RandomAccessibleInterval<UnsignedShortType>> source : Sources.all(
			new UnsignedShortType(), DenoiserTest::noisy, 35, 33, 9, 2).entrySet())
		{
			final CalibratedImage image = image(source.getValue(), scale);
			final DenoisedImage one = Parallelization.runSingleThreaded(() -> DENOISER.denoise(image, List.of(), done -> {}));
			final DenoisedImage many = Parallelization.runWithNumThreads(3, () -> DENOISER.denoise(image, List.of(),
				done -> {}));
			if (expected == null) expected = values(one.voxels());
			assertTrue(one.isStored() && one.voxels().getType() instanceof UnsignedShortType);
			assertArrayEquals(expected, values(one.voxels()), source.getKey());
			assertArrayEquals(expected, values(many.voxels()), source.getKey());
			assertEquals(one.reductions(), many.reductions());
		}
	}

	/** Each frame has its own noise, and is filtered as if it were alone. */
	@Test
	void framesAreFilteredByThemselves() {
		final RandomAccessibleInterval<FloatType> both = ArrayImgs.floats(35, 33, 4, 2);
		Sources.fill(both, DenoiserTest::noisy);
		final DenoisedImage outcome = DENOISER.denoise(image(both, ValueScale.IDENTITY), List.of(), done -> {});
		assertFalse(outcome.isStored());
		assertEquals(2 * outcome.reductions().get(0).before(), outcome.reductions().get(1).before(), 1);
		final DenoisedImage second = DENOISER.denoise(image(Views.translate(Views.interval(both, new long[] { 0, 0, 0, 1 },
			new long[] { 34, 32, 3, 1 }), 0, 0, 0, -1), ValueScale.IDENTITY), List.of(), done -> {});
		final double[] all = values(outcome.voxels());
		assertArrayEquals(values(second.voxels()), IntStream.range(all.length / 2, all.length).mapToDouble(i -> all[i])
			.toArray());
	}

	@Test
	void whatIsNotFiniteStaysAndTouchesNothing() {
		final RandomAccessibleInterval<FloatType> with = ArrayImgs.floats(40, 36, 3, 1);
		Sources.fill(with, DenoiserTest::noisy);
		with.getAt(20, 20, 1, 0).set(Float.NaN);
		with.getAt(3, 30, 0, 0).set(Float.POSITIVE_INFINITY);
		for (int x = 0; x < 40; x++)
			with.getAt(x, 0, 2, 0).set(Float.NaN);
		final DenoisedImage outcome = DENOISER.denoise(image(with, ValueScale.IDENTITY), List.of(), done -> {});
		final double[] values = values(outcome.voxels());
		for (int i = 0; i < values.length; i++) {
			final float before = with.getAt(i % 40, i / 40 % 36, i / 1440, 0).get();
			if (Float.isFinite(before)) assertEquals(before, values[i], 60);
			else assertEquals(before, values[i]);
		}
		assertTrue(outcome.reductions().get(0).isMeasured());
	}

	private static void assertUnchanged(final RandomAccessibleInterval<FloatType> frames) {
		final DenoisedImage outcome = DENOISER.denoise(image(frames, ValueScale.IDENTITY), List.of(), done -> {});
		assertFalse(outcome.reductions().get(0).isMeasured());
		assertArrayEquals(values(image(frames, ValueScale.IDENTITY).voxels()), values(outcome.voxels()));
	}

	@Test
	void withoutNoiseNothingChanges() {
		assertUnchanged(ArrayImgs.floats(40, 36, 3, 1)); // constant
		assertUnchanged(ArrayImgs.floats(new float[] { 7 }, 1, 1, 1, 1));
		final RandomAccessibleInterval<FloatType> nan = ArrayImgs.floats(20, 20, 2, 1);
		Views.iterable(nan).forEach(voxel -> voxel.set(Float.NaN));
		assertUnchanged(nan);
	}

	/** In regions that were given the SDs are what their table says. */
	@Test
	void regionsTellTheNoise() {
		final NoisePhantom phantom = new NoisePhantom(4, 2.1, 2.5, 0, 20);
		final CalibratedImage image = phantom.image(NoisePhantom.EDGE, 5);
		final Region region = new Region("muscle", IntStream.range(20, 60).mapToObj(y -> new Region.Run(1, y, 4, 40)).toList());
		final DenoisedImage outcome = new Denoiser(DenoiseStrength.FOUR, phantom.geometry()).denoise(image, List.of(region),
			done -> {});
		final NoiseReduction told = outcome.reductions().get(0);
		assertEquals(sd(image.voxels()), told.before(), 1e-6);
		assertEquals(sd(outcome.voxels()), told.after(), 1e-4);
		assertEquals(told.after() / told.before(), told.ratio(), 1e-9);
		assertEquals(0.47, told.ratio(), 0.03);
		assertEquals(1, told.places());
		assertEquals(1440, told.voxels());
	}

	private static double sd(final RandomAccessibleInterval<? extends RealType<?>> voxels) {
		final double[] in = IntStream.range(0, 1440).mapToDouble(i -> voxels.getAt(4 + i % 36, 20 + i / 36, 1, 0, 0)
			.getRealDouble()).toArray();
		final double mean = IntStream.range(0, 1440).mapToDouble(i -> in[i]).average().orElseThrow();
		return Math.sqrt(IntStream.range(0, 1440).mapToDouble(i -> (in[i] - mean) * (in[i] - mean)).sum() / 1439);
	}

	@Test
	void refusals() {
		final CalibratedImage image = image(ArrayImgs.floats(20, 20, 2, 1), ValueScale.IDENTITY);
		final Region outside = new Region("far", List.of(new Region.Run(2, 0, 0, 5)));
		assertEquals("The region 'far' lies outside of the image", assertThrows(IllegalArgumentException.class,
			() -> DENOISER.denoise(image, List.of(outside), done -> {})).getMessage());
		assertEquals("strength must be 1, 2, 3, 4 or 5, but is 6", assertThrows(IllegalArgumentException.class,
			() -> DenoiseStrength.of(6)).getMessage());
	}

	@Test
	void canBeCancelled() {
		final RandomAccessibleInterval<FloatType> frames = ArrayImgs.floats(64, 64, 20, 1);
		Sources.fill(frames, DenoiserTest::noisy);
		assertThrows(CancellationException.class, () -> DENOISER.denoise(image(frames, ValueScale.IDENTITY), List.of(),
			done -> {
				if (done > 0.3) throw new CancellationException();
			}));
		Thread.currentThread().interrupt();
		assertThrows(CancellationException.class, () -> DENOISER.denoise(image(frames, ValueScale.IDENTITY), List.of(),
			done -> {}));
		assertTrue(Thread.interrupted());
	}

	@Test
	void progressRisesToOne() {
		final double[] last = { 0 };
		DENOISER.denoise(image(ArrayImgs.floats(20, 20, 2, 3), ValueScale.IDENTITY), List.of(), done -> {
			assertTrue(done >= last[0] - 1e-9, done + " after " + last[0]);
			last[0] = done;
		});
		assertEquals(1, last[0], 1e-9);
	}
}
