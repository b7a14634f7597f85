package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import io.github.vertebraj.fatfraction.FatOfRegions;
import io.github.vertebraj.fatfraction.FatUnit;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.interpretation.ReferenceRule;
import io.github.vertebraj.io.imagej.RegionSource;
import io.github.vertebraj.reading.LabelScheme;
import io.github.vertebraj.report.FatFigure;
import io.github.vertebraj.report.FatTable;
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

/** Measures the fat fraction in every region of water and fat images, of echoes, or of a map. */
@Plugin(type = Command.class, description = FatFractionRoiMeasurement.DESCRIPTION, menu = { @Menu(label = "Plugins"),
	@Menu(label = "VertebraJ"), @Menu(label = "Fat Fraction ROI Measurement...", weight = 16) })
public class FatFractionRoiMeasurement extends FatCommand {

	static final String DESCRIPTION = "Measures the fat fraction, R2*, and the dropout of in- and opposed-phase signals in" +
		" every region of water and fat images, of echoes, or of a map of the fat fraction: one row per region. The table of" +
		" the image NAME is called FF of NAME and the definition, as FF of NAME (F/(W+F)).";

	private static final String NONE = "none";

	@Parameter(label = "Unit of a fat fraction map", description = "What the image is if it is a map already: model and its" +
		" parameters are not used then. auto takes what is labelled component=fat-fraction as one, in % if it says so.",
		choices = { AUTO, "%", "0-1", "0-1000" }, persist = false)
	private String unit = AUTO;

	@Parameter(label = "R2* map", description = "Of the same voxels, in 1/s, in place of the model's own.",
		required = false, autoFill = false, persist = false)
	private ImagePlus r2Star;

	@Parameter(label = "Cut-off", description = "A published cut-off of dropout or SIR that regions named as lesion are classed" +
		" by; source and population stand beside it. For research only, never a diagnosis.", choices = { NONE,
			"ragab-2009-dropout", "in-opposed-stir-sir" }, persist = false)
	private String preset = NONE;

	@Parameter(label = "Regions", description = "ROI file (.roi, .zip) or label image (NIfTI, TIFF). Without it the image's" +
		" overlay, the ROI Manager or the selection is measured.", required = false, persist = false)
	private File rois;

	@Parameter(label = "Label numbers", description = "Which vertebrae the numbers of a label image mean.", choices = {
		"plain", "verse", "totalsegmentator" }, persist = false)
	private String labels = LabelScheme.PLAIN.key();

	@Parameter(label = "Slice", description = "Where ROIs without a position lie, from 1; 0 is the slice that is shown.",
		min = "0", persist = false)
	private int slice = 0;

	@Parameter(label = "Table file", description = "Writes the table as .csv too, and beside it a .json that says how it was" +
		" made.", style = "save", required = false, persist = false)
	private File output;

	@Parameter(label = "Figure file", description = "Writes the fat fraction in colour with the regions and a colour bar as" +
		" .png.", style = "save", required = false, persist = false)
	private File figure;

	@Parameter(label = "Fat table", type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Override
	protected void execute() throws IOException {
		final CalibratedImage source = SourceImage.read(image());
		ResultFiles.check(output, figure);
		final Optional<ReferenceRule> rule = preset.equalsIgnoreCase(NONE) ? Optional.empty() : Optional.of(ReferenceRule.of(
			preset));
		final RegionSource.Found found = new RegionSource(ResultFiles.given(rois), slice > 0 ? OptionalInt.of(slice)
			: OptionalInt.empty(), LabelScheme.of(labels)).collect(image(), source);
		final Geometry geometry = SourceImage.geometry(source);
		final Optional<CalibratedImage> decay = Optional.ofNullable(r2Star).map(SourceImage::read);
		final FatOfRegions fat = measure(source, decay, found.regions());
		final List<String> notes = new ArrayList<>(found.notes());
		notes.addAll(fat.notes());
		decay.ifPresent(map -> notes.add("R2* is from the map '" + map.title() + "'"));
		notes.forEach(IJ::log);
		notes.add("Regions are from: " + found.origin());
		rule.ifPresent(known -> notes.add("Rule " + known.id() + ": " + known.told() + " " + known.note()));

		final ResultTable rows = FatTable.of("FF of " + source.title() + " (" + fat.definition() + ")", source.title(),
			geometry, fat, rule);
		final ResultFiles files = new ResultFiles(Provenance.of("Fat Fraction ROI Measurement...", parameters(), SourceImage
			.facts(source)), notes);
		files.writeTable(output, rows);
		files.writeFigure(figure, () -> FatFigure.draw(source.title(), fat, geometry));
		table = TableWindow.of(rows);
	}

	private FatOfRegions measure(final CalibratedImage source, final Optional<CalibratedImage> decay,
		final List<Region> regions)
	{
		final boolean isLabelled = source.label(0, 0, 0).get(PlaneLabel.COMPONENT).filter("fat-fraction"::equals).isPresent();
		if (!unit.equalsIgnoreCase(AUTO)) return FatOfRegions.ofMap(source, FatUnit.of(unit), decay, regions);
		if (isLabelled) return FatOfRegions.ofMap(source, FatUnit.find(source.scale().unit()).orElseThrow(
			() -> new IllegalArgumentException("The map '" + source.title() + "' does not tell its unit: give unit (%, 0-1 or" +
				" 0-1000)")), decay, regions);
		if (source.size(3) * source.size(4) == 1) throw new IllegalArgumentException("'" + source.title() + "' is one" +
			" volume, from which no model gives a fat fraction: give unit (%, 0-1 or 0-1000) if it is a map of it already");
		return FatOfRegions.ofImage(source, options(Set.of()), decay, regions, progress("Fat fraction of regions"));
	}
}
