package io.github.vertebraj.reading.morphometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.vertebraj.reading.morphometry.PointNames.Marked;

import org.junit.jupiter.api.Test;

class PointNamesTest {

	private static List<PlacedPoint> points(final int from, final int n) {
		return IntStream.range(from, from + n).mapToObj(i -> new PlacedPoint(i, 2 * i, 0)).toList();
	}

	private static BodyOutline one(final Marked... marked) {
		final List<BodyOutline> all = PointNames.read(List.of(marked), "");
		assertEquals(1, all.size());
		return all.get(0);
	}

	@Test
	void sixPointsOfOneNameAreInOrder() {
		final BodyOutline body = one(new Marked("L3", points(0, 6)));
		assertEquals("L3", body.name());
		assertEquals(4, body.point(BodyPoint.PS).x());
		final Marked[] singles = IntStream.range(0, 6).mapToObj(i -> new Marked(i % 2 == 0 ? "L3" : " l3 ", points(i, 1)))
			.toArray(Marked[]::new);
		assertEquals(body.points(), one(singles).points());
	}

	@Test
	void namedPointsMayBeInAnyOrder() {
		final List<Marked> marked = new ArrayList<>();
		for (final String point : List.of("PI", "as", "MS-1", "MI", "PS", "AI"))
			marked.add(new Marked("T12 " + point, points(marked.size(), 1)));
		final BodyOutline body = one(marked.toArray(Marked[]::new));
		assertEquals("T12", body.name());
		assertEquals(1, body.point(BodyPoint.AS).x());
		assertEquals(0, body.point(BodyPoint.PI).x());
		assertEquals(2, body.point(BodyPoint.MS).x());
	}

	@Test
	void whatIsMissingTwiceOrTooMuchIsSaid() {
		assertEquals("without AI, MS, MI, PS, PI", one(new Marked("L3 AS", points(0, 1))).problem());
		assertEquals("AS stands twice", one(new Marked("L3 AS", points(0, 1)), new Marked("L3 AS-1", points(1, 1)))
			.problem());
		assertTrue(one(new Marked("L3", points(0, 5))).problem().startsWith("5 points instead of six"));
		assertTrue(one(new Marked("L3", points(0, 6)), new Marked("L3", points(6, 6))).problem().startsWith("12 points"));
		assertTrue(one(new Marked("L3", points(0, 6)), new Marked("L3 AS", points(6, 1))).problem().startsWith(
			"points are given twice"));
		assertTrue(one(new Marked("L3 AS", points(0, 2))).problem().contains("is one point, but has 2"));
	}

	@Test
	void namelessPointsGoByTheLevels() {
		final List<BodyOutline> bodies = PointNames.read(List.of(new Marked("", points(0, 12))), "L2, L1");
		assertEquals(List.of("L2", "L1"), bodies.stream().map(BodyOutline::name).toList());
		assertEquals(6, bodies.get(1).point(BodyPoint.AS).x());
		final String message = assertThrows(IllegalArgumentException.class, () -> PointNames.read(List.of(new Marked("",
			points(0, 7))), "L2")).getMessage();
		assertTrue(message.startsWith("There are 7 points without a name, but levels names 1"), message);
		assertThrows(IllegalArgumentException.class, () -> PointNames.read(List.of(new Marked("", points(0, 6))), ""));
		assertThrows(IllegalArgumentException.class, () -> PointNames.read(List.of(new Marked("L1", points(0, 6))), "L2"));
	}

	@Test
	void rangesOfLevelsSkipVariants() {
		assertEquals(List.of("T11", "T12", "L1"), PointNames.levels("T11-L1"));
		assertEquals(List.of("L2", "L1", "T12"), PointNames.levels("L2-T12"));
		assertEquals(List.of("T12", "T13"), PointNames.levels("t12-t13"));
		assertEquals(List.of("L4", "upper one"), PointNames.levels("L4, upper one,"));
		assertThrows(IllegalArgumentException.class, () -> PointNames.levels("L1-L3,l2"));
	}
}
