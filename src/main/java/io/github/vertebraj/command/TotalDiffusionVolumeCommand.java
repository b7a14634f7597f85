package io.github.vertebraj.command;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import io.github.vertebraj.diffusion.DiffusionStation;
import io.github.vertebraj.diffusion.DiffusionVolume;
import io.github.vertebraj.diffusion.LesionCriteria;
import io.github.vertebraj.diffusion.ProjectionView;
import io.github.vertebraj.diffusion.TotalDiffusionVolume;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Connectivity;
import io.github.vertebraj.io.imagej.RegionSource;
import io.github.vertebraj.reading.LabelScheme;
import io.github.vertebraj.report.Provenance;
import io.github.vertebraj.report.ResultTable;
import io.github.vertebraj.report.VolumeFigure;
import io.github.vertebraj.report.VolumeTable;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures the volume of all lesions of a diffusion study, and the ADC in it. */
@Plugin(type = Command.class, description = TotalDiffusionVolumeCommand.DESCRIPTION, menu = { @Menu(label = "Plugins"),
	@Menu(label = "VertebraJ"), @Menu(label = "Total Diffusion Volume...", weight = 21) })
public class TotalDiffusionVolumeCommand extends VertebraCommand {

	static final String DESCRIPTION = "Measures the total diffusion volume (tDV): the volume of all voxels of a high signal, of" +
		" an ADC inside a window, or both, and the ADC over the same voxels. The tables of the image NAME are called tDV of" +
		" NAME and Foci of NAME, the label mask NAME foci, the projection Projection of NAME.";

	@Parameter(label = "Image", description = "Diffusion series, or the image of one high b-value.", persist = false)
	private ImagePlus image;

	@Parameter(label = "ADC map", description = "Of the same voxels. Without it the ADC is fitted log-linear to all b-values of" +
		" the series.", required = false, autoFill = false, persist = false)
	private ImagePlus adc;

	@Parameter(label = "Further stations", description = "Titles of open images of the same patient, separated by commas. What" +
		" an earlier one shows is not counted again.", required = false, persist = false)
	private String stations = "";

	@Parameter(label = "ADC maps of these", description = "Their titles in the same order; without them the ADC is fitted.",
		required = false, persist = false)
	private String stationMaps = "";

	@Parameter(label = "b-value of the signal (s/mm^2)", description = "Which b-value the threshold is for: highest, or a" +
		" number.", persist = false)
	private String bValue = StationImages.HIGHEST;

	@Parameter(label = "Signal threshold", description = "The least signal of a lesion, in units of the image. Empty if a" +
		" reference region gives it, or the ADC alone tells lesions.", required = false, persist = false)
	private String signalThreshold = "";

	@Parameter(label = "Reference region", description = "The threshold is the mean signal of the region of this name, and some" +
		" of its standard deviations; of several stations the first in which it lies.", required = false, persist = false)
	private String reference = "";

	@Parameter(label = "Standard deviations", description = "How many are added to the mean of the reference region.",
		required = false, persist = false)
	private String standardDeviations = "";

	@Parameter(label = "ADC from (10^-3 mm^2/s)", description = "The least ADC of a lesion; empty for none.",
		required = false, persist = false)
	private String adcMinimum = "";

	@Parameter(label = "ADC to (10^-3 mm^2/s)", description = "The greatest ADC of a lesion; empty for none.",
		required = false, persist = false)
	private String adcMaximum = "";

	@Parameter(label = "Minimum volume (ml)", description = "Smaller foci are dropped, and counted apart.", min = "0",
		persist = false)
	private double minimumVolume = 0;

	@Parameter(label = "Connectivity", description = "Neighbours of a voxel in a focus: 26 (faces, edges, corners) or 6" +
		" (faces).", choices = { "26", "6" }, persist = false)
	private String connectivity = Connectivity.CORNERS.key();

	@Parameter(label = "Mask", description = "Names of the regions to which the measurement is limited, separated by commas;" +
		" all takes every one but the reference; empty measures the whole image.", required = false, persist = false)
	private String mask = "";

	@Parameter(label = "Regions", description = "ROI file (.roi, .zip) or label image (NIfTI, TIFF) with the mask and the" +
		" reference region. Without it they are sought in the image's overlay, the ROI Manager or the selection.",
		required = false, persist = false)
	private File rois;

