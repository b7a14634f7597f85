package io.github.vertebraj.command;

import java.util.EnumSet;
import java.util.Set;

import io.github.vertebraj.fatfraction.FatMapper;
import io.github.vertebraj.fatfraction.FatOptions;
import io.github.vertebraj.fatfraction.FatOutput;
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
public class FatFractionMap extends FatCommand {

	static final String DESCRIPTION = "Computes the fat fraction (%) of every voxel of water and fat images, or of" +
		" echoes. The map of the image NAME is called NAME FF and its definition, as NAME FF (F/(W+F)); further maps are" +
		" NAME R2star and so on.";

	/** Ends of the display ranges in 1/s and of the sum of all flags. */
	private static final double FAST_DECAY = 200;
	private static final double ALL_FLAGS = 7;

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
		final CalibratedImage source = SourceImage.read(image());
		final FatOptions options = options(further());
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
			default -> image().getDisplayRangeMax();
		};
	}

	private Set<FatOutput> further() {
		final Set<FatOutput> further = EnumSet.noneOf(FatOutput.class);
		words(maps).map(FatOutput::of).forEach(further::add);
		return further;
	}
}
