package io.github.vertebraj.statistics;

import java.util.Arrays;

/** A table of counts, rows × columns, that never changes. */
public final class CountTable {

	private final int[][] counts;
	private final long[] rowSums;
	private final long[] columnSums;
	private final long total;

	private CountTable(final int[][] counts) {
		this.counts = counts;
		rowSums = Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).asLongStream().sum()).toArray();
		columnSums = new long[counts[0].length];
		for (final int[] row : counts)
			for (int j = 0; j < row.length; j++)
				columnSums[j] += row[j];
		total = Arrays.stream(rowSums).sum();
	}

	/**
	 * @param counts indexed [row][column]
	 * @throws IllegalArgumentException if there are fewer than two rows or columns, rows are not equally long, or a count is
	 *                                  negative; the message names the row and column, from 1
	 */
	public static CountTable of(final int[][] counts) {
		if (counts.length < 2 || counts[0].length < 2) throw new IllegalArgumentException(
			"A table of counts needs at least two rows and two columns, but has " + counts.length + " x " + (counts.length == 0
				? 0 : counts[0].length));
		for (int i = 0; i < counts.length; i++) {
			if (counts[i].length != counts[0].length) throw new IllegalArgumentException("Row " + (i + 1) + " has " +
				counts[i].length + " columns, but row 1 has " + counts[0].length);
			for (int j = 0; j < counts[i].length; j++)
				if (counts[i][j] < 0) throw new IllegalArgumentException("The count in row " + (i + 1) + ", column " + (j + 1) +
					" is negative: " + counts[i][j]);
		}
		return new CountTable(Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new));
	}

	public int rows() {
		return counts.length;
	}

	public int columns() {
		return counts[0].length;
	}

	public int count(final int row, final int column) {
		return counts[row][column];
	}

	public long rowSum(final int row) {
		return rowSums[row];
	}

	public long columnSum(final int column) {
		return columnSums[column];
	}

	public long total() {
		return total;
	}

	/** What is expected in a cell when rows and columns are independent; NaN in an empty table. */
	public double expected(final int row, final int column) {
		return (double) rowSums[row] * columnSums[column] / total;
	}

	/** A copy of the counts, indexed [row][column]. */
	public int[][] toArray() {
		return Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
	}

	/** The table as its size is named in messages: {@code 3 x 4 with n = 120}. */
	@Override
	public String toString() {
		return rows() + " x " + columns() + " with n = " + total;
	}
}
