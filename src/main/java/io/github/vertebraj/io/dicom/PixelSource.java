package io.github.vertebraj.io.dicom;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a file, or of the data set that a deflated file inflates to, from any place on. Each reader opens a
 * channel of its own: a shared one would be closed for all when one thread is interrupted.
 */
interface PixelSource {

	/** Opens the bytes at a position; the caller closes the channel. */
	ReadableByteChannel open(long position) throws IOException;

	/** How many bytes there are. */
	long size() throws IOException;

	static PixelSource of(final DicomFile file, final long needed) throws IOException {
		return file.syntax().deflated() ? inflated(file, needed) : stored(file);
	}

	private static PixelSource stored(final DicomFile file) {
		return new PixelSource() {

			@Override
			public ReadableByteChannel open(final long position) throws IOException {
				return FileChannel.open(file.path(), StandardOpenOption.READ).position(position);
			}

			@Override
			public long size() throws IOException {
				return Files.size(file.path());
			}
		};
	}

	/** A deflated data set can only be read from its start, so it is inflated as a whole. */
	private static PixelSource inflated(final DicomFile file, final long end) throws IOException {
		final ByteSource source;
		final boolean complete;
		try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
			channel.position(file.dataSetOffset());
			source = ByteSource.inflating(channel);
			complete = source.has(end);
		}
		final int length = complete ? (int) end : source.filled();
		return new PixelSource() {

			@Override
			public ReadableByteChannel open(final long position) {
				return Channels.newChannel(new ByteArrayInputStream(source.bytes(), (int) position, length - (int) position));
			}

			@Override
			public long size() {
				return length;
			}
		};
	}

	/** Reads exactly so many bytes. */
	static void readFully(final ReadableByteChannel channel, final byte[] into, final int length) throws IOException {
		final ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
		while (buffer.hasRemaining())
			if (channel.read(buffer) < 0) throw new EOFException("ends before its pixels do");
	}
}
