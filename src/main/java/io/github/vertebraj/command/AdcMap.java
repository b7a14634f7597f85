package io.github.vertebraj.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.vertebraj.diffusion.AdcMapper;
import io.github.vertebraj.diffusion.AdcMaps;
import io.github.vertebraj.diffusion.AdcSettings;
import io.github.vertebraj.diffusion.AdcUnit;
import io.github.vertebraj.diffusion.DiffusionSignal;
import io.github.vertebraj.diffusion.FitMethod;
import io.github.vertebraj.diffusion.OptionalMap;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.report.AdcFigure;
import io.github.vertebraj.report.Provenance;

import ij.IJ;
import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Computes the apparent diffusion coefficient of every voxel of a diffusion series. */
@Plugin(type = Command.class, description = AdcMap.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "ADC Map...", weight = 2) })
public class AdcMap extends VertebraCommand {

	static final String DESCRIPTION = "Computes the apparent diffusion coefficient (ADC, 10^-3 mm^2/s) of every voxel of a" +
		" diffusion series. The map of the image NAME is called NAME ADC; further maps are NAME S0 and NAME R2.";

	@Parameter(label = "Image", description = "Diffusion series with one frame for each b-value.", persist = false)
	private ImagePlus image;

	@Parameter(label = "b-values (s/mm^2)", description = "One for each frame, separated by commas; auto reads them from the" +
		" slice labels.", persist = false)
	private String bValues = DiffusionSignal.AUTO;

	@Parameter(label = "Fit", description = "Least squares on the logarithm of the signal, the same weighted by the squared" +
		" signal, or least squares on the signal itself.", choices = { "log-linear", "weighted", "nonlinear" },
		persist = false)
	private String method = FitMethod.LOG_LINEAR.key();

	@Parameter(label = "Minimum b (s/mm^2)", description = "Frames of a lower b-value are left out: perfusion raises the" +
		" signal at low b. 100 to 200 is usual, 0 uses all.", min = "0", persist = false)
	private double minimumB = 0;

	@Parameter(label = "Further maps", description = "S0 (fitted signal at b = 0) and rSquared (R^2 of the fit), separated" +
		" by commas.", required = false, persist = false)
	private String maps = "";

	@Parameter(label = "ADC map", type = ItemIO.OUTPUT)
	private ImagePlus adc;

	@Parameter(label = "S0 map", type = ItemIO.OUTPUT)
	private ImagePlus s0;

	@Parameter(label = "R^2 map", type = ItemIO.OUTPUT)
	private ImagePlus rSquared;

	@Override
	protected void execute() {
		final CalibratedImage source = SourceImage.read(image);
		final AdcSettings settings = new AdcSettings(FitMethod.of(method), minimumB, furtherMaps());
		final DiffusionSignal signal = DiffusionSignal.of(source, bValues);
		signal.notes().forEach(IJ::log);
		final AdcMaps result = new AdcMapper(settings).compute(signal.voxels(), signal.scale(), signal.bValues(), progress(
			"ADC map"));

		result.measurable(source.title());
		final MapWindow window = new MapWindow(source, Provenance.of("ADC Map...", parameters(), SourceImage.facts(
			source)), notes(signal, result));
		adc = window.of("ADC", AdcUnit.MILLI.key(), result.adc(), AdcFigure.MAXIMUM);
		result.s0().ifPresent(map -> s0 = window.of("S0", "", map, image.getDisplayRangeMax()));
		result.rSquared().ifPresent(map -> rSquared = window.of("R2", "", map, 1));
	}

	private Set<OptionalMap> furtherMaps() {
		final Set<OptionalMap> further = EnumSet.noneOf(OptionalMap.class);
		if (maps != null) Arrays.stream(maps.split("[,\\s]+")).filter(key -> !key.isEmpty()).map(OptionalMap::of).forEach(
			further::add);
		return further;
	}

	private static List<String> notes(final DiffusionSignal signal, final AdcMaps result) {
		final List<String> notes = new ArrayList<>(signal.notes());
		notes.add("b-values (s/mm^2) of the frames: " + Arrays.toString(signal.bValues()));
		notes.add(result.nanVoxels() + " voxels are not measurable (NaN), " + result.negativeVoxels() + " are negative, " +
			result.rejectedSamples() + " samples were rejected");
		return notes;
	}
}
