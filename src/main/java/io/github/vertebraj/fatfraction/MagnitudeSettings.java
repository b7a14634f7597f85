package io.github.vertebraj.fatfraction;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How magnitudes of echoes are fitted.
 *
 * @param spectrum  of fat
 * @param dominance whether water or fat is more; empty to let the residual of the neighbourhood decide
 * @param noise     SD of the noise in each channel, in the unit of the signal: the likelihood of Rician noise is made as
 *                  great as it can be; empty for least squares, which is the same where the signal is above some five SD
 * @param maps      what is computed beside the fat fraction
 */
public record MagnitudeSettings(FatSpectrum spectrum, Optional<Dominance> dominance, OptionalDouble noise,
	Set<FatOutput> maps)
{

	/**
	 * @throws IllegalArgumentException when the noise is not above 0, or the residual cannot decide because fat has one
	 *           peak only and no dominance is given
	 */
	public MagnitudeSettings {
		Objects.requireNonNull(spectrum, "spectrum");
		Objects.requireNonNull(dominance, "dominance");
		if (noise.isPresent() && !(noise.getAsDouble() > 0 && Double.isFinite(noise.getAsDouble())))
			throw new IllegalArgumentException("The noise must be above 0, but is " + noise.getAsDouble());
		if (dominance.isEmpty() && spectrum.ppm().size() == 1) throw new IllegalArgumentException(
			"With one peak of fat, magnitudes are the same for a fat fraction and for 100 % less it: give dominance " +
				"(water or fat), or 6 peaks");
		maps = Set.copyOf(maps);
	}
}
