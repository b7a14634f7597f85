package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Discretisation;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.IntensityFeatures;
import io.github.vertebraj.io.imagej.RegionSource;
import io.github.vertebraj.reading.LabelScheme;
import io.github.vertebraj.report.FeatureFigure;
import io.github.vertebraj.report.FeatureRow;
import io.github.vertebraj.report.FeatureTable;
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

/** Measures the first-order features of every region of any map. */
@Plugin(type = Command.class, description = RoiHistogram.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "ROI Histogram...", weight = 20) })
public class RoiHistogram extends VertebraCommand {

	static final String DESCRIPTION = "Measures the first-order features of every region of any map, as the Image Biomarker" +
		" Standardisation Initiative (IBSI) defines them: intensity-based statistics and the intensity histogram, one row per" +
		" region and frame. The table of the image NAME is called Histogram of NAME.";

	@Parameter(label = "Image", description = "Any map with one channel.", persist = false)
	private ImagePlus image;

	@Parameter(label = "Regions", description = "ROI file (.roi, .zip) or label image (NIfTI, TIFF). Without it the image's" +
		" overlay, the ROI Manager or the selection is measured.", required = false, persist = false)
	private File rois;

	@Parameter(label = "Bin width", description = "Of the histogram, in units of the image: 0.05 suits an ADC map in" +
		" 10^-3 mm^2/s. 0 if the number of bins is given.", min = "0", persist = false)
	private double binWidth = 0;

	@Parameter(label = "Bin origin", description = "Where bin 1 begins if the width is given, in units of the image; bins" +
		" below have the numbers 0, -1 and so on.", persist = false)
	private double binOrigin = 0;

	@Parameter(label = "Number of bins", description = "From the least to the greatest value of each region; 0 if the width is" +
		" given.", min = "0", persist = false)
	private int binNumber = 0;

	@Parameter(label = "Label numbers", description = "Which vertebrae the numbers of a label image mean.", choices = {
		"plain", "verse", "totalsegmentator" }, persist = false)
	private String labels = LabelScheme.PLAIN.key();

	@Parameter(label = "Slice", description = "Where ROIs without a position lie, from 1; 0 is the slice that is shown.",
		min = "0", persist = false)
	private int slice = 0;

	@Parameter(label = "Table file", description = "Writes the table as .csv too, and beside it a .json that says how it was" +
		" made.", style = "save", required = false, persist = false)
	private File output;

	@Parameter(label = "Figure file", description = "Writes the first frame with the regions, and their histograms, as .png.",
		style = "save", required = false, persist = false)
	private File figure;

	@Parameter(label = "Histogram table", type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Override
	protected void execute() throws IOException {
		final CalibratedImage source = SourceImage.read(image);
		ResultFiles.check(output, figure);
		if (source.size(4) != 1) throw new IllegalArgumentException("A map has one channel, but '" + source.title() +
			"' has " + source.size(4) + ": duplicate the one that is meant");
		final Discretisation rule = discretisation();
		final RegionSource.Found found = new RegionSource(ResultFiles.given(rois), slice > 0 ? OptionalInt.of(slice)
			: OptionalInt.empty(), LabelScheme.of(labels)).collect(image, source);
		final List<String> notes = new ArrayList<>(found.notes());
		notes.forEach(IJ::log);
		notes.add("Regions are from: " + found.origin());
		notes.add("Features as IBSI defines them (Zwanenburg et al., Radiology 2020;295:328-338); SD and variance divide by n," +
			" percentiles are of type 7");
		final List<List<IntensityFeatures>> frames = IntensityFeatures.perFrame(source.component(0), source.scale(), found
			.regions(), rule, progress("Histograms of regions"));
		final List<FeatureRow> rows = new ArrayList<>();
		for (int t = 0; t < frames.size(); t++)
			for (int i = 0; i < found.regions().size(); i++)
				rows.add(new FeatureRow(found.regions().get(i), frame(source, t), frames.get(t).get(i)));

		final String unit = source.scale().unit();
		final ResultTable features = FeatureTable.of("Histogram of " + source.title(), source.title(), unit, rule, rows);
		final ResultFiles files = new ResultFiles(Provenance.of("ROI Histogram...", parameters(), SourceImage.facts(
			source)), notes);
		files.writeTable(output, features);
		files.writeFigure(figure, () -> FeatureFigure.draw(source.title(), unit.isEmpty() ? "Intensity" : "Intensity (" +
			unit + ")", source.scale().real(source.volume(0, 0)), geometry(source), rows.subList(0, found.regions().size())));
		table = TableWindow.of(features);
	}

	/** Neither has a default that suits all maps. */
	private Discretisation discretisation() {
		if (binWidth == 0 == (binNumber == 0)) throw new IllegalArgumentException((binWidth == 0
			? "The bins of the histogram are unknown: give" : "binWidth and binNumber exclude one another: give either") +
			" binWidth, in units of the image, or binNumber");
		return binNumber == 0 ? Discretisation.ofWidth(binWidth, binOrigin) : Discretisation.ofNumber(binNumber);
	}

	/** What the label of a frame says, if there are several. */
	private static String frame(final CalibratedImage source, final int t) {
		if (source.size(3) == 1) return "";
		final String label = source.label(0, t, 0).toString();
		return label.isEmpty() ? "frame " + (t + 1) : label;
	}

	private static Geometry geometry(final CalibratedImage source) {
		return source.geometry().orElseThrow(() -> new IllegalArgumentException("'" + source.title() +
			"' has no voxel size in mm, so its shape in the figure is unknown: leave figure empty, or set unit, pixel width," +
			" height and depth in Image > Properties..."));
	}
}
