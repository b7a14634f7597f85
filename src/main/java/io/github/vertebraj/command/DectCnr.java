package io.github.vertebraj.command;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import io.github.vertebraj.reading.LabelScheme;
import io.github.vertebraj.reading.NamePattern;
import io.github.vertebraj.report.CnrFigure;
import io.github.vertebraj.report.CnrRow;
import io.github.vertebraj.report.CnrStudy;
import io.github.vertebraj.report.CnrTable;
import io.github.vertebraj.report.GroupTable;
import io.github.vertebraj.report.Provenance;
import io.github.vertebraj.report.ResultTable;
import io.github.vertebraj.report.TestTable;
import io.github.vertebraj.statistics.descriptive.QuantileType;
import io.github.vertebraj.statistics.descriptive.Rounding;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Contrast-to-noise ratios of the dural canal against ligament and disc, on any number of images and patients. */
@Plugin(type = Command.class, description = DectCnr.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "DECT CNR...", weight = 38) })
public class DectCnr extends VertebraCommand {

	static final String DESCRIPTION = "Measures the contrast-to-noise ratio (CNR) of target regions against the reference of" +
		" their level, on every frame of every image, of one patient or of a study. The tables are called CNR, Summary of CNR" +
		" and Tests of CNR, the figures Figure of CNR and CNR against energy.";

	private static final int DECIMALS = 2;

	@Parameter(label = "Image", description = "CT image whose regions are measured; a study needs none.", required = false,
		persist = false)
	private ImagePlus image;

	@Parameter(label = "Measured images", description = "Titles of open images with the same voxels, separated by commas; all" +
		" takes every one that is open; empty the image itself.", required = false, persist = false)
	private String images = "all";

	@Parameter(label = "Regions", description = "ROI file (.roi, .zip) or label image (NIfTI, TIFF). Without it the image's" +
		" overlay, the ROI Manager or the selection is measured.", required = false, persist = false)
	private File rois;

	@Parameter(label = "Study", description = "Folder with a folder for each patient (images, and rois.zip or labels.nii), or a" +
		" table with the columns patient, image, rois and type. Then image, images and rois are not used.",
		style = "both,directory", required = false, persist = false)
	private File study;

	@Parameter(label = "Reference", description = "Which regions the contrast is measured from: site or words of their names.",
		persist = false)
	private String reference = "DC";

	@Parameter(label = "Targets", description = "Which regions are compared with it, by level; separated by commas.",
		persist = false)
	private String targets = "LF,IVD";

	@Parameter(label = "Values", description = "HU says that the values are CT numbers, where the image does not tell.",
		choices = { "auto", "HU" }, persist = false)
	private String values = "auto";

	@Parameter(label = "Label numbers", description = "Which vertebrae the numbers of a label image mean.", choices = {
		"plain", "verse", "totalsegmentator" }, persist = false)
	private String labels = LabelScheme.PLAIN.key();

	@Parameter(label = "Slice", description = "Where ROIs without a position lie, from 1; 0 is the slice that is shown.",
		min = "0", persist = false)
	private int slice = 0;

	@Parameter(label = "Quartiles", description = "How quartiles lie between values.", choices = { "type 7 (R)",
		"type 6 (SPSS)", "type 2 (SAS, Stata)" }, persist = false)
	private String quartiles = QuantileType.TYPE_7.key();

	@Parameter(label = "Save CNR as", description = "Writes the ratios as .csv too, and beside it a .json that says how they" +
		" were made.", style = "save", required = false, persist = false)
	private File output;

	@Parameter(label = "Save summary as", description = "Of a study: writes medians and quartiles of each image type as .csv.",
		style = "save", required = false, persist = false)
	private File summary;

	@Parameter(label = "Save tests as", description = "Of a study: writes the Wilcoxon tests of each two image types as .csv.",
		style = "save", required = false, persist = false)
	private File tests;

	@Parameter(label = "Save figure as", description = "Writes box plots of each image type as .png.", style = "save",
		required = false, persist = false)
	private File figure;

	@Parameter(label = "Save curve as", description = "Writes the CNR against the energy of monoenergetic images as .png.",
		style = "save", required = false, persist = false)
	private File curve;

