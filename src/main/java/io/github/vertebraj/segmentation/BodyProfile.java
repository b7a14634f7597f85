package io.github.vertebraj.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One edge of a body: its outermost place in strips at right angles to an axis. The strips are as narrow as a fifth of a
 * voxel, so that over several of them the steps of the voxels' edge even out, whichever way they are turned.
 */
final class BodyProfile {

	/** Parts into which a side of a voxel is divided. */
	private static final int PARTS = 5;

	private final double width;
	private final double from;
	private final double[] heights;

	private BodyProfile(final double width, final double from, final double[] heights) {
		this.width = width;
		this.from = from;
		this.heights = heights;
	}

	/** A place in the body's axes, in mm. */
	record Place(double t, double s) {}

	/** The body's voxels, divided, in its own axes. */
	static List<Place> places(final List<int[]> pixels, final BodyAxes axes) {
		final List<Place> places = new ArrayList<>();
		for (final int[] pixel : pixels)
			for (int i = 0; i < PARTS; i++)
				for (int k = 0; k < PARTS; k++) {
					final double x = pixel[0] + (i + 0.5) / PARTS - 0.5;
					final double y = pixel[1] + (k + 0.5) / PARTS - 0.5;
					places.add(new Place(axes.t(x, y), axes.s(x, y)));
				}
		return places;
	}

	/**
	 * @param along  the places along the axis of the strips
	 * @param across the same places across it, rising towards the edge
	 * @param width  of a strip, which is the extent of a place along the axis, in mm
	 * @param extent of a place across the axis, in mm
	 */
	static BodyProfile of(final double[] along, final double[] across, final double width, final double extent) {
		final double low = Arrays.stream(along).min().orElse(0);
		final double high = Arrays.stream(along).max().orElse(0);
		final double[] heights = new double[1 + (int) ((high - low) / width)];
		Arrays.fill(heights, Double.NaN);
		for (int i = 0; i < along.length; i++) {
			final int strip = (int) ((along[i] - low) / width);
			final double edge = across[i] + extent / 2;
			if (!(heights[strip] >= edge)) heights[strip] = edge;
		}
		return new BodyProfile(width, low, heights);
	}

	/** How far a place reaches along t and along s, in mm. */
	static double[] extent(final SagittalFrame frame, final BodyAxes axes) {
		final double t = Math.abs(axes.t(1, 0) - axes.t(0, 0)) + Math.abs(axes.t(0, 1) - axes.t(0, 0));
		final double s = Math.abs(axes.s(1, 0) - axes.s(0, 0)) + Math.abs(axes.s(0, 1) - axes.s(0, 0));
		return new double[] { t / PARTS, s / PARTS };
	}

	/** A straight line along the edge: across = offset + slope · along. */
	record Line(double offset, double slope) {

		double at(final double along) {
			return offset + slope * along;
		}
	}

	/** The line that fits best from one place along the axis to another; at least two strips, else a flat one or NaN. */
	Line fit(final double one, final double other) {
		final double low = Math.min(one, other);
		final double high = Math.max(one, other);
		double n = 0;
		double x = 0;
		double y = 0;
		double xx = 0;
		double xy = 0;
		for (int i = 0; i < heights.length; i++) {
			final double middle = from + (i + 0.5) * width;
			if (middle < low - width / 2 || middle > high + width / 2 || Double.isNaN(heights[i])) continue;
			n++;
			x += middle;
			y += heights[i];
			xx += middle * middle;
			xy += middle * heights[i];
		}
		final double spread = xx - x * x / n;
		final double slope = n < 2 ? 0 : (xy - x * y / n) / spread;
		return new Line((y - slope * x) / n, slope);
	}

	/** The mean distance of the edge around a place along the axis. */
	double mean(final double place, final double reach) {
		return fit(place - reach, place + reach).at(place);
	}
}
