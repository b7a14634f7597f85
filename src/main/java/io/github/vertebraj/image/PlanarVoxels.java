package io.github.vertebraj.image;

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.NativeImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.DoubleArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.LongArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import net.imglib2.util.Fraction;

/** Voxels over arrays that exist already, one for each plane. */
public final class PlanarVoxels {

	private PlanarVoxels() {}

	/**
	 * Shares the arrays: what is written to one is seen in the other.
	 *
	 * @param planes arrays of one primitive type, each of size[0] · size[1] pixels; the axes beyond y rise in the order
	 *               in which they are given, the first of them fastest
	 * @param type   how to read the arrays' type, an {@code UnsignedShortType} for {@code short[]} for instance
	 * @param size   number of voxels along each axis
	 */
	public static <T extends NativeType<T> & RealType<T>> RandomAccessibleInterval<T> of(final List<?> planes,
		final T type, final long... size)
	{
		return link(planes.stream().map(PlanarVoxels::access).toList(), type, size);
	}

	private static <T extends NativeType<T>, A extends ArrayDataAccess<A>> PlanarImg<T, A> link(
		final List<? extends ArrayDataAccess<?>> planes, final T type, final long[] size)
	{
		final PlanarImg<T, A> img = new PlanarImg<>(Cast.<List<A>> unchecked(planes), size, new Fraction());
		final NativeTypeFactory<T, A> factory = Cast.unchecked(type.getNativeTypeFactory());
		img.setLinkedType(factory.createLinkedType((NativeImg<T, A>) img));
		return img;
	}

	private static ArrayDataAccess<?> access(final Object plane) {
		if (plane instanceof byte[] bytes) return new ByteArray(bytes);
		if (plane instanceof short[] shorts) return new ShortArray(shorts);
		if (plane instanceof int[] ints) return new IntArray(ints);
		if (plane instanceof long[] longs) return new LongArray(longs);
		if (plane instanceof float[] floats) return new FloatArray(floats);
		if (plane instanceof double[] doubles) return new DoubleArray(doubles);
		throw new IllegalArgumentException("A plane is an array of numbers, but this is a " + plane.getClass()
			.getSimpleName());
	}
}
