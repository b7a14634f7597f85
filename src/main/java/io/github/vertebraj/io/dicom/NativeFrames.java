package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;

/**
 * Frames that lie one behind the other, not compressed. They are read through a small buffer, which stays in the
 * processor's cache, so that each sample goes to memory once.
 */
final class NativeFrames implements FrameDecoder {

	private static final int CHUNK = 1 << 16;

	private final PixelFormat format;
	private final PixelSource source;
	private final long offset;
	private final ByteOrder order;
	/** Whether bytes were written as the halves of big-endian words. */
	private final boolean swappedBytes;

	NativeFrames(final DicomFile file, final PixelLocation pixels, final PixelFormat format) throws IOException {
		this.format = format;
		this.offset = pixels.offset();
		final boolean bigEndian = file.syntax().bigEndian();
		this.order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
		this.swappedBytes = bigEndian && pixels.vr() == VR.OW && format.type().bytes() == 1;
		final long needed = format.bytes();
		if (pixels.length() == PixelLocation.UNDEFINED) throw new IOException(
			"holds compressed pixels, but says that they are not: " + file.syntax() + "; export the image again");
		if (pixels.length() < needed) throw new IOException("is damaged: its pixel data have " + pixels
			.length() + " bytes, but " + describe() + " need " + needed + "; export the image again");
		source = PixelSource.of(file, offset + needed);
		final long there = Math.max(0, source.size() - offset);
		if (there < needed) throw new IOException("is cut short: its pixel data end after " + there +
			" bytes, but " + describe() + " need " + needed + "; copy it again from the scanner or the archive");
	}

	private String describe() {
		return format.frames() + (format.frames() == 1 ? " frame of " : " frames of ") + format.columns() + " x " + format
			.rows() + " pixels";
	}

	@Override
	public Object decode(final int frame) throws IOException {
		if (swappedBytes) return decodeSwapped((long) frame * format.samples());
		final Object samples = format.type().newArray(format.samples());
		final int width = format.type().bytes();
		final byte[] chunk = new byte[(int) Math.min(CHUNK, (format.frameBytes() + 1) & ~1L)];
		try (ReadableByteChannel channel = source.open(offset + frame * format.frameBytes())) {
			for (int done = 0; done < format.samples();) {
				final int n = Math.min(chunk.length / width, format.samples() - done);
				PixelSource.readFully(channel, chunk, n * width);
				copy(ByteBuffer.wrap(chunk, 0, n * width).order(order), samples, done, n);
				SampleBits.resolve(samples, done, done + n, format);
				done += n;
			}
		}
		return samples;
	}

	/** Byte i of the pixel data is found at i ^ 1. */
	private byte[] decodeSwapped(final long start) throws IOException {
		final long from = start & ~1L;
		final byte[] words = new byte[(int) ((start + format.samples() + 1 & ~1L) - from)];
		try (ReadableByteChannel channel = source.open(offset + from)) {
			PixelSource.readFully(channel, words, words.length);
		}
		final byte[] samples = new byte[format.samples()];
		for (int i = 0; i < samples.length; i++)
			samples[i] = words[(int) ((start + i ^ 1) - from)];
		SampleBits.resolve(samples, format);
		return samples;
	}

	private static void copy(final ByteBuffer chunk, final Object samples, final int at, final int n) {
		if (samples instanceof final short[] shorts) chunk.asShortBuffer().get(shorts, at, n);
		else if (samples instanceof final int[] ints) chunk.asIntBuffer().get(ints, at, n);
		else if (samples instanceof final float[] floats) chunk.asFloatBuffer().get(floats, at, n);
		else if (samples instanceof final double[] doubles) chunk.asDoubleBuffer().get(doubles, at, n);
		else chunk.get((byte[]) samples, at, n);
	}
}
