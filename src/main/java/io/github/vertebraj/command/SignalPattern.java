package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.interpretation.LesionPattern;
import io.github.vertebraj.interpretation.MrSequence;
import io.github.vertebraj.interpretation.PatternAtlas;
import io.github.vertebraj.interpretation.SequenceSignal;
import io.github.vertebraj.io.imagej.RegionSource;
import io.github.vertebraj.reading.LabelScheme;
import io.github.vertebraj.reading.NamePattern;
import io.github.vertebraj.reading.RegionName;
import io.github.vertebraj.report.PatternFigure;
import io.github.vertebraj.report.PatternTable;
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

/** Compares the signals of lesions with a reference on several sequences, and with an atlas of patterns. */
@Plugin(type = Command.class, description = SignalPattern.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "Signal Pattern...", weight = 25) })
public class SignalPattern extends VertebraCommand {

	static final String DESCRIPTION = "Compares the signal of lesions with a reference on the images of one patient, any" +
		" subset of the sequences: a ratio and an arrow for each, and the findings of an atlas that the pattern is compatible" +
		" with. For research only, never a diagnosis. The tables of the image NAME are called Signal pattern of NAME and" +
		" Signals of NAME.";

	@Parameter(label = "Image", description = "On which the regions were drawn. It is measured if it is one of the" +
		" sequences too.", persist = false)
	private ImagePlus image;

	@Parameter(label = "T1", description = "T1-weighted image.", required = false, autoFill = false, persist = false)
	private ImagePlus t1;

	@Parameter(label = "T2", description = "T2-weighted image without fat suppression.", required = false, autoFill = false,
		persist = false)
	private ImagePlus t2;

	@Parameter(label = "Fat-suppressed T2", description = "Fat-suppressed T2-weighted image, or STIR.", required = false,
		autoFill = false, persist = false)
	private ImagePlus fatSuppressed;

	@Parameter(label = "DWI", description = "Diffusion-weighted image; of a series the highest b-value is taken.",
		required = false, autoFill = false, persist = false)
	private ImagePlus dwi;

	@Parameter(label = "ADC map", description = "In any unit, since a ratio has none.", required = false, autoFill = false,
		persist = false)
	private ImagePlus adc;

	@Parameter(label = "Enhanced", description = "T1-weighted image after contrast medium.", required = false,
		autoFill = false, persist = false)
	private ImagePlus enhanced;

	@Parameter(label = "Regions", description = "ROI file (.roi, .zip) or label image (NIfTI, TIFF) with lesions and" +
		" references. Without it they are sought in the image's overlay, the ROI Manager or the selection.", required = false,
		persist = false)
	private File rois;

	@Parameter(label = "Lesions", description = "Pattern of their names; empty takes the regions with the word lesion.",
		required = false, persist = false)
	private String lesions = "";

	@Parameter(label = "Reference", description = "Pattern of the names of the regions to compare with, as normal, or one" +
		" for each sequence, as T1: IVD, default: normal. Sequences are T1, T2, FS, DWI, ADC and CE. The entries of the atlas" +
		" were described against normal marrow.", persist = false)
	private String reference = "normal";

	@Parameter(label = "Margin", description = "Ratios within 1 - margin and 1 + margin count as equal. The default is a" +
		" choice of ours, not from the literature.", min = "0", persist = false)
	private double margin = 0.1;

	@Parameter(label = "Atlas file", description = "JSON file whose entries are added to the atlas, see the page on signal" +
		" patterns.", required = false, persist = false)
	private File atlas;

	@Parameter(label = "Label numbers", description = "Which vertebrae the numbers of a label image mean.", choices = {
		"plain", "verse", "totalsegmentator" }, persist = false)
	private String labels = LabelScheme.PLAIN.key();

	@Parameter(label = "Slice", description = "Where ROIs without a position lie, from 1; 0 is the slice that is shown.",
		min = "0", persist = false)
	private int slice = 0;

	@Parameter(label = "Table file", description = "Writes the table as .csv too, and beside it a .json that says how it was" +
		" made.", style = "save", required = false, persist = false)
	private File output;

	@Parameter(label = "Signals file", description = "Writes the table of lesions and sequences as .csv.", style = "save",
		required = false, persist = false)
	private File signals;

	@Parameter(label = "Figure file", description = "Writes the lesions with their arrows on each sequence as .png.",
		style = "save", required = false, persist = false)
	private File figure;

