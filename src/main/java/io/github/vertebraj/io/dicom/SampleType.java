package io.github.vertebraj.io.dicom;

/** Type of a sample as it is decoded, and the Java array that holds a frame of it. */
public enum SampleType {
	/** {@code byte[]} */
	UINT8(1, false),
	/** {@code byte[]} */
	INT8(1, true),
	/** {@code short[]} */
	UINT16(2, false),
	/** {@code short[]} */
	INT16(2, true),
	/** {@code int[]} */
	UINT32(4, false),
	/** {@code int[]} */
	INT32(4, true),
	/** {@code float[]} */
	FLOAT32(4, true),
	/** {@code double[]} */
	FLOAT64(8, true);

	private final int bytes;
	private final boolean signed;

	SampleType(final int bytes, final boolean signed) {
		this.bytes = bytes;
		this.signed = signed;
	}

	/** Bytes that a sample takes in memory and, uncompressed, in the file. */
	public int bytes() {
		return bytes;
	}

	public boolean isSigned() {
		return signed;
	}

	public boolean isFloat() {
		return this == FLOAT32 || this == FLOAT64;
	}

	/** A new array of this type: {@code byte[]}, {@code short[]}, {@code int[]}, {@code float[]}, {@code double[]}. */
	public Object newArray(final int length) {
		return switch (this) {
			case UINT8, INT8 -> new byte[length];
			case UINT16, INT16 -> new short[length];
			case UINT32, INT32 -> new int[length];
			case FLOAT32 -> new float[length];
			case FLOAT64 -> new double[length];
		};
	}
}
