package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/**
 * Where the fragments of compressed pixels lie, and which of them make which frame (PS3.5 annex A.4).
 *
 * @param starts  of the contents of each fragment, from the start of the file
 * @param lengths of the contents, in bytes
 * @param table   the basic offset table: starts of frames, from the first fragment's header; empty when there is none
 */
record Fragments(long[] starts, int[] lengths, long[] table) {

	private static final int HEADER = 8;
	/** First bytes of a JPEG image, and of a JPEG 2000 codestream. */
	private static final int JPEG_START = 0xFFD8;
	private static final int JPEG_2000_START = 0xFF4F;

	/** Reads the headers of all fragments from a position on. */
	static Fragments read(final PixelSource source, final long from) throws IOException {
		final long size = source.size();
		long[] starts = new long[16];
		int[] lengths = new int[16];
		int n = 0;
		long[] table = null;
		long at = from;
		while (true) {
			if (at + HEADER > size) throw new IOException("is cut short: its compressed pixels have no end");
			final ByteBuffer header = bytes(source, at, HEADER);
			final int tag = Tag.of(header.getShort(), header.getShort());
			final long length = Integer.toUnsignedLong(header.getInt());
			at += HEADER;
			if (tag == Tag.SEQUENCE_DELIMITATION) break;
			if (tag != Tag.ITEM) throw new IOException("is damaged: " + Tag.format(tag) +
				" stands where a fragment of its compressed pixels is due, at byte " + (at - HEADER));
			if (length > size - at || length > Integer.MAX_VALUE - 8) throw new IOException(
				"is cut short: a fragment of its compressed pixels claims " + length + " bytes, but " + (size - at) +
					" are left");
			if (table == null) table = offsets(bytes(source, at, (int) length), Integer.BYTES);
			else {
				if (n == starts.length) {
					starts = Arrays.copyOf(starts, 2 * n);
					lengths = Arrays.copyOf(lengths, 2 * n);
				}
				starts[n] = at;
				lengths[n++] = (int) length;
			}
			at += length;
		}
		if (n == 0) throw new IOException("has no compressed pixels");
		return new Fragments(Arrays.copyOf(starts, n), Arrays.copyOf(lengths, n), table);
	}

	private static ByteBuffer bytes(final PixelSource source, final long at, final int length) throws IOException {
		final byte[] bytes = new byte[length];
		try (ReadableByteChannel channel = source.open(at)) {
			PixelSource.readFully(channel, bytes, length);
		}
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** The numbers of an offset table, of 4 or 8 bytes each. */
	static long[] offsets(final ByteBuffer bytes, final int width) {
		final long[] offsets = new long[bytes.remaining() / width];
		for (int i = 0; i < offsets.length; i++)
			offsets[i] = width == Integer.BYTES ? Integer.toUnsignedLong(bytes.getInt()) : bytes.getLong();
		return offsets;
	}

	/**
	 * The first fragment of each frame, and behind them the number of fragments.
	 *
	 * @param extended the extended offset table; empty when the file has none
	 */
	int[] frames(final PixelSource source, final int frames, final long[] extended) throws IOException {
		final int n = starts.length;
		if (n < frames) throw new IOException("has " + n + " compressed frames, but its header says " + frames);
		final int[] first = new int[frames + 1];
		first[frames] = n;
		if (frames == 1) return first;
		if (n == frames) {
			Arrays.setAll(first, i -> i);
			return first;
		}
		final long[] offsets = table.length > 0 ? table : extended;
		return offsets.length > 0 ? byTable(first, offsets) : byContent(first, source);
	}

	private int[] byTable(final int[] first, final long[] offsets) throws IOException {
		final int frames = first.length - 1;
		if (offsets.length != frames) throw new IOException("has a table of " + offsets.length +
			" frames, but its header says " + frames);
		for (int i = 0; i < frames; i++) {
			first[i] = Arrays.binarySearch(starts, starts[0] + offsets[i]);
			if (first[i] < 0 || i > 0 && first[i] <= first[i - 1]) throw new IOException(
				"is damaged: its table of frames points to where no fragment begins");
		}
		return first;
	}

	/** Without a table, a frame begins where a fragment starts a new image. */
	private int[] byContent(final int[] first, final PixelSource source) throws IOException {
		int found = 0;
		for (int i = 0; i < starts.length; i++) {
			if (lengths[i] < 2) continue;
			final ByteBuffer head = bytes(source, starts[i], 2).order(ByteOrder.BIG_ENDIAN);
			final int marker = Short.toUnsignedInt(head.getShort());
			if (marker != JPEG_START && marker != JPEG_2000_START) continue;
			if (found < first.length - 1) first[found] = i;
			found++;
		}
		if (found != first.length - 1) throw new IOException("has " + starts.length +
			" fragments of compressed pixels, which cannot be assigned to " + (first.length - 1) + " frames");
		return first;
	}

	/** The contents of the fragments from (inclusive) to (exclusive), joined. */
	byte[] join(final PixelSource source, final int from, final int to) throws IOException {
		long total = 0;
		for (int i = from; i < to; i++)
			total += lengths[i];
		if (total > Integer.MAX_VALUE - 8) throw new IOException("has a compressed frame of " + total +
			" bytes, more than can be decoded");
		final byte[] joined = new byte[(int) total];
		int at = 0;
		for (int i = from; i < to; i++) {
			final byte[] fragment = bytes(source, starts[i], lengths[i]).array();
			System.arraycopy(fragment, 0, joined, at, fragment.length);
			at += fragment.length;
		}
		return joined;
	}
}
