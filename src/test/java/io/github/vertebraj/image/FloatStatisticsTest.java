package io.github.vertebraj.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.imglib2.img.array.ArrayImgs;

/** The same numbers as those of a region that holds the same values. */
class FloatStatisticsTest {

	private static void assertSame(final float... values) {
		final FloatStatistics twice = new FloatStatistics();
		for (final float value : values)
			twice.add(value);
		twice.again();
		for (final float value : values)
			twice.addAgain(value);
		final RegionStatistics expected = RegionStatistics.of(ArrayImgs.floats(values, values.length, 1, 1),
			ValueScale.IDENTITY, new Region("row", List.of(new Region.Run(0, 0, 0, values.length))));
		assertEquals(expected, twice.finish());
	}

	@Test
	void agreesWithTheStatisticsOfRegions() {
		assertSame(3);
		assertSame(Float.NaN, Float.POSITIVE_INFINITY);
		assertSame(-1, 0, 0, 2, Float.NaN, 1e-38f, -1e30f, 1e30f);
		final Random random = new Random(4);
		for (final int n : new int[] { 2, 20, 21, 997, 20000 }) {
			final float[] values = new float[n];
			for (int i = 0; i < n; i++)
				values[i] = (float) random.nextGaussian();
			assertSame(values);
		}
	}

	@Test
	void nothingIsNotMeasurable() {
		final FloatStatistics none = new FloatStatistics();
		none.again();
		assertEquals(0, none.finish().voxels());
		assertEquals(Double.NaN, none.finish().mean());
		assertEquals(Double.NaN, none.finish().median());
	}
}