	@Parameter(label = "Unit of an ADC map", description = "auto takes the unit that the map tells.", choices = {
		StationImages.AUTO, "10^-3 mm^2/s", "10^-6 mm^2/s", "mm^2/s" }, persist = false)
	private String unit = StationImages.AUTO;

	@Parameter(label = "Label numbers", description = "Which vertebrae the numbers of a label image mean.", choices = {
		"plain", "verse", "totalsegmentator" }, persist = false)
	private String labels = LabelScheme.PLAIN.key();

	@Parameter(label = "Slice", description = "Where ROIs without a position lie, from 1; 0 is the slice that is shown.",
		min = "0", persist = false)
	private int slice = 0;

	@Parameter(label = "Projection", description = "From where the projection looks.", choices = { "coronal", "sagittal",
		"axial" }, persist = false)
	private String projection = ProjectionView.CORONAL.key();

	@Parameter(label = "Table file", description = "Writes the table as .csv too, and beside it a .json that says how it was" +
		" made.", style = "save", required = false, persist = false)
	private File output;

	@Parameter(label = "Foci file", description = "Writes the table of foci as .csv.", style = "save", required = false,
		persist = false)
	private File foci;

	@Parameter(label = "Figure file", description = "Writes the projection as .png.", style = "save", required = false,
		persist = false)
	private File figure;

	@Parameter(label = "Label masks", type = ItemIO.OUTPUT)
	private List<ImagePlus> masks;

	@Parameter(label = "Projection", type = ItemIO.OUTPUT)
	private ImagePlus picture;

	@Parameter(label = "tDV", type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Parameter(label = "Foci", type = ItemIO.OUTPUT)
	private ResultsTable fociTable;

	@Override
	protected void execute() throws IOException {
		ResultFiles.checkApart(List.of(), figure, output, foci);
		final StationStudy.Rule rule = new StationStudy.Rule(number("signalThreshold", signalThreshold), given(reference), number(
			"standardDeviations", standardDeviations));
		final StationStudy study = new StationStudy(image, adc, given(stations), given(stationMaps), new StationImages(bValue,
			unit), new StationRegions(new RegionSource(ResultFiles.given(rois), slice > 0 ? OptionalInt.of(slice) : OptionalInt
				.empty(), LabelScheme.of(labels))));
		final List<DiffusionStation> patient = study.stations(given(mask), rule, progress("ADC map"));
		final LesionCriteria criteria = new LesionCriteria(study.threshold(rule), number("adcMinimum", adcMinimum).orElse(
			Double.NEGATIVE_INFINITY), number("adcMaximum", adcMaximum).orElse(Double.POSITIVE_INFINITY), minimumVolume,
			Connectivity.of(connectivity));
		show(study, criteria, TotalDiffusionVolume.measure(patient, criteria, ProjectionView.of(projection), progress(
			"Total diffusion volume")));
	}

	private void show(final StationStudy study, final LesionCriteria criteria, final DiffusionVolume volume)
		throws IOException
	{
		final CalibratedImage first = study.sources().get(0);
		final ResultTable row = VolumeTable.of("tDV of " + first.title(), study.titles(), study.sources().size(), study
			.signal(), given(mask).orElse(""), criteria, volume);
		final ResultTable rows = VolumeTable.ofFoci("Foci of " + first.title(), volume);
		final BufferedImage drawn = VolumeFigure.of(first.title(), volume).draw();
		volume.notes().forEach(IJ::log);
		final List<String> notes = new ArrayList<>(study.notes());
		notes.addAll(volume.notes());
		final Provenance provenance = Provenance.of("Total Diffusion Volume...", parameters(), SourceImage.facts(first));
		final ResultFiles files = new ResultFiles(provenance, notes);
		files.writeTable(output, row);
		files.writeTable(foci, rows);
		files.writeFigure(figure, () -> drawn);
		masks = IntStream.range(0, volume.labels().size()).mapToObj(i -> new MapWindow(study.sources().get(i), provenance, notes)
			.of("foci", "", volume.labels().get(i), Math.max(1, volume.foci().size()))).toList();
		picture = new ImagePlus("Projection of " + first.title(), drawn);
		table = TableWindow.of(row);
		fociTable = TableWindow.of(rows);
	}
}
