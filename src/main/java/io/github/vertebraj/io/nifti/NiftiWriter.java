package io.github.vertebraj.io.nifti;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/** Writes an image as a single, little-endian NIfTI-1 file; wrap the stream for {@code .nii.gz}. */
public final class NiftiWriter {

	private static final int OFFSET = 352;
	private static final short MAXIMUM = Short.MAX_VALUE;

	private NiftiWriter() {}

	/**
	 * Writes unsigned 8- and 16-bit voxels as they are stored, with slope and intercept, others as 32-bit floats of their
	 * real values. The geometry becomes the sform and stays in voxel order; an image whose position in the patient is
	 * unknown has its spacing alone.
	 *
	 * @throws IllegalArgumentException when an axis has more than 32767 voxels, which NIfTI-1 cannot hold, or the voxel
	 *           spacing is unknown
	 */
	public static void write(final OutputStream out, final CalibratedImage image) throws IOException {
		final Geometry geometry = image.geometry().orElseThrow(() -> new IllegalArgumentException("The voxel spacing of '" +
			image.title() + "' is unknown: set it in mm (Image > Properties...) before it is written as NIfTI"));
		final NiftiType type = type(image);
		final ByteBuffer header = ByteBuffer.allocate(OFFSET).order(ByteOrder.LITTLE_ENDIAN);
		header.putInt(0, 348);
		header.putShort(40, (short) (image.size(4) > 1 ? 5 : image.size(3) > 1 ? 4 : 3));
		for (int i = 0; i < 7; i++)
			header.putShort(42 + 2 * i, size(image, i));
		header.putShort(70, (short) type.code());
		header.putShort(72, (short) (8 * type.bytes()));
		header.putFloat(76, 1);
		for (int i = 0; i < 7; i++)
			header.putFloat(80 + 4 * i, i < 3 ? (float) geometry.spacing(i) : 1);
		header.putFloat(108, OFFSET);
		header.putFloat(112, type == NiftiType.FLOAT32 ? 1 : (float) image.scale().slope());
		header.putFloat(116, type == NiftiType.FLOAT32 ? 0 : (float) image.scale().intercept());
		header.put(123, (byte) 2);
		geometry.frameOfReference().ifPresent(frame -> putTransform(header, geometry, frame));
		header.position(344);
		header.put("n+1".getBytes(StandardCharsets.US_ASCII));
		final OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
		buffered.write(header.array());
		writeVoxels(buffered, image, type);
		buffered.flush();
	}

	private static short size(final CalibratedImage image, final int axis) {
		final int size = axis < 5 ? image.size(axis) : 1;
		if (size > MAXIMUM) throw new IllegalArgumentException("'" + image.title() + "' has " + size +
			" voxels along an axis, but NIfTI-1 holds " + MAXIMUM + " at most");
		return (short) size;
	}

	private static NiftiType type(final CalibratedImage image) {
		final Object voxel = image.voxels().getType();
		if (voxel instanceof UnsignedByteType) return NiftiType.UINT8;
		return voxel instanceof UnsignedShortType ? NiftiType.UINT16 : NiftiType.FLOAT32;
	}

	private static void putTransform(final ByteBuffer header, final Geometry geometry, final String frame) {
		header.putShort(254, (short) NiftiGeometry.code(frame));
		final Vector[] columns = { geometry.xStep(), geometry.yStep(), geometry.zStep(), geometry.origin() };
		for (int i = 0; i < 4; i++) { // from LPS to RAS
			header.putFloat(280 + 4 * i, (float) -columns[i].x());
			header.putFloat(296 + 4 * i, (float) -columns[i].y());
			header.putFloat(312 + 4 * i, (float) columns[i].z());
		}
	}

	private static <T extends RealType<T>> void writeVoxels(final OutputStream out, final CalibratedImage image,
		final NiftiType type) throws IOException
	{
		final RandomAccessibleInterval<T> voxels = Cast.unchecked(image.voxels());
		final Cursor<T> cursor = Views.flatIterable(voxels).cursor();
		while (cursor.hasNext()) {
			final double stored = cursor.next().getRealDouble();
			int bits = type == NiftiType.FLOAT32 ? Float.floatToIntBits((float) image.scale().real(stored)) : (int) stored;
			for (int i = 0; i < type.bytes(); i++, bits >>= 8)
				out.write(bits);
		}
	}
}
