package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The markers of a JPEG 2000 codestream (ITU-T T.800 annex A), read before a decoder is let loose on it: sizes are
 * those of the header, nothing is cut short.
 *
 * @param bytes     from the start of codestream on
 * @param precision bits of a sample
 */
record Codestream(ByteBuffer bytes, boolean signed, int precision) {

	/** Start of codestream, followed by the marker of the image's size. */
	private static final int START = 0xFF4FFF51;
	private static final int CODING_STYLE = 0xFF52;
	private static final int TILE_PART = 0xFF90;
	private static final int START_OF_DATA = 0xFF93;
	private static final int END = 0xFFD9;
	/** The second byte of the highest marker among compressed data. */
	private static final int END_OF_PACKET_HEADER = 0x92;
	private static final int MOST_TILES = 65535;
	private static final int MOST_LAYERS = 1000;
	private static final int MOST_LEVELS = 32;
	/**
	 * A blank image of any size takes next to nothing, so the length of the data says little about what size is
	 * plausible. Beyond so many pixels, blank or not, {@link #BEST_RATIO} must hold.
	 */
	private static final int ANY_RATIO = 1 << 24;
	private static final int BEST_RATIO = 1000;

	/** Finds and checks the codestream of a frame. */
	static Codestream of(final byte[] compressed, final PixelFormat format) throws IOException {
		try {
			final ByteBuffer bytes = ByteBuffer.wrap(compressed);
			// DICOM wants bare codestreams, but some writers wrap them in a JP2 file.
			while (bytes.getInt(bytes.position()) != START)
				bytes.get();
			final Codestream codestream = size(bytes.slice(), format);
			codestream.checkMarkers();
			return codestream;
		}
		catch (final BufferUnderflowException | IndexOutOfBoundsException e) {
			throw new IOException("its JPEG 2000 data are cut short", e);
		}
	}

	private static Codestream size(final ByteBuffer bytes, final PixelFormat format) throws IOException {
		// Marker, length, capabilities.
		final ByteBuffer header = bytes.duplicate().position(8);
		final long right = unsigned(header);
		final long bottom = unsigned(header);
		final long left = unsigned(header);
		final long top = unsigned(header);
		final long tileWidth = unsigned(header);
		final long tileHeight = unsigned(header);
		final long tileLeft = unsigned(header);
		final long tileTop = unsigned(header);
		final int components = Short.toUnsignedInt(header.getShort());
		final int depth = header.get();
		final int precision = (depth & 0x7F) + 1;
		CompressedFrames.checkSize(format, "JPEG 2000", clamp(right - left), clamp(bottom - top), precision);
		if (components != 1 || header.get() != 1 || header.get() != 1) throw new IOException(
			"its JPEG 2000 data are not one grey-scale image");
		if (right > Integer.MAX_VALUE || bottom > Integer.MAX_VALUE || tileLeft > left || tileTop > top || tileLeft +
			tileWidth <= left || tileTop + tileHeight <= top || (right / tileWidth + 1) * (bottom / tileHeight +
				1) > MOST_TILES) throw new IOException("its JPEG 2000 data have impossible tiles");
		if (format.samples() > ANY_RATIO && format.samples() / BEST_RATIO > bytes.capacity()) throw new IOException(
			"its JPEG 2000 data of " + bytes.capacity() + " bytes cannot hold " + format.columns() + " x " + format.rows() +
				" pixels");
		return new Codestream(bytes, depth < 0, precision);
	}

	private static long unsigned(final ByteBuffer header) {
		return Integer.toUnsignedLong(header.getInt());
	}

	private static int clamp(final long size) {
		return (int) Math.max(0, Math.min(Integer.MAX_VALUE, size));
	}

	private void checkMarkers() throws IOException {
		int at = 2;
		for (int marker = marker(at); marker != TILE_PART; marker = marker(at)) {
			if (marker <= 0xFF00) throw new IOException("its JPEG 2000 data lack a marker");
			if (marker == CODING_STYLE) checkCodingStyle(at + 4);
			at += 2 + Short.toUnsignedInt(bytes.getShort(at + 2));
		}
		while (marker(at) == TILE_PART) {
			final long length = Integer.toUnsignedLong(bytes.getInt(at + 6));
			// Length 0 means all up to the end marker.
			final long end = length == 0 ? bytes.capacity() : at + length;
			if (end < at + 14 || end > bytes.capacity()) throw new IOException("its JPEG 2000 data are cut short");
			checkData(at, (int) end);
			if (length == 0) return;
			at = (int) end;
		}
		if (marker(at) != END) throw new IOException("its JPEG 2000 data have no end");
	}

	/** Progression, layers, transformation of components, levels of the wavelets. */
	private void checkCodingStyle(final int at) throws IOException {
		if (Short.toUnsignedInt(bytes.getShort(at + 2)) > MOST_LAYERS || Byte.toUnsignedInt(bytes.get(at +
			5)) > MOST_LEVELS) throw new IOException("its JPEG 2000 data have impossible layers");
	}

	/** Compressed data hold no markers but two of their own (B.10.1); two set bytes send the decoder into a circle. */
	private void checkData(final int from, final int end) throws IOException {
		int at = from;
		while (marker(at) != START_OF_DATA)
			at++;
		for (at += 2; at < end - 1; at++)
			if (bytes.get(at) == (byte) 0xFF && (bytes.get(at + 1) & 0xFF) > END_OF_PACKET_HEADER && marker(at) != END)
				throw new IOException("its JPEG 2000 data are damaged");
	}

	private int marker(final int at) {
		return Short.toUnsignedInt(bytes.getShort(at));
	}
}
