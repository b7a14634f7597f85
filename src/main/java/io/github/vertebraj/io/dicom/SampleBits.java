package io.github.vertebraj.io.dicom;

/**
 * Makes samples of pixel cells (PS3.5 section 8.1.1): moves the stored bits to bit 0, clears what else the cell held
 * (old overlays, garbage), extends the sign. The loops over 16-bit cells, the common case, stand alone and do one thing
 * each, because the JIT turns only such into vector code.
 */
final class SampleBits {

	private SampleBits() {}

	/** Resolves all samples, in place. */
	static void resolve(final Object samples, final PixelFormat format) {
		resolve(samples, 0, format.samples(), format);
	}

	/** Resolves the samples from (inclusive) to (exclusive), in place. */
	static void resolve(final Object samples, final int from, final int to, final PixelFormat format) {
		final int bits = 8 * format.type().bytes();
		if (format.type().isFloat() || format.bitsStored() == bits) return;
		final int up = bits - 1 - format.highBit();
		final int down = bits - format.bitsStored();
		final boolean signed = format.type().isSigned();
		if (samples instanceof final byte[] cells) resolve(cells, from, to, up, down, signed);
		else if (samples instanceof final short[] cells) resolve(cells, from, to, up, down, signed);
		else resolve((int[]) samples, from, to, up, down, signed);
	}

	private static void resolve(final short[] cells, final int from, final int to, final int up, final int down,
		final boolean signed)
	{
		if (signed) {
			shiftLeft(cells, from, to, up);
			shiftRight(cells, from, to, down);
		}
		else {
			shiftRight(cells, from, to, down - up);
			mask(cells, from, to, 0xFFFF >>> down);
		}
	}

	private static void shiftLeft(final short[] cells, final int from, final int to, final int bits) {
		if (bits > 0) for (int i = from; i < to; i++)
			cells[i] = (short) (cells[i] << bits);
	}

	private static void shiftRight(final short[] cells, final int from, final int to, final int bits) {
		if (bits > 0) for (int i = from; i < to; i++)
			cells[i] = (short) (cells[i] >> bits);
	}

	private static void mask(final short[] cells, final int from, final int to, final int mask) {
		for (int i = from; i < to; i++)
			cells[i] = (short) (cells[i] & mask);
	}

	private static void resolve(final byte[] cells, final int from, final int to, final int up, final int down,
		final boolean signed)
	{
		for (int i = from; i < to; i++) {
			final int top = cells[i] << 24 + up;
			cells[i] = (byte) (signed ? top >> 24 + down : top >>> 24 + down);
		}
	}

	private static void resolve(final int[] cells, final int from, final int to, final int up, final int down,
		final boolean signed)
	{
		for (int i = from; i < to; i++) {
			final int top = cells[i] << up;
			cells[i] = signed ? top >> down : top >>> down;
		}
	}
}
