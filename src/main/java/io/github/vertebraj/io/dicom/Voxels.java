package io.github.vertebraj.io.dicom;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;

import io.github.vertebraj.image.ValueScale;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;

/**
 * Decoded planes as one image. Samples of 8 or 16 bits stay as stored, in the very arrays that were decoded, when all
 * planes have one scale; negative ones are raised by 32768, which the intercept takes back. Everything else becomes real
 * values in float.
 */
record Voxels(PlanarImg<? extends RealType<?>, ?> image, ValueScale scale) {

	private static final int SIGN = 0x8000;

	/** A decoded plane: an array of samples, their type and the relation to real values. */
	record Plane(Object samples, SampleType type, ValueScale scale) {}

	/**
	 * @param planes in the order of the image; set to null as they are taken over, to save memory
	 * @param size   of the image, x and y first
	 */
	static Voxels of(final Plane[] planes, final long... size) {
		final ValueScale scale = planes[0].scale;
		final boolean oneScale = all(planes, plane -> plane.scale.equals(scale));
		if (oneScale && all(planes, plane -> plane.type == SampleType.UINT8)) return new Voxels(Voxels
			.<UnsignedByteType, ByteArray> image(planes, plane -> new ByteArray((byte[]) plane.samples),
				linked -> new UnsignedByteType(linked), size), scale);
		final boolean small = all(planes, plane -> plane.type.bytes() <= 2);
		final boolean negative = small && !all(planes, plane -> !plane.type.isSigned() || isPlain(plane.samples));
		final boolean high = negative && !all(planes, plane -> plane.type != SampleType.UINT16 || isPlain(plane.samples));
		if (!oneScale || !small || high) {
			final String unit = all(planes, plane -> plane.scale.unit().equals(scale.unit())) ? scale.unit() : "";
			return new Voxels(Voxels.<FloatType, FloatArray> image(planes, plane -> new FloatArray(real(plane)),
				linked -> new FloatType(linked), size), new ValueScale(1, 0, unit));
		}
		final int shift = negative ? SIGN : 0;
		return new Voxels(Voxels.<UnsignedShortType, ShortArray> image(planes, plane -> new ShortArray(shorts(plane, shift)),
			linked -> new UnsignedShortType(linked), size), new ValueScale(scale.slope(), scale.intercept() - scale.slope() *
				shift, scale.unit()));
	}

	private static boolean all(final Plane[] planes, final Predicate<Plane> condition) {
		return Arrays.stream(planes).allMatch(condition);
	}

	/** Whether no sample has its topmost bit set: then signed and unsigned are the same. */
	private static boolean isPlain(final Object samples) {
		int bits = 0;
		if (samples instanceof final short[] shorts) for (final short sample : shorts)
			bits |= sample;
		else for (final byte sample : (byte[]) samples)
			bits |= sample;
		return bits >= 0;
	}

	private static short[] shorts(final Plane plane, final int shift) {
		final short[] shorts;
		if (plane.samples instanceof final byte[] bytes) {
			shorts = new short[bytes.length];
			for (int i = 0; i < shorts.length; i++)
				shorts[i] = (short) (plane.type.isSigned() ? bytes[i] : Byte.toUnsignedInt(bytes[i]));
		}
		else shorts = (short[]) plane.samples;
		if (shift != 0) for (int i = 0; i < shorts.length; i++)
			shorts[i] += shift;
		return shorts;
	}

	private static float[] real(final Plane plane) {
		final double slope = plane.scale.slope();
		final double intercept = plane.scale.intercept();
		final IntToDoubleFunction stored = stored(plane);
		final float[] real = new float[Array.getLength(plane.samples)];
		for (int i = 0; i < real.length; i++)
			real[i] = (float) (slope * stored.applyAsDouble(i) + intercept);
		return real;
	}

	private static IntToDoubleFunction stored(final Plane plane) {
		return switch (plane.type) {
			case UINT8 -> i -> Byte.toUnsignedInt(((byte[]) plane.samples)[i]);
			case INT8 -> i -> ((byte[]) plane.samples)[i];
			case UINT16 -> i -> Short.toUnsignedInt(((short[]) plane.samples)[i]);
			case INT16 -> i -> ((short[]) plane.samples)[i];
			case UINT32 -> i -> Integer.toUnsignedLong(((int[]) plane.samples)[i]);
			case INT32 -> i -> ((int[]) plane.samples)[i];
			case FLOAT32 -> i -> ((float[]) plane.samples)[i];
			case FLOAT64 -> i -> ((double[]) plane.samples)[i];
		};
	}

	private static <T extends NativeType<T>, A extends ArrayDataAccess<A>> PlanarImg<T, A> image(final Plane[] planes,
		final Function<Plane, A> access, final Function<PlanarImg<T, A>, T> type, final long... size)
	{
		final List<A> slices = new ArrayList<>(planes.length);
		for (int i = 0; i < planes.length; i++) {
			slices.add(access.apply(planes[i]));
			planes[i] = null;
		}
		final PlanarImg<T, A> image = new PlanarImg<>(slices, size, new Fraction());
		image.setLinkedType(type.apply(image));
		return image;
	}
}
