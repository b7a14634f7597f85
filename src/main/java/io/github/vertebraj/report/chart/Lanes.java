package io.github.vertebraj.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Upright lanes side by side, in which values are put that would cover each other in one; the same way every time. */
final class Lanes {

	private static final double SHARE = 0.84;
	private static final double WIDEST = 180;

	private final int count;
	private final int furthest;
	private final double apart;

	/**
	 * @param slot  room for the lanes, in pixels; those in the middle are used
	 * @param size  of a point, in pixels
	 * @param pixel what a pixel is worth in values
	 */
	Lanes(final double slot, final double size, final double pixel) {
		count = (int) (slot / size) | 1;
		furthest = (int) (Math.min(SHARE * slot, WIDEST) / size / 2);
		apart = size * pixel;
	}

	/** The values of each lane: each in the one nearest to the middle where it is free, else in that free for longest. */
	List<List<Double>> spread(final double[] values) {
		final List<List<Double>> lanes = new ArrayList<>();
		IntStream.range(0, count).forEach(lane -> lanes.add(new ArrayList<>()));
		Arrays.stream(values).sorted().forEach(value -> lanes.get(laneFor(value, lanes)).add(value));
		return lanes;
	}

	private int laneFor(final double value, final List<List<Double>> lanes) {
		int best = count / 2;
		for (int step = 0; step <= 2 * furthest; step++) {
			final int lane = count / 2 + (step % 2 == 0 ? 1 : -1) * ((step + 1) / 2);
			if (last(lanes.get(lane)) <= value - apart) return lane;
			if (last(lanes.get(lane)) < last(lanes.get(best))) best = lane;
		}
		return best;
	}

	private static double last(final List<Double> lane) {
		return lane.isEmpty() ? Double.NEGATIVE_INFINITY : lane.get(lane.size() - 1);
	}
}
