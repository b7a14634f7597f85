package io.github.vertebraj.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

class LabelRegionsTest {

	@Test
	void regionsByRisingLabel() {
		final RandomAccessibleInterval<UnsignedByteType> labels = ArrayImgs.unsignedBytes(new byte[] { //
			0, 9, 9, 2, //
			2, 0, 0, 9, //

			0, 0, 0, 0, //
			(byte) 200, (byte) 200, 9, 9 }, 4, 2, 2);
		final List<Region> regions = LabelRegions.of(Views.translate(labels, 5, -5, 3), label -> "label " + label);
		assertEquals(List.of("label 2 (2 voxels)", "label 9 (5 voxels)", "label 200 (2 voxels)"), regions.stream().map(
			Region::toString).toList());
		assertEquals(List.of(new Region.Run(0, 0, 1, 3), new Region.Run(0, 1, 3, 4), new Region.Run(1, 1, 2, 4)), regions
			.get(1).runs());
	}

	@Test
	void nothingFromZeros() {
		assertEquals(List.of(), LabelRegions.of(ArrayImgs.floats(3, 2, 1), Integer::toString));
	}

	@Test
	void refusesWhatIsNoLabel() {
		final RandomAccessibleInterval<FloatType> labels = ArrayImgs.floats(3, 2, 4);
		labels.getAt(1, 0, 3).set(2.5f);
		assertEquals(
			"A label image holds whole numbers of 0 or more, but the voxel at x = 1, y = 0, z = 3 is 2.5", assertThrows(
				IllegalArgumentException.class, () -> LabelRegions.of(labels, Integer::toString)).getMessage());
		for (final float value : new float[] { -1, Float.NaN, Float.POSITIVE_INFINITY, 3e9f }) {
			labels.getAt(1, 0, 3).set(value);
			assertThrows(IllegalArgumentException.class, () -> LabelRegions.of(labels, Integer::toString));
		}
		assertThrows(IllegalArgumentException.class, () -> LabelRegions.of(ArrayImgs.floats(3, 2), Integer::toString));
	}
}
