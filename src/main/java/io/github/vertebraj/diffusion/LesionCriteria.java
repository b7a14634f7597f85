package io.github.vertebraj.diffusion;

import java.util.Objects;
import java.util.Optional;

import io.github.vertebraj.image.Connectivity;

/**
 * Which voxels count as lesion. Both ends of the window belong to it; a voxel without an ADC is outside of every window.
 *
 * @param signal        the least signal
 * @param adcMinimum    in 10⁻³ mm²/s; -∞ for none
 * @param adcMaximum    in 10⁻³ mm²/s; ∞ for none
 * @param minimumVolume of a component, in ml; those below are dropped
 * @param connectivity  of a component
 */
public record LesionCriteria(Optional<SignalThreshold> signal, double adcMinimum, double adcMaximum,
	double minimumVolume, Connectivity connectivity)
{

	/** @throws IllegalArgumentException when no voxel could be told from another, or the window or volume is none */
	public LesionCriteria {
		Objects.requireNonNull(signal, "signal");
		Objects.requireNonNull(connectivity, "connectivity");
		if (!(adcMinimum <= adcMaximum)) throw new IllegalArgumentException("The ADC window must go from adcMinimum up to" +
			" adcMaximum, but goes from " + adcMinimum + " to " + adcMaximum);
		if (!(minimumVolume >= 0) || !Double.isFinite(minimumVolume)) throw new IllegalArgumentException(
			"minimumVolume must be 0 ml or more, but is " + minimumVolume);
		if (signal.isEmpty() && adcMinimum == Double.NEGATIVE_INFINITY && adcMaximum == Double.POSITIVE_INFINITY)
			throw new IllegalArgumentException("Nothing tells lesion from the rest: give signalThreshold, or reference and" +
				" standardDeviations, or an ADC window (adcMinimum, adcMaximum)");
	}

	/** Whether the ADC matters. */
	boolean hasWindow() {
		return adcMinimum != Double.NEGATIVE_INFINITY || adcMaximum != Double.POSITIVE_INFINITY;
	}

	boolean contains(final double adc) {
		return adc >= adcMinimum && adc <= adcMaximum;
	}
}