	@Parameter(label = "CNR", type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Parameter(label = "Summary", type = ItemIO.OUTPUT)
	private ResultsTable summaryTable;

	@Parameter(label = "Tests", type = ItemIO.OUTPUT)
	private ResultsTable testTable;

	@Parameter(label = "Figure", type = ItemIO.OUTPUT)
	private ImagePlus boxes;

	@Parameter(label = "Curve", type = ItemIO.OUTPUT)
	private ImagePlus curves;

	private final List<String> notes = new ArrayList<>();

	@Override
	protected void execute() throws IOException {
		ResultFiles.checkApart(study == null ? List.of() : List.of(study), figure, output, summary, tests);
		ResultFiles.checkApart(List.of(), curve);
		final Optional<Path> folder = ResultFiles.given(study);
		if (folder.isEmpty() && (ResultFiles.given(summary).isPresent() || ResultFiles.given(tests).isPresent()))
			throw new IllegalArgumentException("summary and tests compare image types over patients: give study");
		final QuantileType type = QuantileType.of(quartiles);
		final CnrMeasurement measurement = new CnrMeasurement(new NamePattern(reference), Arrays.stream(targets.split(",")).map(
			NamePattern::new).toList());
		final CnrImages source = new CnrImages(measurement, values.strip().equalsIgnoreCase("HU"), slice > 0 ? OptionalInt.of(
			slice) : OptionalInt.empty(), LabelScheme.of(labels), this::progress, this::note);
		if (folder.isPresent()) source.study(CnrPatient.of(folder.get()));
		else notes.add("Regions are from: " + source.open(image, images, ResultFiles.given(rois)));
		final List<CnrRow> rows = measurement.rows();
		if (rows.stream().allMatch(row -> row.reference().isEmpty())) throw new IllegalArgumentException(
			"No level has both a reference (" + reference + ") and a target (" + targets + "): " + String.join("; ", CnrTable
				.missing(rows)));
		final CnrStudy compared = new CnrStudy(rows);
		CnrTable.missing(rows).forEach(this::note);
		compared.incomplete().forEach(this::note);
		if (folder.isPresent() && !compared.isComparable()) note(compared.measures().isEmpty()
			? "No patient has a CNR under each image type, so there is no summary and nothing is tested"
			: "There is one image type, or one patient who has all, so nothing is tested");
		notes.add("CNR (target SD) = |mean of the reference - mean of the target| / SD of the target");

		final ResultFiles files = new ResultFiles(Provenance.of("DECT CNR...", parameters(), folder.isPresent() ? Map.of()
			: SourceImage.facts(SourceImage.read(image))), notes);
		final boolean hasCurve = rows.stream().map(row -> row.source().keV()).filter(OptionalDouble::isPresent).distinct()
			.count() > 1 || ResultFiles.given(curve).isPresent();
		final BufferedImage curveImage = hasCurve ? CnrFigure.curves(compared, type).draw() : null;
		final BufferedImage boxImage = CnrFigure.boxes(compared, type).draw();
		final ResultTable ratios = CnrTable.of("CNR", rows);
		files.writeTable(output, ratios);
		if (folder.isPresent()) compare(compared, type, files);
		files.writeFigure(figure, () -> boxImage);
		table = TableWindow.of(ratios);
		boxes = new ImagePlus("Figure of CNR", boxImage);
		if (!hasCurve) return;
		files.writeFigure(curve, () -> curveImage);
		curves = new ImagePlus("CNR against energy", curveImage);
	}

	private void compare(final CnrStudy compared, final QuantileType type, final ResultFiles files) throws IOException {
		if (compared.measures().isEmpty()) return;
		final ResultTable medians = new GroupTable(type, OptionalInt.of(DECIMALS), Rounding.HALF_UP).of("Summary of CNR",
			compared.measures());
		files.writeTable(summary, medians);
		summaryTable = TableWindow.of(medians);
		if (!compared.isComparable()) return;
		final ResultTable wilcoxon = TestTable.of("Tests of CNR", compared.tests(progress("Comparing image types")));
		files.writeTable(tests, wilcoxon);
		testTable = TableWindow.of(wilcoxon);
	}

	private void note(final String note) {
		notes.add(note);
		IJ.log(note);
	}
}
