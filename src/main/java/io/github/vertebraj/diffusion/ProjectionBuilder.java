package io.github.vertebraj.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** A projection in the making, of planes that adjoin one another. */
final class ProjectionBuilder {

	private final ProjectionView view;
	private final DiffusionStation first;
	private final int axis;
	/** Along the planes: from one to the next, in the order in which they come. */
	private final Vector onward;
	/** One line for each plane, or a single one where the rays go from plane to plane. */
	private final List<float[]> signal = new ArrayList<>();
	private final List<float[]> adc = new ArrayList<>();
	private final List<float[]> lesion = new ArrayList<>();

	/**
	 * @param isForward whether planes come by rising z of the first station
	 */
	ProjectionBuilder(final ProjectionView view, final DiffusionStation first, final boolean isForward) {
		this.view = view;
		this.first = first;
		axis = view.axis(first.geometry());
		onward = first.geometry().zStep().times(isForward ? 1 : -1);
	}

	/** Adds the next plane; returns the number of its line. */
	int add(final float[] profile) {
		if (axis < 2 || signal.isEmpty()) {
			signal.add(profile.clone());
			adc.add(filled(profile.length, Float.NaN));
			lesion.add(filled(profile.length, Float.NEGATIVE_INFINITY));
		}
		else {
			final float[] greatest = signal.get(0);
			for (int i = 0; i < profile.length; i++)
				greatest[i] = Math.max(greatest[i], profile[i]);
		}
		return signal.size() - 1;
	}

	private static float[] filled(final int length, final float value) {
		final float[] array = new float[length];
		Arrays.fill(array, value);
		return array;
	}

	/** A voxel of a lesion, of the plane that has a line; without an ADC it has no colour. */
	void lesion(final int line, final int x, final int y, final double voxelSignal, final float voxelAdc) {
		final int ray = LesionPlanes.ray(axis, x, y, first.size(0));
		// of equal signals the first
		if (!Float.isNaN(voxelAdc) && (float) voxelSignal > lesion.get(line)[ray]) {
			lesion.get(line)[ray] = (float) voxelSignal;
			adc.get(line)[ray] = voxelAdc;
		}
	}

	LesionProjection build() {
		final Geometry geometry = first.geometry();
		final Vector across = axis == 0 ? geometry.yStep() : geometry.xStep();
		final Vector down = axis == 2 ? geometry.yStep() : onward;
		final boolean isTurned = Math.abs(view.down(across)) / across.length() > Math.abs(view.down(down)) / down.length();
		final Vector x = isTurned ? down : across;
		final Vector y = isTurned ? across : down;
		return new LesionProjection(picture(signal, isTurned, x, y), picture(adc, isTurned, x, y), x.length(), y.length());
	}

	private RandomAccessibleInterval<FloatType> picture(final List<float[]> lines, final boolean isTurned, final Vector x,
		final Vector y)
	{
		final int length = lines.get(0).length;
		final float[] values = new float[length * lines.size()];
		for (int i = 0; i < lines.size(); i++)
			System.arraycopy(lines.get(i), 0, values, i * length, length);
		final int width = axis == 2 ? first.size(0) : length;
		for (int i = 0; i < values.length; i++)
			if (Float.isInfinite(values[i])) values[i] = Float.NaN;
		RandomAccessibleInterval<FloatType> picture = ArrayImgs.floats(values, width, values.length / width);
		if (isTurned) picture = Views.permute(picture, 0, 1);
		if (view.right(x) < 0) picture = Views.zeroMin(Views.invertAxis(picture, 0));
		if (view.down(y) < 0) picture = Views.zeroMin(Views.invertAxis(picture, 1));
		return picture;
	}
}
