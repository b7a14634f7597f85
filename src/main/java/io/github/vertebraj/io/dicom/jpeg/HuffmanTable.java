package io.github.vertebraj.io.dicom.jpeg;

import java.io.IOException;
import java.util.Arrays;

/** A Huffman table (T.81 annex C and F.2.2.3), with the short codes in a lookup table. */
final class HuffmanTable {

	/** Codes of up to so many bits are looked up. */
	private static final int FAST = 9;
	private static final int LONGEST = 16;

	private final byte[] symbols;
	/** By the next {@link #FAST} bits: length in the upper, symbol in the lower 8 bits; 0 where the code is longer. */
	private final short[] fast = new short[1 << FAST];
	/** The largest code of each length, -1 where there is none. */
	private final int[] largest = new int[LONGEST + 1];
	/** What to add to a code of each length to get its place among the symbols. */
	private final int[] shift = new int[LONGEST + 1];

	/**
	 * @param counts  number of codes of 1 to 16 bits
	 * @param symbols in the order of their codes
	 */
	HuffmanTable(final int[] counts, final byte[] symbols) throws IOException {
		this.symbols = symbols;
		Arrays.fill(largest, -1);
		int code = 0;
		int index = 0;
		for (int length = 1; length <= LONGEST; length++, code <<= 1) {
			final int count = counts[length - 1];
			if (code + count > 1 << length) throw new IOException("its JPEG data have an impossible Huffman table");
			shift[length] = index - code;
			if (count > 0) largest[length] = code + count - 1;
			for (int i = 0; i < count; i++, code++, index++)
				if (length <= FAST) Arrays.fill(fast, code << FAST - length, code + 1 << FAST - length, (short) (length << 8 |
					symbols[index] & 0xFF));
		}
	}

	/** The next symbol, 0 to 255. */
	int read(final BitReader bits) throws IOException {
		final int next = bits.peek(LONGEST);
		final int entry = fast[next >>> LONGEST - FAST];
		if (entry != 0) {
			bits.skip(entry >>> 8);
			return entry & 0xFF;
		}
		for (int length = FAST + 1; length <= LONGEST; length++) {
			final int code = next >>> LONGEST - length;
			if (code > largest[length]) continue;
			bits.skip(length);
			return symbols[code + shift[length]] & 0xFF;
		}
		throw new IOException("its JPEG data hold a code that is in no table");
	}
}
