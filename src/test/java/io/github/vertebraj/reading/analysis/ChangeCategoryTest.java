package io.github.vertebraj.reading.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ChangeCategoryTest {

	/** The arrows of Table 1 of the source; blanks there are 0. */
	private static final Map<String, Integer> TABLE = Map.ofEntries(Map.entry("-0+", 1), Map.entry("--+", 2), Map.entry(
		"0-+", 3), Map.entry("+-0", 4), Map.entry("+0-", 5), Map.entry("+--", 6), Map.entry("+-+", 7), Map.entry("-+0", 8),
		Map.entry("-++", 9), Map.entry("-+-", 10), Map.entry("0+-", 11), Map.entry("++-", 12), Map.entry("000", 13));

	private static int sign(final char text) {
		return "-0+".indexOf(text) - 1;
	}

	private static void assertTriple(final String signs, final Integer expected) {
		final int[] triple = signs.chars().map(text -> sign((char) text)).toArray();
		if (expected == null) assertThrows(IllegalArgumentException.class, () -> ChangeCategory.ofSigns(triple[0], triple[1],
			triple[2]), signs);
		else assertEquals(expected, ChangeCategory.ofSigns(triple[0], triple[1], triple[2]).number(), signs);
	}

	@Test
	void thirteenOf27TriplesAreCategories() {
		for (int i = 0; i < 27; i++) {
			final String signs = "" + "-0+".charAt(i / 9) + "-0+".charAt(i / 3 % 3) + "-0+".charAt(i % 3);
			assertTriple(signs, TABLE.get(signs));
		}
	}

	@Test
	void everyTripleIsAsTheGoldenMapSays() throws IOException {
		final Path golden = Path.of("..", "shared", "golden", "category-map.csv");
		Assumptions.assumeTrue(Files.exists(golden), "there is no " + golden);
		final List<String> lines = Files.readAllLines(golden);
		assertEquals(29, lines.size());
		for (final String line : lines.subList(1, 28)) {
			final String[] cells = line.split(",");
			final boolean exists = cells[3].equals("Y");
			assertTriple(cells[0] + cells[1] + cells[2], exists ? Integer.valueOf(cells[4]) : null);
			if (!exists) continue;
			final ChangeCategory category = ChangeCategory.values()[Integer.parseInt(cells[4]) - 1];
			assertEquals(cells[5], category.group().key(), line);
			assertEquals(cells[6].contains("detection"), category.isDetection(), line);
			assertEquals(cells[6].contains("characterization"), category.isCharacterization(), line);
		}
	}

	@Test
	void groupsAreThoseOfTheSource() {
		assertEquals(List.of("definitely useful", "equivocal", "not useful", "presumed non-metastatic"), IntStream.of(0, 7,
			12, 13).mapToObj(i -> ChangeCategory.values()[i].group().key()).toList());
		assertEquals(7, IntStream.range(0, 14).filter(i -> ChangeCategory.values()[
			i].group() == UsefulnessGroup.DEFINITELY_USEFUL).count());
	}

	@Test
	void allBenignIsToldFirst() {
		assertEquals(ChangeCategory.C14, ChangeCategory.of(new RatingCounts(0, 0, 29), new RatingCounts(0, 0, 29)));
		assertEquals(ChangeCategory.C13, ChangeCategory.of(new RatingCounts(1, 0, 28), new RatingCounts(1, 0, 28)));
	}

	@Test
	void otherTotalsAreRefused() {
		final var e = assertThrows(IllegalArgumentException.class, () -> ChangeCategory.of(new RatingCounts(0, 0, 29),
			new RatingCounts(0, 0, 28)));
		assertTrue(e.getMessage().contains("29 segments and the second 28"), e.getMessage());
	}
}
