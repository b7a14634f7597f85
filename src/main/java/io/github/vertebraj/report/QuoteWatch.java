package io.github.vertebraj.report;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Follows the quotes of a delimited text while it is read. The parser takes a quote that is never closed for a field up
 * to the end of the file, and so would lose the rest of a table without a word.
 */
final class QuoteWatch extends FilterReader {

	private enum State {
			FIELD_START, PLAIN, QUOTED, QUOTE_IN_QUOTED
	}

	private final char delimiter;
	private State state = State.FIELD_START;
	private int line = 1;
	private int lineOfQuote;
	private boolean afterReturn;
	private boolean ended;

	QuoteWatch(final Reader in, final char delimiter) {
		super(in);
		this.delimiter = delimiter;
	}

	/** Whether the text has ended inside a field in quotes. */
	boolean endedInQuotes() {
		return ended && state == State.QUOTED;
	}

	/** The line (from 1) in which the last quoted field began. */
	int lineOfLastQuote() {
		return lineOfQuote;
	}

	@Override
	public int read() throws IOException {
		final char[] one = new char[1];
		return read(one, 0, 1) < 0 ? -1 : one[0];
	}

	@Override
	public int read(final char[] buffer, final int offset, final int length) throws IOException {
		final int read = super.read(buffer, offset, length);
		ended |= read < 0;
		for (int i = offset; i < offset + read; i++)
			follow(buffer[i]);
		return read;
	}

	private void follow(final char c) {
		if (c == '\r' || c == '\n' && !afterReturn) line++;
		afterReturn = c == '\r';
		if (state == State.QUOTED) {
			if (c == '"') state = State.QUOTE_IN_QUOTED;
		}
		else if (c == '"' && state == State.QUOTE_IN_QUOTED) state = State.QUOTED;
		else if (c == delimiter || c == '\n' || c == '\r') state = State.FIELD_START;
		else if (state == State.FIELD_START && c == '"') {
			state = State.QUOTED;
			lineOfQuote = line;
		}
		else if (c != ' ' && c != '\t') state = State.PLAIN;
	}
}
