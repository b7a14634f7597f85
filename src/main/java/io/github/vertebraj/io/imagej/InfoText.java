package io.github.vertebraj.io.imagej;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;

/**
 * The {@code Info} property of an ImagePlus: one {@code key: value} line for each tag of the image, then the geometry
 * ({@link GeometryTrace}).
 */
final class InfoText {

	private static final String SEPARATOR = ": ";

	private InfoText() {}

	static void write(final ImagePlus imp, final Map<String, String> tags, final Optional<GeometryTrace> trace) {
		final StringBuilder text = new StringBuilder();
		tags.forEach((key, value) -> append(text, key, value));
		trace.ifPresent(t -> {
			append(text, GeometryTrace.GEOMETRY_KEY, t.geometryLine());
			if (!t.landmarks().isEmpty()) append(text, GeometryTrace.LANDMARKS_KEY, t.landmarksLine());
		});
		if (!text.isEmpty()) imp.setProperty("Info", text.toString());
	}

	private static void append(final StringBuilder text, final String key, final String value) {
		text.append(oneLine(key).replace(SEPARATOR, " ")).append(SEPARATOR).append(oneLine(value)).append('\n');
	}

	private static String oneLine(final String text) {
		return text.replaceAll("\\R", " ");
	}

	static Optional<GeometryTrace> trace(final ImagePlus imp) {
		final Map<String, String> lines = lines(imp.getInfoProperty());
		return Optional.ofNullable(lines.get(GeometryTrace.GEOMETRY_KEY)).flatMap(line -> GeometryTrace.parse(line, lines
			.getOrDefault(GeometryTrace.LANDMARKS_KEY, "")));
	}

	/**
	 * The tags: of DICOM groups those that describe the image and its making, nothing of the patient but age and sex.
	 */
	static Map<String, String> tags(final ImagePlus imp) {
		final Map<String, String> tags = new LinkedHashMap<>(lines(imp.getInfoProperty()));
		tags.remove(GeometryTrace.GEOMETRY_KEY);
		tags.remove(GeometryTrace.LANDMARKS_KEY);
		return kept(tags);
	}

	/** Those of some tags that may be kept with an image. */
	static Map<String, String> kept(final Map<String, String> tags) {
		final Map<String, String> kept = new LinkedHashMap<>(tags);
		kept.keySet().removeIf(key -> key.matches("(0002|7FE0),.*|0010,(?!0040|1010).*|0028,(?!105[01]).*" +
			"|[0-9A-F]{3}[13579BDF],.*"));
		return kept;
	}

	private static Map<String, String> lines(final String info) {
		final Map<String, String> lines = new LinkedHashMap<>();
		if (info != null) for (final String line : info.split("\\R")) {
			final int end = line.indexOf(SEPARATOR);
			if (end > 0 && !line.contains(" >")) lines.putIfAbsent(line.substring(0, end).strip().replaceAll(" {2,}", " "), line
				.substring(end + SEPARATOR.length()).strip());
		}
		return lines;
	}
}
