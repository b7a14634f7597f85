package io.github.vertebraj.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.vertebraj.report.DataTable.DecimalMark;

class DataTableTest {

	private static final double NAN = Double.NaN;

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = { "1, 1", "-1.5, -1.5", "\u22121.5, -1.5", "+2, 2", ".5, 0.5", "5., 5",
		"1e3, 1000", "1.5E-3, 0.0015", "\u22120, -0.0", "` 7\u00a0`, 7" })
	void numbersAreReadAsPeopleWriteThem(final String text, final double expected) {
		assertArrayEquals(new double[] { expected }, column(text).numbers());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Inf", "-Infinity", "\u221e" })
	void infinitiesAreRefused(final String text) {
		assertTrue(assertThrows(IllegalArgumentException.class, column(text)::numbers).getMessage().contains(
			"is not finite"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "1,5", "1.234,5", "1,234.5", "1.2.3", "1 234", "12 %", "1e", "1e5.5", "0x1p3", "1d", "--1",
		"+", "e5", "1-2", "5 mm" })
	void nothingElseIsANumber(final String text) {
		assertFalse(column("1", text).isNumeric());
		assertRefused("'" + text + "' in column 'c', row 2 of the table 't' is not a number", () -> column("1", text)
			.numbers());
	}

	@Test
	void messagesSayWhatToDo() {
		assertRefused("mark for thousands", () -> column("1.234,5").numbers());
		assertRefused("mark for thousands", () -> commas("1.234,5").numbers());
		assertRefused("decimal point", () -> column("1,5").numbers());
		assertRefused("per cent", () -> column("12 %").numbers());
		assertRefused("correct it", () -> column("x").numbers());
	}

	@Test
	void decimalCommasAreReadWhereTheyAreAllowed() {
		assertArrayEquals(new double[] { 1.5, -0.25, 3, 1200 }, commas("1,5", "-,25", "3", "1,2e3").numbers());
		assertArrayEquals(new double[] { 1.5, 2 }, commas("1.5", "2").numbers());
	}

	@Test
	void mixedDecimalMarksAreRefused() {
		final String both = "'1,5' in column 'c', row 1 of the table 't' has a decimal comma, but '2.5' in column 'c', row 3";
		assertRefused(both, () -> commas("1,5", "2", "2.5").numbers());
		assertRefused(both, () -> commas("1,5", "2", "2.5").isNumeric());
		final DataTable table = DataTable.builder("t", List.of("a", "b", "date")).decimalMark(DecimalMark.POINT_OR_COMMA)
			.row(List.of("1.234", "1,5", "x1,5")).build();
		assertRefused("'1,5' in column 'b'", () -> table.column("a").numbers());
		assertArrayEquals(new double[] { 1.5 }, table.column("b").numbers());
	}

	@Test
	void missingValuesAreCounted() {
		final DataColumn column = column("", "NA", "N/A", "n/a", "#N/A", "#NV", "NaN", "nan", "null", "NULL", ".", "-", " ",
			"1");
		assertEquals(13, column.missing());
		assertEquals(1, Arrays.stream(column.numbers()).filter(x -> x == 1).count());
		assertEquals(13, Arrays.stream(column.numbers()).filter(Double::isNaN).count());
		assertEquals(0, column("not assessable", "na", "0").missing());
		assertArrayEquals(new double[] { NAN, NAN }, column("", "").numbers());
		assertFalse(column("", "").isNumeric());
	}

	@Test
	void minusIsTheOppositeOfPlus() {
		assertEquals(List.of("+", "-"), column("+", "-", "+", "").levels());
		assertEquals(1, column("+", "-", "+", "").missing());
	}

	@Test
	void levelsHaveAnOrder() {
		assertEquals(List.of("b", "a", "not assessable"), column("b", "a", "", "b", "not assessable").levels());
		assertArrayEquals(new int[] { 0, 1, -1, 0 }, column("b", "a", "", "b").levelIndexes());
		assertEquals(List.of("2", "10"), column("10", "2", "NA", "2.0").levels());
		assertArrayEquals(new int[] { 1, 0, -1, 0 }, column("10", "2", "NA", "2.0").levelIndexes());
		assertEquals(List.of("-1", "0"), column("0", "-0", "-1").levels());
	}

	@Test
	void columnsAreFoundByWhatUsersWrite() {
		final DataTable table = table("Region", "Mean (10^-3 mm^2/s)", "mean", "SD (HU)", "Sd", "FF (%)", "Age", "Age");
		assertEquals("Region", table.column(" region ").name());
		assertEquals("mean", table.column("mean").name());
		assertEquals("mean", table.column("MEAN").name());
		assertEquals("FF (%)", table.column("ff").name());
		assertEquals("Sd", table.column("SD").name());
		assertRefused("stands twice", () -> table.column("age"));
		assertRefused("its columns are 'Region', 'Mean (10^-3 mm^2/s)'", () -> table.column("Meen"));
		final DataTable units = table("T1 (ms)", "T1 (s)");
		assertRefused("could be any of 'T1 (ms)', 'T1 (s)'", () -> units.column("T1"));
	}

	@Test
	void severalColumnsStandInOneText() {
		final DataTable table = table("A", "B, left", "B", "FF (%), in-phase", "\"q\"");
		assertColumns("A, B", table, "A", "B");
		assertColumns("A,b, LEFT ,b", table, "A", "B, left", "B");
		assertColumns("\"FF (%), in-phase\",A,", table, "FF (%), in-phase", "A");
		assertColumns("FF (%), in-phase", table, "FF (%), in-phase");
		assertColumns("\"q\"", table, "\"q\"");
		assertRefused("named twice", () -> table.columns("A, a"));
		assertRefused("no column 'C'", () -> table.columns("A, C"));
		assertRefused("at least one column", () -> table.columns(" , "));
		assertRefused("not closed", () -> table.columns("A, \"B"));
	}

	@Test
	void refusesTablesThatAreNone() {
		assertRefused("has no columns", () -> DataTable.builder("t", List.of()));
		assertRefused("has 1 columns, but row 1 has 2 cells", () -> DataTable.builder("t", List.of("a")).row(List.of("1",
			"2")));
		assertEquals(0, table("a").column("a").numbers().length);
	}

	private static void assertColumns(final String names, final DataTable table, final String... expected) {
		assertEquals(List.of(expected), table.columns(names).stream().map(DataColumn::name).toList());
	}

	private static DataTable table(final String... headers) {
		return DataTable.builder("t", List.of(headers)).build();
	}

	private static DataColumn column(final String... cells) {
		return column(DecimalMark.POINT, cells);
	}

	private static DataColumn commas(final String... cells) {
		return column(DecimalMark.POINT_OR_COMMA, cells);
	}

	private static DataColumn column(final DecimalMark mark, final String... cells) {
		final DataTable.Builder table = DataTable.builder("t", List.of("c")).decimalMark(mark);
		for (final String cell : cells)
			table.row(List.of(cell));
		return table.build().column("c");
	}

	private static void assertRefused(final String reason, final Executable action) {
		final String message = assertThrows(IllegalArgumentException.class, action).getMessage();
		assertTrue(message.contains(reason), message);
	}
}
