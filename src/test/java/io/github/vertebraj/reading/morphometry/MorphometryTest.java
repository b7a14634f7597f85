package io.github.vertebraj.reading.morphometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

class MorphometryTest {

	private static final double EXACT = 1e-9;
	private static final double X = 0.7;
	private static final double Y = 1.3;

	/** A body of these heights (mm), 30 mm deep with the front on the left, turned, on anisotropic pixels. */
	private static BodyOutline body(final String name, final double degrees, final double... heights) {
		final double turn = Math.toRadians(degrees);
		final List<PlacedPoint> points = new ArrayList<>();
		for (int i = 0; i < 3; i++)
			for (final int up : new int[] { -1, 1 }) {
				final double back = (i - 1) * 15.0;
				final double down = up * heights[i] / 2;
				points.add(new PlacedPoint((50 + back * Math.cos(turn) - down * Math.sin(turn)) / X, (80 + back * Math.sin(
					turn) + down * Math.cos(turn)) / Y, 4));
			}
		return BodyOutline.of(name, points);
	}

	private static List<BodyMeasurement> measure(final HeightReference reference, final BodyOutline... bodies) {
		return new Morphometry(X, Y, Optional.of(AnteriorSide.LEFT), reference, 20, Optional.empty()).measure(List.of(
			bodies));
	}

	private static BodyMeasurement measure(final BodyOutline body) {
		return measure(HeightReference.POSTERIOR, body).get(0);
	}

	private static void assertNotMeasurable(final BodyMeasurement row, final String reason) {
		assertTrue(row.problem().contains(reason), row.problem());
		assertTrue(Double.isNaN(row.anterior()) && Double.isNaN(row.middle()) && Double.isNaN(row.posterior()) && Double
			.isNaN(row.area()), row.toString());
		assertEquals(BodyShape.NOT_ASSESSABLE, row.shape());
	}

	@Test
	void heightsAreThoseOfTheDrawingHoweverItIsTurned() {
		for (final double degrees : new double[] { 0, 17, -33, 90 }) {
			final BodyMeasurement row = measure(body("L1", degrees, 18, 21, 24));
			assertEquals(18, row.anterior(), EXACT);
			assertEquals(21, row.middle(), EXACT);
			assertEquals(24, row.posterior(), EXACT);
			assertEquals(15 * (18 + 21) / 2.0 + 15 * (21 + 24) / 2.0, row.area(), EXACT); // two trapezoids
			assertEquals(25, row.againstOwn().anterior(), EXACT);
			assertEquals(12.5, row.againstOwn().middle(), EXACT);
			assertTrue(Double.isNaN(row.againstOwn().posterior()));
			assertEquals(BodyShape.WEDGE, row.shape());
		}
	}

	@Test
	void shapesGoByTheGreatestLoss() {
		assertEquals(BodyShape.NORMAL, measure(body("L1", 5, 20.1, 20.1, 25)).shape());
		assertEquals(BodyShape.WEDGE, measure(body("L1", 5, 20, 22, 25)).shape()); // 20 % is enough
		assertEquals(BodyShape.BICONCAVE, measure(body("L1", 5, 23, 18, 25)).shape());
		assertEquals(BodyShape.WEDGE, measure(body("L1", 5, 18, 18, 25)).shape());
	}

	@Test
	void crushShowsOnlyAgainstNeighbours() {
		final BodyOutline[] spine = { body("L1", 8, 24, 24, 24), body("L2", 0, 14, 14.5, 15), body("L3", -8, 26, 26, 26) };
		final BodyMeasurement own = measure(HeightReference.POSTERIOR, spine).get(1);
		assertEquals(BodyShape.NORMAL, own.shape());
		final BodyMeasurement row = measure(HeightReference.NEIGHBOURS, spine).get(1);
		assertEquals(BodyShape.CRUSH, row.shape());
		assertEquals(100 * (1 - 14 / 25.0), row.graded().greatest(), EXACT);
		assertEquals(40, row.againstOthers().posterior(), EXACT);
		assertEquals(100 * (1 - 14.5 / 25), row.againstOthers().area(), EXACT); // (14 + 2*14.5 + 15)/4 = 14.5 high on average
		assertEquals(List.of("L1", "L3"), row.neighbours());
	}

