package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * RLE Lossless (PS3.5 annex G): one segment for each byte of a sample, the most significant first, each packed as
 * PackBits does.
 */
final class RleCodec implements CompressedFrames.Codec {

	private static final int HEADER = 64;
	/** A run of 128 equal bytes takes 2. */
	private static final int BEST_RATIO = 64;

	@Override
	public Object decode(final byte[] compressed, final PixelFormat format) throws IOException {
		final int width = format.type().bytes();
		if (compressed.length < HEADER) throw new IOException("its RLE data are cut short");
		if (format.frameBytes() > (long) BEST_RATIO * compressed.length) throw new IOException("its RLE data of " +
			compressed.length + " bytes cannot hold " + format.columns() + " x " + format.rows() + " pixels");
		final ByteBuffer header = ByteBuffer.wrap(compressed).order(ByteOrder.LITTLE_ENDIAN);
		final int segments = header.getInt();
		if (segments != width) throw new IOException("its RLE data have " + segments + " segments, but samples of " +
			width + " bytes need " + width);
		final Object samples = format.type().newArray(format.samples());
		final byte[] plane = samples instanceof final byte[] bytes ? bytes : new byte[format.samples()];
		for (int segment = 0; segment < segments; segment++) {
			final long from = Integer.toUnsignedLong(header.getInt());
			final long to = segment + 1 < segments ? Integer.toUnsignedLong(header.getInt(header.position()))
				: compressed.length;
			if (from < HEADER || from > to || to > compressed.length) throw new IOException(
				"its RLE data have segments out of order");
			unpack(compressed, (int) from, (int) to, plane);
			merge(plane, samples);
		}
		SampleBits.resolve(samples, format);
		return samples;
	}

	private static void unpack(final byte[] packed, final int from, final int to, final byte[] plane)
		throws IOException
	{
		int in = from;
		int out = 0;
		while (out < plane.length) {
			if (in + 1 >= to) throw new IOException("its RLE data end after " + out + " of " + plane.length + " pixels");
			final int control = packed[in++];
			if (control == -128) continue;
			final int run = Math.min(control >= 0 ? control + 1 : 1 - control, plane.length - out);
			if (control < 0) Arrays.fill(plane, out, out + run, packed[in++]);
			else {
				if (in + run > to) throw new IOException("its RLE data end after " + out + " of " + plane.length +
					" pixels");
				System.arraycopy(packed, in, plane, out, run);
				in += control + 1;
			}
			out += run;
		}
	}

	private static void merge(final byte[] plane, final Object samples) {
		if (samples instanceof final short[] shorts) for (int i = 0; i < shorts.length; i++)
			shorts[i] = (short) (shorts[i] << 8 | plane[i] & 0xFF);
		else if (samples instanceof final int[] ints) for (int i = 0; i < ints.length; i++)
			ints[i] = ints[i] << 8 | plane[i] & 0xFF;
	}
}
