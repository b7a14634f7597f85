package io.github.vertebraj.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class RegionPairsTest {

	private static final List<NamePattern> TARGETS = List.of(new NamePattern("LF"), new NamePattern("IVD"));

	@Test
	void bothLigamentsGoWithTheDuralCanalOfTheirLevel() {
		assertPairs("[L4-5 LF L4-5_DC L4-5_LF left, L4-5 LF L4-5_DC L4-5_LF right, L4-5 IVD L4-5_DC L4-5_IVD," +
			" L5-S1 IVD L5-S1_DC L5-S1_IVD]", "[L5-S1 LF without LF, L3-4 LF without DC, L3-4 IVD without DC]", "L4-5_LF left",
			"L4-5_DC", "L5-S1_IVD", "L4-5_LF right", "L5-S1_DC", "L4-5_IVD", "L3-4_IVD", "L3-4_LF", "L4_VB");
	}

	@Test
	void severalReferencesAreToldApartBySideAndNumber() {
		assertPairs("[L4-5 LF L4-5_DC left L4-5_LF left, L4-5 LF L4-5_DC right L4-5_LF right]", "[L4-5 IVD without IVD]",
			"L4-5_DC left", "L4-5_DC right", "L4-5_LF left", "L4-5_LF right");
		assertRefused("could be compared with each of [L4-5_DC 1, L4-5_DC 2]", "L4-5_DC 1", "L4-5_DC 2", "L4-5_LF");
	}

	@Test
	void regionsOutsideTheGrammarAreALevelOfTheirOwn() {
		final RegionPairs pairs = RegionPairs.of(List.of("canal", "ligament"), new NamePattern("canal"), List.of(
			new NamePattern("ligament")));
		assertEquals(List.of(new RegionPairs.Pair("", new NamePattern("ligament"), 0, 1)), pairs.pairs());
		assertTrue(pairs.missing().isEmpty());
	}

	@Test
	void whatCannotBeComparedIsRefused() {
		assertRefused("No region is named as reference (DC) or as target ([LF, IVD]); the regions are [L3_VB]", "L3_VB");
		assertRefused("'L3-4_DC LF' is both reference (DC) and target", "L3-4_DC LF");
	}

	private static void assertPairs(final String pairs, final String missing, final String... names) {
		final RegionPairs found = RegionPairs.of(Arrays.asList(names), new NamePattern("DC"), TARGETS);
		assertEquals(pairs, found.pairs().stream().map(pair -> pair.level() + " " + pair.pattern().text() + " " + names[pair
			.reference()] + " " + names[pair.target()]).toList().toString());
		assertEquals(missing, found.missing().stream().map(each -> each.level() + " " + each.target().text() + " without " +
			each.absent().text()).toList().toString());
	}

	private static void assertRefused(final String message, final String... names) {
		final String actual = assertThrows(IllegalArgumentException.class, () -> RegionPairs.of(Arrays.asList(names),
			new NamePattern("DC"), TARGETS)).getMessage();
		assertTrue(actual.contains(message), actual);
	}
}
