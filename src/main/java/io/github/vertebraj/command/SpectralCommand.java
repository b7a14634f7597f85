package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.vertebraj.dualenergy.BlendedFrames;
import io.github.vertebraj.dualenergy.HounsfieldImage;
import io.github.vertebraj.dualenergy.SpectralPair;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.io.imagej.RegionSource;
import io.github.vertebraj.reading.LabelScheme;
import io.github.vertebraj.report.Provenance;

import ij.IJ;
import ij.ImagePlus;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import org.scijava.plugin.Parameter;

/** What the commands on the images of two spectra have in common: the two, regions in them, and images made of both. */
abstract class SpectralCommand extends VertebraCommand {

	static final String AUTO = "auto";
	private static final String HU = "HU";
	private static final String AS_INPUT = "as input";
	private static final String FLOAT = "float";

	@Parameter(label = "Low energy", description = "CT image in HU of the lower tube voltage or energy. A hyperstack of" +
		" several frames may be given as both images: its lowest and highest kv= or energy= are taken.",
		autoFill = false, persist = false)
	private ImagePlus low;

	@Parameter(label = "High energy", description = "CT image in HU of the higher tube voltage or energy, of the same voxels.",
		autoFill = false, persist = false)
	private ImagePlus high;

	@Parameter(label = "Regions", description = "ROI file (.roi, .zip) or label image (NIfTI, TIFF) for what is measured in" +
		" regions. Without it the overlay of the low image, the ROI Manager or the selection.", required = false,
		persist = false)
	private File rois;

	@Parameter(label = "Label numbers", description = "Which vertebrae the numbers of a label image mean.", choices = {
		"plain", "verse", "totalsegmentator" }, persist = false)
	private String labels = LabelScheme.PLAIN.key();

	@Parameter(label = "Slice", description = "Where ROIs without a position lie, from 1; 0 is the slice that is shown.",
		min = "0", persist = false)
	private int slice = 0;

	@Parameter(label = "Values", description = "auto wants images that say they are in HU; HU says so for images that don't.",
		choices = { AUTO, HU }, persist = false)
	private String values = AUTO;

	@Parameter(label = "Pixels", description = "As the input, 16-bit rounded to whole steps and cut off beyond -32767 and" +
		" 32768 HU, or float.", choices = { AS_INPUT, FLOAT }, persist = false)
	private String pixels = AS_INPUT;

	@Parameter(label = "Materialise", description = "Computes everything at once and keeps it in memory. Otherwise planes are" +
		" computed when they are looked at, from the two images as they then are.", persist = false)
	private boolean materialise = false;

	private static final Set<String> OF_ONE_SPECTRUM = Set.of(PlaneLabel.ENERGY, PlaneLabel.KV, PlaneLabel.FILTER,
		PlaneLabel.BLEND, PlaneLabel.FROM);

	private CalibratedImage lowImage;
	private final List<String> notes = new ArrayList<>();

	/** The two images, checked. */
	protected final SpectralPair pair() {
		final boolean declared = values.equals(HU);
		lowImage = SourceImage.read(low);
		final CalibratedImage highImage = low == high ? lowImage : SourceImage.read(high);
		return new SpectralPair(HounsfieldImage.of(lowImage, frame(lowImage, highImage, true), declared), HounsfieldImage.of(
			highImage, frame(highImage, lowImage, false), declared));
	}

	/** The only frame, or that of the lowest or highest energy when one image is given as both. */
	private static int frame(final CalibratedImage image, final CalibratedImage other, final boolean isLow) {
		if (image.size(3) == 1 && image != other) return 0;
		if (image.size(3) == 1) throw new IllegalArgumentException("low and high are both '" + image.title() +
			"', which has one frame: choose the image of the other spectrum as one of them");
		final List<Double> keys = IntStream.range(0, image.size(3)).mapToObj(t -> image.label(0, t, 0)).map(label -> label
			.number(PlaneLabel.ENERGY).orElse(label.number(PlaneLabel.KV).orElse(Double.NaN))).toList();
		if (image != other || keys.stream().anyMatch(key -> key.isNaN())) throw new IllegalArgumentException(
			"Which of the " + image.size(3) + " frames of '" + image.title() + "' is meant is unknown: give an image of one" +
				" frame, or one whose slice labels say kv= or energy= as both low and high");
		final double lowest = Collections.min(keys);
		final double highest = Collections.max(keys);
		if (lowest == highest) throw new IllegalArgumentException("All " + keys.size() + " frames of '" + image.title() +
			"' say the same energy or voltage, " + lowest + ", so which of them is low and which high is unknown: duplicate the" +
			" two frames and give them as low and high");
		return keys.indexOf(isLow ? lowest : highest);
	}

