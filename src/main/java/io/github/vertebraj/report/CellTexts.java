package io.github.vertebraj.report;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The cells of a column, kept as one run of bytes: a table of ten million cells takes about the memory that its file
 * takes on disk, where as many strings would take ten times that.
 */
final class CellTexts extends AbstractList<String> implements RandomAccess {

	private final byte[] bytes;
	private final int[] ends;

	private CellTexts(final byte[] bytes, final int[] ends) {
		this.bytes = bytes;
		this.ends = ends;
	}

	@Override
	public String get(final int row) {
		Objects.checkIndex(row, ends.length);
		final int start = row == 0 ? 0 : ends[row - 1];
		return new String(bytes, start, ends[row] - start, StandardCharsets.UTF_8);
	}

	@Override
	public int size() {
		return ends.length;
	}

	/** Collects the cells from top to bottom. */
	static final class Builder {

		private byte[] bytes = new byte[256];
		private int[] ends = new int[64];
		private int length;
		private int rows;
		private boolean blank = true;

		/** Adds a cell, without the white space around it. */
		void add(final String text) {
			final byte[] cell = stripped(text).getBytes(StandardCharsets.UTF_8);
			if (cell.length > Integer.MAX_VALUE - 8 - length) throw new IllegalArgumentException(
				"A column holds at most 2 GB of text, and row " + (rows + 1) + " is beyond that; split the table");
			if (length + cell.length > bytes.length) bytes = Arrays.copyOf(bytes, larger(length + cell.length));
			if (rows == ends.length) ends = Arrays.copyOf(ends, larger(rows + 1));
			System.arraycopy(cell, 0, bytes, length, cell.length);
			length += cell.length;
			ends[rows++] = length;
			blank &= cell.length == 0;
		}

		/** Whether every cell is empty. */
		boolean isBlank() {
			return blank;
		}

		CellTexts build() {
			return new CellTexts(Arrays.copyOf(bytes, length), Arrays.copyOf(ends, rows));
		}

		private static int larger(final int needed) {
			return (int) Math.min(Integer.MAX_VALUE - 8, needed + (needed >> 1) + 16L);
		}
	}

	/** A text without the white space around it; a no-break space, which spreadsheets like, is white space too. */
	static String stripped(final String text) {
		int start = 0;
		int end = text.length();
		while (start < end && isWhite(text.charAt(start)))
			start++;
		while (end > start && isWhite(text.charAt(end - 1)))
			end--;
		return text.substring(start, end);
	}

	private static boolean isWhite(final char c) {
		return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
	}
}
