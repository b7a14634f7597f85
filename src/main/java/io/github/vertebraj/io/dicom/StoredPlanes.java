package io.github.vertebraj.io.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import io.github.vertebraj.image.CalibratedImage;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * The voxels of an image as 16-bit pixel data.
 *
 * @param signed whether some value is negative
 */
record StoredPlanes(CalibratedImage image, boolean signed) {

	/** @throws IllegalArgumentException if a value is no whole number, or beyond 16 bits */
	static StoredPlanes of(final CalibratedImage image) {
		double minimum = 0;
		double maximum = 0;
		for (final RealType<?> value : Views.iterable(image.voxels())) {
			final double stored = value.getRealDouble();
			if (stored != Math.rint(stored)) throw new IllegalArgumentException("DICOM MR images store whole numbers, but '" +
				image.title() + "' has " + stored);
			minimum = Math.min(minimum, stored);
			maximum = Math.max(maximum, stored);
		}
		if (minimum < Short.MIN_VALUE || maximum > (minimum < 0 ? Short.MAX_VALUE : 0xFFFF))
			throw new IllegalArgumentException("DICOM MR images store 16 bits, but '" + image.title() + "' reaches from " +
				minimum + " to " + maximum);
		return new StoredPlanes(image, minimum < 0);
	}

	/** The image pixel module (PS3.3 C.7.6.3) of one plane. */
	DataSet plane(final int z, final int t) {
		final int columns = image.size(0);
		final int rows = image.size(1);
		final ByteBuffer pixels = ByteBuffer.allocate(2 * columns * rows).order(ByteOrder.LITTLE_ENDIAN);
		final Cursor<? extends RealType<?>> cursor = rows(z, t);
		while (cursor.hasNext())
			pixels.putShort((short) (int) cursor.next().getRealDouble());
		return new DataSetBuilder().put(Tag.SAMPLES_PER_PIXEL, 1).put(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2") //
			.put(Tag.ROWS, rows).put(Tag.COLUMNS, columns).put(Tag.BITS_ALLOCATED, 16).put(Tag.BITS_STORED, 16) //
			.put(Tag.HIGH_BIT, 15).put(Tag.PIXEL_REPRESENTATION, signed ? 1 : 0) //
			.put(Tag.PIXEL_DATA, VR.OW, pixels.array()).build();
	}

	private Cursor<? extends RealType<?>> rows(final int z, final int t) {
		return rows(image.volume(t, 0), z);
	}

	private static <T extends RealType<T>> Cursor<? extends RealType<?>> rows(
		final RandomAccessibleInterval<? extends RealType<?>> volume, final int z)
	{
		@SuppressWarnings("unchecked")
		final RandomAccessibleInterval<T> typed = (RandomAccessibleInterval<T>) volume;
		return Views.flatIterable(Views.hyperSlice(typed, 2, typed.min(2) + z)).cursor();
	}
}
