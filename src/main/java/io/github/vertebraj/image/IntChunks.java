package io.github.vertebraj.image;

import java.util.Arrays;

/** Whole numbers in an array that grows by pieces, so that it is never held twice; 0 where nothing was set. */
final class IntChunks {

	private static final int BITS = 16;
	private static final int MASK = (1 << BITS) - 1;

	private int[][] chunks = new int[16][];

	int get(final int index) {
		final int chunk = index >>> BITS;
		return chunk >= chunks.length || chunks[chunk] == null ? 0 : chunks[chunk][index & MASK];
	}

	void set(final int index, final int value) {
		final int chunk = index >>> BITS;
		if (chunk >= chunks.length) chunks = Arrays.copyOf(chunks, 2 * chunks.length);
		if (chunks[chunk] == null) chunks[chunk] = new int[1 << BITS];
		chunks[chunk][index & MASK] = value;
	}
}
