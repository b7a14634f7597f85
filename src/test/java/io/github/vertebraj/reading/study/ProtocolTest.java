package io.github.vertebraj.reading.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.vertebraj.reading.Site;

class ProtocolTest {

	private static final Protocol DIFFUSION = Protocol.ofDiffusion("DWI", List.of(new StudyReader("kim", ""),
		new StudyReader("lee", "")), 42);

	@Test
	void theFirstSessionHasNoDiffusionCriteria() {
		assertTrue(DIFFUSION.session(1).criteria().stream().noneMatch(Criterion::isOfDiffusion));
		assertTrue(DIFFUSION.session(2).criteria().contains(Criterion.LOW_ADC));
		assertEquals(14, DIFFUSION.washoutDays());
		assertEquals("doubtful", DIFFUSION.scale().get(Rating.DOUBTFUL));
	}

	@Test
	void contradictionsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> DIFFUSION.withSites(EnumSet.of(Site.IVD)));
		assertThrows(IllegalArgumentException.class, () -> DIFFUSION.withSites(EnumSet.noneOf(Site.class)));
		assertThrows(IllegalArgumentException.class, () -> DIFFUSION.withSessions(List.of(), 14));
		assertThrows(IllegalArgumentException.class, () -> DIFFUSION.withSessions(List.of(StudySession.WITH_DWI), 14));
		assertThrows(IllegalArgumentException.class, () -> DIFFUSION.withReaders(List.of(new StudyReader("a", ""),
			new StudyReader("A", ""))));
		assertThrows(IllegalArgumentException.class, () -> DIFFUSION.withNumbers(List.of("BMI", "BMI")));
		assertThrows(IllegalArgumentException.class, () -> DIFFUSION.session(3));
		assertThrows(IllegalArgumentException.class, () -> DIFFUSION.reader("Kim"));
	}

	@Test
	void casesCarryOnlyWhatIsDeclared() {
		final StudyCase one = StudyCase.of("P01").withNumber("BMI (kg/m^2)", 23.4);
		assertThrows(IllegalArgumentException.class, () -> DIFFUSION.check(one));
		DIFFUSION.withNumbers(List.of("BMI (kg/m^2)")).check(one);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "..", "a/b", "a\\b", "con", "NUL.txt", "a.", "a b", "\u00fc", "a:b", "P01*" })
	void idsMustNameFiles(final String id) {
		assertThrows(IllegalArgumentException.class, () -> StudyCase.of(id));
	}

	@Test
	void everyReaderAndSessionHasItsOwnOrder() {
		final List<String> cases = IntStream.rangeClosed(1, 48).mapToObj(number -> "P" + number).toList();
		final List<String> order = ReadingOrder.of(42, "kim", 1, cases);
		assertEquals(new HashSet<>(cases), new HashSet<>(order));
		assertEquals(order, ReadingOrder.of(42, "kim", 1, new HashSet<>(cases)));
		assertNotEquals(order, ReadingOrder.of(42, "kim", 2, cases));
		assertNotEquals(order, ReadingOrder.of(42, "lee", 1, cases));
		assertNotEquals(order, ReadingOrder.of(43, "kim", 1, cases));
		final List<String> more = new ArrayList<>(cases);
		more.add("P49");
		final List<String> longer = new ArrayList<>(ReadingOrder.of(42, "kim", 1, more));
		longer.remove("P49");
		assertEquals(order, longer);
	}

	/** Python 3: sorted(("P1", ..., "P8"), key=lambda c: int.from_bytes(sha256(f"42/kim/1/{c}".encode()).digest()[:8],
	 *  "big", signed=True)). */
	@Test
	void theOrderIsTheDocumentedOne() {
		assertEquals(List.of(ORDER.split(" ")), ReadingOrder.of(42, "kim", 1, IntStream.rangeClosed(1, 8).mapToObj(
			number -> "P" + number).toList()));
	}

	private static final String ORDER = "P7 P6 P2 P8 P1 P3 P5 P4";
}
