package io.github.vertebraj.io.imagej;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks through the directories of a TIFF file (TIFF 6.0, section 2), so that ImageJ's decoder, which believes every
 * count and takes memory and time for it, sees none that the file cannot hold.
 */
final class TiffDirectories {

	/** Bytes of a value, by type. */
	private static final int[] TYPE_BYTES = { 1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8 };

	private static final int ENTRY_BYTES = 12;

	/** ImageJ's own data: the lengths of its parts, the first of which is a list of their kinds and numbers. */
	private static final int METADATA_LENGTHS = 50838;
	private static final int METADATA = 50839;

	private final FileChannel file;
	private final ByteOrder order;
	private int[] metadataLengths = {};

	private TiffDirectories(final FileChannel file) throws IOException {
		this.file = file;
		order = read(0, 4).get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
	}

	/**
	 * @throws IOException saying what cannot be, without the file's name
	 */
	static void check(final Path path) throws IOException {
		try (FileChannel file = FileChannel.open(path)) {
			new TiffDirectories(file).checkAll();
		}
		catch (final EOFException e) {
			throw new IOException("it is truncated, copy or save it again", e);
		}
	}

	private void checkAll() throws IOException {
		final Set<Long> seen = new HashSet<>();
		long at = Integer.toUnsignedLong(read(4, 4).getInt());
		while (at != 0) {
			if (!seen.add(at)) throw damaged("its directories go round in circles");
			final int entries = Short.toUnsignedInt(read(at, 2).getShort());
			final ByteBuffer directory = read(at + 2, entries * ENTRY_BYTES + 4);
			for (int i = 0; i < entries; i++)
				checkEntry(directory.slice(i * ENTRY_BYTES, ENTRY_BYTES).order(order));
			at = Integer.toUnsignedLong(directory.getInt(entries * ENTRY_BYTES));
		}
	}

	private void checkEntry(final ByteBuffer entry) throws IOException {
		final int tag = Short.toUnsignedInt(entry.getShort(0));
		final int type = Short.toUnsignedInt(entry.getShort(2));
		final long count = Integer.toUnsignedLong(entry.getInt(4));
		final long bytes = count * (type < TYPE_BYTES.length ? TYPE_BYTES[type] : 1);
		final long offset = Integer.toUnsignedLong(entry.getInt(8));
		if (bytes > 4 && offset + bytes > file.size()) throw damaged("entry " + tag + " claims " + bytes + " bytes");
		if (tag == METADATA_LENGTHS) readLengths(offset, count);
		if (tag == METADATA && metadataLengths.length > 0) checkMetadata(offset);
	}

	private void readLengths(final long offset, final long count) throws IOException {
		final ByteBuffer lengths = read(offset, Math.toIntExact(Math.min(count, file.size()) * 4));
		metadataLengths = new int[lengths.capacity() / 4];
		long sum = 0;
		for (int i = 0; i < metadataLengths.length; i++) {
			metadataLengths[i] = lengths.getInt();
			sum += Integer.toUnsignedLong(metadataLengths[i]);
		}
		if (sum > file.size()) throw damaged("ImageJ's data in it claims " + sum + " bytes");
	}

	private void checkMetadata(final long offset) throws IOException {
		final ByteBuffer list = read(offset, metadataLengths[0]);
		long parts = 1;
		for (int at = 8; at + 4 <= list.capacity(); at += 8) {
			final long n = Integer.toUnsignedLong(list.getInt(at));
			parts += n;
			if (n == 0 || parts > metadataLengths.length) throw damaged("ImageJ's data in it claims " + n + " parts");
		}
	}

	private static IOException damaged(final String reason) {
		return new IOException("it is damaged: " + reason);
	}

	private ByteBuffer read(final long at, final int length) throws IOException {
		if (at + length > file.size()) throw new EOFException();
		final ByteBuffer bytes = ByteBuffer.allocate(length).order(order == null ? ByteOrder.BIG_ENDIAN : order);
		while (bytes.hasRemaining())
			if (file.read(bytes, at + bytes.position()) < 0) throw new EOFException();
		return bytes.flip();
	}
}
