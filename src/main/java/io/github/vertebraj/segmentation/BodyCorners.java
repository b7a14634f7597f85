package io.github.vertebraj.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.image.Region;
import io.github.vertebraj.segmentation.BodyProfile.Line;
import io.github.vertebraj.segmentation.BodyProfile.Place;

/**
 * Six points of a vertebral body, found in a region of the whole vertebra or of its body.
 * <p>
 * On the mid-sagittal slice ({@link BodySlice}), in the body's own axes, a corner is where the lines along the end of the
 * endplate and the end of the wall meet, each fitted from 4 to 22 % of its length off the corner, so that neither the
 * voxels' steps nor a rounded corner move it, but no further out than half a pixel beyond that quarter of the body. A
 * corner that would lie further than 15 % of the body's depth from the body's outermost place in that direction is that
 * place instead. The middle points are on the endplates halfway between the corners.
 *
 * @param slice  from 0; −1 when not found
 * @param points x and y in voxels of anterior superior, anterior inferior, middle superior, middle inferior, posterior
 *               superior, posterior inferior; empty when not found
 * @param isCut  whether posterior elements were cut off on the slice
 * @param reason why none are found; empty text when they are
 */
public record BodyCorners(int slice, List<double[]> points, boolean isCut, String reason) {

	private static final int FEWEST_PIXELS = 20;
	/** In pixels. */
	private static final double SHORTEST = 4;
	private static final double NEAR = 0.04;
	private static final double FAR = 0.22;
	private static final double OFF = 0.15;
	/** Each finds the axes by the corners of the one before. */
	private static final int ROUNDS = 2;

	/**
	 * @param vertebra with or without its posterior elements; a body that touches the edge of the image may go on beyond it
	 *                 and is not measured
	 * @param width    of the image, in voxels
	 * @param height   of the image, in voxels
	 */
	public static BodyCorners of(final Region vertebra, final SagittalFrame frame, final long width, final long height) {
		if (vertebra.isEmpty()) return without("no voxel");
		final Optional<BodySlice> body = BodySlice.of(vertebra, frame);
		if (body.isEmpty()) return without("no vertebral body on the slices around its middle");
		final BodySlice slice = body.get();
		if (slice.pixels().size() < FEWEST_PIXELS) return without("its body has only " + slice.pixels().size() +
			" voxels on slice " + (slice.slice() + 1));
		if (slice.pixels().stream().anyMatch(at -> at[0] == 0 || at[1] == 0 || at[0] == width - 1 || at[1] == height - 1))
			return without("its body touches the edge of the image on slice " + (slice.slice() + 1));
		Search search = new Search(slice.pixels(), frame, BodyAxes.of(slice.pixels(), frame));
		for (int i = 0; i < ROUNDS && !search.isTooSmall(); i++)
			search = new Search(slice.pixels(), frame, search.endplates());
		final List<double[]> points = search.isTooSmall() ? List.of() : search.points();
		if (points.isEmpty()) return without("its body is less than " + (int) SHORTEST + " voxels high or deep on slice " +
			(slice.slice() + 1));
		return new BodyCorners(slice.slice(), points, slice.isCut(), "");
	}

	private static BodyCorners without(final String reason) {
		return new BodyCorners(-1, List.of(), false, reason);
	}

	/** The search on one slice. */
	private static final class Search {

		private final BodyAxes axes;
		private final List<Place> places;
		private final double pixel;
		private final double depth;
		private final double height;
		private final BodyProfile head;
		private final BodyProfile foot;
		private final BodyProfile front;
		private final BodyProfile back;

