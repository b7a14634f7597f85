package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import io.github.vertebraj.diffusion.AdcOfRegions;
import io.github.vertebraj.diffusion.AdcSettings;
import io.github.vertebraj.diffusion.AdcUnit;
import io.github.vertebraj.diffusion.DiffusionSignal;
import io.github.vertebraj.diffusion.Estimate;
import io.github.vertebraj.diffusion.FitMethod;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.interpretation.LesionClass;
import io.github.vertebraj.io.imagej.RegionSource;
import io.github.vertebraj.reading.LabelScheme;
import io.github.vertebraj.report.AdcFigure;
import io.github.vertebraj.report.AdcTable;
import io.github.vertebraj.report.Provenance;
import io.github.vertebraj.report.ResultTable;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures the apparent diffusion coefficient in every region of a diffusion series or of an ADC map. */
@Plugin(type = Command.class, description = AdcRoiMeasurement.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "ADC ROI Measurement...", weight = 3) })
public class AdcRoiMeasurement extends VertebraCommand {

	static final String DESCRIPTION = "Measures the apparent diffusion coefficient (ADC) in every region of a diffusion" +
		" series or of an ADC map: one row per region. The table of the image NAME is called ADC of NAME.";

	/** The unit is read from the map. */
	private static final String AUTO = "auto";

	@Parameter(label = "Image", description = "Diffusion series with one frame for each b-value, or an ADC map.",
		persist = false)
	private ImagePlus image;

	@Parameter(label = "Regions", description = "ROI file (.roi, .zip) or label image (NIfTI, TIFF). Without it the image's" +
		" overlay, the ROI Manager or the selection is measured.", required = false, persist = false)
	private File rois;

	@Parameter(label = "b-values (s/mm^2)", description = "One for each frame, separated by commas; auto reads them from the" +
		" slice labels.", persist = false)
	private String bValues = DiffusionSignal.AUTO;

	@Parameter(label = "Fit", description = "As in ADC Map...", choices = { "log-linear", "weighted", "nonlinear" },
		persist = false)
	private String method = FitMethod.LOG_LINEAR.key();

	@Parameter(label = "Minimum b (s/mm^2)", description = "Frames of a lower b-value are left out.", min = "0",
		persist = false)
	private double minimumB = 0;

	@Parameter(label = "Estimate", description = "ADC of a region: the mean over its voxels of the ADC map, or the ADC fitted" +
		" to its mean signals.", choices = { "mean of map", "fit of mean signal" }, persist = false)
	private String estimate = Estimate.MEAN_OF_MAP.key();

	@Parameter(label = "Cut-off (10^-3 mm^2/s)", description = "Regions named as lesion are classed as at or below, or above" +
		" it. 1.21: Kaur et al., Pol J Radiol 2020;85:e215-e223. For research only, never a diagnosis.", min = "0",
		persist = false)
	private double cutoff = LesionClass.defaultCutoff();

	@Parameter(label = "Unit of an ADC map", description = "auto takes the unit that the map tells.", choices = { AUTO,
		"10^-3 mm^2/s", "10^-6 mm^2/s", "mm^2/s" }, persist = false)
	private String unit = AUTO;

	@Parameter(label = "Label numbers", description = "Which vertebrae the numbers of a label image mean.", choices = {
		"plain", "verse", "totalsegmentator" }, persist = false)
	private String labels = LabelScheme.PLAIN.key();

	@Parameter(label = "Slice", description = "Where ROIs without a position lie, from 1; 0 is the slice that is shown.",
		min = "0", persist = false)
	private int slice = 0;

	@Parameter(label = "Table file", description = "Writes the table as .csv too, and beside it a .json that says how it was" +
		" made.", style = "save", required = false, persist = false)
	private File output;

	@Parameter(label = "Figure file", description = "Writes the ADC map in colour with the regions and a colour bar as .png.",
		style = "save", required = false, persist = false)
	private File figure;

	@Parameter(label = "ADC table", type = ItemIO.OUTPUT)
	private ResultsTable table;

	private final List<String> notes = new ArrayList<>();

	@Override
	protected void execute() throws IOException {
		final CalibratedImage source = SourceImage.read(image);
		ResultFiles.check(output, figure);
		final RegionSource.Found found = new RegionSource(ResultFiles.given(rois), slice > 0 ? OptionalInt.of(slice)
			: OptionalInt.empty(), LabelScheme.of(labels)).collect(image, source);
		notes.addAll(found.notes());
		notes.forEach(IJ::log);
		notes.add("Regions are from: " + found.origin());
		notes.add("Rule " + LesionClass.rule().id() + ": " + LesionClass.rule().citation() + " (" + LesionClass.rule()
			.population() + "). For research only, never a diagnosis.");
		final Geometry geometry = SourceImage.geometry(source);
		final boolean isSeries = isSeries(source);
		final AdcOfRegions adc = isSeries ? measureSeries(source, found.regions()) : AdcOfRegions.ofMap(source, unitOf(source),
			found.regions());

		final ResultTable rows = AdcTable.of("ADC of " + source.title(), source.title(), geometry, isSeries ? method : "map",
			cutoff, adc.measurements());
		final ResultFiles files = new ResultFiles(Provenance.of("ADC ROI Measurement...", parameters(), SourceImage
			.facts(source)), notes);
		files.writeTable(output, rows);
		files.writeFigure(figure, () -> AdcFigure.draw(source.title(), adc, geometry));
		table = TableWindow.of(rows);
	}

	/** A series has several frames or tells b-values; an image of one frame that does not is taken as a map. */
	private boolean isSeries(final CalibratedImage source) {
		return !bValues.isBlank() && !bValues.strip().equalsIgnoreCase(DiffusionSignal.AUTO) || DiffusionSignal.isLabelled(
			source) || source.size(3) > 1;
	}

	private AdcOfRegions measureSeries(final CalibratedImage source, final List<Region> regions) {
		final DiffusionSignal signal = DiffusionSignal.of(source, bValues);
		signal.notes().forEach(IJ::log);
		notes.addAll(signal.notes());
		return AdcOfRegions.ofSeries(signal, new AdcSettings(FitMethod.of(method), minimumB), Estimate.of(estimate), regions,
			progress("ADC of regions"));
	}

	private AdcUnit unitOf(final CalibratedImage map) {
		if (!unit.equals(AUTO)) return AdcUnit.of(unit);
		return AdcUnit.find(map.scale().unit()).orElseThrow(() -> new IllegalArgumentException("'" + map.title() +
			"' tells neither b-values nor a unit of ADC: give bValues for a diffusion series, or unit for an ADC map"));
	}
}
