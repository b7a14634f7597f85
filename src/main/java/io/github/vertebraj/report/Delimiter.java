package io.github.vertebraj.report;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What splits the cells of a text file.
 *
 * <p>
 * A first line {@code sep=;} states it. A file named {@code .tsv} or {@code .tab} whose header holds a tab is split by
 * tabs. Else the header and the lines that follow decide: tab, semicolon, comma, in this order, the first that stands
 * in the header and equally often in each of these lines; if none does, the one most frequent in the header, again in
 * this order. Delimiters inside quotes do not count. A header without any of them is that of a single column.
 *
 * @param character comma, semicolon or tab
 * @param isStated  whether the first line of the file states it and holds nothing else
 */
record Delimiter(char character, boolean isStated) {

	private static final char[] CANDIDATES = { '\t', ';', ',' };
	private static final int PROBE = 1 << 16;
	private static final int LINES = 50;

	/** Finds the delimiter of a file. */
	static Delimiter of(final Path file, final TextEncoding encoding) throws IOException {
		try (Reader reader = encoding.open(file)) {
			final char[] head = new char[PROBE];
			int length = 0;
			for (int read = 0; read >= 0 && length < PROBE; read = reader.read(head, length, PROBE - length))
				length += read;
			return of(new String(head, 0, length), length == PROBE, file.toString().toLowerCase(Locale.ROOT));
		}
	}

	/**
	 * @param head  the beginning of a file
	 * @param isCut whether the file goes on, so that the last line is not whole
	 * @param name  of the file, in lower case
	 */
	static Delimiter of(final String head, final boolean isCut, final String name) {
		if (head.matches("(?is)sep=[,;\\t]\\R.*|(?i)sep=[,;\\t]")) return new Delimiter(head.charAt(4), true);
		final List<int[]> lines = counts(head);
		if (isCut && lines.size() > 1) lines.remove(lines.size() - 1);
		if (lines.isEmpty()) return new Delimiter(';', false);
		final int[] header = lines.get(0);
		if (header[0] > 0 && (name.endsWith(".tsv") || name.endsWith(".tab"))) return new Delimiter('\t', false);
		for (int i = 0; i < CANDIDATES.length; i++)
			if (isRegular(lines, i)) return new Delimiter(CANDIDATES[i], false);
		int most = 0;
		for (int i = 1; i < CANDIDATES.length; i++)
			if (header[i] > header[most]) most = i;
		// a single column is read as split by semicolons, so that it may have decimal commas
		return new Delimiter(header[most] == 0 ? ';' : CANDIDATES[most], false);
	}

	private static boolean isRegular(final List<int[]> lines, final int candidate) {
		final int expected = lines.get(0)[candidate];
		return expected > 0 && lines.stream().allMatch(line -> line[candidate] == expected);
	}

	/** How often each candidate stands outside quotes, for the first lines that are not empty. */
	private static List<int[]> counts(final String text) {
		final List<int[]> lines = new ArrayList<>();
		int[] counts = new int[CANDIDATES.length];
		boolean quoted = false;
		boolean blank = true;
		for (int i = 0; i < text.length() && lines.size() < LINES; i++) {
			final char c = text.charAt(i);
			if (c == '"') quoted = !quoted;
			if (!quoted && (c == '\n' || c == '\r')) {
				if (!blank) lines.add(counts);
				counts = new int[CANDIDATES.length];
				blank = true;
				continue;
			}
			blank &= c <= ' ';
			for (int k = 0; k < CANDIDATES.length && !quoted; k++)
				if (c == CANDIDATES[k]) counts[k]++;
		}
		if (!blank && lines.size() < LINES) lines.add(counts);
		return lines;
	}
}
