package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import io.github.vertebraj.dualenergy.LocalNoise;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.io.imagej.RegionSource;
import io.github.vertebraj.reading.LabelScheme;
import io.github.vertebraj.report.NoiseFigure;
import io.github.vertebraj.report.NoiseRow;
import io.github.vertebraj.report.NoiseTable;
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

/** Shows the local standard deviation of an image, and that of regions against energy. */
@Plugin(type = Command.class, description = DectNoiseMap.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "DECT Noise Map...", weight = 37) })
public class DectNoiseMap extends VertebraCommand {

	static final String NAME = "DECT Noise Map...";
	static final String DESCRIPTION = "Shows the standard deviation (SD) of an image in a window around each voxel, for every" +
		" frame, and measures mean and SD of regions against energy. The map of NAME is called NAME noise, the table Noise of" +
		" NAME.";

	private static final String PLANE = "2D";
	private static final String VOLUME = "3D";

	@Parameter(label = "Image", description = "Any image of one channel, such as a monoenergetic series.", persist = false)
	private ImagePlus image;

	@Parameter(label = "Window (mm)", description = "Width of the box around each voxel; it becomes an odd number of voxels.",
		persist = false)
	private double window = 5;

	@Parameter(label = "Box", description = "In the plane of a slice, or as deep as wide.", choices = { PLANE, VOLUME },
		persist = false)
	private String box = PLANE;

	@Parameter(label = "Regions", description = "ROI file (.roi, .zip) or label image (NIfTI, TIFF) of what is measured against" +
		" energy. Without it nothing is measured unless output or figure is given: then the image's overlay, the ROI Manager" +
		" or the selection.", required = false, persist = false)
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

	@Parameter(label = "Figure file", description = "Writes the SD of the regions against energy as .png.", style = "save",
		required = false, persist = false)
	private File figure;

	@Parameter(label = "Noise map", type = ItemIO.OUTPUT)
	private ImagePlus map;

	@Parameter(label = "Noise table", type = ItemIO.OUTPUT)
	private ResultsTable table;

	private final List<String> notes = new ArrayList<>();

	@Override
	protected void execute() throws IOException {
		final CalibratedImage source = SourceImage.read(image);
		ResultFiles.check(output, figure);
		if (source.size(4) != 1) throw new IllegalArgumentException("The image must have one channel, but '" + source.title() +
			"' has " + source.size(4) + ": duplicate the one that is meant");
		final Geometry geometry = source.geometry().orElseThrow(() -> new IllegalArgumentException("'" + source.title() +
			"' has no voxel size in mm, so the window is unknown: set unit, pixel width, height and depth in Image >" +
			" Properties..."));
		final LocalNoise noise = LocalNoise.of(window, box.equals(VOLUME), geometry);
		notes.add("SD (n - 1) of " + (2 * noise.reachX() + 1) + " x " + (2 * noise.reachY() + 1) + " x " + (2 * noise
			.reachZ() + 1) + " voxels");
		final Provenance provenance = Provenance.of(NAME, parameters(), SourceImage.facts(source));
		if (ResultFiles.given(rois).isPresent() || ResultFiles.given(output).isPresent() || ResultFiles.given(figure)
			.isPresent()) measure(source, provenance);
		notes.forEach(IJ::log);
		map = map(source, noise, provenance);
	}

	private void measure(final CalibratedImage source, final Provenance provenance) throws IOException {
		final RegionSource.Found found = new RegionSource(ResultFiles.given(rois), slice > 0 ? OptionalInt.of(slice)
			: OptionalInt.empty(), LabelScheme.of(labels)).collect(image, source);
		notes.addAll(found.notes());
		notes.add("Regions are from: " + found.origin());
		final List<Region> regions = found.regions();
		final List<List<RegionStatistics>> frames = RegionStatistics.perFrame(source.component(0), source.scale(), regions,
			progress("SD of regions"));
		final List<NoiseRow> rows = new ArrayList<>();
		for (int i = 0; i < regions.size(); i++)
			for (int t = 0; t < frames.size(); t++) {
				final PlaneLabel label = source.label(0, t, 0);
				final String frame = label.entries().isEmpty() && frames.size() > 1 ? "frame " + (t + 1) : label.toString();
				rows.add(new NoiseRow(regions.get(i), frame, label.number(PlaneLabel.ENERGY), frames.get(t).get(i)));
			}
		final String unit = source.scale().unit();
		final ResultTable result = NoiseTable.of("Noise of " + source.title(), source.title(), unit, rows);
		final ResultFiles files = new ResultFiles(provenance, notes);
		files.writeTable(output, result);
		files.writeFigure(figure, () -> NoiseFigure.of(source.title(), unit, rows).draw());
		table = TableWindow.of(result);
	}

	private ImagePlus map(final CalibratedImage source, final LocalNoise noise, final Provenance provenance) {
		final Map<String, String> tags = new LinkedHashMap<>(source.tags());
		tags.keySet().removeIf(key -> key.startsWith("0028,105")); // window and rescale are those of the source's values
		tags.putAll(provenance.asTags());
		for (int i = 0; i < notes.size(); i++)
			tags.put("VertebraJ note " + (i + 1), notes.get(i));
		final CalibratedImage result = new CalibratedImage(source.title().replaceFirst(
			"(?i)(\\.nii)?\\.(nii|gz|tiff?|dcm|zip)$", "") + " noise", noise.lazy(source), new ValueScale(1, 0, source.scale()
				.unit()), source.geometry(), source.labels().stream().map(label -> label.with(PlaneLabel.COMPONENT, "noise"))
					.toList(), tags);
		final ImagePlus shown = source.labels().size() > 1 ? ImagePlusBridge.toLazyImagePlus(result) : ImagePlusBridge
			.toImagePlus(result);
		shown.setPosition(1, Math.max(1, image.getZ()), Math.max(1, image.getT()));
		return shown;
	}
}
