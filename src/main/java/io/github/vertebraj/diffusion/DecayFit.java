package io.github.vertebraj.diffusion;

import java.util.Arrays;
import java.util.Objects;

/**
 * Fits S(b) = S0 · exp(−b · ADC) to one decay, such as the mean signal of a region. Samples of one b-value (within
 * 1 s/mm², {@link BValues}) are first combined by their geometric mean, which is what trace weighting means: the ADC is
 * then the mean of the ADCs along their directions. Each b-value counts once, however many samples it has.
 * <p>
 * A decay with a sample that is 0, negative, infinite or not a number has no ADC: such a sample is lost in the noise or
 * masked, and to leave it out would let the strong ones decide alone.
 */
public final class DecayFit {

	/**
	 * @param adc      in 10⁻³ mm²/s; NaN when a sample was rejected
	 * @param s0       the fitted signal at b = 0, in the unit of the signal; NaN when a sample was rejected
	 * @param rSquared share of the variance that the fit explains: of ln S for the log-linear and the (weighted) for the
	 *                 weighted fit, of S for the nonlinear one; NaN for two different b-values, a signal that is the same
	 *                 at every b, or a rejected sample
	 * @param rejected samples (of the b-values used) that are 0, negative, infinite or not a number
	 */
	public record Result(double adc, double s0, double rSquared, int rejected) {}

	private final AdcSettings settings;

	public DecayFit(final AdcSettings settings) {
		this.settings = Objects.requireNonNull(settings, "settings");
	}

	/**
	 * @param b      b-values in s/mm², at least two different ones from the minimum of the settings up
	 * @param signal the signal at each, on a scale on which no signal is 0
	 * @throws IllegalArgumentException when the numbers of values differ or there are fewer than two different b-values
	 */
	public Result fit(final double[] b, final double[] signal) {
		if (b.length != signal.length) throw new IllegalArgumentException("Each signal needs its b-value, but there are " +
			signal.length + " signals and " + b.length + " b-values");
		final FrameGroups groups = new FrameGroups(BValues.of(b).atLeast(settings.minimumB()));
		final double[] used = Arrays.stream(groups.frames()).mapToDouble(frame -> signal[frame]).toArray();
		final int rejected = (int) Arrays.stream(used).filter(sample -> !FrameGroups.measurable(sample)).count();
		if (rejected > 0) return new Result(Double.NaN, Double.NaN, Double.NaN, rejected);
		final double[] log = new double[groups.b().length];
		groups.logs(used, log);
		final Decay.Fit fit = new Decay(groups.b()).fit(settings.method(), log);
		return new Result(Decay.UNIT * fit.rate(), fit.s0(), fit.rSquared(), 0);
	}
}
