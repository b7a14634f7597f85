package io.github.vertebraj.io.imagej;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.io.dicom.HeaderText;
import io.github.vertebraj.io.dicom.Plane;

/**
 * A DICOM header as it stands in {@code Info} and slice labels: ImageJ's own reader writes
 * {@code 0018,9087  Diffusion b-value: 1000}, Bio-Formats {@code 0018,9087 Diffusion b-value = 1000}. Elements within
 * sequences, which ImageJ marks by {@code >}, are left out.
 *
 * @param byBioFormats whether it is Bio-Formats', which leaves pixels as stored; ImageJ has applied the rescale
 */
record DicomText(HeaderText header, boolean byBioFormats) {

	private static final Pattern LINE = Pattern.compile(
		"(?m)^ ?([0-9A-Fa-f]{4},[0-9A-Fa-f]{4}) {1,2}([^>:=\\r\\n]*?)(:| ?=) ?([^\\r\\n]*)$");

	/** A DICOM image has rows and columns. */
	private static final String ROWS = "0028,0010";

	/** Empty when the text holds no header. */
	static Optional<DicomText> parse(final String text) {
		if (text == null || !text.contains(ROWS)) return Optional.empty();
		final Map<String, String> elements = new LinkedHashMap<>();
		boolean byBioFormats = false;
		final Matcher line = LINE.matcher(text);
		while (line.find()) {
			byBioFormats |= line.group(3).endsWith("=");
			elements.putIfAbsent(line.group(1), line.group(4).strip());
		}
		return elements.containsKey(ROWS) ? Optional.of(new DicomText(HeaderText.of(elements), byBioFormats)) : Optional
			.empty();
	}

	/** Where the plane lies; empty when the header doesn't say. */
	Optional<PlaneTrace> trace() {
		return header.plane().flatMap(plane -> {
			final double depth = plane.sliceSpacing().orElse(plane.thickness().orElse(0));
			return depth > 0 ? Optional.of(trace(plane, depth)) : Optional.empty();
		});
	}

	private PlaneTrace trace(final Plane plane, final double depth) {
		return new PlaneTrace(header.columns(), header.rows(), new Geometry(plane.xStep(), plane.yStep(), plane.normal()
			.times(depth), plane.origin(), plane.frameOfReference()), List.of());
	}
}
