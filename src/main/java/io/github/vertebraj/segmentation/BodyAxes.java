package io.github.vertebraj.segmentation;

import java.util.List;

/**
 * The body's own axes on its slice: t runs to the back, s to the head, in mm from the middle of the body. At first they
 * are those of the smallest rectangle around the body, within 45° of the patient's; of a wedge that follows one endplate,
 * so that once corners are known, t is the mean direction of both endplates.
 */
final class BodyAxes {

	private static final int STEP = 1;
	private static final int MOST = 45;

	private final SagittalFrame frame;
	private final double backX;
	private final double backY;
	private final double headX;
	private final double headY;
	private final double centreX;
	private final double centreY;

	private BodyAxes(final SagittalFrame frame, final double headX, final double headY, final double[] centre) {
		this.frame = frame;
		this.headX = headX;
		this.headY = headY;
		// at right angles to the head, on the side that is not the front
		final double side = -headY * frame.anteriorX() + headX * frame.anteriorY() > 0 ? -1 : 1;
		backX = -side * headY;
		backY = side * headX;
		centreX = centre[0];
		centreY = centre[1];
	}

	static BodyAxes of(final List<int[]> pixels, final SagittalFrame frame) {
		final double[] centre = { pixels.stream().mapToInt(p -> p[0]).average().orElse(0) * frame.xSpacing(), pixels.stream()
			.mapToInt(p -> p[1]).average().orElse(0) * frame.ySpacing() };
		BodyAxes best = null;
		double least = Double.POSITIVE_INFINITY;
		for (int turn = 0; turn <= 2 * MOST; turn += STEP) {
			// 0, 1, -1, 2, -2: of equals the least turned
			final double angle = Math.toRadians(turn % 2 == 0 ? -turn / 2.0 : (turn + 1) / 2.0);
			final double cos = Math.cos(angle);
			final double sin = Math.sin(angle);
			final BodyAxes axes = new BodyAxes(frame, cos * frame.superiorX() - sin * frame.superiorY(), sin * frame
				.superiorX() + cos * frame.superiorY(), centre);
			final double area = axes.boxArea(pixels);
			if (area >= least - 1e-9) continue;
			least = area;
			best = axes;
		}
		return best;
	}

	/** The same turned until t runs along a direction, which is given in these axes. */
	BodyAxes along(final double t, final double s) {
		final double length = Math.hypot(t, s);
		return new BodyAxes(frame, (t * headX - s * backX) / length, (t * headY - s * backY) / length, new double[] { centreX,
			centreY });
	}

	private double boxArea(final List<int[]> pixels) {
		final double[] low = { Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY };
		final double[] high = { Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY };
		for (final int[] pixel : pixels) {
			final double[] place = { t(pixel[0], pixel[1]), s(pixel[0], pixel[1]) };
			for (int axis = 0; axis < 2; axis++) {
				low[axis] = Math.min(low[axis], place[axis]);
				high[axis] = Math.max(high[axis], place[axis]);
			}
		}
		return (high[0] - low[0] + frame.pixel()) * (high[1] - low[1] + frame.pixel());
	}

	/** How far a place (in voxels) lies to the back, in mm. */
	double t(final double x, final double y) {
		return (x * frame.xSpacing() - centreX) * backX + (y * frame.ySpacing() - centreY) * backY;
	}

	/** How far a place (in voxels) lies to the head, in mm. */
	double s(final double x, final double y) {
		return (x * frame.xSpacing() - centreX) * headX + (y * frame.ySpacing() - centreY) * headY;
	}

	/** The place in voxels of a place in mm. */
	double[] voxel(final double t, final double s) {
		return new double[] { (centreX + t * backX + s * headX) / frame.xSpacing(), (centreY + t * backY + s * headY) / frame
			.ySpacing() };
	}
}
