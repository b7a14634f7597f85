package io.github.vertebraj.io.dicom.jpeg;

import java.io.IOException;

/** The bits of entropy-coded data, without the stuffed zeros (T.81 F.2.2.5), up to the next marker. */
final class BitReader {

	private final byte[] data;
	private int position;
	private long buffer;
	private int available;
	/** How many of the available bits lie behind the end of the data and are zeros of ours. */
	private int invented;

	BitReader(final byte[] data, final int position) {
		this.data = data;
		this.position = position;
	}

	/** The next 1 to 16 bits, without moving on. */
	int peek(final int n) {
		if (available < n) fill();
		return (int) (buffer >>> available - n) & (1 << n) - 1;
	}

	void skip(final int n) throws IOException {
		available -= n;
		if (available < invented) throw new IOException("its JPEG data end before the image does");
	}

	private void fill() {
		while (available <= 48) {
			int next = 0;
			if (position < data.length && (data[position] != (byte) 0xFF || position + 1 < data.length && data[position +
				1] == 0))
			{
				next = data[position] & 0xFF;
				position += next == 0xFF ? 2 : 1;
			}
			else invented += 8;
			buffer = buffer << 8 | next;
			available += 8;
		}
	}

	/** The difference that is coded with so many additional bits, 0 to 15 (T.81 F.2.2.1). */
	int difference(final int bits) throws IOException {
		if (bits == 0) return 0;
		final int value = peek(bits);
		skip(bits);
		return value < 1 << bits - 1 ? value - (1 << bits) + 1 : value;
	}

	/** Goes behind the restart marker that must come next. */
	void restart() throws IOException {
		available = 0;
		invented = 0;
		while (position + 1 < data.length && data[position] == (byte) 0xFF && data[position + 1] == (byte) 0xFF)
			position++;
		if (position + 1 >= data.length || data[position] != (byte) 0xFF || (data[position + 1] & 0xF8) != 0xD0)
			throw new IOException("its JPEG data lack a restart marker");
		position += 2;
	}
}
