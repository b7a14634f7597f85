package io.github.vertebraj.reading.morphometry;

/**
 * What is lost of the heights of a body against a reference, in % of it; negative where there is more than the
 * reference has, NaN where there is none.
 *
 * @param anterior  loss of the anterior height
 * @param middle    loss of the middle height
 * @param posterior loss of the posterior height; NaN against the posterior height itself, which cannot show its own loss
 * @param area      loss of the area; NaN against the posterior height
 */
public record HeightLoss(double anterior, double middle, double posterior, double area) {

	/** There is no reference. */
	static final HeightLoss NONE = new HeightLoss(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

	/** Losses are quotients: what differs by less, in %, is equal. */
	private static final double ROUNDING = 1e-9;

	/** Whether a loss reaches a limit (both in %), the rounding of quotients apart. */
	static boolean reaches(final double loss, final double limit) {
		return loss >= limit - ROUNDING;
	}

	/** The greatest loss of height, in %; NaN if there is none. */
	public double greatest() {
		double greatest = Double.NaN;
		for (final double loss : new double[] { anterior, middle, posterior })
			if (!(loss <= greatest) && !Double.isNaN(loss)) greatest = loss;
		return greatest;
	}

	/** The shape of the body, if a height is reduced by at least so many % of the reference. */
	BodyShape shape(final double limit) {
		if (Double.isNaN(greatest())) return BodyShape.NOT_ASSESSABLE;
		if (reaches(posterior, limit)) return BodyShape.CRUSH;
		if (!reaches(greatest(), limit)) return BodyShape.NORMAL;
		return reaches(anterior, middle) ? BodyShape.WEDGE : BodyShape.BICONCAVE;
	}

	static HeightLoss againstPosterior(final BodyHeights heights) {
		return new HeightLoss(percent(heights.anterior(), heights.posterior()), percent(heights.middle(), heights
			.posterior()), Double.NaN, Double.NaN);
	}

	/** Against heights and area of a reference. */
	static HeightLoss against(final BodyHeights heights, final BodyHeights reference) {
		return new HeightLoss(percent(heights.anterior(), reference.anterior()), percent(heights.middle(), reference
			.middle()), percent(heights.posterior(), reference.posterior()), percent(Math.abs(heights.area()), Math.abs(
				reference.area())));
	}

	private static double percent(final double value, final double reference) {
		return 100 * (1 - value / reference);
	}
}
