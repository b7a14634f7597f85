package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.github.vertebraj.image.ValueScale;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

class VoxelsTest {

	private static final ValueScale SCALE = new ValueScale(2, -1, "HU");

	private static Voxels.Plane plane(final SampleType type, final Object samples) {
		return new Voxels.Plane(samples, type, SCALE);
	}

	private static Voxels image(final Voxels.Plane... planes) {
		return Voxels.of(planes, 2, 1, planes.length, 1, 1);
	}

	private static void assertReal(final Class<?> type, final Voxels voxels, final double... expected) {
		assertInstanceOf(type, voxels.image().getType());
		final double[] real = new double[expected.length];
		for (int i = 0; i < real.length; i++)
			real[i] = voxels.scale().real(voxels.image().getAt(i % 2, 0, i / 2, 0, 0).getRealDouble());
		assertEquals(Arrays.toString(expected), Arrays.toString(real));
		assertEquals("HU", voxels.scale().unit());
	}

	private static Object array(final Voxels voxels, final int plane) {
		return ((ArrayDataAccess<?>) ((PlanarImg<?, ?>) voxels.image()).getPlane(
			plane)).getCurrentStorageArray();
	}

	@Test
	void storedValuesKeepTheirArrays() {
		final byte[] bytes = { 7, (byte) 200 };
		final Voxels eight = image(plane(SampleType.UINT8, bytes));
		assertReal(UnsignedByteType.class, eight, 13, 399);
		assertSame(bytes, array(eight, 0));
		final short[] shorts = { 7, (short) 60000 };
		final Voxels sixteen = image(plane(SampleType.UINT16, new short[] { 1, 2 }), plane(SampleType.UINT16, shorts));
		assertReal(UnsignedShortType.class, sixteen, 1, 3, 13, 119999);
		assertSame(shorts, array(sixteen, 1));
		final short[] positive = { 0, 32767 };
		final Voxels signed = image(plane(SampleType.INT16, positive));
		assertReal(UnsignedShortType.class, signed, -1, 65533);
		assertSame(positive, array(signed, 0));
		assertEquals(-1, signed.scale().intercept());
	}

	@Test
	void negativeValuesAreRaised() {
		final Voxels voxels = image(plane(SampleType.INT16, new short[] { 0, 32767 }), plane(SampleType.INT16, new short[] {
			-1, -32768 }));
		assertReal(UnsignedShortType.class, voxels, -1, 65533, -3, -65537);
		assertEquals(-1 - 2 * 32768, voxels.scale().intercept());
	}

	@Test
	void mixedTypesOfUpTo16Bits() {
		assertReal(UnsignedShortType.class, image(plane(SampleType.INT8, new byte[] { -1, 127 }), plane(SampleType.UINT8,
			new byte[] { -1, 0 }), plane(SampleType.UINT16, new short[] { 32767, 0 })), -3, 253, 509, -1, 65533, -1);
		assertReal(FloatType.class, image(plane(SampleType.INT16, new short[] { -1, 0 }), plane(SampleType.UINT16,
			new short[] { -1, 0 })), -3, -1, 131069, -1);
	}

	@Test
	void everythingElseBecomesRealValues() {
		assertReal(FloatType.class, image(plane(SampleType.UINT32, new int[] { -1, 0 })), (float) (2 * 4294967295.0 - 1),
			-1);
		assertReal(FloatType.class, image(plane(SampleType.INT32, new int[] { -70000, 0 })), -140001, -1);
		assertReal(FloatType.class, image(plane(SampleType.FLOAT32, new float[] { 0.25f, Float.NaN })), -0.5, Double.NaN);
		assertReal(FloatType.class, image(plane(SampleType.FLOAT64, new double[] { 0.25, -4 })), -0.5, -9);
		final Voxels.Plane other = new Voxels.Plane(new byte[] { 1, 2 }, SampleType.UINT8, new ValueScale(3, 0, "HU"));
		final Voxels voxels = image(plane(SampleType.UINT8, new byte[] { 1, 2 }), other);
		assertReal(FloatType.class, voxels, 1, 3, 3, 6);
		assertEquals(new ValueScale(1, 0, "HU"), voxels.scale());
	}

	@Test
	void unitsThatDifferAreNoUnit() {
		assertEquals("", image(plane(SampleType.UINT8, new byte[2]), new Voxels.Plane(new byte[2], SampleType.UINT8,
			new ValueScale(2, -1, "mrad"))).scale().unit());
	}

	@Test
	void planesAreLetGo() {
		final Voxels.Plane[] planes = { plane(SampleType.FLOAT32, new float[2]) };
		Voxels.of(planes, 2, 1, 1, 1, 1);
		assertNull(planes[0]);
	}
}
