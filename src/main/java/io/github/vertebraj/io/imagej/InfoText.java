package io.github.vertebraj.io.imagej;

import java.util.LinkedHashMap;
import java.util.Map;

import ij.ImagePlus;

/**
 * The tags of an image as ImageJ keeps them: {@code Info}, one {@code key: value} line for each. A copy stands in the
 * {@code info} of the calibration, since Make Substack, of a hyperstack, keeps that alone.
 */
final class InfoText {

	private static final String SEPARATOR = ": ";

	private InfoText() {}

	static void write(final ImagePlus imp, final Map<String, String> tags) {
		if (tags.isEmpty()) return;
		final StringBuilder text = new StringBuilder();
		tags.forEach((key, value) -> append(text, key, value));
		imp.setProperty("Info", text.toString());
		imp.getCalibration().info = text.toString();
	}

	private static void append(final StringBuilder text, final String key, final String value) {
		text.append(oneLine(key).replace(SEPARATOR, " ")).append(SEPARATOR).append(oneLine(value)).append('\n');
	}

	private static String oneLine(final String text) {
		return text.replaceAll("\\R", " ");
	}

	/**
	 * The tags: of DICOM groups those that describe the image and its making, nothing of the patient but age and sex.
	 */
	static Map<String, String> tags(final ImagePlus imp) {
		final String info = imp.getInfoProperty();
		return kept(lines(info == null || info.isEmpty() ? imp.getCalibration().info : info));
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
