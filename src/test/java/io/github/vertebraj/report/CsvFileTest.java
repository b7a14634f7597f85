package io.github.vertebraj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {

	@TempDir
	Path folder;

	@Test
	void writesEveryKindOfCell() throws IOException {
		assertWritten("Region,n,Mean (HU),Slice\r\nL3,12,0.1,\r\nL4,0,NaN,3\r\n", ResultTable.builder("t", "Region", "n",
			"Mean (HU)", "Slice").row("L3", 12L, 0.1, null).row("L4", 0L, Double.NaN, 3).build());
	}

	@Test
	void quotesWhatWouldBreakALine() throws IOException {
		assertWritten("A,\"B,C\"\r\n\"say \"\"L3\"\"\",\"two\nlines\"\r\n", ResultTable.builder("t", "A", "B,C").row(
			"say \"L3\"", "two\nlines").build());
	}

	@Test
	void writesUtf8() throws IOException {
		assertWritten("Höhe (µm)\r\nWirbelkörper\r\n", ResultTable.builder("t", "Höhe (µm)").row("Wirbelkörper").build());
	}

	@Test
	void writesAHeaderWithoutRows() throws IOException {
		assertWritten("A,B\r\n", ResultTable.builder("t", "A", "B").build());
	}

	@Test
	void keepsTheDecimalPointInEveryLanguage() throws IOException {
		final Locale before = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try {
			assertWritten("A\r\n1234.5\r\n", ResultTable.builder("t", "A").row(1234.5).build());
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@ParameterizedTest
	@CsvSource({ "0.1, 0.1", "30, 30", "1e15, 1000000000000000", "2e23, 2E+23", "1e-7, 0.0000001", "1.2e-12, 1.2E-12",
		"0.30000000000000004, 0.30000000000000004", "-0.5, -0.5", "0, 0", "4.9e-324, 4.94065645841247E-324",
		"2.0000000000000001e-3, 0.002", "Infinity, Infinity" })
	void numbersAreShort(final double number, final String text) {
		assertEquals(text, CsvFile.shortest(number));
	}

	@Test
	void numbersReadBackExactly() {
		final Random random = new Random(7);
		for (int i = 0; i < 20_000; i++) {
			final double number = Double.longBitsToDouble(random.nextLong());
			final String text = CsvFile.shortest(number);
			assertEquals(number, Double.parseDouble(text), text);
		}
	}

	@Test
	void namesTheFolderThatIsMissing() {
		final Path file = folder.resolve("missing").resolve("a.csv");
		final String message = assertThrows(IOException.class, () -> CsvFile.write(file, ResultTable.builder("t", "A")
			.build())).getMessage();
		assertTrue(message.contains("there is no folder " + file.getParent().toAbsolutePath()), message);
		assertFalse(Files.exists(file.getParent()));
	}

	private void assertWritten(final String content, final ResultTable table) throws IOException {
		final Path file = folder.resolve("table.csv");
		CsvFile.write(file, table);
		assertEquals(content, Files.readString(file));
	}
}
