package io.github.vertebraj.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.io.imagej.RegionSource;
import io.github.vertebraj.reading.LabelScheme;

import ij.ImagePlus;

/**
 * Opens or finds the images of a study of contrast, each with its regions, and hands them to a measurement.
 *
 * @param declared whether the user says that values are HU
 * @param slice    where ROIs without a position lie
 * @param progress of a step by its name
 * @param note     receives what the user should know
 */
record CnrImages(CnrMeasurement measurement, boolean declared, OptionalInt slice, LabelScheme labels,
	Function<String, DoubleConsumer> progress, Consumer<String> note)
{

	private static final String ENDING = "(?i)\\.(tiff?|nii|nii\\.gz|dcm)$";

	/**
	 * Measures an image and others of the same voxels.
	 *
	 * @param others as {@link SameVoxels#choose} takes them
	 * @return where the regions are from
	 */
	String open(final ImagePlus image, final String others, final Optional<Path> rois) throws IOException {
		final CalibratedImage source = SourceImage.read(image);
		final RegionSource.Found found = regions(rois).collect(image, source);
		found.notes().forEach(note);
		for (final CalibratedImage each : SameVoxels.choose(image, source, others, note))
			measurement.add("", each.title().replaceFirst(ENDING, ""), each, declared, found.regions(), progress.apply(
				"Measuring regions"));
		return found.origin();
	}

	/**
	 * Measures the images of patients.
	 *
	 * @throws IllegalArgumentException naming the file that cannot be measured
	 */
	void study(final List<CnrPatient> patients) throws IOException {
		for (int i = 0; i < patients.size(); i++) {
			final CnrPatient patient = patients.get(i);
			Optional<CalibratedImage> first = Optional.empty();
			for (final Map.Entry<String, Path> file : patient.images().entrySet()) {
				final ImagePlus opened = SeriesFile.open(file.getValue(), done -> {});
				try {
					final CalibratedImage source = SourceImage.read(opened);
					if (first.isPresent() && isOfSlices(patient.rois())) SameVoxels.check(first.get(), source);
					first = first.or(() -> Optional.of(source));
					measurement.add(patient.name(), file.getKey(), source, declared, regions(Optional.of(patient.rois())).collect(
						opened, source).regions(), done -> {});
				}
				catch (final IllegalArgumentException e) {
					throw new IllegalArgumentException(file.getValue() + ": " + e.getMessage(), e);
				}
				finally {
					opened.close();
				}
			}
			progress.apply("Patient " + patient.name()).accept((i + 1.0) / patients.size());
		}
	}

	/** ROIs lie on slices by number; label images have a place of their own. */
	private static boolean isOfSlices(final Path rois) {
		return rois.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(zip|roi)");
	}

	private RegionSource regions(final Optional<Path> file) {
		return new RegionSource(file, slice, labels);
	}
}
