package io.github.vertebraj.fatfraction;

/**
 * Takes the answer that the neighbourhood supports. Magnitudes of a fat fraction and of another one beyond the meeting
 * differ little, so that the noise of a single voxel often chooses wrongly, or leaves it one answer only, on the wrong
 * side. Both answers are therefore fitted to the mean magnitudes of the voxel and its like neighbours; the one that fits
 * better says on which side of the meeting the voxel's own answer is.
 */
final class PooledBranch implements BranchChoice {

	/** A difference of the sums of squares below this many variances decides nothing: odds of less than e² to 1. */
	private static final double UNDECIDED = 4;

	private final Neighbourhood neighbourhood;
	private final MagnitudeFit pooled;
	private final double meeting;
	private final double variance;

	/**
	 * @param pooled   fits mean magnitudes, which have no noise floor, by least squares
	 * @param meeting  the fat fraction at which the two answers meet, 0 to 1
	 * @param variance of the noise in each channel
	 */
	PooledBranch(final Neighbourhood neighbourhood, final MagnitudeFit pooled, final double meeting,
		final double variance)
	{
		this.neighbourhood = neighbourhood;
		this.pooled = pooled;
		this.meeting = meeting;
		this.variance = variance;
	}

	@Override
	public void read(final int z, final int fromRow, final int rows) {
		neighbourhood.read(z, fromRow, rows);
	}

	@Override
	public MagnitudeRows plane() {
		return neighbourhood.plane();
	}

	@Override
	public int at(final int x, final int y) {
		return neighbourhood.at(x, y);
	}

	@Override
	public Choice choose(final int x, final int y, final MagnitudeFit fit) {
		final int voxels = neighbourhood.pool(x, y);
		System.arraycopy(neighbourhood.mean, 0, pooled.magnitude, 0, pooled.magnitude.length);
		final MagnitudeAnswers answers = pooled.both();
		final MagnitudeAnswer better = answers.better();
		if (better == null) {
			final MagnitudeAnswers own = fit.both();
			return new Choice(own.better(), !own.areTwo());
		}
		final boolean isCertain = !answers.areTwo() || voxels * Math.abs(answers.water().cost() - answers.fat()
			.cost()) > UNDECIDED * variance;
		return new Choice(fit.near(better, meeting), isCertain);
	}
}
