package io.github.vertebraj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class ReferenceLevelsTest {

	private static final DataTable TABLE = DataTable.builder("t", List.of("Site (level)", "a, b", "c=d", "n"))
		.row(List.of("T12", "x", "e=f", "1")).row(List.of("t12", "x, y", "e", "2")).row(List.of("L1", "y", "g", "10"))
		.build();

	private static Map<String, String> parse(final String text) {
		return ReferenceLevels.parse(text, TABLE, TABLE.columns()).entrySet().stream().collect(Collectors.toMap(
			entry -> entry.getKey().name(), Map.Entry::getValue));
	}

	private static void assertRefused(final String reason, final String text) {
		final String message = assertThrows(IllegalArgumentException.class, () -> parse(text)).getMessage();
		assertTrue(message.contains(reason), message);
	}

	@Test
	void readsColumnsAndLevelsWithCommasAndEqualsSigns() {
		assertEquals(Map.of("a, b", "x, y", "c=d", "e=f", "n", "10"), parse("a, b = x, y, c=d=e=f,n=10"));
		assertEquals(Map.of("a, b", "x", "n", "1"), parse(" a, b=x , n=1 ,"));
		assertEquals(Map.of(), parse(" "));
	}

	@Test
	void caseMattersOnlyWhereLevelsDifferByItAlone() {
		assertEquals(Map.of("Site (level)", "t12"), parse("site=t12"));
		assertEquals(Map.of("Site (level)", "T12"), parse("Site (level)=T12"));
		assertEquals(Map.of("Site (level)", "t12"), parse("Site (level)=t12"));
		assertEquals(Map.of("Site (level)", "L1"), parse("SITE (LEVEL)=l1"));
	}

	@Test
	void refusesWhatItCannotRead() {
		assertRefused("'n' has no equals sign", "n");
		assertRefused("'n' has no value '3'; its values are 1, 2, 10", "n=3");
		assertRefused("no column 'm'", "m=3");
		assertRefused("'n' is named twice", "n=1, n=2");
	}
}
