package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.image.denoise.DenoiseStrength;
import io.github.vertebraj.image.denoise.DenoisedImage;
import io.github.vertebraj.image.denoise.Denoiser;
import io.github.vertebraj.image.denoise.NoiseReduction;
import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.io.imagej.RegionSource;
import io.github.vertebraj.reading.LabelScheme;
import io.github.vertebraj.report.Provenance;

import ij.IJ;
import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Takes noise out of an image and keeps its edges. */
@Plugin(type = Command.class, description = ImageDenoise.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "Image Denoise...", weight = 39) })
public class ImageDenoise extends VertebraCommand {

	static final String DESCRIPTION = "Takes noise out of a volume and keeps its edges; each frame by itself. The outcome" +
		" of the image NAME is called NAME denoised S (S the strength). The log and the image's info tell the noise before" +
		" and after. An open filter with a scale of its own, not a vendor's reconstruction.";

	/** The fact in the image's info that says that noise was filtered out; its value is {@code strength 3}. */
	static final String FACT = "denoised";

	private static final String REGIONS = "regions";

	@Parameter(label = "Image", description = "One or more volumes with voxel sizes in mm.", persist = false)
	private ImagePlus image;

	@Parameter(label = "Strength", description = "1 to 5: leaves noise of about 0.82, 0.69, 0.57, 0.47 and 0.37 of its SD.",
		min = "1", max = "5", persist = false)
	private int strength = 3;

	@Parameter(label = "Noise", description = "Where the noise is measured: auto looks for squares of 16 x 16 pixels that" +
		" hold little else; regions are those of the file, the overlay, the ROI Manager or the selection.", choices = {
			"auto", REGIONS }, persist = false)
	private String noise = "auto";

	@Parameter(label = "Regions", description = "ROI file (.roi, .zip) or label image (NIfTI, TIFF) of noise=regions.",
		required = false, persist = false)
	private File rois;

	@Parameter(label = "Slice", description = "Where ROIs without a position lie, from 1; 0 is the slice that is shown.",
		min = "0", persist = false)
	private int slice = 0;

	@Parameter(label = "Denoised image", type = ItemIO.OUTPUT)
	private ImagePlus denoised;

	@Override
	protected void execute() throws IOException {
		final CalibratedImage source = SourceImage.read(image);
		final DenoiseStrength chosen = DenoiseStrength.of(strength);
		final Geometry geometry = source.geometry().orElseThrow(() -> new IllegalArgumentException("'" + source.title() +
			"' has no voxel size in mm, so the filter has no lengths: set unit, pixel width, height and depth in Image >" +
			" Properties... (of a single slice, a depth of exactly 1 counts as not set)"));
		final List<String> notes = new ArrayList<>();
		final List<Region> regions = regions(source, notes);
		final DenoisedImage outcome = new Denoiser(chosen, geometry).denoise(source, regions, progress("Denoising"));

		final String unit = source.scale().unit();
		for (int i = 0; i < outcome.reductions().size(); i++)
			notes.add(frame(source, i) + sentence(outcome.reductions().get(i), unit, regions.isEmpty()));
		if (isChanged(outcome)) notes.add("An open filter with a scale of its own, not a vendor's reconstruction." +
			" Contrast-to-noise ratios of this image are ratios after filtering and do not say what can be detected");
		notes.forEach(IJ::log);
		final ValueScale scale = outcome.isStored() ? source.scale() : new ValueScale(1, 0, unit);
		denoised = ImagePlusBridge.toImagePlus(new CalibratedImage(MapWindow.title(source, "denoised " + strength), outcome
			.voxels(), scale, source.geometry(), source.labels(), tags(source, outcome, notes)));
		denoised.setPosition(image.getChannel(), image.getSlice(), image.getFrame());
		denoised.setLut(image.getProcessor().getLut());
		denoised.setDisplayRange(denoised.getCalibration().getRawValue(image.getCalibration().getCValue(image
			.getDisplayRangeMin())), denoised.getCalibration().getRawValue(image.getCalibration().getCValue(image
				.getDisplayRangeMax())));
	}

	private List<Region> regions(final CalibratedImage source, final List<String> notes) throws IOException {
		if (!noise.equals(REGIONS)) {
			if (ResultFiles.given(rois).isPresent()) throw new IllegalArgumentException(
				"rois is used with noise=regions only, but noise is " + noise);
			return List.of();
		}
		final RegionSource.Found found = new RegionSource(ResultFiles.given(rois), slice > 0 ? OptionalInt.of(slice)
			: OptionalInt.empty(), LabelScheme.of("plain")).collect(image, source);
		notes.addAll(found.notes());
		notes.add("Regions are from: " + found.origin());
		return found.regions();
	}

	/** Which frame it is, if there are several. */
	private static String frame(final CalibratedImage source, final int i) {
		if (source.size(3) * source.size(4) == 1) return "";
		final int t = i % source.size(3);
		final int c = i / source.size(3);
		return "Frame " + (t + 1) + (source.size(4) > 1 ? ", channel " + (c + 1) : "") + " (" + source.label(0, t, c) + "): ";
	}

	private static boolean isChanged(final DenoisedImage outcome) {
		return outcome.reductions().stream().anyMatch(NoiseReduction::isMeasured);
	}

	private static String sentence(final NoiseReduction reduction, final String unit, final boolean isFound) {
		final String places = isFound ? "places found by themselves" : "slice(s) of regions";
		if (!reduction.isMeasured()) return "there is no noise to be measured, so nothing was changed; give regions of noise" +
			" alone with noise=regions";
		return String.format(Locale.ROOT,
			"strength %d: noise SD%s %.4g before, %.4g after, ratio %.3f (asked for %.2f), measured in %d %s, %d voxels",
			reduction.strength().number(), unit.isEmpty() ? "" : " (" + unit + ")", reduction.before(), reduction.after(), reduction
				.ratio(), reduction.strength().ratio(), reduction.places(), places, reduction.voxels());
	}

	private Map<String, String> tags(final CalibratedImage source, final DenoisedImage outcome,
		final List<String> notes)
	{
		final Map<String, String> tags = new LinkedHashMap<>(source.tags());
		if (isChanged(outcome)) tags.merge(FACT, "strength " + strength, (before, now) -> before + ", " + now);
		tags.putAll(Provenance.of("Image Denoise...", parameters(), SourceImage.facts(source)).asTags());
		tags.keySet().removeIf(key -> key.startsWith("VertebraJ note"));
		for (int i = 0; i < notes.size(); i++)
			tags.put("VertebraJ note " + (i + 1), notes.get(i));
		return tags;
	}
}