		private Search(final List<int[]> pixels, final SagittalFrame frame, final BodyAxes axes) {
			this.axes = axes;
			places = BodyProfile.places(pixels, axes);
			pixel = frame.pixel();
			final double[] t = places.stream().mapToDouble(Place::t).toArray();
			final double[] s = places.stream().mapToDouble(Place::s).toArray();
			final double[] ahead = places.stream().mapToDouble(place -> -place.t()).toArray();
			final double[] down = places.stream().mapToDouble(place -> -place.s()).toArray();
			depth = places.stream().mapToDouble(Place::t).max().orElse(0) - places.stream().mapToDouble(Place::t).min().orElse(
				0);
			height = places.stream().mapToDouble(Place::s).max().orElse(0) - places.stream().mapToDouble(Place::s).min()
				.orElse(0);
			final double[] extent = BodyProfile.extent(frame, axes);
			head = BodyProfile.of(t, s, extent[0], extent[1]);
			foot = BodyProfile.of(t, down, extent[0], extent[1]);
			front = BodyProfile.of(s, ahead, extent[1], extent[0]);
			back = BodyProfile.of(s, t, extent[1], extent[0]);
		}

		private boolean isTooSmall() {
			return depth < SHORTEST * pixel || height < SHORTEST * pixel;
		}

		/** The axes along both endplates. */
		private BodyAxes endplates() {
			final Place as = corner(-1, 1);
			final Place ai = corner(-1, -1);
			final Place ps = corner(1, 1);
			final Place pi = corner(1, -1);
			return axes.along(ps.t() - as.t() + pi.t() - ai.t(), ps.s() - as.s() + pi.s() - ai.s());
		}

		private List<double[]> points() {
			final Place as = corner(-1, 1);
			final Place ai = corner(-1, -1);
			final Place ps = corner(1, 1);
			final Place pi = corner(1, -1);
			final List<double[]> points = new ArrayList<>();
			for (final Place place : List.of(as, ai, middle(head, 1, as, ps), middle(foot, -1, ai, pi), ps, pi))
				points.add(axes.voxel(place.t(), place.s()));
			return points;
		}

		/**
		 * @param toBack 1 for a posterior corner, −1 for an anterior one
		 * @param up   1 for a superior corner, −1 for an inferior one
		 */
		private Place corner(final int toBack, final int up) {
			Place outermost = places.get(0);
			double farthest = 0;
			double highest = 0;
			for (final Place place : places) {
				if (reach(place, toBack, up) > reach(outermost, toBack, up)) outermost = place;
				if (toBack * place.t() <= 0 || up * place.s() <= 0) continue;
				farthest = Math.max(farthest, toBack * place.t());
				highest = Math.max(highest, up * place.s());
			}
			final Line plate = (up > 0 ? head : foot).fit(outermost.t() - toBack * near(depth), outermost.t() - toBack * far(
				depth));
			final Line wall = (toBack > 0 ? back : front).fit(outermost.s() - up * near(height), outermost.s() - up * far(
				height));
			// s = up · plate(t) and t = toBack · wall(s)
			final double slopes = up * toBack * plate.slope() * wall.slope();
			final double meeting = up * (plate.offset() + plate.slope() * toBack * wall.offset()) / (1 - slopes);
			// of a rounded corner they meet outside: hardly further out than the body reaches
			final double t = toBack * Math.min(wall.at(meeting), farthest + pixel / 2);
			final double s = up * Math.min(up * meeting, highest + pixel / 2);
			final boolean isNear = Math.hypot(t - outermost.t(), s - outermost.s()) <= Math.max(OFF * depth, pixel);
			return isNear ? new Place(t, s) : outermost;
		}

		private double reach(final Place place, final int toBack, final int up) {
			return toBack * place.t() / depth + up * place.s() / height;
		}

		private double near(final double length) {
			return Math.max(NEAR * length, 0.75 * pixel);
		}

		private double far(final double length) {
			return Math.max(FAR * length, 3.5 * pixel);
		}

		private Place middle(final BodyProfile plate, final int up, final Place one, final Place other) {
			final double t = (one.t() + other.t()) / 2;
			return new Place(t, up * plate.mean(t, Math.max(NEAR * depth, pixel)));
		}
	}
}
