package io.github.vertebraj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class LabelLayoutTest {

	private static final Rectangle2D PANEL = new Rectangle2D.Double(0, 0, 900, 1200);

	@Test
	void nothingNeedsNoPlace() {
		assertEquals(List.of(), LabelLayout.place(PANEL, List.of(), List.of()));
	}

	@Test
	void aSpineHasItsNamesInOneColumn() {
		final List<LabelLayout.Item> items = new ArrayList<>();
		for (int i = 0; i < 12; i++)
			items.add(item(300 + 8 * i, 40 + 95 * i, 130, 60));
		final List<Rectangle2D> boxes = assertTidy(items);
		assertEquals(1, boxes.stream().map(Rectangle2D::getX).distinct().count());
	}

	@Test
	void regionsSideBySideAreNamedApart() {
		assertTidy(List.of(item(200, 500, 150, 150), item(360, 500, 150, 150), item(520, 500, 150, 150)));
	}

	@Test
	void aRegionInACornerIsNamedInside() {
		assertTidy(List.of(item(0, 0, 30, 30), item(870, 1170, 30, 30)));
	}

	@Test
	void theSameRegionTwiceHasTwoNames() {
		assertTidy(List.of(item(400, 400, 100, 100), item(400, 400, 100, 100)));
	}

	@Test
	void anObstacleIsLeftFree() {
		final Rectangle2D obstacle = new Rectangle2D.Double(500, 380, 400, 140);
		final List<Rectangle2D> boxes = LabelLayout.place(PANEL, List.of(item(380, 400, 100, 100)), List.of(obstacle));
		assertFalse(boxes.get(0).intersects(obstacle));
	}

	@Test
	void aRegionThatFillsThePanelHasItsNameOnIt() {
		assertInside(LabelLayout.place(PANEL, List.of(item(0, 0, 900, 1200)), List.of()));
	}

	@Test
	void aNameWiderThanThePanelBeginsAtItsEdge() {
		final Rectangle2D region = new Rectangle2D.Double(400, 400, 50, 50);
		final List<Rectangle2D> boxes = LabelLayout.place(PANEL, List.of(LabelLayout.Item.of(List.of(region), 2000, 30)),
			List.of());
		assertEquals(0, boxes.get(0).getX());
	}

	@Test
	void aLeaderEndsAtTheRegion() {
		final Line2D leader = LabelLayout.leader(new Rectangle2D.Double(600, 400, 150, 30), item(400, 380, 100, 70));
		assertEquals(500, leader.getX2());
		assertEquals(leader.getY1(), leader.getY2(), 1e-9, "level");
	}

	private static LabelLayout.Item item(final double x, final double y, final double width, final double height) {
		return LabelLayout.Item.of(List.of(new Rectangle2D.Double(x, y, width, height)), 170, 30);
	}

	/** Names hide neither one another nor a region, and stay inside. */
	private static List<Rectangle2D> assertTidy(final List<LabelLayout.Item> items) {
		final List<Rectangle2D> boxes = LabelLayout.place(PANEL, items, List.of());
		assertInside(boxes);
		for (int i = 0; i < boxes.size(); i++) {
			for (int k = 0; k < i; k++)
				assertFalse(boxes.get(i).intersects(boxes.get(k)), "names " + i + " and " + k);
			for (final LabelLayout.Item item : items)
				assertFalse(boxes.get(i).intersects(item.bounds()), "name " + i + " on a region");
		}
		return boxes;
	}

	private static void assertInside(final List<Rectangle2D> boxes) {
		boxes.forEach(box -> assertTrue(PANEL.contains(box), box.toString()));
	}
}
