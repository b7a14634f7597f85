package io.github.vertebraj.io.imagej;

import java.util.ArrayList;
import java.util.List;

import ij.process.ImageProcessor;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.imagej.PlaneTrace.Mark;

/** Chooses the pixels by which a plane is known again: the brightest of a sample in each of nine fields. */
final class Landmarks {

	private static final int FIELDS = 3;
	/** So many rows and columns of a field are looked at. */
	private static final int SAMPLES = 12;

	private Landmarks() {}

	static List<Mark> of(final ImageProcessor plane, final ValueScale scale) {
		final List<Mark> marks = new ArrayList<>();
		for (int row = 0; row < FIELDS; row++)
			for (int column = 0; column < FIELDS; column++)
				add(marks, plane, scale, range(column, plane.getWidth()), range(row, plane.getHeight()));
		return marks;
	}

	private static int[] range(final int field, final int size) {
		final int from = (int) ((long) field * size / FIELDS);
		final int to = (int) ((field + 1L) * size / FIELDS);
		return new int[] { from, to, Math.max(1, (to - from) / SAMPLES) };
	}

	/** Adds none where all are equal, for then none is a mark. */
	private static void add(final List<Mark> marks, final ImageProcessor plane, final ValueScale scale, final int[] xs,
		final int[] ys)
	{
		float brightest = Float.NEGATIVE_INFINITY;
		float darkest = Float.POSITIVE_INFINITY;
		int brightX = 0;
		int brightY = 0;
		for (int y = ys[0]; y < ys[1]; y += ys[2])
			for (int x = xs[0]; x < xs[1]; x += xs[2]) {
				final float value = plane.getf(x, y);
				darkest = Math.min(darkest, value);
				if (value > brightest) {
					brightest = value;
					brightX = x;
					brightY = y;
				}
			}
		final float real = (float) scale.real(brightest);
		if (brightest > darkest && Float.isFinite(real)) marks.add(new Mark(brightX, brightY, real));
	}
}
