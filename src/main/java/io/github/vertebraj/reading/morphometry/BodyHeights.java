package io.github.vertebraj.reading.morphometry;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.List;

/**
 * The heights of a vertebral body.
 *
 * @param anterior  in mm, from AS to AI; NaN when not measurable, as are all others then
 * @param middle    in mm
 * @param posterior in mm
 * @param area      of the polygon AS, MS, PS, PI, MI, AI, in mm²; negative when it runs counter-clockwise on the screen
 * @param problem   why it is not measurable; empty text when it is
 */
record BodyHeights(double anterior, double middle, double posterior, double area, String problem) {

	/** The way around the body. */
	private static final List<BodyPoint> AROUND = List.of(BodyPoint.AS, BodyPoint.MS, BodyPoint.PS, BodyPoint.PI,
		BodyPoint.MI, BodyPoint.AI);

	/** Points that are nearer than this, in mm, are one. */
	private static final double SAME = 1e-6;

	static BodyHeights without(final String problem) {
		return new BodyHeights(Double.NaN, Double.NaN, Double.NaN, Double.NaN, problem);
	}

	/**
	 * @param xSpacing of the voxels, in mm
	 * @param ySpacing in mm
	 */
	static BodyHeights of(final BodyOutline outline, final double xSpacing, final double ySpacing) {
		if (!outline.isMeasurable()) return without(outline.problem());
		final Point2D[] points = outline.points().stream().map(point -> new Point2D.Double(point.x() * xSpacing, point.y() *
			ySpacing)).toArray(Point2D[]::new);
		final double[] heights = new double[3];
		final String[] names = { "anterior", "middle", "posterior" };
		for (int i = 0; i < heights.length; i++) {
			heights[i] = points[2 * i].distance(points[2 * i + 1]);
			if (!(heights[i] > SAME)) return without(names[i] + " height is 0 mm: its points coincide");
		}
		if (crosses(points)) return without("the lines between the points cross: they are out of order (AS, AI, MS, MI, PS," +
			" PI)");
		return new BodyHeights(heights[0], heights[1], heights[2], area(points), "");
	}

	/** Whether sides of the polygon that do not follow one another meet. */
	private static boolean crosses(final Point2D[] points) {
		final int n = AROUND.size();
		for (int i = 0; i < n; i++)
			for (int k = i + 2; k < n; k++)
				if ((k + 1) % n != i && side(points, i).intersectsLine(side(points, k))) return true;
		return false;
	}

	private static Line2D side(final Point2D[] points, final int i) {
		return new Line2D.Double(around(points, i), around(points, i + 1));
	}

	private static Point2D around(final Point2D[] points, final int i) {
		return points[AROUND.get(i % AROUND.size()).ordinal()];
	}

	private static double area(final Point2D[] points) {
		double twice = 0;
		for (int i = 0; i < AROUND.size(); i++) {
			final Point2D a = around(points, i);
			final Point2D b = around(points, i + 1);
			twice += a.getX() * b.getY() - b.getX() * a.getY();
		}
		return twice / 2;
	}

	boolean isMeasurable() {
		return problem.isEmpty();
	}
}
