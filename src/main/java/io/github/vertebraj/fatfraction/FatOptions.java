package io.github.vertebraj.fatfraction;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How the fat fraction of an image is computed, whatever the model; a choice that a model does not know is not used.
 *
 * @param model         of the signal
 * @param definition    of the fat fraction; other than {@link FatDefinition#FAT_OF_SUM} for water-fat only
 * @param dominance     empty to let the residual decide, which magnitudes of several echoes alone can
 * @param spectrum      of fat
 * @param sign          of the phase
 * @param readout       of complex echoes
 * @param noise         SD in each channel for Rician noise of magnitudes; empty for least squares
 * @param fieldStrength in T; empty to read it from the image's tags
 * @param echoTimes     in ms, one for each frame; empty to read them from the labels of the planes
 * @param phaseTurn     the difference of phase values that is 360°; empty to tell it from their range
 * @param maps          what is computed beside the fat fraction
 */
public record FatOptions(FatModel model, FatDefinition definition, Optional<Dominance> dominance, FatSpectrum spectrum,
	PhaseSign sign, Readout readout, OptionalDouble noise, OptionalDouble fieldStrength, List<Double> echoTimes,
	OptionalDouble phaseTurn, Set<FatOutput> maps)
{

	/**
	 * @throws IllegalArgumentException for a definition or a noise that the model cannot heed, a missing dominance, or a
	 *           turn that is not above 0
	 */
	public FatOptions {
		Objects.requireNonNull(spectrum, "spectrum");
		Objects.requireNonNull(sign, "sign");
		Objects.requireNonNull(readout, "readout");
		echoTimes = List.copyOf(echoTimes);
		maps = Set.copyOf(maps);
		if (definition != FatDefinition.FAT_OF_SUM && model != FatModel.WATER_FAT) throw new IllegalArgumentException(
			"The definition " + definition.key() + " is for the model " + FatModel.WATER_FAT.key() + "; the model " + model
				.key() + " gives " + FatDefinition.FAT_OF_SUM.key());
		if (noise.isPresent() && model != FatModel.MULTI_ECHO_MAGNITUDE) throw new IllegalArgumentException(
			"A noise is for the model " + FatModel.MULTI_ECHO_MAGNITUDE.key() + "; leave it empty for the model " + model
				.key());
		if (dominance.isEmpty() && (model == FatModel.IN_OPPOSED || model == FatModel.THREE_POINT))
			throw new IllegalArgumentException("The model " + model.key() +
				" cannot tell a fat fraction from 100 % less it: give dominance (water or fat)");
		if (phaseTurn.isPresent() && !(phaseTurn.getAsDouble() > 0)) throw new IllegalArgumentException(
			"phaseTurn must be above 0, but is " + phaseTurn.getAsDouble());
	}

	/** The same with other maps beside the fat fraction. */
	FatOptions with(final Set<FatOutput> others) {
		return new FatOptions(model, definition, dominance, spectrum, sign, readout, noise, fieldStrength, echoTimes,
			phaseTurn, others);
	}
}
