package io.github.vertebraj.phantom;

/**
 * The curve through the centres of the vertebral bodies in the sagittal plane: lumbar lordosis, then the sharp turn to
 * the sacrum. Gives each place of the plane its coordinates along the spine and away from it. All in mm.
 */
final class SpineCurve {

	/**
	 * A place as seen from the spine.
	 *
	 * @param along  way along the curve from the middle of L3, positive towards the feet
	 * @param behind distance from the curve, positive towards the back
	 */
	record Place(double along, double behind) {}

	/** Tilt of the curve in degrees, positive when it runs backwards on its way down, at these ways along it. */
	private static final double[] ALONG = { -150, -105, -72, -37, 0, 38, 75, 104, 132, 170 };
	private static final double[] TILT = { -21, -19, -15, -9, -1, 8, 22, 42, 54, 60 };

	private static final double STEP = 0.5;

	private final double[] x;
	private final double[] y;

	/**
	 * @param x of the middle of L3, positive towards the back
	 * @param y of the middle of L3, positive towards the feet
	 */
	SpineCurve(final double x, final double y) {
		final int n = (int) ((ALONG[ALONG.length - 1] - ALONG[0]) / STEP) + 1;
		this.x = new double[n];
		this.y = new double[n];
		final int middle = (int) (-ALONG[0] / STEP);
		this.x[middle] = x;
		this.y[middle] = y;
		for (int i = middle + 1; i < n; i++)
			walk(i - 1, i, STEP);
		for (int i = middle - 1; i >= 0; i--)
			walk(i + 1, i, -STEP);
	}

	private void walk(final int from, final int to, final double step) {
		final double tilt = Math.toRadians(tilt(along((from + to) / 2.0)));
		x[to] = x[from] + step * Math.sin(tilt);
		y[to] = y[from] + step * Math.cos(tilt);
	}

	private static double along(final double index) {
		return ALONG[0] + STEP * index;
	}

	private static double tilt(final double along) {
		int i = 1;
		while (i < ALONG.length - 1 && along > ALONG[i])
			i++;
		final double t = (along - ALONG[i - 1]) / (ALONG[i] - ALONG[i - 1]);
		final double smooth = t * t * (3 - 2 * t);
		// between a straight and a smooth step: no kink at the knots that the eye would see, and no staircase either
		return TILT[i - 1] + (0.5 * t + 0.5 * smooth) * (TILT[i] - TILT[i - 1]);
	}

	/** The coordinates of a place in the plane. */
	Place place(final double px, final double py) {
		int nearest = 0;
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i < x.length; i++) {
			final double square = (px - x[i]) * (px - x[i]) + (py - y[i]) * (py - y[i]);
			if (square >= least) continue;
			least = square;
			nearest = i;
		}
		final double tilt = Math.toRadians(tilt(along(nearest)));
		final double dx = px - x[nearest];
		final double dy = py - y[nearest];
		return new Place(along(nearest) + dx * Math.sin(tilt) + dy * Math.cos(tilt), dx * Math.cos(tilt) - dy * Math.sin(
			tilt));
	}
}
