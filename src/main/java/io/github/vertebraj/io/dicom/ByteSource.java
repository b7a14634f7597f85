package io.github.vertebraj.io.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a file from some place on, read only as far as they are asked for. Memory grows with what the file
 * really holds, never with what its headers claim.
 */
final class ByteSource {

	private static final int FIRST_READ = 4096;
	/** Deflation makes blank images a thousand times smaller; what has content does not come near this. */
	private static final long BEST_RATIO = 100;
	private static final long BLANK_IMAGE = 1 << 26;

	/** Reads on; returns -1 at the end. */
	private interface Feed {

		int read(byte[] into, int offset, int length) throws IOException;
	}

	private final Feed feed;
	private final long limit;
	/** Whether there are as many bytes as the limit says, rather than at most as many. */
	private final boolean exact;
	private byte[] bytes;
	private int filled;

	private ByteSource(final Feed feed, final long limit, final boolean exact, final byte[] bytes) {
		this.feed = feed;
		this.limit = Math.min(limit, Integer.MAX_VALUE - 8);
		this.exact = exact;
		this.bytes = bytes;
	}

	/** A channel from its current position on. */
	static ByteSource of(final SeekableByteChannel channel) throws IOException {
		final long size = channel.size() - channel.position();
		return new ByteSource((into, offset, length) -> channel.read(ByteBuffer.wrap(into, offset, length)), size, true,
			new byte[(int) Math.min(size, FIRST_READ)]);
	}

	/**
	 * What a channel inflates to from its current position on. How much that is is not known; more than a medical image
	 * can be deflated is not read.
	 */
	static ByteSource inflating(final SeekableByteChannel channel) throws IOException {
		final InputStream stream = new InflaterInputStream(Channels.newInputStream(channel), new Inflater(true));
		final Feed feed = (into, offset, length) -> {
			try {
				return stream.read(into, offset, length);
			}
			catch (final EOFException | ZipException e) {
				throw new IOException("is damaged or cut short: it cannot be inflated", e);
			}
		};
		return new ByteSource(feed, Math.max(BLANK_IMAGE, BEST_RATIO * channel.size()), false, new byte[FIRST_READ]);
	}

	static ByteSource of(final byte[] bytes) {
		final ByteSource source = new ByteSource((into, offset, length) -> -1, bytes.length, true, bytes);
		source.filled = bytes.length;
		return source;
	}

	/** Whether the bytes before {@code end} exist; reads them when they have not been read. */
	boolean has(final long end) throws IOException {
		while (end > filled) {
			if (end > limit) return false;
			if (filled == bytes.length) bytes = Arrays.copyOf(bytes, grown(end));
			final int n = feed.read(bytes, filled, bytes.length - filled);
			if (n < 0) return false;
			filled += n;
		}
		return true;
	}

	/** The whole rest when its size is known and it is asked for, else at most four times what is there already. */
	private int grown(final long end) {
		return (int) Math.min(Math.max(exact ? end : 0, 4L * bytes.length), limit);
	}

	/** Makes sure that the bytes before {@code end} are there. */
	void require(final long end) throws IOException {
		if (end > filled && !has(end)) throw new EOFException("ends after " + (exact ? limit : filled) + " bytes");
	}

	/** Gives up what has been read beyond the first bytes. Nothing can be read afterwards. */
	void trim(final int length) {
		if (length >= bytes.length) return;
		bytes = Arrays.copyOf(bytes, length);
		filled = Math.min(filled, length);
	}

	/** How many bytes have been read so far. */
	int filled() {
		return filled;
	}

	/** The bytes read so far; replaced when more are read, so not to be kept. */
	byte[] bytes() {
		return bytes;
	}

	void erase(final int offset, final int length) {
		Arrays.fill(bytes, offset, offset + length, (byte) 0);
	}
}
