package io.github.vertebraj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ResultTableTest {

	@Test
	void keepsTypesAndOrder() {
		final ResultTable table = ResultTable.builder("ADC", "Region", "n voxels", "Mean (10^-3 mm^2/s)", "Slice").row("L3",
			12L, 0.45, 3).row("L4", 0L, Double.NaN, null).build();
		assertEquals(List.of(List.of("L3", 12L, 0.45, 3), List.of("L4", 0L, Double.NaN, "")), table.rows());
		assertEquals(Double.NaN, table.cell(1, "Mean (10^-3 mm^2/s)"));
		assertEquals("", table.cell(1, "Slice"));
	}

	@Test
	void mayHaveNoRows() {
		assertEquals(0, ResultTable.builder("ADC", "Region").build().rowCount());
	}

	@Test
	void doesNotChangeWithItsBuilder() {
		final ResultTable.Builder builder = ResultTable.builder("ADC", "Region").row("L3");
		final ResultTable table = builder.build();
		builder.row("L4");
		assertEquals(1, table.rowCount());
		assertThrows(UnsupportedOperationException.class, () -> table.rows().get(0).set(0, "L5"));
	}

	@Test
	void refusesWhatIsNoTable() {
		assertRefused("at least one column", () -> ResultTable.builder("ADC"));
		assertRefused("'Mean' stands twice", () -> ResultTable.builder("ADC", "Mean", "Mean"));
		assertRefused("no header", () -> ResultTable.builder("ADC", "Mean", " "));
		assertRefused("has 2 columns, but a row has 1", () -> ResultTable.builder("ADC", "A", "B").row(1));
		assertRefused("has 1 columns, but a row has 2", () -> ResultTable.builder("ADC", "A").row(1, 2));
		assertRefused("'A' is a Float", () -> ResultTable.builder("ADC", "A").row(1f));
		assertRefused("no column 'B'", () -> ResultTable.builder("ADC", "A").row(1).build().cell(0, "B"));
		assertRefused("no row 1", () -> ResultTable.builder("ADC", "A").row(1).build().cell(1, "A"));
	}

	private static void assertRefused(final String reason, final Executable action) {
		final String message = assertThrows(IllegalArgumentException.class, action).getMessage();
		assertTrue(message.contains(reason), message);
	}
}
