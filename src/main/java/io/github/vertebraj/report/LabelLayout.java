package io.github.vertebraj.report;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds a place for each region's name: beside the region, off all regions and other names where there is room. Each
 * name takes the cheapest of many candidate places in view of the names placed before; a few rounds settle them. Units
 * are pixels of the figure.
 */
final class LabelLayout {

	/**
	 * A name to be placed.
	 *
	 * @param pieces rectangles that make up the region
	 * @param bounds around all of them
	 * @param width  of the text
	 * @param height of the text
	 */
	record Item(List<Rectangle2D> pieces, Rectangle2D bounds, double width, double height) {

		static Item of(final List<Rectangle2D> pieces, final double width, final double height) {
			final Rectangle2D bounds = (Rectangle2D) pieces.get(0).clone();
			pieces.forEach(bounds::add);
			return new Item(pieces, bounds, width, height);
		}
	}

	private record Candidate(Rectangle2D box, double cost) {}

	private static final int ROUNDS = 3;
	private static final double HIDES_NAME = 50;
	private static final double LEADER_CROSSES_NAME = 20;
	private static final double HIDES_OTHER_REGION = 12;
	private static final double HIDES_OWN_REGION = 6;
	private static final double LEADER_CROSSES_REGION = 3;
	private static final double NOT_IN_COLUMN = 1;
	private static final double LESS_ROOM = 0.7;
	/** For each line height between the name and its region. */
	private static final double DISTANCE = 0.1;
	/** For each line height off the middle of the region. */
	private static final double MOVED = 0.4;
	/** In line heights. */
	private static final double FARTHEST = 8;

	private final Rectangle2D panel;
	private final List<Item> items;
	private final List<Rectangle2D> obstacles;
	private final Rectangle2D all;
	private final Rectangle2D[] boxes;
	private final Line2D[] leaders;

	private LabelLayout(final Rectangle2D panel, final List<Item> items, final List<Rectangle2D> obstacles) {
		this.panel = panel;
		this.items = items;
		this.obstacles = obstacles;
		all = (Rectangle2D) items.get(0).bounds.clone();
		items.forEach(item -> all.add(item.bounds));
		boxes = new Rectangle2D[items.size()];
		leaders = new Line2D[items.size()];
	}

	/**
	 * The box of each name, in the order of the items.
	 *
	 * @param panel     where names may stand
	 * @param obstacles where they should not stand
	 */
	static List<Rectangle2D> place(final Rectangle2D panel, final List<Item> items, final List<Rectangle2D> obstacles) {
		return items.isEmpty() ? List.of() : new LabelLayout(panel, items, obstacles).place();
	}

	/** The line from a name to its region, with a little air at the name; of length 0 when they touch. */
	static Line2D leader(final Rectangle2D name, final Item item) {
		final Rectangle2D region = item.bounds;
		final Rectangle2D box = grown(name, item.height / 5);
		final double x1 = Math.max(box.getMinX(), Math.min(box.getMaxX(), region.getCenterX()));
		final double y1 = Math.max(box.getMinY(), Math.min(box.getMaxY(), region.getCenterY()));
		double x2 = x1;
		double y2 = y1;
		double nearest = Double.POSITIVE_INFINITY;
		for (final Rectangle2D piece : item.pieces) {
			final double x = Math.max(piece.getMinX(), Math.min(piece.getMaxX(), x1));
			final double y = Math.max(piece.getMinY(), Math.min(piece.getMaxY(), y1));
			// level leaders look calm
			final double distance = Math.hypot(x - x1, 3 * (y - y1));
			if (distance >= nearest) continue;
			nearest = distance;
			x2 = x;
			y2 = y;
		}
		return new Line2D.Double(x1, y1, x2, y2);
	}

	private List<Rectangle2D> place() {
		final List<Integer> order = new ArrayList<>();
		for (int i = 0; i < items.size(); i++)
			order.add(i);
		order.sort(Comparator.comparingDouble(i -> items.get(i).bounds.getCenterY()));
		for (int round = 0; round < ROUNDS; round++)
			for (final int i : order) {
				boxes[i] = best(i);
				leaders[i] = leader(boxes[i], items.get(i));
			}
		return List.of(boxes);
	}

