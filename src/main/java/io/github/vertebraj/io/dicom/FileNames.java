package io.github.vertebraj.io.dicom;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Lists of files for messages: a few names, and how many more there are. */
final class FileNames {

	private static final int SHOWN = 4;

	private FileNames() {}

	/** A number and a noun, in the plural where it belongs. */
	static String count(final int number, final String noun) {
		return number + " " + noun + (number == 1 ? "" : "s");
	}

	static String of(final Collection<Frame> frames) {
		return list(frames.stream().map(Frame::name).distinct().toList());
	}

	static String list(final List<String> names) {
		final String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
		return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
	}
}
