package io.github.vertebraj.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

import io.github.vertebraj.fatfraction.Dominance;
import io.github.vertebraj.fatfraction.FatDefinition;
import io.github.vertebraj.fatfraction.FatModel;
import io.github.vertebraj.fatfraction.FatOptions;
import io.github.vertebraj.fatfraction.FatOutput;
import io.github.vertebraj.fatfraction.FatSpectrum;
import io.github.vertebraj.fatfraction.PhaseSign;
import io.github.vertebraj.fatfraction.Readout;

import ij.ImagePlus;

import org.scijava.plugin.Parameter;

/** What the commands that compute a fat fraction have in common: the image, the model and its options. */
abstract class FatCommand extends VertebraCommand {

	/** The value is read from the image. */
	protected static final String AUTO = "auto";

	@Parameter(label = "Image", description = "Hyperstack whose slice labels say component= (water, fat, in-phase," +
		" opposed-phase, magnitude, phase, real, imaginary; without it magnitude) and te= (echo time in ms).",
		persist = false)
	private ImagePlus image;

	@Parameter(label = "Model", description = "What the fat fraction is computed from: the scanner's water and fat" +
		" images, an in- and an opposed-phase image, the same and in phase again, or magnitudes or complex" +
		" signals of several echoes.",
		choices = { "water-fat", "in-opposed", "three-point", "multi-echo magnitude", "multi-echo complex" },
		persist = false)
	private String model = FatModel.MULTI_ECHO_COMPLEX.key();

	@Parameter(label = "Dominance", description = "What is more, where the signal cannot tell. in-opposed and" +
		" three-point need it; auto lets the residual of multi-echo magnitudes decide. Others do not use it.",
		choices = { AUTO, "water", "fat" }, persist = false)
	private String dominance = AUTO;

	@Parameter(label = "Definition", description = "Of the water-fat model: fat over water and fat, or over in phase.",
		choices = { "F/(W+F)", "SI_fat/SI_in-phase" }, persist = false)
	private String definition = FatDefinition.FAT_OF_SUM.key();

	@Parameter(label = "Peaks of fat", description = "Of the multi-echo models.", choices = { "6", "1" }, persist = false)
	private String peaks = "6";

	@Parameter(label = "Field strength (T)", description = "auto reads it from the image: DICOM tag (0018,0087).",
		persist = false)
	private String fieldStrength = AUTO;

	@Parameter(label = "Echo times (ms)", description = "One for each echo, separated by commas; auto reads them from" +
		" the slice labels.", persist = false)
	private String echoTimes = AUTO;

	@Parameter(label = "Phase sign", description = "Which way the phase runs; with the wrong one residuals are greater.",
		choices = { "positive", "negative" }, persist = false)
	private String phaseSign = PhaseSign.POSITIVE.key();

	@Parameter(label = "Phase turn", description = "The difference of phase values that is 360 degrees; auto knows" +
		" radians, degrees, milliradians and 4096 or 8192 steps by the range of the values.", persist = false)
	private String phaseTurn = AUTO;

	@Parameter(label = "Bipolar read-out", description = "Of complex echoes: whether every other one is read backwards.",
		persist = false)
	private boolean bipolar = false;

	@Parameter(label = "Noise SD", description = "Of multi-echo magnitudes, in the unit of the signal: fits by the" +
		" likelihood of Rician noise. Empty fits by least squares.", required = false, persist = false)
	private String noise = "";

	/** The image that was given. */
	protected final ImagePlus image() {
		return image;
	}

	/**
	 * The options as they were given.
	 *
	 * @param further what is computed beside the fat fraction
	 * @throws IllegalArgumentException naming a parameter that is no number, no choice, or not for the model
	 */
	protected final FatOptions options(final Set<FatOutput> further) {
		final List<Double> times = isAuto(echoTimes) ? List.of() : words(echoTimes).map(word -> number("echoTimes", word)
			.getAsDouble()).toList();
		final Optional<Dominance> more = isAuto(dominance) ? Optional.empty() : Optional.of(Dominance.of(dominance));
		return new FatOptions(FatModel.of(model), FatDefinition.of(definition), more, FatSpectrum.of(peaks()), PhaseSign.of(
			phaseSign), bipolar ? Readout.BIPOLAR : Readout.MONOPOLAR, number("noise", noise), automatic("fieldStrength",
				fieldStrength), times, automatic("phaseTurn", phaseTurn), further);
	}

	private int peaks() {
		if (peaks.strip().matches("\\d{1,3}")) return Integer.parseInt(peaks.strip());
		throw new IllegalArgumentException("peaks must be 6 or 1, but is '" + peaks + "'");
	}

	/** The words of a list, separated by commas, semicolons or blanks. */
	protected static Stream<String> words(final String text) {
		return text == null ? Stream.empty() : Arrays.stream(text.split("[,;\\s]+")).filter(word -> !word.isEmpty());
	}

	private static OptionalDouble automatic(final String name, final String text) {
		return isAuto(text) ? OptionalDouble.empty() : number(name, text);
	}

	private static boolean isAuto(final String text) {
		return text == null || text.isBlank() || text.strip().equalsIgnoreCase(AUTO);
	}
}
