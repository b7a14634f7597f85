package io.github.vertebraj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

/** Truth by hand. */
class LongitudinalTableTest {

	private static final DataTable BEFORE = table("before.csv", "Patient,Region,FF (%),Response", "a,L1,20,yes", "a,L2,30,yes",
		"b,L1,40,no", "b,L3,10,no");
	private static final DataTable AFTER = table("after.csv", "Patient,Region,FF (%),Response", "a,L2,36,yes", "a,L1,25,yes",
		"b,L1,NaN,no", "b,L4,12,no");

	private static DataTable table(final String title, final String header, final String... rows) {
		final DataTable.Builder table = DataTable.builder(title, List.of(header.split(",")));
		for (final String row : rows)
			table.row(Arrays.asList(row.split(",", -1)));
		return table.build();
	}

	private static LongitudinalTable of(final Optional<String> date, final List<OptionalDouble> limits,
		final DataTable... tables)
	{
		return new LongitudinalTable(new LongitudinalSource("FF", "Region", Optional.of("Patient"), date, Optional.of(
			"Response"), limits, Optional.empty()), List.of(tables));
	}

	private static LongitudinalTable study() {
		return of(Optional.empty(), List.of(OptionalDouble.of(5.5)), BEFORE, AFTER);
	}

	private static void assertRefused(final String reason, final DataTable... tables) {
		final String message = assertThrows(IllegalArgumentException.class, () -> of(Optional.empty(), List.of(), tables))
			.getMessage();
		assertTrue(message.contains(reason), message);
	}

	@Test
	void joinsRegionsWhateverTheirOrder() {
		final ResultTable table = study().regions("Change");
		assertEquals(5, table.rowCount());
		assertEquals("matched", table.cell(0, "Status"));
		assertEquals(5.0, table.cell(0, "FF change (%)"));
		assertEquals(25.0, table.cell(0, "FF relative change (%)"));
		assertEquals("within", table.cell(0, "FF against limit"));
		assertEquals(6.0, table.cell(1, "FF change (%)"));
		assertEquals("beyond", table.cell(1, "FF against limit"));
		assertEquals("yes", table.cell(1, "Response"));
	}

	@Test
	void listsWhatWasMeasuredOnce() {
		final ResultTable table = study().regions("Change");
		assertEquals("", table.cell(2, "FF against limit"), "not measurable after");
		assertEquals(Double.NaN, table.cell(2, "FF change (%)"));
		assertEquals("only before", table.cell(3, "Status"));
		assertEquals(10.0, table.cell(3, "FF before (%)"));
		assertEquals("only after", table.cell(4, "Status"));
		assertEquals(12.0, table.cell(4, "FF after (%)"));
	}

	@Test
	void averagesOverTheRegionsOfBothTimes() {
		final ResultTable table = study().overall("Overall");
		assertEquals(2, table.rowCount());
		assertEquals(25.0, table.cell(0, "FF before (%)"));
		assertEquals(5.5, table.cell(0, "FF change (%)"));
		assertEquals(22.0, table.cell(0, "FF relative change (%)"));
		assertEquals(2, table.cell(0, "Regions"));
		assertEquals(2, table.cell(0, "FF regions"));
		assertEquals(1, table.cell(1, "Regions"));
		assertEquals(0, table.cell(1, "FF regions"), "L1 of b is NaN after: it is in no mean");
		assertEquals(Double.NaN, table.cell(1, "FF change (%)"), "b has no region that was measurable twice");
	}

	@Test
	void comparesEachDateWithTheFirst() {
		final DataTable times = table("t.csv", "Patient,Region,FF (%),Response,Date", "a,L1,30,yes,2026-03-01",
			"a,L1,20,yes,2026-01-15", "a,L1,0,yes,2026-11-02");
		final ResultTable table = of(Optional.of("Date"), List.of(), times).regions("Change");
		assertEquals(2, table.rowCount());
		assertEquals("2026-01-15", table.cell(0, "From"));
		assertEquals("2026-03-01", table.cell(0, "To"));
		assertEquals(-100.0, table.cell(1, "FF relative change (%)"));
	}

