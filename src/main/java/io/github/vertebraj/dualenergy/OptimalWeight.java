package io.github.vertebraj.dualenergy;

/**
 * The weight of the low image that is best for the measured noise of the two spectra, their correlation included.
 *
 * @param value    the best of those allowed
 * @param overall  the best of all real weights; NaN when the contrast has its best in the difference of the images,
 *                 which no blend reaches
 * @param quantity what is best there: the SD in HU, or the CNR
 */
public record OptimalWeight(double value, double overall, double quantity) {

	/**
	 * Least variance: w = (σ_H² − c) / (σ_L² + σ_H² − 2c).
	 *
	 * @param noise       of uniform regions
	 * @param extrapolate whether weights outside of 0 to 1 are allowed
	 * @throws IllegalArgumentException when there is no noise, or the same in both images
	 */
	public static OptimalWeight ofNoise(final SpectrumNoise noise, final boolean extrapolate) {
		final double difference = noise.varianceLow() + noise.varianceHigh() - 2 * noise.covariance();
		if (!(difference > 0)) throw new IllegalArgumentException("The noise of the two images in the regions is " + noise
			.sd(1) + " and " + noise.sd(0) + " HU and the same in each voxel: no weight is best");
		final double best = (noise.varianceHigh() - noise.covariance()) / difference;
		final double allowed = extrapolate ? best : Math.max(0, Math.min(1, best));
		return new OptimalWeight(allowed, best, noise.sd(allowed));
	}

	/**
	 * Greatest |contrast| / SD: (w, 1 − w) ∝ Σ⁻¹ Δ.
	 *
	 * @param low         contrast Δ of the two tissues in the low image, in HU
	 * @param high        the same in the high image
	 * @param noise       with the covariance Σ
	 * @param extrapolate whether weights outside of 0 to 1 are allowed
	 * @throws IllegalArgumentException when there is no contrast, or Σ cannot be inverted
	 */
	public static OptimalWeight ofContrast(final double low, final double high, final SpectrumNoise noise,
		final boolean extrapolate)
	{
		final double determinant = noise.varianceLow() * noise.varianceHigh() - noise.covariance() * noise.covariance();
		if (!(determinant > 1e-12 * noise.varianceLow() * noise.varianceHigh())) throw new IllegalArgumentException(
			"The noise of the two images in the regions (variances " + noise.varianceLow() + " and " + noise.varianceHigh() +
				", covariance " + noise.covariance() + " HU^2) is none, or the same in both: no weight is best");
		if (!Double.isFinite(low + high) || low == 0 && high == 0) throw new IllegalArgumentException(
			"The two tissues have no contrast in either image: " + low + " and " + high + " HU");
		final double a = noise.varianceHigh() * low - noise.covariance() * high;
		final double b = noise.varianceLow() * high - noise.covariance() * low;
		final double best = Math.abs(a + b) <= 1e-9 * (Math.abs(a) + Math.abs(b)) ? Double.NaN : a / (a + b);
		if (best >= 0 && best <= 1 || extrapolate && !Double.isNaN(best)) return new OptimalWeight(best, best, cnr(low, high,
			noise, best));
		if (extrapolate) throw new IllegalArgumentException("The contrast is best in the difference of the two images, which" +
			" no weight makes: leave extrapolate out for the best weight from 0 to 1");
		final double end = cnr(low, high, noise, 0) > cnr(low, high, noise, 1) ? 0 : 1;
		return new OptimalWeight(end, best, cnr(low, high, noise, end));
	}

	/** |contrast| / SD of a blend. */
	public static double cnr(final double low, final double high, final SpectrumNoise noise, final double weight) {
		return Math.abs(weight * low + (1 - weight) * high) / noise.sd(weight);
	}
}
