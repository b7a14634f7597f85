package io.github.vertebraj.diffusion;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;

/** From where a projection looks. */
public enum ProjectionView implements Keyed {

	/** From the front. */
	CORONAL("coronal") {

		@Override
		double along(final Vector v) {
			return v.y();
		}
	},

	/** From the side. */
	SAGITTAL("sagittal") {

		@Override
		double along(final Vector v) {
			return v.x();
		}
	},

	/** From the feet. */
	AXIAL("axial") {

		@Override
		double along(final Vector v) {
			return v.z();
		}
	};

	private final String key;

	ProjectionView(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** How much a direction in the patient points along the rays. */
	abstract double along(Vector v);

	/** How much a direction points to the right of the picture: to the patient's left, or to the back. */
	double right(final Vector v) {
		return this == SAGITTAL ? v.y() : v.x();
	}

	/** How much a direction points down in the picture: to the feet, or to the back. */
	double down(final Vector v) {
		return this == AXIAL ? v.y() : -v.z();
	}

	/** The axis of an image that is nearest to the rays. */
	int axis(final Geometry geometry) {
		final Vector[] steps = { geometry.xStep(), geometry.yStep(), geometry.zStep() };
		int best = 0;
		for (int axis = 1; axis < 3; axis++)
			if (share(steps[axis]) > share(steps[best])) best = axis;
		return best;
	}

	private double share(final Vector step) {
		return Math.abs(along(step)) / step.length();
	}

	/**
	 * @throws IllegalArgumentException listing the known ones
	 */
	public static ProjectionView of(final String key) {
		return Keyed.of(ProjectionView.class, "projection", key);
	}
}
