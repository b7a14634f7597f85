package io.github.vertebraj.io.dicom;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Images by formula, of 29 x 23 pixels, the same as in {@code make-codec-files.py}.
 *
 * @param bits   8, 12, 16 or 32 stored bits
 * @param frames how many
 */
record SyntheticImage(int bits, boolean signed, int frames) {

	static final int COLUMNS = 29;
	static final int ROWS = 23;

	/** By its name: {@code u12x3} is unsigned, of 12 bits and 3 frames. */
	static SyntheticImage of(final String name) {
		final String[] part = name.substring(1).split("x");
		return new SyntheticImage(Integer.parseInt(part[0]), name.charAt(0) == 's', part.length == 1 ? 1 : Integer.parseInt(
			part[1]));
	}

	int bytesPerSample() {
		return bits == 12 ? 2 : bits / 8;
	}

	long value(final int x, final int y, final int z) {
		final long factor = bits == 16 ? 37 : bits == 32 ? 1000003 : 1;
		final long value = ((5L * x * x + 7L * y * y + 3L * x * y + 101L * z) * factor + (7 * x ^ 13 * y) % 16) % (1L <<
			bits);
		return signed ? value - (1L << bits - 1) : value;
	}

	/** The samples of a frame. */
	long[] frame(final int z) {
		final long[] values = new long[COLUMNS * ROWS];
		for (int i = 0; i < values.length; i++)
			values[i] = value(i % COLUMNS, i / COLUMNS, z);
		return values;
	}

	/** All samples as bytes, negative ones as two's complement of the whole cell. */
	byte[] bytes(final ByteOrder order) {
		final ByteBuffer bytes = ByteBuffer.allocate(frames * ROWS * COLUMNS * bytesPerSample()).order(order);
		for (int z = 0; z < frames; z++)
			for (final long value : frame(z))
				switch (bytesPerSample()) {
					case 1 -> bytes.put((byte) value);
					case 2 -> bytes.putShort((short) value);
					default -> bytes.putInt((int) value);
				}
		return bytes.array();
	}

	/** The header of the image, without pixels. */
	DataSetBuilder header() {
		return new DataSetBuilder() //
			.put(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.4").put(Tag.SOP_INSTANCE_UID, "2.25.1") //
			.put(Tag.MODALITY, "MR").put(Tag.SAMPLES_PER_PIXEL, 1).put(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2") //
			.put(Tag.NUMBER_OF_FRAMES, frames).put(Tag.ROWS, ROWS).put(Tag.COLUMNS, COLUMNS) //
			.put(Tag.BITS_ALLOCATED, 8 * bytesPerSample()).put(Tag.BITS_STORED, bits).put(Tag.HIGH_BIT, bits - 1) //
			.put(Tag.PIXEL_REPRESENTATION, signed ? 1 : 0);
	}

	/** The image with plain pixels in little endian. */
	DataSet dataSet() {
		return header().put(Tag.PIXEL_DATA, bytesPerSample() == 1 ? VR.OB : VR.OW, bytes(ByteOrder.LITTLE_ENDIAN)).build();
	}

	/** Decoded samples as numbers, unsigned types without sign. */
	static long[] numbers(final Object samples, final boolean signed) {
		final long[] numbers = new long[Array.getLength(samples)];
		for (int i = 0; i < numbers.length; i++)
			if (samples instanceof final byte[] bytes) numbers[i] = signed ? bytes[i] : bytes[i] & 0xFF;
			else if (samples instanceof final short[] shorts) numbers[i] = signed ? shorts[i] : shorts[i] & 0xFFFF;
			else numbers[i] = signed ? ((int[]) samples)[i] : ((int[]) samples)[i] & 0xFFFFFFFFL;
		return numbers;
	}
}