	/** All regions. */
	protected final List<Region> regions() throws IOException {
		final RegionSource.Found found = new RegionSource(ResultFiles.given(rois), slice > 0 ? OptionalInt.of(slice)
			: OptionalInt.empty(), LabelScheme.of(labels)).collect(low, lowImage);
		found.notes().forEach(this::note);
		note("Regions are from: " + found.origin());
		return found.regions();
	}

	/** Whether the user gave a file of regions. */
	protected final boolean hasRegions() {
		return ResultFiles.given(rois).isPresent();
	}

	/** Tells the user, and keeps it with the result. */
	protected final void note(final String text) {
		IJ.log(text);
		notes.add(text);
	}

	/** Whether 16-bit images give 16-bit images. */
	protected final boolean keeps16Bit() {
		return pixels.equals(AS_INPUT);
	}

	/**
	 * The window of an image made of both.
	 *
	 * @param name   of the command
	 * @param what   is appended to the low image's title
	 * @param labels of the frames; those of the low image's own energy are dropped
	 */
	protected final ImagePlus window(final String name, final String what, final SpectralPair pair,
		final BlendedFrames frames, final List<PlaneLabel> labels)
	{
		final int slices = pair.low().labels().size();
		final List<PlaneLabel> planes = new ArrayList<>();
		labels.forEach(label -> pair.low().labels().forEach(plane -> planes.add(merged(plane, label))));
		final boolean isLazy = !materialise && slices * labels.size() > 1;
		return window(new CalibratedImage(title(what), isLazy ? frames.lazy() : frames.materialise(progress(name)), frames
			.scale(), pair.geometry(), planes, tags(name)), isLazy);
	}

	/**
	 * The window of a map made of both.
	 *
	 * @param map mg/ml, axes x, y, z, t, c
	 */
	protected final ImagePlus map(final String name, final String component, final RandomAccessibleInterval<FloatType> map,
		final SpectralPair pair)
	{
		final PlaneLabel label = PlaneLabel.empty().with(PlaneLabel.COMPONENT, component);
		final ImagePlus window = window(new CalibratedImage(title(component), map, new ValueScale(1, 0, "mg/ml"), pair
			.geometry(), Collections.nCopies(pair.low().labels().size(), label), tags(name)), !materialise && pair.low().labels()
				.size() > 1);
		window.resetDisplayRange();
		return window;
	}

	private ImagePlus window(final CalibratedImage image, final boolean isLazy) {
		final ImagePlus window = isLazy ? ImagePlusBridge.toLazyImagePlus(image) : ImagePlusBridge.toImagePlus(image);
		window.setPosition(1, Math.min(image.size(2), Math.max(1, low.getZ())), 1);
		return window;
	}

	/** The low image's title, less the ending of a file name. */
	private String title(final String what) {
		return lowImage.title().replaceFirst("(?i)(\\.nii)?\\.(nii|gz|tiff?|dcm|zip)$", "") + " " + what;
	}

	private static PlaneLabel merged(final PlaneLabel plane, final PlaneLabel label) {
		final Map<String, String> entries = new LinkedHashMap<>(label.entries());
		plane.entries().forEach((key, value) -> {
			if (!OF_ONE_SPECTRUM.contains(key)) entries.putIfAbsent(key, value);
		});
		return new PlaneLabel(entries);
	}

	private Map<String, String> tags(final String name) {
		final Map<String, String> facts = new LinkedHashMap<>();
		facts.put("low", low.getTitle());
		facts.put("high", high.getTitle());
		facts.putAll(SourceImage.facts(lowImage));
		final Map<String, String> tags = new LinkedHashMap<>(lowImage.tags());
		// rescale and tube voltage are those of one spectrum
		tags.keySet().removeIf(key -> key.startsWith("0028,105") || key.startsWith("0018,0060"));
		tags.putAll(Provenance.of(name, parameters(), facts).asTags());
		for (int i = 0; i < notes.size(); i++)
			tags.put("VertebraJ note " + (i + 1), notes.get(i));
		return tags;
	}

	/** What a user wrote in place of auto. */
	protected static Optional<String> chosen(final String text) {
		return given(text).filter(word -> !word.equalsIgnoreCase(AUTO));
	}
}
