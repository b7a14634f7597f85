package io.github.vertebraj.statistics.count;

/**
 * A lower bound of the sum of log factorials over a line and those after it, column by column, so that it tightens as
 * the line is filled: the Lagrangian dual, with the cell of this line in its place once it is known.
 */
final class LineBound {

	private final double atLine;
	private final double[] logFactorial;
	private final double[] slopes;
	private final double[] constants;
	private final double[] fromColumn;

	/**
	 * @param atLine    part that does not depend on the columns
	 * @param slopes    multiplier of the line's cell in each column
	 * @param constants part of the column that later lines give
	 * @param least     least of log x! − slope · x, for each column
	 */
	LineBound(final double atLine, final double[] logFactorial, final double[] slopes, final double[] constants,
		final double[] least)
	{
		this.atLine = atLine;
		this.logFactorial = logFactorial;
		this.slopes = slopes;
		this.constants = constants;
		fromColumn = new double[slopes.length + 1];
		for (int j = slopes.length - 1; j >= 0; j--)
			fromColumn[j] = fromColumn[j + 1] + constants[j] + least[j];
	}

	double atLine() {
		return atLine;
	}

	/** Part of the columns from this one on, of which nothing is known. */
	double fromColumn(final int column) {
		return fromColumn[column];
	}

	/** Part of a column in which the line has x. */
	double inColumn(final int column, final int x) {
		return constants[column] + logFactorial[x] - slopes[column] * x;
	}
}
