package io.github.vertebraj.diffusion;

import java.util.Objects;
import java.util.Set;

/**
 * How an ADC is computed.
 *
 * @param method   the fit
 * @param minimumB frames of a lower b-value (s/mm²) are left out, to keep perfusion out of the ADC: 0 uses all, 100 to
 *                 200 is usual (see {@link BValues#atLeast})
 * @param maps     what is computed beside the ADC
 */
public record AdcSettings(FitMethod method, double minimumB, Set<OptionalMap> maps) {

	public AdcSettings {
		Objects.requireNonNull(method, "method");
		if (!(minimumB >= 0) || Double.isInfinite(minimumB)) throw new IllegalArgumentException(
			"The minimum b-value must be 0 s/mm² or more, but is " + minimumB);
		maps = Set.copyOf(maps);
	}

	/** Settings for the ADC alone. */
	public AdcSettings(final FitMethod method, final double minimumB) {
		this(method, minimumB, Set.of());
	}
}