	private Rectangle2D best(final int i) {
		Rectangle2D best = null;
		double least = Double.POSITIVE_INFINITY;
		for (final Candidate candidate : candidates(items.get(i))) {
			final double cost = cost(i, candidate);
			if (cost >= least) continue;
			least = cost;
			best = candidate.box;
		}
		return best;
	}

	/** In a column beside all regions, beside the region itself, above and below it; never outside of the panel. */
	private List<Candidate> candidates(final Item item) {
		final Rectangle2D own = item.bounds;
		final double w = item.width;
		final double h = item.height;
		final boolean roomAtRight = panel.getMaxX() - all.getMaxX() >= all.getMinX() - panel.getMinX();
		final double right = roomAtRight ? 0 : LESS_ROOM;
		final double left = roomAtRight ? LESS_ROOM : 0;
		final List<Candidate> candidates = new ArrayList<>();
		for (double shift = -FARTHEST; shift <= FARTHEST; shift += 0.25) {
			final double y = own.getCenterY() + (shift - 0.5) * h;
			final double moved = MOVED * Math.abs(shift);
			candidates.add(candidate(all.getMaxX() + h, y, item, right + moved));
			candidates.add(candidate(all.getMinX() - h - w, y, item, left + moved));
			candidates.add(candidate(own.getMaxX() + 0.6 * h, y, item, right + moved + NOT_IN_COLUMN));
			candidates.add(candidate(own.getMinX() - 0.6 * h - w, y, item, left + moved + NOT_IN_COLUMN));
			final double x = own.getCenterX() - w / 2 + shift * h;
			candidates.add(candidate(x, own.getMinY() - 1.4 * h, item, moved + 2 * NOT_IN_COLUMN));
			candidates.add(candidate(x, own.getMaxY() + 0.4 * h, item, moved + 2 * NOT_IN_COLUMN));
		}
		return candidates;
	}

	private Candidate candidate(final double x, final double y, final Item item, final double cost) {
		final double inX = Math.max(panel.getMinX(), Math.min(panel.getMaxX() - item.width, x));
		final double inY = Math.max(panel.getMinY(), Math.min(panel.getMaxY() - item.height, y));
		return new Candidate(new Rectangle2D.Double(inX, inY, item.width, item.height), cost);
	}

	private double cost(final int i, final Candidate candidate) {
		final Rectangle2D box = candidate.box;
		final Item item = items.get(i);
		final Line2D leader = leader(box, item);
		double cost = candidate.cost + DISTANCE * leader.getP1().distance(leader.getP2()) / item.height;
		for (final Rectangle2D obstacle : obstacles)
			cost += HIDES_NAME * covered(obstacle, box);
		for (int k = 0; k < items.size(); k++) {
			cost += costOnRegion(k, k == i, box, leader);
			if (k == i || boxes[k] == null) continue;
			cost += HIDES_NAME * covered(grown(boxes[k], item.height / 5), box);
			if (leader.intersects(boxes[k]) || leaders[k].intersects(box)) cost += LEADER_CROSSES_NAME;
			if (leader.intersectsLine(leaders[k])) cost += LEADER_CROSSES_REGION;
		}
		return cost;
	}

	private double costOnRegion(final int k, final boolean own, final Rectangle2D box, final Line2D leader) {
		final Item region = items.get(k);
		if (!box.intersects(region.bounds) && !leader.intersects(region.bounds)) return 0;
		double hidden = 0;
		boolean crossed = false;
		for (final Rectangle2D piece : region.pieces) {
			hidden += covered(piece, box);
			crossed |= !own && leader.intersects(piece);
		}
		return hidden * (own ? HIDES_OWN_REGION : HIDES_OTHER_REGION) + (crossed ? LEADER_CROSSES_REGION : 0);
	}

	/** The part of a box that lies on something. */
	private static double covered(final Rectangle2D something, final Rectangle2D box) {
		final Rectangle2D common = something.createIntersection(box);
		return common.isEmpty() ? 0 : common.getWidth() * common.getHeight() / (box.getWidth() * box.getHeight());
	}

	private static Rectangle2D grown(final Rectangle2D box, final double by) {
		return new Rectangle2D.Double(box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
	}
}
