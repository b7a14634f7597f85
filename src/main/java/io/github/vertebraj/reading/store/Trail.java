package io.github.vertebraj.reading.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;

/**
 * A trail as it lies on the disk: one JSON object a line. A line that says {@code schema} holds a whole reading: the
 * first, and later ones where another version of the program went on.
 *
 * @param lines   in their order
 * @param size    bytes up to the end of the last whole line
 * @param isOpen  whether the last line has no line break
 * @param torn    what stands behind the last whole line: the beginning of a line that was being written when the program
 *                or the computer ended
 */
record Trail(List<JsonObject> lines, long size, boolean isOpen, Optional<String> torn) {

	/** Nothing. */
	static final Trail EMPTY = new Trail(List.of(), 0, false, Optional.empty());

	Trail {
		lines = List.copyOf(lines);
	}

	/**
	 * @param file  named in errors
	 * @param bytes of the file from an offset
	 * @throws StudyFileException if a whole line is damaged
	 */
	static Trail parse(final Path file, final byte[] bytes, final long offset) throws StudyFileException {
		final List<JsonObject> lines = new ArrayList<>();
		int start = 0;
		for (int end = 0; end < bytes.length; end++) {
			if (bytes[end] != '\n') continue;
			try {
				// the line break that ends an open line stands alone when reading began behind that line
				if (end > start) lines.add(JsonText.parse(Arrays.copyOfRange(bytes, start, end)));
			}
			catch (final IllegalArgumentException e) {
				throw new StudyFileException(file, "the line at byte " + (offset + start) + " is damaged: " + e.getMessage(), e);
			}
			start = end + 1;
		}
		if (start == bytes.length) return new Trail(lines, offset + start, false, Optional.empty());
		final byte[] rest = Arrays.copyOfRange(bytes, start, bytes.length);
		try {
			lines.add(JsonText.parse(rest));
			return new Trail(lines, offset + bytes.length, true, Optional.empty());
		}
		catch (final IllegalArgumentException e) {
			return new Trail(lines, offset + start, false, Optional.of(new String(rest, StandardCharsets.UTF_8)));
		}
	}

	/** Whether a line holds a whole reading. */
	static boolean isHeader(final JsonObject line) {
		return line.has("schema");
	}

	/** Index of the last line that holds a whole reading; -1 when none does. */
	int lastHeader() {
		for (int i = lines.size() - 1; i >= 0; i--)
			if (isHeader(lines.get(i))) return i;
		return -1;
	}
}
