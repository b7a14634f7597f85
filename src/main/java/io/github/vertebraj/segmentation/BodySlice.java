package io.github.vertebraj.segmentation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.vertebraj.image.Region;

/**
 * The vertebral body on its mid-sagittal slice, without the posterior elements.
 * <p>
 * The front quarter of a vertebra, from its foremost to its hindmost voxel, is body alone: its centre tells the middle.
 * On a slice near the middle, the canal parts the body from the spinous process; the part that holds most of the front
 * quarter is the body. Of the slices within 5 mm, the one nearest to the middle is taken on which the body is hardly
 * longer than on the slice where it is shortest, for towards the side the pedicles join it. Where they do on every slice
 * (thick slices), the body is cut behind its posterior wall: where, behind the depth of 0.4 of its height, the height
 * falls below half of what it was.
 *
 * @param slice  from 0
 * @param pixels x and y of the body's voxels
 * @param isCut  whether posterior elements were cut off on the slice
 */
record BodySlice(int slice, List<int[]> pixels, boolean isCut) {

	private static final double FRONT = 0.25;
	/** In mm. */
	private static final double NEAR_MIDDLE = 5;
	private static final double HARDLY_LONGER = 1.15;
	/** A body is hardly deeper than so many times its height; where something is, it may be more than the body. */
	private static final double DEEPEST = 1.6;
	private static final double SHALLOWEST = 0.4;
	private static final double NARROW = 0.5;
	/** Posterior elements are longer than this part of the body's depth. */
	private static final double BEHIND = 0.3;

	/** The body; empty when the vertebra has no voxel near its middle. */
	static Optional<BodySlice> of(final Region vertebra, final SagittalFrame frame) {
		final double[] range = range(vertebra, frame);
		final double front = range[1] - FRONT * (range[1] - range[0]);
		final double middle = middle(vertebra, frame, front);
		final List<BodySlice> slices = new ArrayList<>();
		for (final int z : vertebra.slices())
			if (Math.abs(z - middle) * frame.zSpacing() <= NEAR_MIDDLE || Math.abs(z - middle) <= 0.5) {
				final List<int[]> body = frontPart(vertebra.onSlice(z), frame, front);
				if (!body.isEmpty()) slices.add(new BodySlice(z, body, false));
			}
		final double shortest = slices.stream().mapToDouble(slice -> depth(slice.pixels, frame)).min().orElse(0);
		return slices.stream().filter(slice -> depth(slice.pixels, frame) <= HARDLY_LONGER * shortest).min(Comparator
			.comparingDouble(slice -> Math.abs(slice.slice - middle))).map(slice -> slice.cut(frame));
	}

	private static double[] range(final Region vertebra, final SagittalFrame frame) {
		final double[] range = { Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY };
		for (final Region.Run run : vertebra.runs())
			for (final int x : new int[] { run.xFrom(), run.xTo() - 1 }) {
				range[0] = Math.min(range[0], frame.anterior(x, run.y()));
				range[1] = Math.max(range[1], frame.anterior(x, run.y()));
			}
		return range;
	}

	/** The mean slice of the voxels in front. */
	private static double middle(final Region vertebra, final SagittalFrame frame, final double front) {
		double sum = 0;
		long n = 0;
		for (final Region.Run run : vertebra.runs())
			for (int x = run.xFrom(); x < run.xTo(); x++)
				if (frame.anterior(x, run.y()) >= front) {
					sum += run.z();
					n++;
				}
		return sum / n;
	}

	/** Of the parts of a slice (connected by sides of voxels) the one with most voxels in front; none if there are none. */
	private static List<int[]> frontPart(final Region slice, final SagittalFrame frame, final double front) {
		final Set<Long> left = new HashSet<>();
		for (final Region.Run run : slice.runs())
			for (int x = run.xFrom(); x < run.xTo(); x++)
				left.add(key(x, run.y()));
		List<int[]> best = List.of();
		long most = 0;
		for (final Region.Run run : slice.runs())
			for (int x = run.xFrom(); x < run.xTo(); x++) {
				if (!left.contains(key(x, run.y()))) continue;
				final List<int[]> part = part(x, run.y(), left);
				final long inFront = part.stream().filter(pixel -> frame.anterior(pixel[0], pixel[1]) >= front).count();
				if (inFront > most) {
					most = inFront;
					best = part;
				}
			}
		return best;
	}

	private static List<int[]> part(final int x, final int y, final Set<Long> left) {
		final List<int[]> part = new ArrayList<>();
		final Deque<int[]> open = new ArrayDeque<>();
		open.add(new int[] { x, y });
		left.remove(key(x, y));
		while (!open.isEmpty()) {
			final int[] pixel = open.remove();
			part.add(pixel);
			for (final int[] step : new int[][] { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } })
				if (left.remove(key(pixel[0] + step[0], pixel[1] + step[1]))) open.add(new int[] { pixel[0] + step[0], pixel[1] +
					step[1] });
		}
		return part;
	}

	private static long key(final int x, final int y) {
		return (long) x << 32 | y & 0xffffffffL;
	}

	private static double depth(final List<int[]> pixels, final SagittalFrame frame) {
		final double[] places = pixels.stream().mapToDouble(pixel -> frame.anterior(pixel[0], pixel[1])).toArray();
		return Arrays.stream(places).max().orElse(0) - Arrays.stream(places).min().orElse(0) + frame.pixel();
	}

	private BodySlice cut(final SagittalFrame frame) {
		final double pixel = frame.pixel();
		final double foremost = pixels.stream().mapToDouble(p -> frame.anterior(p[0], p[1])).max().orElse(0);
		final int columns = 1 + (int) (depth(pixels, frame) / pixel);
		final double[] heights = new double[columns];
		for (final int[] p : pixels)
			heights[column(p, frame, foremost)] += frame.xSpacing() * frame.ySpacing() / pixel;
		final double highest = Arrays.stream(heights).sorted().skip((long) (0.9 * (columns - 1))).findFirst().orElse(0);
		if (columns * pixel <= DEEPEST * highest) return this;
		for (int i = (int) Math.ceil(SHALLOWEST * highest / pixel); i < columns; i++) {
			final double before = Arrays.stream(heights, 0, i).sorted().skip(i / 2).findFirst().orElse(0);
			if (heights[i] >= NARROW * before) continue;
			if (columns - i < BEHIND * i) return this; // no more than a wall that leans
			final int wall = i;
			return new BodySlice(slice, pixels.stream().filter(p -> column(p, frame, foremost) < wall).toList(), true);
		}
		return this;
	}

	private static int column(final int[] pixel, final SagittalFrame frame, final double foremost) {
		return (int) Math.round((foremost - frame.anterior(pixel[0], pixel[1])) / frame.pixel());
	}
}
