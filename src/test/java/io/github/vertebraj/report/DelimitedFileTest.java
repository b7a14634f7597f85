package io.github.vertebraj.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedFileTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "a,b\n1.5,x\n2.5,y\n", "a,b\r\n1.5,x\r\n2.5,y", "a,b\r1.5,x\r2.5,y\r", "a;b\n1.5;x\n2.5;y",
		"a;b\n1,5;x\n2,5;y", "a\tb\n1.5\tx\n2.5\ty", "a\tb\n1,5\tx\n2,5\ty\n", "sep=;\na;b\n1,5;x\n2,5;y",
		"SEP=,\r\na,b\r\n1.5,x\r\n2.5,y", "sep=\t\na\tb\n1.5\tx\n2.5\ty", "a,b,\n1.5,x,\n2.5,y,\n", "a,b\n1.5,x,\n2.5,y,,\n",
		"a;b;;\n1,5;x;;\n2,5;y;;\n;;;\n;;;\n", "\n\na,b\n\n1.5,x\n\n2.5,y\n\n\n", "\"a\",\"b\"\n\"1.5\",\"x\"\n\"2.5\",\"y\"",
		"a, b\n1.5, x\n 2.5 ,y ", "a, \"b\"\n1.5, \"x\" \n2.5,\"y\"", "\ufeffa,b\n1.5,x\n2.5,y", "a;;b\n1,5;;x\n2,5;;y" })
	void everyDialectGivesTheSameTable(final String text) throws IOException {
		final DataTable table = read("table.csv", text);
		assertEquals(List.of("a", "b"), table.headers());
		assertArrayEquals(new double[] { 1.5, 2.5 }, table.column("a").numbers());
		assertEquals(List.of("x", "y"), table.column("b").texts());
		assertEquals(2, table.rowCount());
		assertEquals(List.of(), table.notes());
	}

	@Test
	void quotedFieldsHoldAnything() throws IOException {
		final DataTable table = read("t.csv", "\"a, b\",c\n\"1,\"\"2\"\"\",\"x\ny\"\n5\" nail,\"\"\nz,q\n");
		assertEquals(List.of("a, b", "c"), table.headers());
		assertEquals(List.of("1,\"2\"", "5\" nail", "z"), table.column("a, b").texts());
		assertEquals(List.of("x\ny", "", "q"), table.column("c").texts());
		assertEquals("row 2 (line 4 of the file)", table.column("c").place(1));
	}

	@Test
	void delimitersInTextDoNotMislead() throws IOException {
		assertEquals(List.of("a;b", "c"), read("t.csv", "a;b,c\n1,2\n3,4").headers());
		assertEquals(List.of("a", "size, cm"), read("t.csv", "a;size, cm\nx;1,5\ny;2,5").headers());
		assertEquals(List.of("a", "b"), read("t.csv", "a,b\n\"x;y\",1\n\"u;v\",2").headers());
		assertEquals(List.of("a", "b"), read("t.tsv", "a\tb\n1\t2\n1\t2\t\n").headers());
		assertEquals(List.of("a", "b"), read("t.txt", "a\tb\nx,y\tz\n").headers());
	}

	@Test
	void aSingleColumnMayHaveDecimalCommas() throws IOException {
		assertArrayEquals(new double[] { 1.5, 2.25 }, read("t.csv", "Mean\n1,5\n2,25\n").column("Mean").numbers());
		assertArrayEquals(new double[] { 1.5, 2 }, read("t.csv", "Mean\n1.5\n\n2\n").column("Mean").numbers());
	}

	@Test
	void rowNumbersNeedNoHeader() throws IOException {
		assertEquals(List.of("#", "a"), read("t.csv", " ,a\n1,5\n2,6\n").headers());
		assertEquals(List.of("#", "a"), read("t.csv", "\"\",\"a\"\n\"1\",5\n").headers());
	}

	@Test
	void lettersAreReadAsTheyWereWritten() throws IOException {
		final String text = "Wirbelk\u00f6rper;\u0394\nja;\u2212 1";
		assertEquals("Wirbelk\u00f6rper", read("t.csv", text).headers().get(0));
		for (final Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
			final DataTable table = DelimitedFile.read(bytes("t.csv", ("\ufeff" + text).getBytes(charset)));
			assertEquals(List.of("Wirbelk\u00f6rper", "\u0394"), table.headers());
		}
		final DataTable windows = DelimitedFile.read(bytes("t.csv", "a;b\nH\u00f6he;1,5\n".getBytes(Charset.forName(
			"windows-1252"))));
		assertEquals(List.of("H\u00f6he"), windows.column("a").texts());
		assertTrue(windows.notes().get(0).contains("line 2"), windows.notes().toString());
	}

	@Test
	void refusesWhatIsNoTable() throws IOException {
		assertRefused("it is empty", path("t.csv", ""));
		assertRefused("it is empty", path("t.csv", "\n \n;;\n"));
		assertRefused("no such file", folder.resolve("none.csv"));
		assertRefused("it is a folder", folder);
		assertRefused("workbook", bytes("t.csv", new byte[] { 'P', 'K', 3, 4, 20, 0 }));
		assertRefused("not a text file", bytes("t.csv", new byte[] { 'a', 0, 1, 2 }));
		assertRefused("line 2 has bytes that are not windows-1252", bytes("t.csv", new byte[] { 'a', '\n', (byte) 0x81 }));
		assertRefused("line 2 has bytes that are not UTF-8", bytes("t.csv", new byte[] { (byte) 0xef, (byte) 0xbb,
			(byte) 0xbf, 'a', '\n', (byte) 0xfc }));
	}

	@Test
	void refusesRowsThatDoNotFit() throws IOException {
		assertRefused("line 3 has 1 fields, but the header has 2", path("t.csv", "a,b\n1,2\n3\n"));
		assertRefused("'5' in line 3 is field 3, which has no header", path("t.csv", "a,b\n1,2\n3,4,5\n"));
		assertRefused("'2' in line 2 is field 2, which has no header", path("t.csv", "a,,b\n1,2,3\n"));
		assertRefused("quote that opens in line 2 is never closed", path("t.csv", "a,b\n1,\"x\n2,3\n4,5\n"));
		assertRefused("line 2", path("t.csv", "a,b\n1,\"x\"y\n2,3\n"));
	}

	@Test
	void whatWeWriteIsReadBack() throws IOException {
		final Path file = folder.resolve("t.csv");
		CsvFile.write(file, ResultTable.builder("t", "Region", "Mean (HU)").row("L3, \"VB\"", 1e-9).row("x", Double.NaN)
			.build());
		final DataTable table = DelimitedFile.read(file);
		assertEquals(List.of("L3, \"VB\"", "x"), table.column("region").texts());
		assertArrayEquals(new double[] { 1e-9, Double.NaN }, table.column("mean").numbers());
	}

	@Test
	void aMillionRowsAreReadInSeconds() throws IOException {
		final Path file = folder.resolve("large.csv");
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			out.write("a;b;c;d;e;f;g;h;i;j\n");
			for (int i = 0; i < 1_000_000; i++)
				out.write("case " + i % 7 + ";" + i + ",5;0,25;x;y;\"z\";1;2;3;" + i + "\n");
		}
		final DataTable table = assertTimeout(Duration.ofSeconds(20), () -> DelimitedFile.read(file));
		assertEquals(1_000_000, table.rowCount());
		assertEquals(999_999.5, table.column("b").numbers()[999_999]);
		assertEquals(7, table.column("a").levels().size());
	}

	private DataTable read(final String name, final String text) throws IOException {
		return DelimitedFile.read(path(name, text));
	}

	private Path path(final String name, final String text) throws IOException {
		return bytes(name, text.getBytes(StandardCharsets.UTF_8));
	}

	private Path bytes(final String name, final byte[] content) throws IOException {
		return Files.write(folder.resolve(name), content);
	}

	private static void assertRefused(final String reason, final Path file) {
		final String message = assertThrows(IOException.class, () -> DelimitedFile.read(file)).getMessage();
		assertTrue(message.contains(reason) && message.contains(file.toString()), message);
	}
}