	@Test
	void refusesWhatCannotBeJoined() {
		assertRefused("'L1' of 'a' stands twice at the time 'before'", table("x", "Patient,Region,FF (%),Response",
			"a,L1,1,yes", "a,L1,2,yes"), AFTER);
		assertRefused("Column 'Region', row 1, is empty", table("x", "Patient,Region,FF (%),Response", "a,,1,yes"), AFTER);
		assertRefused("has no column 'FF'", table("x", "Patient,Region,ADC,Response", "a,L1,1,yes"), AFTER);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> of(Optional.empty(), List.of(OptionalDouble.of(1),
			OptionalDouble.of(2)), BEFORE, AFTER)).getMessage().contains("limit must have one number for each of the 1"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> of(Optional.of("Response"), List.of(), BEFORE, AFTER))
			.getMessage().contains("is not a date"));
	}

	@Test
	void nothingBeforeHasNoPercentage() {
		final DataTable zero = table("x", "Patient,Region,FF (%),Response", "a,L1,0,yes");
		assertEquals(Double.NaN, of(Optional.empty(), List.of(), zero, table("y", "Patient,Region,FF (%),Response",
			"a,L1,3,yes")).regions("Change").cell(0, "FF relative change (%)"));
	}

	/** Where the first date lacks a region, the second does not become its first. */
	@Test
	void aRegionThatTheFirstDateLacksIsListed() {
		final DataTable times = table("t.csv", "Patient,Region,FF (%),Response,Date", "a,L1,30,yes,2026-03-01",
			"a,L1,20,yes,2026-01-15", "a,L2,12,yes,2026-03-01", "a,L2,15,yes,2026-06-01", "b,L1,9,no,2026-02-02");
		final ResultTable table = of(Optional.of("Date"), List.of(), times).regions("Change");
		assertEquals(List.of("matched", "only 2026-01-15", "only 2026-03-01", "only 2026-06-01", "only 2026-02-02"), table
			.rows().stream().map(row -> row.get(2)).toList());
		assertEquals("2026-01-15", table.cell(2, "From"));
		final ResultTable overall = of(Optional.of("Date"), List.of(), times).overall("Overall");
		assertEquals(List.of(1, 0, 0), overall.rows().stream().map(row -> row.get(1)).toList());
		assertEquals("b", overall.cell(2, "Subject"));
		assertEquals(Double.NaN, overall.cell(2, "FF change (%)"));
	}

	@Test
	void aSubjectOfOneTimeIsListedOverall() {
		final ResultTable overall = of(Optional.empty(), List.of(), BEFORE, table("after.csv",
			"Patient,Region,FF (%),Response", "a,L1,25,yes", "c,L1,3,no")).overall("Overall");
		assertEquals(List.of("a", "b", "c"), overall.rows().stream().map(row -> row.get(0)).toList());
		assertEquals(List.of(1, 0, 0), overall.rows().stream().map(row -> row.get(1)).toList());
		assertEquals("no", overall.cell(2, "Response"));
	}

	@Test
	void refusesToCarryOverWhatIsThere() {
		final LongitudinalSource source = new LongitudinalSource("FF", "Region", Optional.of("Patient"), Optional.empty(),
			Optional.of("Region"), List.of(), Optional.empty());
		final LongitudinalTable table = new LongitudinalTable(source, List.of(BEFORE, AFTER));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> table.regions("x")).getMessage().contains(
			"name others as keep"));
	}

	@Test
	void refusesAnotherUnit() {
		assertRefused("'FF (%)' of 'before.csv' is 'FF (fraction)' in 'after.csv'", BEFORE, table("after.csv",
			"Patient,Region,FF (fraction),Response", "a,L1,0.25,yes"));
	}

	private static SubjectFacts facts(final String... rows) {
		return SubjectFacts.of(table("patients.csv", "Name,Response,M protein (g/l)", rows), "name", "");
	}

	@Test
	void joinsWhatIsKnownOfTheSubjects() {
		final LongitudinalTable table = new LongitudinalTable(new LongitudinalSource("FF", "Region", Optional.of("Patient"),
			Optional.empty(), Optional.empty(), List.of(), Optional.of(facts("b,no,31", "z,yes,20"))), List.of(BEFORE, AFTER));
		final ResultTable overall = table.overall("Overall");
		assertEquals("", overall.cell(0, "Response"));
		assertEquals("31", overall.cell(1, "M protein (g/l)"));
		assertEquals(List.of("not in the joined table: a; in the joined table, but not measured: z"), table.notes());
		assertTrue(assertThrows(IllegalArgumentException.class, () -> facts("a,no,1", "a,no,1")).getMessage().contains(
			"'a' stands twice in column 'Name' of 'patients.csv'"));
	}
}
