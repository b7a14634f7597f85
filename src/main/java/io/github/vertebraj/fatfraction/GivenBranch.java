package io.github.vertebraj.fatfraction;

/** Takes the answer with more water, or the one with more fat, as given. */
final class GivenBranch implements BranchChoice {

	private final MagnitudeRows rows;
	private final Dominance dominance;
	private int top;

	/**
	 * @param rows that can be read at once, of one plane
	 */
	GivenBranch(final MagnitudeRows rows, final Dominance dominance) {
		this.rows = rows;
		this.dominance = dominance;
	}

	@Override
	public void read(final int z, final int fromRow, final int count) {
		top = fromRow;
		rows.read(fromRow, z, count);
	}

	@Override
	public MagnitudeRows plane() {
		return rows;
	}

	@Override
	public int at(final int x, final int y) {
		return (y - top) * rows.width + x;
	}

	@Override
	public Choice choose(final int x, final int y, final MagnitudeFit fit) {
		final MagnitudeAnswers answers = fit.both();
		return new Choice(dominance == Dominance.WATER ? answers.water() : answers.fat(), true);
	}
}
