package io.github.vertebraj.io.dicom;

import java.io.IOException;

/**
 * What the pixels of a file are (PS3.3 C.7.6.3).
 *
 * @param columns     pixels in a row
 * @param rows        rows in a frame
 * @param frames      1 in a classic file
 * @param type        of the samples
 * @param bitsStored  bits of a sample that mean something
 * @param highBit     position of the most significant of them
 * @param photometric {@code MONOCHROME2} (higher is brighter) or {@code MONOCHROME1} (higher is darker); samples are
 *                    left as stored in both
 */
public record PixelFormat(int columns, int rows, int frames, SampleType type, int bitsStored, int highBit,
	String photometric)
{

	/** Type of a sample as it is decoded, and the Java array that holds a frame of it. */
	public enum SampleType {
		/** {@code byte[]} */
		UINT8(8, false),
		/** {@code byte[]} */
		INT8(8, true),
		/** {@code short[]} */
		UINT16(16, false),
		/** {@code short[]} */
		INT16(16, true),
		/** {@code int[]} */
		UINT32(32, false),
		/** {@code int[]} */
		INT32(32, true),
		/** {@code float[]} */
		FLOAT32(32, true),
		/** {@code double[]} */
		FLOAT64(64, true);

		private final int bits;
		private final boolean signed;

		SampleType(final int bits, final boolean signed) {
			this.bits = bits;
			this.signed = signed;
		}

		/** Bits that a sample takes in memory and, uncompressed, in the file. */
		public int bits() {
			return bits;
		}

		public boolean signed() {
			return signed;
		}

		static SampleType of(final int bitsAllocated, final boolean signed) {
			return switch (bitsAllocated) {
				case 8 -> signed ? INT8 : UINT8;
				case 16 -> signed ? INT16 : UINT16;
				case 32 -> signed ? INT32 : UINT32;
				default -> throw new IllegalArgumentException("Pixels have 8, 16 or 32 bits, not " + bitsAllocated);
			};
		}
	}

	/** Samples in one frame. */
	public int samples() {
		return columns * rows;
	}

	static PixelFormat of(final DicomFile file) throws IOException {
		throw new IOException("Not yet read");
	}
}