	@Parameter(label = "Signal pattern", type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Parameter(label = "Signals", type = ItemIO.OUTPUT)
	private ResultsTable signalTable;

	private final List<String> notes = new ArrayList<>();

	@Override
	protected void execute() throws IOException {
		ResultFiles.checkApart(atlas == null ? List.of() : List.of(atlas), figure, output, signals);
		final CalibratedImage drawn = SourceImage.read(image);
		final Map<MrSequence, ImagePlus> given = sequences();
		final ReferencePatterns references = ReferencePatterns.parse(reference);
		final PatternAtlas entries = ResultFiles.given(atlas).isEmpty() ? PatternAtlas.builtIn() : PatternAtlas.builtIn().with(
			atlas.toPath());
		final RegionSource.Found found = new RegionSource(ResultFiles.given(rois), slice > 0 ? OptionalInt.of(slice)
			: OptionalInt.empty(), LabelScheme.of(labels)).collect(image, drawn);
		notes.addAll(found.notes());
		notes.add("Regions are from: " + found.origin());
		final Predicate<Region> isLesion = given(lesions).map(NamePattern::new).<Predicate<Region>> map(
			pattern -> region -> pattern.matches(region.name())).orElse(region -> RegionName.parse(region.name()).isLesion());
		final List<Region> ill = found.regions().stream().filter(isLesion).toList();
		if (ill.isEmpty()) throw new IllegalArgumentException("No region is a lesion: name it so ('L3_VB lesion'), or give" +
			" lesions, a pattern of names; the regions are " + found.regions().stream().map(Region::name).toList());
		final List<Region> others = found.regions().stream().filter(isLesion.negate()).toList();

		final List<PatternImage> images = new ArrayList<>();
		for (final MrSequence sequence : given.keySet()) {
			final List<Region> normal = references.of(sequence, others);
			if (!normal.stream().allMatch(region -> RegionName.parse(region.name()).isNormal())) notes.add("the reference of " +
				sequence + " is not named as normal: the entries of the atlas were described against normal marrow");
			final PatternImage read = new PatternImage(sequence, given.get(sequence) == image ? drawn : SourceImage.read(given
				.get(sequence)), drawn, ill, normal);
			notes.addAll(read.notes());
			images.add(read);
		}
		final List<List<SequenceSignal>> measured = images.stream().map(read -> read.signals(margin, progress(
			"Signals of lesions"))).toList();
		final List<LesionPattern> patterns = IntStream.range(0, ill.size()).mapToObj(i -> LesionPattern.of(ill.get(i).name(),
			measured.stream().map(list -> list.get(i)).toList(), entries)).toList();
		show(drawn, entries, patterns, images);
	}

	private Map<MrSequence, ImagePlus> sequences() {
		final Map<MrSequence, ImagePlus> given = new EnumMap<>(MrSequence.class);
		final ImagePlus[] images = { t1, t2, fatSuppressed, dwi, adc, enhanced };
		for (final MrSequence sequence : MrSequence.values())
			Optional.ofNullable(images[sequence.ordinal()]).ifPresent(some -> {
				given.forEach((other, same) -> {
					if (same == some) throw new IllegalArgumentException("'" + some.getTitle() + "' is given as " + other +
						" and as " + sequence + ": an image is of one sequence");
				});
				given.put(sequence, some);
			});
		if (given.isEmpty()) throw new IllegalArgumentException("There is nothing to compare: give at least one of t1, t2," +
			" fatSuppressed, dwi, adc and enhanced");
		return given;
	}

	/** What was measured: the image of the regions, and that of each sequence. */
	private static Map<String, String> facts(final CalibratedImage drawn, final List<PatternImage> images) {
		final Map<String, String> facts = new LinkedHashMap<>(SourceImage.facts(drawn));
		for (final PatternImage read : images)
			SourceImage.facts(read.image()).forEach((key, value) -> facts.put(read.sequence() + " " + key, value));
		return facts;
	}

	private void show(final CalibratedImage drawn, final PatternAtlas entries, final List<LesionPattern> patterns,
		final List<PatternImage> images) throws IOException
	{
		notes.forEach(IJ::log);
		notes.add("For research only, never a diagnosis; the margin of " + margin + " is a choice, not from the literature");
		if (patterns.size() > PatternFigure.MOST_ROWS && ResultFiles.given(figure).isPresent()) notes.add(
			"the figure shows the first " + PatternFigure.MOST_ROWS + " lesions");
		final ResultTable rows = PatternTable.of("Signal pattern of " + drawn.title(), drawn.title(), reference.strip(), margin,
			entries, patterns);
		final ResultTable perSequence = PatternTable.ofSequences("Signals of " + drawn.title(), patterns);
		final ResultFiles files = new ResultFiles(Provenance.of("Signal Pattern...", parameters(), facts(drawn, images)),
			notes);
		files.writeTable(output, rows);
		files.writeTable(signals, perSequence);
		files.writeFigure(figure, () -> PatternFigure.draw(IntStream.range(0, patterns.size()).mapToObj(i -> IntStream.range(0,
			images.size()).mapToObj(j -> images.get(j).panel(i, patterns.get(i).signals().get(j))).toList()).toList()));
		table = TableWindow.of(rows);
		signalTable = TableWindow.of(perSequence);
	}
}
