package io.github.vertebraj.dualenergy;

import java.util.Arrays;

import io.github.vertebraj.image.RealPlane;

/** Some finite values of an image, evenly taken, rising. */
record ValueSample(double[] values) {

	private static final int PLANES = 9;
	private static final int PER_PLANE = 20_000;

	/** @throws IllegalArgumentException when no voxel of the sample is finite */
	static ValueSample of(final HounsfieldImage image) {
		final RealPlane planes = new RealPlane(image.volume(), image.scale());
		double[] all = {};
		for (final int z : slices((int) image.size(2))) {
			final double[] plane = planes.read(z);
			final int step = step(plane.length);
			final double[] some = new double[(plane.length + step - 1) / step];
			Arrays.setAll(some, i -> plane[i * step]);
			final int n = all.length;
			all = Arrays.copyOf(all, n + some.length);
			System.arraycopy(some, 0, all, n, some.length);
		}
		final double[] finite = Arrays.stream(all).filter(Double::isFinite).sorted().toArray();
		if (finite.length == 0) throw new IllegalArgumentException("'" + image.title() + "' has no finite voxel");
		return new ValueSample(finite);
	}

	/** The slices that are looked at: all of a few, some of many. */
	static int[] slices(final int count) {
		final int n = Math.min(count, PLANES);
		final int[] slices = new int[n];
		Arrays.setAll(slices, i -> (int) ((2L * i + 1) * count / (2 * n)));
		return slices;
	}

	/** From voxel to voxel, odd so that it does not stay in one column. */
	static int step(final int voxels) {
		return voxels / PER_PLANE | 1;
	}

	double minimum() {
		return values[0];
	}

	double maximum() {
		return values[values.length - 1];
	}

	boolean isWhole() {
		return Arrays.stream(values).allMatch(value -> value == Math.rint(value));
	}

	double shareAbove(final double limit) {
		return (double) Arrays.stream(values).filter(value -> value > limit).count() / values.length;
	}
}
