package io.github.vertebraj.dualenergy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Region;

/**
 * Noise reduction of monoenergetic images: slow changes in the plane from the energy asked for, fast ones from the
 * energy E0 of least noise. out(E) = lowpass(VMI(E)) + highpass(VMI(E0)), with lowpass a Gaussian in the plane and
 * highpass = 1 − lowpass. At E = E0 nothing changes. The mean of a uniform region is that of VMI(E) some s from its
 * edges; within, and in a structure thinner than that, contrast is partly that of E0.
 *
 * @param sigma      standard deviation s of the Gaussian, in mm
 * @param baseWeight weight of the low image at E0
 */
public record FrequencySplit(double sigma, double baseWeight) {

	/** Nearer to an edge than so many s, the edge is felt: a hundredth of its height. */
	private static final double REACH = 2.33;

	/** @throws IllegalArgumentException when sigma is not above 0 or the weight is not finite */
	public FrequencySplit {
		if (!(sigma > 0) || Double.isInfinite(sigma)) throw new IllegalArgumentException(
			"frequencySplit is the standard deviation of a low-pass in mm, above 0, but is " + sigma);
		if (!Double.isFinite(baseWeight)) throw new IllegalArgumentException("The weight at E0 must be finite, but is " +
			baseWeight);
	}

	/** A structure that is thinner, in mm, has nowhere the mean that it has without the split. */
	public double leastThickness() {
		return 2 * REACH * sigma;
	}

	/**
	 * The thickness of a region, in mm: its longest chord along x or along y in the plane, whichever is shorter.
	 */
	public static double thickness(final Region region, final Geometry geometry) {
		final Map<List<Integer>, Integer> columns = new HashMap<>();
		int across = 0;
		int down = 0;
		for (final Region.Run run : region.runs()) {
			across = Math.max(across, run.length());
			for (int x = run.xFrom(); x < run.xTo(); x++) {
				// runs rise by z, y: the voxel above is known already
				final int length = 1 + columns.getOrDefault(List.of(run.z(), run.y() - 1, x), 0);
				columns.put(List.of(run.z(), run.y(), x), length);
				down = Math.max(down, length);
			}
		}
		return Math.min(across * geometry.spacing(0), down * geometry.spacing(1));
	}
}
