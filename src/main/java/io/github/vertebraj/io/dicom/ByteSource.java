package io.github.vertebraj.io.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * The bytes of a file from some place on, read only as far as they are asked for. Memory grows with what the file
 * really holds, never with what its headers claim.
 */
final class ByteSource {

	private static final int FIRST_READ = 4096;

	/** Reads on; returns -1 at the end. */
	private interface Feed {

		int read(byte[] into, int offset, int length) throws IOException;
	}

	private final Feed feed;
	private final long size;
	private byte[] bytes;
	private int filled;

	private ByteSource(final Feed feed, final long size, final byte[] bytes, final int filled) {
		this.feed = feed;
		this.size = size;
		this.bytes = bytes;
		this.filled = filled;
	}

	/** A channel from its current position on. */
	static ByteSource of(final SeekableByteChannel channel) throws IOException {
		final long size = channel.size() - channel.position();
		return new ByteSource((into, offset, length) -> channel.read(ByteBuffer.wrap(into, offset, length)), size,
			new byte[(int) Math.min(size, FIRST_READ)], 0);
	}

	/** A stream whose length is not known. */
	static ByteSource of(final InputStream stream) {
		return new ByteSource(stream::read, Long.MAX_VALUE, new byte[FIRST_READ], 0);
	}

	static ByteSource of(final byte[] bytes) {
		return new ByteSource((into, offset, length) -> -1, bytes.length, bytes, bytes.length);
	}

	/** How many bytes there are, {@code Long.MAX_VALUE} when not known. */
	long size() {
		return size;
	}

	/** Whether the bytes before {@code end} exist; reads them when they have not been read. */
	boolean has(final long end) throws IOException {
		while (end > filled) {
			if (end > size || end > Integer.MAX_VALUE - 8) return false;
			if (filled == bytes.length) bytes = Arrays.copyOf(bytes, grown(end));
			final int n = feed.read(bytes, filled, bytes.length - filled);
			if (n < 0) return false;
			filled += n;
		}
		return true;
	}

	/** The whole rest when its size is known and it is asked for, else at most four times what is there already. */
	private int grown(final long end) {
		final long wanted = Math.max(size == Long.MAX_VALUE ? 0 : end, 4L * bytes.length);
		return (int) Math.min(Math.min(wanted, size), Integer.MAX_VALUE - 8);
	}

	/** Makes sure that the bytes before {@code end} are there. */
	void require(final long end) throws IOException {
		if (end > filled && !has(end)) throw new EOFException("ends after " + filled + " bytes");
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
