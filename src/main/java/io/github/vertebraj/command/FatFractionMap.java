package io.github.vertebraj.command;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

import io.github.vertebraj.fatfraction.Dominance;
import io.github.vertebraj.fatfraction.FatDefinition;
import io.github.vertebraj.fatfraction.FatMapper;
import io.github.vertebraj.fatfraction.FatModel;
import io.github.vertebraj.fatfraction.FatOptions;
import io.github.vertebraj.fatfraction.FatOutput;
import io.github.vertebraj.fatfraction.FatSpectrum;
import io.github.vertebraj.fatfraction.PhaseSign;
import io.github.vertebraj.fatfraction.Readout;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.report.Provenance;

import ij.IJ;
import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Computes the fat fraction of every voxel of water and fat images, or of echoes. */
@Plugin(type = Command.class, description = FatFractionMap.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "Fat Fraction Map...", weight = 15) })
public class FatFractionMap extends VertebraCommand {

	static final String DESCRIPTION = "Computes the fat fraction (%) of every voxel of water and fat images, or of" +
		" echoes. The map of the image NAME is called NAME FF and its definition, as NAME FF (F/(W+F)); further maps are" +
		" NAME R2star and so on.";

	private static final String AUTO = "auto";

	/** Ends of the display ranges in 1/s and of the sum of all flags. */
	private static final double FAST_DECAY = 200;
	private static final double ALL_FLAGS = 7;

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

	@Parameter(label = "Read-out", description = "Of complex echoes; bipolar when every other one is read backwards.",
		choices = { "monopolar", "bipolar" }, persist = false)
	private String readout = Readout.MONOPOLAR.key();

	@Parameter(label = "Noise SD", description = "Of multi-echo magnitudes, in the unit of the signal: fits by the" +
		" likelihood of Rician noise. Empty fits by least squares.", required = false, persist = false)
	private String noise = "";

	@Parameter(label = "Further maps", description = "water, fat, R2star (1/s), field (Hz), residual and flags (1" +
		" ambiguous, 2 opposed phase brighter, 4 negative signal), where the model has them; separated by commas.",
		required = false, persist = false)
	private String maps = "";

	@Parameter(label = "Fat fraction map", type = ItemIO.OUTPUT)
	private ImagePlus fatFraction;

	@Parameter(label = "Water map", type = ItemIO.OUTPUT)
	private ImagePlus water;

	@Parameter(label = "Fat map", type = ItemIO.OUTPUT)
	private ImagePlus fat;

	@Parameter(label = "R2* map", type = ItemIO.OUTPUT)
	private ImagePlus r2Star;

	@Parameter(label = "Field map", type = ItemIO.OUTPUT)
	private ImagePlus field;

	@Parameter(label = "Residual map", type = ItemIO.OUTPUT)
	private ImagePlus residual;

	@Parameter(label = "Map of flags", type = ItemIO.OUTPUT)
	private ImagePlus flags;

	@Override
	protected void execute() {
		final CalibratedImage source = SourceImage.read(image);
		final FatOptions options = options();
		final FatMapper.Result result = new FatMapper(options).compute(source, progress("Fat fraction map"));
		result.notes().forEach(IJ::log);
		final MapWindow window = new MapWindow(source, Provenance.of("Fat Fraction Map...", parameters(), SourceImage.facts(
			source)), result.notes());
		fatFraction = window.of("FF (" + options.definition().key() + ")", "fat-fraction", "%", result.maps().fatFraction(),
			100);
		result.maps().maps().forEach((output, map) -> {
			final ImagePlus further = window.of(output.key(), output.unit(), map, maximum(output));
			switch (output) {
				case WATER -> water = further;
				case FAT -> fat = further;
				case R2_STAR -> r2Star = further;
				case FIELD_MAP -> field = further;
				case RESIDUAL -> residual = further;
				case FLAGS -> flags = further;
			}
			if (output == FatOutput.FIELD_MAP || output == FatOutput.RESIDUAL) further.resetDisplayRange();
		});
	}

	private double maximum(final FatOutput output) {
		return switch (output) {
			case R2_STAR -> FAST_DECAY;
			case FLAGS -> ALL_FLAGS;
			default -> image.getDisplayRangeMax();
		};
	}

	private FatOptions options() {
		final Set<FatOutput> further = EnumSet.noneOf(FatOutput.class);
		words(maps).map(FatOutput::of).forEach(further::add);
		final List<Double> times = isAuto(echoTimes) ? List.of() : words(echoTimes).map(word -> number("echoTimes", word)
			.getAsDouble()).toList();
		final Optional<Dominance> more = isAuto(dominance) ? Optional.empty() : Optional.of(Dominance.of(dominance));
		return new FatOptions(FatModel.of(model), FatDefinition.of(definition), more, FatSpectrum.of(peaks()), PhaseSign.of(
			phaseSign), Readout.of(readout), number("noise", noise), automatic("fieldStrength", fieldStrength), times,
			automatic("phaseTurn", phaseTurn), further);
	}

	private int peaks() {
		if (peaks.strip().matches("\\d{1,3}")) return Integer.parseInt(peaks.strip());
		throw new IllegalArgumentException("peaks must be 6 or 1, but is '" + peaks + "'");
	}

	private static Stream<String> words(final String text) {
		return text == null ? Stream.empty() : Arrays.stream(text.split("[,;\\s]+")).filter(word -> !word.isEmpty());
	}

	private static OptionalDouble automatic(final String name, final String text) {
		return isAuto(text) ? OptionalDouble.empty() : number(name, text);
	}

	private static boolean isAuto(final String text) {
		return text == null || text.isBlank() || text.strip().equalsIgnoreCase(AUTO);
	}
}
