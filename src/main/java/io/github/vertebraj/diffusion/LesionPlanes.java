package io.github.vertebraj.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.vertebraj.image.RealPlane;
import io.github.vertebraj.image.Region;

/** Finds the voxels of one station that meet the criteria, plane by plane. Not thread-safe: see {@link #copy()}. */
final class LesionPlanes {

	/**
	 * What a plane holds.
	 *
	 * @param runs      y, first x and last x + 1 of each run of voxels that meet the criteria
	 * @param looked    how many voxels were looked at: of the mask, and in no earlier station
	 * @param bright    how many of those looked at reach the threshold of the signal, whatever their ADC
	 * @param covered   how many of the mask lie in an earlier station
	 * @param profile   the greatest signal of each ray, of all voxels that lie in no earlier station; -∞ where there is
	 *                  none
	 * @param isCovered whether all of the plane lies in earlier stations
	 */
	record Plane(int[] runs, long looked, long bright, long covered, float[] profile, boolean isCovered) {}

	private final DiffusionStation station;
	private final LesionCriteria criteria;
	private final StationOverlap overlap;
	private final List<Region.Run> mask;
	private final int[] maskStarts;
	private final int axis;
	private final RealPlane signal;
	private final RealPlane adc;
	private int[] runs = new int[96];
	private int used;
	private long bright;

	/**
	 * @param axis along which the signal is projected
	 */
	LesionPlanes(final DiffusionStation station, final LesionCriteria criteria, final StationOverlap overlap,
		final int axis)
	{
		this(station, criteria, overlap, axis, station.mask().map(Region::runs).orElse(List.of()), starts(station),
			new RealPlane(station.signal(), station.signalScale()), new RealPlane(station.adc(), station.adcScale()));
	}

	private LesionPlanes(final DiffusionStation station, final LesionCriteria criteria, final StationOverlap overlap,
		final int axis, final List<Region.Run> mask, final int[] maskStarts, final RealPlane signal, final RealPlane adc)
	{
		this.station = station;
		this.criteria = criteria;
		this.overlap = overlap;
		this.axis = axis;
		this.mask = mask;
		this.maskStarts = maskStarts;
		this.signal = signal;
		this.adc = adc;
	}

	LesionPlanes copy() {
		return new LesionPlanes(station, criteria, overlap, axis, mask, maskStarts, signal.copy(), adc.copy());
	}

	/** The index of the first run of the mask on each plane. */
	private static int[] starts(final DiffusionStation station) {
		final int[] starts = new int[station.size(2) + 1];
		station.mask().ifPresent(region -> region.runs().forEach(run -> starts[run.z() + 1]++));
		Arrays.parallelPrefix(starts, Integer::sum);
		return starts;
	}

	Plane plane(final int z) {
		final double[] s = signal.read(z);
		final float[] profile = new float[switch (axis) {
			case 0 -> station.size(1);
			case 1 -> station.size(0);
			default -> s.length;
		}];
		Arrays.fill(profile, Float.NEGATIVE_INFINITY);
		used = 0;
		bright = 0;
		long looked = 0;
		long all = 0;
		final double[] a = adc.read(z);
		for (final int[] row : rows(z)) {
			final int[] pieces = overlap.uncovered(row[0], z, row[1], row[2]);
			all += row[2] - row[1];
			for (int i = 0; i < pieces.length; i += 2) {
				looked += pieces[i + 1] - pieces[i];
				search(s, a, row[0], pieces[i], pieces[i + 1]);
			}
		}
		boolean isCovered = true;
		for (int y = 0; y < station.size(1); y++) {
			final int[] pieces = overlap.uncovered(y, z, 0, station.size(0));
			isCovered &= pieces.length == 0;
			for (int i = 0; i < pieces.length; i += 2)
				project(s, y, pieces[i], pieces[i + 1], profile);
		}
		return new Plane(Arrays.copyOf(runs, used), looked, bright, all - looked, profile, isCovered);
	}

	/** y, first x and last x + 1 of what the mask leaves of a plane. */
	private List<int[]> rows(final int z) {
		final List<int[]> rows = new ArrayList<>();
		if (station.mask().isEmpty()) for (int y = 0; y < station.size(1); y++)
			rows.add(new int[] { y, 0, station.size(0) });
		else for (final Region.Run run : mask.subList(maskStarts[z], maskStarts[z + 1]))
			rows.add(new int[] { run.y(), run.xFrom(), run.xTo() });
		return rows;
	}

	private void search(final double[] s, final double[] a, final int y, final int from, final int to) {
		final int row = y * station.size(0);
		final double threshold = criteria.signal().map(SignalThreshold::value).orElse(Double.NEGATIVE_INFINITY);
		final boolean anySignal = criteria.signal().isEmpty();
		for (int x = from; x < to; x++)
			if (s[row + x] >= threshold) bright++;
		for (int x = from; x < to; x++) {
			if (!meets(s[row + x], a[row + x], threshold, anySignal)) continue;
			final int begin = x++;
			while (x < to && meets(s[row + x], a[row + x], threshold, anySignal))
				x++;
			if (used + 3 > runs.length) runs = Arrays.copyOf(runs, 2 * runs.length);
			runs[used++] = y;
			runs[used++] = begin;
			runs[used++] = x;
		}
	}

	private boolean meets(final double s, final double a, final double threshold, final boolean anySignal) {
		return (anySignal || s >= threshold) && (!criteria.hasWindow() || criteria.contains(a));
	}

	private void project(final double[] s, final int y, final int from, final int to, final float[] profile) {
		final int row = y * station.size(0);
		for (int x = from; x < to; x++) {
			final int ray = ray(axis, x, y, station.size(0));
			if (s[row + x] > profile[ray]) profile[ray] = (float) s[row + x];
		}
	}

	/** The index of the ray through a voxel, in the profile of its plane. */
	static int ray(final int axis, final int x, final int y, final int width) {
		return axis == 0 ? y : axis == 1 ? x : y * width + x;
	}
}
