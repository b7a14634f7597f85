package io.github.vertebraj.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {

	@ParameterizedTest
	@CsvSource({ "'',''", "short,short", "two words,two|words", "a bb ccc dddd,a bb|ccc|dddd", 
		"unbreakable word,unbreakable|word", "one|two three,one|two|three" })
	void breaksLinesAtBlanks(final String text, final String lines) {
		assertEquals(lines.replace('|', '\n'), Messages.wrapped(text.replace('|', '\n'), 5));
	}
}
