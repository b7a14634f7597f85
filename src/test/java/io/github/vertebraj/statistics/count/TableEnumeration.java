package io.github.vertebraj.statistics.count;

import java.util.Arrays;

/** Fisher's p-value of a small table by listing every table with its margins, cell by cell, in plain doubles. */
final class TableEnumeration {

	private final int[] rows;
	private final int[] columns;
	private final double observed;
	private double all;
	private double counted;

	private TableEnumeration(final int[][] counts) {
		rows = Arrays.stream(counts).mapToInt(row -> Arrays.stream(row).sum()).toArray();
		columns = new int[counts[0].length];
		for (final int[] row : counts)
			for (int j = 0; j < row.length; j++)
				columns[j] += row[j];
		observed = Arrays.stream(counts).flatMapToInt(Arrays::stream).mapToDouble(TableEnumeration::inverseFactorial).reduce(1,
			(a, b) -> a * b);
	}

	static double pValue(final int[][] counts) {
		final TableEnumeration enumeration = new TableEnumeration(counts);
		enumeration.fill(0, 0, enumeration.rows[0], 1);
		return enumeration.counted / enumeration.all;
	}

	private static double inverseFactorial(final int x) {
		double product = 1;
		for (int i = 2; i <= x; i++)
			product /= i;
		return product;
	}

	private void fill(final int row, final int column, final int open, final double weight) {
		if (row == rows.length) {
			all += weight;
			if (weight <= observed * (1 + 1e-7)) counted += weight;
			return;
		}
		final boolean isLast = column == columns.length - 1;
		for (int x = isLast ? open : 0; x <= Math.min(open, columns[column]); x++) {
			columns[column] -= x;
			if (!isLast) fill(row, column + 1, open - x, weight * inverseFactorial(x));
			else fill(row + 1, 0, row + 1 < rows.length ? rows[row + 1] : 0, weight * inverseFactorial(x));
			columns[column] += x;
		}
	}
}
