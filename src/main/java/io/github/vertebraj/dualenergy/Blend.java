package io.github.vertebraj.dualenergy;

/** How the images of two spectra become one: a weight for the low image, the rest for the high one. */
public sealed interface Blend {

	/** Greater weights would overflow. */
	double MAX_WEIGHT = 10_000;

	/** The value of a voxel, in HU, NaN where either is. */
	double value(double low, double high);

	/** What it is, for titles and labels: {@code w=0.5}. */
	String text();

	/**
	 * The same weight everywhere.
	 *
	 * @param weight of the low image; outside of 0 to 1 it extrapolates
	 */
	record Linear(double weight) implements Blend {

		/** @throws IllegalArgumentException beyond ±10000 */
		public Linear {
			if (!(Math.abs(weight) <= MAX_WEIGHT)) throw new IllegalArgumentException(
				"A weight of the low image is a number up to " + MAX_WEIGHT + ", but is " + weight);
		}

		@Override
		public double value(final double low, final double high) {
			return weight * low + (1 - weight) * high;
		}

		@Override
		public String text() {
			return "w=" + Math.round(weight * 1e4) / 1e4;
		}
	}

	/**
	 * The low image, which has the contrast, where it is bright, and the high one, which has less noise, where it is dark:
	 * w = 1 / (1 + exp(−4 (LOW − centre) / width)), as Holmes et al. blend (Radiology 2008;249:415-422,
	 * doi:10.1148/radiol.2493071900).
	 *
	 * @param centre HU of the low image at which both have half
	 * @param width  HU over which the weight would rise from 0 to 1 if it kept its slope at the centre
	 */
	record Sigmoid(double centre, double width) implements Blend {

		/** @throws IllegalArgumentException when the width is not above 0 */
		public Sigmoid {
			if (!Double.isFinite(centre) || !(width > 0) || Double.isInfinite(width)) throw new IllegalArgumentException(
				"A sigmoid blend needs a finite centre and a width above 0 HU, but has " + centre + " and " + width);
		}

		@Override
		public double value(final double low, final double high) {
			final double weight = 1 / (1 + Math.exp(-4 * (low - centre) / width));
			return weight * low + (1 - weight) * high;
		}

		@Override
		public String text() {
			return "sigmoid " + (float) centre + " " + (float) width;
		}
	}
}
