package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.image.Geometry;

/** A single picture that is not said to lie anywhere in a patient: a radiograph, or a secondary capture. */
final class LonePicture {

	private LonePicture() {}

	/**
	 * What is known of its geometry: the spacing, if it has a depth. A projection has none, so that its pixels have no
	 * volume; it stays without calibration rather than getting an invented one, and its pixel spacing is found in the tags.
	 *
	 * @param notes gets a sentence that says so
	 * @throws IOException if not even the pixel spacing is known; the message names file and tag
	 */
	static Optional<Geometry> geometry(final Frame frame, final List<String> notes) throws IOException {
		final double[] spacing = positive(frame, Tag.PIXEL_SPACING, 2);
		final double[] thickness = positive(frame, Tag.SLICE_THICKNESS, 1);
		if (spacing.length == 0 && positive(frame, Tag.IMAGER_PIXEL_SPACING, 2).length == 0) throw frame
			.refusal();
		final boolean known = spacing.length > 0 && thickness.length > 0;
		notes.add(frame.name() + ": " + frame.problem().orElse("no position") + "; " + (known ? "only the spacing is known"
			: "without a slice thickness, " + Tag.format(Tag.SLICE_THICKNESS) + ", it is opened without calibration"));
		return known ? Optional.of(Geometry.ofSpacing(spacing[1], spacing[0], thickness[0])) : Optional.empty();
	}

	private static double[] positive(final Frame frame, final int tag, final int count) {
		try {
			final double[] numbers = frame.facts().get(tag).stream().flatMap(text -> Arrays.stream(text.split("\\\\")))
				.mapToDouble(Double::parseDouble).filter(value -> value > 0 && Double.isFinite(value)).toArray();
			return numbers.length == count ? numbers : new double[0];
		}
		catch (final NumberFormatException e) {
			return new double[0];
		}
	}
}
