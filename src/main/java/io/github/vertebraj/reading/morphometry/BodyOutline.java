package io.github.vertebraj.reading.morphometry;

import java.util.List;

/**
 * The six points of a vertebral body, or the reason why there are none.
 *
 * @param name    of the vertebra, as given
 * @param points  in the order of {@link BodyPoint}, all on one slice; empty when there is a problem
 * @param problem why the body cannot be measured, without a full stop; empty text when it can
 */
public record BodyOutline(String name, List<PlacedPoint> points, String problem) {

	public BodyOutline {
		points = List.copyOf(points);
		if (points.isEmpty() == problem.isEmpty()) throw new IllegalArgumentException("'" + name +
			"' must have six points or a problem, but has " + points.size() + " points and the problem '" + problem + "'");
		if (!points.isEmpty() && points.size() != BodyPoint.values().length) throw new IllegalArgumentException("'" + name +
			"' must have six points, but has " + points.size());
	}

	/** Six points, which must lie on one slice. */
	public static BodyOutline of(final String name, final List<PlacedPoint> points) {
		if (points.size() != BodyPoint.values().length) return without(name, points.size() +
			" points instead of six (AS, AI, MS, MI, PS, PI)");
		final int[] slices = points.stream().mapToInt(PlacedPoint::z).distinct().sorted().toArray();
		if (slices.length > 1) return without(name, "points lie on the slices " + (slices[0] + 1) + " to " +
			(slices[slices.length - 1] + 1));
		return new BodyOutline(name, points, "");
	}

	/** A vertebra that cannot be measured. */
	public static BodyOutline without(final String name, final String problem) {
		return new BodyOutline(name, List.of(), problem);
	}

	public boolean isMeasurable() {
		return problem.isEmpty();
	}

	/** One of the points. */
	public PlacedPoint point(final BodyPoint which) {
		return points.get(which.ordinal());
	}

	/** The slice of the points, from 0; −1 when there are none. */
	public int slice() {
		return points.isEmpty() ? -1 : points.get(0).z();
	}
}
