package io.github.vertebraj.report;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a text file writes its letters. A byte order mark says it (UTF-8, UTF-16); without one a file is UTF-8 if all of
 * it can be read so, else Windows-1252, which Excel writes in Western Europe and America: a note says so, since a file
 * of another Windows language would show wrong letters.
 *
 * @param charset    the encoding
 * @param markLength bytes of the byte order mark
 * @param note       what the user should know
 */
record TextEncoding(Charset charset, int markLength, Optional<String> note) {

	private static final Charset WINDOWS = Charset.forName("windows-1252");
	private static final int PROBE = 8192;

	/**
	 * Finds the encoding of a file.
	 *
	 * @throws IOException if the file is no text: a workbook, or binary; or cannot be read
	 */
	static TextEncoding of(final Path file) throws IOException {
		final byte[] head;
		try (InputStream in = Files.newInputStream(file)) {
			head = in.readNBytes(PROBE);
		}
		refuseWorkbook(file, head);
		if (startsWith(head, 0xef, 0xbb, 0xbf)) return checked(file, StandardCharsets.UTF_8, 3);
		if (startsWith(head, 0xff, 0xfe)) return checked(file, StandardCharsets.UTF_16LE, 2);
		if (startsWith(head, 0xfe, 0xff)) return checked(file, StandardCharsets.UTF_16BE, 2);
		for (final byte b : head)
			if (b == 0) throw new IOException("Cannot read " + file +
				": it is not a text file; save the table as CSV (UTF-8)");
		final int wrong = firstWrongLine(file, StandardCharsets.UTF_8, 0);
		if (wrong == 0) return new TextEncoding(StandardCharsets.UTF_8, 0, Optional.empty());
		checked(file, WINDOWS, 0);
		return new TextEncoding(WINDOWS, 0, Optional.of("The file is not UTF-8 (line " + wrong +
			"), so it was read as Windows-1252; if letters look wrong, save it as CSV UTF-8."));
	}

	/** Opens the file behind its byte order mark. */
	Reader open(final Path file) throws IOException {
		final InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
		in.skipNBytes(markLength);
		return new InputStreamReader(in, charset);
	}

	private static void refuseWorkbook(final Path file, final byte[] head) throws IOException {
		final boolean zip = startsWith(head, 'P', 'K', 3, 4);
		final boolean ole = startsWith(head, 0xd0, 0xcf, 0x11, 0xe0);
		if (zip || ole) throw new IOException("Cannot read " + file +
			": it is a workbook (xlsx, ods or xls), not a text file; save the sheet as CSV UTF-8 in the spreadsheet program");
	}

	private static boolean startsWith(final byte[] head, final int... first) {
		if (head.length < first.length) return false;
		for (int i = 0; i < first.length; i++)
			if (head[i] != (byte) first[i]) return false;
		return true;
	}

	private static TextEncoding checked(final Path file, final Charset charset, final int markLength)
		throws IOException
	{
		final int wrong = firstWrongLine(file, charset, markLength);
		if (wrong != 0) throw new IOException("Cannot read " + file + ": line " + wrong + " has bytes that are not " +
			charset.displayName() + "; save the table as CSV UTF-8");
		return new TextEncoding(charset, markLength, Optional.empty());
	}

	/** The line (from 1) with the first bytes that are not of the encoding; 0 if there are none. */
	private static int firstWrongLine(final Path file, final Charset charset, final int markLength) throws IOException {
		final CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
		final CharBuffer chars = CharBuffer.allocate(1 << 16);
		final LineCounter lines = new LineCounter();
		try (InputStream in = Files.newInputStream(file)) {
			in.skipNBytes(markLength);
			for (boolean end = false; !end;) {
				final int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
				end = read < 0;
				bytes.position(bytes.position() + Math.max(0, read)).flip();
				final CoderResult result = decoder.decode(bytes, chars, end);
				lines.count(chars.array(), chars.position());
				if (result.isError()) return lines.line;
				bytes.compact();
				chars.clear();
			}
		}
		return 0;
	}

	/** Counts lines that end with LF, CR or both. */
	private static final class LineCounter {

		private int line = 1;
		private boolean afterReturn;

		void count(final char[] chars, final int length) {
			for (int i = 0; i < length; i++) {
				if (chars[i] == '\r' || chars[i] == '\n' && !afterReturn) line++;
				afterReturn = chars[i] == '\r';
			}
		}
	}
}
