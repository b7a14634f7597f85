package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.interpretation.DeformityGrade;
import io.github.vertebraj.io.imagej.PixelSize;
import io.github.vertebraj.io.imagej.PointSource;
import io.github.vertebraj.io.imagej.RegionSource;
import io.github.vertebraj.reading.LabelScheme;
import io.github.vertebraj.reading.morphometry.AnteriorSide;
import io.github.vertebraj.reading.morphometry.BodyMeasurement;
import io.github.vertebraj.reading.morphometry.HeightReference;
import io.github.vertebraj.reading.morphometry.Morphometry;
import io.github.vertebraj.report.MorphometryFigure;
import io.github.vertebraj.report.MorphometryTable;
import io.github.vertebraj.report.Provenance;
import io.github.vertebraj.report.ResultTable;
import io.github.vertebraj.segmentation.SagittalFrame;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures the heights of vertebral bodies by six points each. */
@Plugin(type = Command.class, description = VertebralMorphometry.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "Vertebral Morphometry...", weight = 51) })
public class VertebralMorphometry extends VertebraCommand {

	static final String DESCRIPTION = "Measures the anterior, middle and posterior height of vertebral bodies by six points" +
		" each, on a sagittal image or a radiograph: losses, grades and shapes, one row per vertebra. Points are placed by" +
		" hand, or found in a label image, and stay in the image's overlay. The table of the image NAME is called Morphometry" +
		" of NAME.";

	private static final String AUTO = "auto";

	@Parameter(label = "Image", description = "Sagittal image or radiograph.", persist = false)
	private ImagePlus image;

	@Parameter(label = "Points or labels", description = "ROI file of points (.roi, .zip), or label image of vertebrae (NIfTI," +
		" TIFF). Without it the points of the image's overlay, the ROI Manager and the selection are measured.",
		required = false, persist = false)
	private File rois;

	@Parameter(label = "Levels of points without a name", description = "Vertebrae in the order in which their points were" +
		" placed, six for each (AS, AI, MS, MI, PS, PI): L3, or T12-L3, or L4,L2.", required = false, persist = false)
	private String levels = "";

	@Parameter(label = "Label numbers", description = "Which vertebrae the numbers of a label image mean.", choices = {
		"plain", "verse", "totalsegmentator" }, persist = false)
	private String labels = LabelScheme.PLAIN.key();

	@Parameter(label = "Anterior side", description = "Where the front of the patient is on the image; auto reads it from the" +
		" image's place in the patient.", choices = { AUTO, "left", "right" }, persist = false)
	private String anterior = AUTO;

	@Parameter(label = "Grade against", description = "posterior: the same body's posterior height. neighbours: the mean of" +
		" the nearest vertebrae above and below, the only way to see a crush.", choices = { "posterior", "neighbours" },
		persist = false)
	private String reference = HeightReference.POSTERIOR.key();

	@Parameter(label = "Not as neighbours", description = "Vertebrae that are no reference for others: auto for those that are" +
		" reduced themselves, none, or names separated by commas.", persist = false)
	private String exclude = AUTO;

	@Parameter(label = "Pixel size (mm)", description = "In the patient; empty if the image tells it.", required = false,
		persist = false)
	private String pixelSize = "";

	@Parameter(label = "Magnification", description = "Of a radiograph, by which its pixel size is divided; 1 measures at the" +
		" detector. Empty for none.", required = false, persist = false)
	private String magnification = "";

	@Parameter(label = "Slice", description = "Where points without a position lie, from 1; 0 is the slice that is shown.",
		min = "0", persist = false)
	private int slice = 0;

	@Parameter(label = "Table file", description = "Writes the table as .csv too, and beside it a .json that says how it was" +
		" made.", style = "save", required = false, persist = false)
	private File output;

	@Parameter(label = "Figure file", description = "Writes the image with the points, heights and grades as .png.",
		style = "save", required = false, persist = false)
	private File figure;

