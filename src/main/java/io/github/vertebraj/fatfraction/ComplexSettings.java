package io.github.vertebraj.fatfraction;

import java.util.Objects;
import java.util.Set;

/**
 * How complex echoes are fitted.
 *
 * @param spectrum of fat
 * @param sign     of the phase
 * @param readout  of the echoes
 * @param maps     what is computed beside the fat fraction
 */
public record ComplexSettings(FatSpectrum spectrum, PhaseSign sign, Readout readout, Set<FatOutput> maps) {

	public ComplexSettings {
		Objects.requireNonNull(spectrum, "spectrum");
		Objects.requireNonNull(sign, "sign");
		Objects.requireNonNull(readout, "readout");
		maps = Set.copyOf(maps);
	}
}