	@Test
	void reducedVertebraeAreNoReference() {
		final BodyOutline[] spine = { body("T12", 0, 24, 24, 24), body("L1", 0, 12, 20, 25), body("L2", 0, 26, 26, 26), body(
			"L4", 0, 30, 30, 30) };
		final List<BodyMeasurement> rows = measure(HeightReference.NEIGHBOURS, spine);
		assertEquals(List.of("L2"), rows.get(0).neighbours()); // beyond L1
		assertEquals(List.of("T12"), rows.get(2).neighbours()); // and L3 is missing, so L4 is not asked
		assertEquals(List.of(), rows.get(3).neighbours());
		assertTrue(rows.get(3).problem().contains("no neighbour"), rows.get(3).problem());
		final Morphometry all = new Morphometry(X, Y, Optional.empty(), HeightReference.NEIGHBOURS, 20, Optional.of(Set
			.of()));
		assertEquals(List.of("L1"), all.measure(List.of(spine)).get(0).neighbours());
		final Morphometry wrong = new Morphometry(X, Y, Optional.empty(), HeightReference.NEIGHBOURS, 20, Optional.of(Set.of(
			"L9")));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> wrong.measure(List.of(spine))).getMessage().contains(
			"'L9'"));
	}

	@Test
	void namesWithoutALevelHaveNoNeighbours() {
		final BodyMeasurement row = measure(HeightReference.NEIGHBOURS, body("21", 0, 24, 24, 24), body("22", 0, 14, 14, 14))
			.get(1);
		assertEquals(14, row.posterior(), EXACT);
		assertEquals(BodyShape.NOT_ASSESSABLE, row.shape());
		assertTrue(row.problem().contains("no level"), row.problem());
	}

	@Test
	void pointsOutOfOrderAreNotMeasured() {
		final List<PlacedPoint> good = body("L1", 10, 20, 21, 22).points();
		final List<PlacedPoint> crossed = new ArrayList<>(good);
		crossed.set(4, good.get(5));
		crossed.set(5, good.get(4));
		assertNotMeasurable(measure(BodyOutline.of("L1", crossed)), "cross");
		final List<PlacedPoint> flat = new ArrayList<>(good);
		flat.set(1, good.get(0));
		assertNotMeasurable(measure(BodyOutline.of("L1", flat)), "anterior height is 0 mm");
		final List<PlacedPoint> turned = List.of(good.get(4), good.get(5), good.get(2), good.get(3), good.get(0), good.get(
			1));
		assertNotMeasurable(measure(BodyOutline.of("L1", turned)), "behind the posterior");
		assertNotMeasurable(measure(BodyOutline.of("L1", good.subList(0, 5))), "5 points instead of six");
		final List<PlacedPoint> apart = new ArrayList<>(good);
		apart.set(0, new PlacedPoint(good.get(0).x(), good.get(0).y(), 6));
		assertNotMeasurable(measure(BodyOutline.of("L1", apart)), "slices 5 to 7");
	}

	/** Without knowing where the front is, the others tell. */
	@Test
	void theOneThatIsExchangedIsFound() {
		final List<PlacedPoint> good = body("L2", 10, 20, 21, 22).points();
		final BodyOutline turned = BodyOutline.of("L2", List.of(good.get(4), good.get(5), good.get(2), good.get(3), good.get(
			0), good.get(1)));
		final List<BodyMeasurement> rows = new Morphometry(X, Y, Optional.empty(), HeightReference.POSTERIOR, 20, Optional
			.empty()).measure(List.of(body("L1", 0, 20, 20, 20), turned, body("L3", 0, 22, 22, 22)));
		assertNotMeasurable(rows.get(1), "exchanged");
		assertEquals(20, rows.get(0).anterior(), EXACT);
		assertEquals(List.of(), rows.get(0).neighbours().stream().filter("L2"::equals).toList());
	}

	@Test
	void aVertebraStandsOnce() {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> measure(HeightReference.POSTERIOR, body("L1", 0, 20, 20,
			20), body("L1_VB", 0, 20, 20, 20))).getMessage().contains("same vertebra"));
	}

	@Test
	void settingsAreChecked() {
		assertThrows(IllegalArgumentException.class, () -> new Morphometry(0, 1, Optional.empty(), HeightReference.POSTERIOR,
			20, Optional.empty()));
		assertThrows(IllegalArgumentException.class, () -> new Morphometry(1, Double.NaN, Optional.empty(),
			HeightReference.POSTERIOR, 20, Optional.empty()));
		assertThrows(IllegalArgumentException.class, () -> new Morphometry(1, 1, Optional.empty(), HeightReference.POSTERIOR,
			0, Optional.empty()));
		assertThrows(IllegalArgumentException.class, () -> HeightReference.of("nobody"));
	}
}
