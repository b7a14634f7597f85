package io.github.vertebraj.io.imagej;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import io.github.vertebraj.io.dicom.HeaderText;

/**
 * The tags of an image as ImageJ keeps them: one {@code key: value} line for each, in {@code Info}, and again below the
 * first line of each slice label. ImageJ's own DICOM stacks have their headers there, Image &gt; Show Info shows it,
 * and it stays when Make Substack drops the {@code Info} of a hyperstack.
 */
final class InfoText {

	private static final String SEPARATOR = ": ";

	/** What a header of the first plane tells of all: modality, maker, series, study, field strength, age and sex. */
	private static final String OF_SERIES = "(?i)(0008,0060|0008,0070|0008,103E|0008,1090|0010,|0018,0087|0020,000D|" +
		"0020,000E|0020,0011).*";

	/** All of the group but age and sex. */
	private static final String OF_PATIENT = "0010,(?!0040|1010).*";

	private InfoText() {}

	/** One line for each tag; empty without tags. */
	static String of(final Map<String, String> tags) {
		final StringBuilder text = new StringBuilder();
		tags.forEach((key, value) -> append(text, key, value));
		return text.toString();
	}

	private static void append(final StringBuilder text, final String key, final String value) {
		text.append(oneLine(key).replace(SEPARATOR, " ")).append(SEPARATOR).append(oneLine(value)).append('\n');
	}

	private static String oneLine(final String text) {
		return text.replaceAll("\\R", " ");
	}

	/** The tags of an image of any origin; of the patient nothing but age and sex. */
	static Map<String, String> tags(final ImagePlus imp, final PlaneOrder order) {
		final List<HeaderText> headers = order.headers().map(DicomText::header).toList();
		if (!headers.isEmpty()) return HeaderText.facts(headers);
		final String info = imp.getInfoProperty();
		final Optional<DicomText> first = DicomText.parse(info);
		final Map<String, String> tags = first.isPresent() ? HeaderText.facts(List.of(first.get().header())) : lines(
			info == null || info.isEmpty() ? order.below() : info);
		tags.keySet().removeAll(PlaneTrace.KEYS);
		tags.remove(StackScale.UNIT_KEY);
		tags.keySet().removeIf(key -> first.isPresent() ? !key.matches(OF_SERIES) : key.matches(OF_PATIENT));
		return tags;
	}

	private static Map<String, String> lines(final String info) {
		final Map<String, String> lines = new LinkedHashMap<>();
		for (final String line : info.split("\\R")) {
			final int end = line.indexOf(SEPARATOR);
			final String key = line.substring(0, Math.max(0, end)).strip().replaceAll(" {2,}", " ");
			// > is ImageJ's mark of elements in sequences, = stands between Bio-Formats' keys and values
			if (!key.isEmpty() && !key.matches(".*[>=].*")) lines.putIfAbsent(key, line.substring(end + SEPARATOR.length())
				.strip());
		}
		return lines;
	}
}
