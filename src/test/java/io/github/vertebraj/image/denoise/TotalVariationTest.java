package io.github.vertebraj.image.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import net.imglib2.parallel.Parallelization;

/** Total variation against skimage 0.19.3, {@code denoise_tv_chambolle(f, weight=λ, eps=0, max_num_iter=200000)}. */
class TotalVariationTest {

	private static final double[] CUBES = { 1, 1, 1 };

	/** 7 × 6 × 5 voxels, the function of the oracle. */
	private static FloatVolume volume(final int width, final int height, final int depth) {
		final float[][] planes = new float[depth][width * height];
		for (int z = 0; z < depth; z++)
			for (int i = 0; i < width * height; i++) {
				final int x = i % width;
				final int y = i / width;
				planes[z][i] = (float) (100 * Math.sin(1.3 * x + 0.7 * y * y) + (x > 3 ? 30 * z : 0) + 20 * Math.cos(2.1 * z + x *
					y));
			}
		return new FloatVolume(width, height, planes, false);
	}

	private static void assertMinimum(final double lambda, final double... expected) {
		final FloatVolume u = TotalVariation.denoise(volume(7, 6, 5), CUBES, lambda, 3000, done -> {});
		final int[][] places = { { 0, 0, 0 }, { 6, 5, 4 }, { 3, 2, 1 }, { 4, 2, 1 }, { 5, 0, 3 } };
		for (int i = 0; i < places.length; i++)
			assertEquals(expected[i], u.planes()[places[i][2]][places[i][1] * 7 + places[i][0]], 0.005);
	}

	@Test
	void minimumIsThatOfSkimage() {
		assertMinimum(5, 25.28329, 141.55991, 28.63683, 102.08348, 130.7027);
		assertMinimum(40, 32.81515, 91.06432, 13.96063, 39.80712, 116.18126);
	}

	@Test
	void oneSliceIsTwoDimensional() {
		final FloatVolume u = TotalVariation.denoise(volume(7, 6, 1), CUBES, 20, 3000, done -> {});
		assertEquals(47.43669, u.planes()[0][0], 0.005);
		assertEquals(11.60217, u.planes()[0][5 * 7 + 6], 0.005);
		assertEquals(19.56316, u.planes()[0][2 * 7 + 3], 0.005);
		assertEquals(46.38806, u.planes()[0][2 * 7 + 4], 0.005);
	}

	/** A step of height c in n voxels on each side loses λ / n on each: the weight along the axis scales λ. */
	@Test
	void weightsScaleDifferences() {
		final float[][] planes = new float[6][1];
		for (int z = 3; z < 6; z++)
			planes[z][0] = 90;
		final FloatVolume u = TotalVariation.denoise(new FloatVolume(1, 1, planes, false), new double[] { 1, 1, 0.5 }, 24, 500,
			done -> {});
		assertEquals(4, u.planes()[0][0], 1e-3);
		assertEquals(86, u.planes()[5][0], 1e-3);
	}

	@Test
	void nanIsAnEndOfTheImage() {
		final FloatVolume whole = volume(7, 6, 5);
		for (final float[] plane : whole.planes())
			for (int y = 0; y < 6; y++)
				plane[y * 7 + 4] = Float.NaN;
		final FloatVolume u = TotalVariation.denoise(new FloatVolume(7, 6, whole.planes(), true), CUBES, 20, 200, done -> {});
		final FloatVolume left = volume(7, 6, 5);
		final float[][] four = new float[5][24];
		for (int z = 0; z < 5; z++)
			for (int i = 0; i < 24; i++)
				four[z][i] = left.planes()[z][i / 4 * 7 + i % 4];
		final FloatVolume alone = TotalVariation.denoise(new FloatVolume(4, 6, four, false), CUBES, 20, 200, done -> {});
		for (int z = 0; z < 5; z++)
			for (int i = 0; i < 24; i++) {
				assertEquals(alone.planes()[z][i], u.planes()[z][i / 4 * 7 + i % 4], 1e-3);
				assertTrue(Float.isNaN(u.planes()[z][i / 4 * 7 + 4]));
			}
	}

	/** Rows longer than what a loop takes at a time, and more slices than one thread sweeps. */
	@Test
	void anyNumberOfThreadsGivesTheSame() throws Exception {
		final FloatVolume f = volume(1500, 3, 19);
		final FloatVolume one = Parallelization.runSingleThreaded(() -> TotalVariation.denoise(f, CUBES, 20, 5, done -> {}));
		final FloatVolume many = Parallelization.runWithNumThreads(4, () -> TotalVariation.denoise(f, CUBES, 20, 5,
			done -> {}));
		final FloatVolume careful = TotalVariation.denoise(new FloatVolume(1500, 3, f.planes(), true), CUBES, 20, 5, done -> {});
		for (int z = 0; z < 19; z++) {
			assertArrayEquals(one.planes()[z], many.planes()[z]);
			assertArrayEquals(one.planes()[z], careful.planes()[z], 1e-3f);
		}
	}
}