	@Parameter(label = "Morphometry table", type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Override
	protected void execute() throws IOException {
		final CalibratedImage source = SourceImage.read(image);
		ResultFiles.check(output, figure);
		final PixelSize pixel = PixelSize.of(image, source, above0("pixelSize", pixelSize), above0("magnification",
			magnification));
		final Optional<Geometry> place = source.geometry().filter(geometry -> geometry.frameOfReference().isPresent());
		final OptionalInt unbound = slice > 0 ? OptionalInt.of(slice) : OptionalInt.empty();
		final RegionSource regions = new RegionSource(ResultFiles.given(rois), unbound, LabelScheme.of(labels));
		final BodyOutlines outlines = regions.isLabelImage() ? BodyOutlines.found(regions, image, source, frame(source, place,
			pixel)) : BodyOutlines.placed(new PointSource(ResultFiles.given(rois), unbound), image, levels);
		final double limit = DeformityGrade.heightLimit();
		final HeightReference graded = HeightReference.of(reference);
		final List<BodyMeasurement> bodies = new Morphometry(pixel.x(), pixel.y(), side(place), graded, limit, excluded())
			.measure(outlines.bodies());

		final List<String> notes = new ArrayList<>(outlines.notes());
		notes.add("Pixel size: " + pixel.x() + " x " + pixel.y() + " mm, from " + pixel.origin());
		notes.forEach(IJ::log);
		notes.add(DeformityGrade.heightRule().told());
		notes.add(DeformityGrade.areaRule().told());
		final ResultTable rows = MorphometryTable.of("Morphometry of " + source.title(), source.title(), graded, limit, bodies);
		final ResultFiles files = new ResultFiles(Provenance.of("Vertebral Morphometry...", parameters(), SourceImage
			.facts(source)), notes);
		files.writeTable(output, rows);
		files.writeFigure(figure, () -> MorphometryFigure.draw(source.title(), source.scale().real(source.volume(0, 0)), pixel
			.x(), pixel.y(), bodies));
		if (outlines.isComplete()) outlines.show(image); // else the user's own points would be lost
		table = TableWindow.of(rows);
	}

	private static OptionalDouble above0(final String name, final String text) {
		final OptionalDouble value = number(name, text);
		if (value.isPresent() && !(value.getAsDouble() > 0)) throw new IllegalArgumentException(name +
			" must be above 0, but is " + text);
		return value;
	}

	private Optional<Set<String>> excluded() {
		if (exclude.strip().equalsIgnoreCase(AUTO)) return Optional.empty();
		if (exclude.strip().equalsIgnoreCase("none")) return Optional.of(Set.of());
		return Optional.of(Arrays.stream(exclude.split(",")).map(String::strip).filter(name -> !name.isEmpty()).collect(
			Collectors.toSet()));
	}

	/** Where the front is, if the user or the image says so. */
	private Optional<AnteriorSide> side(final Optional<Geometry> place) {
		if (!anterior.equals(AUTO)) return Optional.of(anterior.equals("left") ? AnteriorSide.LEFT : AnteriorSide.RIGHT);
		return place.map(SagittalFrame::of).filter(frame -> Math.abs(frame.anteriorX()) > 0.5).map(frame -> frame
			.anteriorX() < 0 ? AnteriorSide.LEFT : AnteriorSide.RIGHT);
	}

	private SagittalFrame frame(final CalibratedImage source, final Optional<Geometry> place, final PixelSize pixel) {
		if (place.isPresent() && anterior.equals(AUTO)) return SagittalFrame.of(place.get());
		final AnteriorSide side = side(Optional.empty()).orElseThrow(() -> new IllegalArgumentException("The place of '" +
			source.title() + "' in the patient is unknown: say by anterior whether the front is on its left or right"));
		return SagittalFrame.upright(pixel.x(), pixel.y(), source.geometry().map(geometry -> geometry.spacing(2)).orElse(1.0),
			side.sign());
	}
}
