package io.github.vertebraj.io.nifti;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import io.github.vertebraj.image.PlanarVoxels;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.LongType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedLongType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The voxels of a NIfTI file, axes x, y, z, t, c, in the file's order. 8- and 16-bit integers are kept as unsigned
 * ones, which is what ImageJ has: signed ones that are negative somewhere are stored + 128 or + 32768, and the scale's
 * intercept takes that back. 32-bit floats become real values; other types are kept as they are.
 */
record NiftiVoxels(RandomAccessibleInterval<? extends RealType<?>> voxels, ValueScale scale) {

	/**
	 * Reads all planes.
	 *
	 * @param in stands at the first voxel
	 */
	static NiftiVoxels read(final InputStream in, final NiftiHeader header) throws IOException {
		final int length = header.planeBytes();
		byte[] bytes = {};
		final List<Object> planes = new ArrayList<>();
		for (int i = 0; i < header.planes(); i++) {
			final int got;
			if (i > 0) got = in.readNBytes(bytes, 0, length);
			else { // takes memory for what is there, not for what the header claims
				bytes = in.readNBytes(length);
				got = bytes.length;
			}
			if (got < length) throw new IOException("it ends in plane " + (i + 1) + " of " + header.planes() +
				": it is truncated, copy or export it again");
			planes.add(decode(ByteBuffer.wrap(bytes).order(header.order()), header, length / header.type().bytes()));
		}
		return voxels(planes, header);
	}

	private static Object decode(final ByteBuffer bytes, final NiftiHeader header, final int n) {
		return switch (header.type()) {
			case UINT8, INT8 -> bytes.array().clone();
			case INT16, UINT16 -> {
				final short[] values = new short[n];
				bytes.asShortBuffer().get(values);
				yield values;
			}
			case INT32, UINT32 -> {
				final int[] values = new int[n];
				bytes.asIntBuffer().get(values);
				yield values;
			}
			case INT64, UINT64 -> {
				final long[] values = new long[n];
				bytes.asLongBuffer().get(values);
				yield values;
			}
			case FLOAT32 -> {
				final float[] values = new float[n];
				bytes.asFloatBuffer().get(values);
				if (header.slope() != 1 || header.intercept() != 0) for (int i = 0; i < n; i++)
					values[i] = (float) (header.slope() * values[i] + header.intercept());
				yield values;
			}
			case FLOAT64 -> {
				final double[] values = new double[n];
				bytes.asDoubleBuffer().get(values);
				yield values;
			}
		};
	}

	private static NiftiVoxels voxels(final List<Object> planes, final NiftiHeader header) {
		final long[] size = header.size();
		final ValueScale scale = new ValueScale(header.slope(), header.intercept(), "");
		return switch (header.type()) {
			case UINT8 -> new NiftiVoxels(PlanarVoxels.of(planes, new UnsignedByteType(), size), scale);
			case INT8 -> new NiftiVoxels(PlanarVoxels.of(planes, new UnsignedByteType(), size), raiseBytes(planes)
				? shifted(scale, 128) : scale);
			case UINT16 -> new NiftiVoxels(PlanarVoxels.of(planes, new UnsignedShortType(), size), scale);
			case INT16 -> new NiftiVoxels(PlanarVoxels.of(planes, new UnsignedShortType(), size), raiseShorts(planes)
				? shifted(scale, 32768) : scale);
			case INT32 -> new NiftiVoxels(PlanarVoxels.of(planes, new IntType(), size), scale);
			case UINT32 -> new NiftiVoxels(PlanarVoxels.of(planes, new UnsignedIntType(), size), scale);
			case INT64 -> new NiftiVoxels(PlanarVoxels.of(planes, new LongType(), size), scale);
			case UINT64 -> new NiftiVoxels(PlanarVoxels.of(planes, new UnsignedLongType(), size), scale);
			case FLOAT32 -> new NiftiVoxels(PlanarVoxels.of(planes, new FloatType(), size), ValueScale.IDENTITY);
			case FLOAT64 -> new NiftiVoxels(PlanarVoxels.of(planes, new DoubleType(), size), scale);
		};
	}

	private static ValueScale shifted(final ValueScale scale, final int by) {
		return new ValueScale(scale.slope(), scale.intercept() - by * scale.slope(), scale.unit());
	}

	/** Adds 128 everywhere when a value is negative. */
	private static boolean raiseBytes(final List<Object> planes) {
		boolean negative = false;
		for (final Object plane : planes)
			for (final byte value : (byte[]) plane)
				negative |= value < 0;
		if (negative) for (final Object plane : planes)
			for (int i = 0; i < ((byte[]) plane).length; i++)
				((byte[]) plane)[i] ^= (byte) 0x80;
		return negative;
	}

	/** Adds 32768 everywhere when a value is negative. */
	private static boolean raiseShorts(final List<Object> planes) {
		boolean negative = false;
		for (final Object plane : planes)
			for (final short value : (short[]) plane)
				negative |= value < 0;
		if (negative) for (final Object plane : planes) {
			final short[] values = (short[]) plane;
			for (int i = 0; i < values.length; i++)
				values[i] ^= (short) 0x8000;
		}
		return negative;
	}
}
