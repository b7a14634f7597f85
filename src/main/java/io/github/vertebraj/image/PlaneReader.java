package io.github.vertebraj.image;

import java.util.Optional;
import java.util.function.IntFunction;

import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.transform.integer.MixedTransform;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Util;
import net.imglib2.view.IntervalView;
import net.imglib2.view.MixedTransformView;

/**
 * Hands out the arrays of array and planar images themselves, also seen through slices, crops, translations and
 * permutations of the axes beyond the second. Where rows are not adjacent (cropped in x), they are copied.
 */
final class PlaneReader extends VoxelReader {

	/** An array and where voxels begin in it. */
	private record Plane(Object array, int from) {}

	private final IntFunction<Plane> planes;
	private final MixedTransform toSource;
	private final long[] sourceSize;

	private PlaneReader(final VoxelBlock.Kind kind, final int signBit, final IntFunction<Plane> planes,
		final MixedTransform toSource, final long[] sourceSize)
	{
		super(kind, signBit);
		this.planes = planes;
		this.toSource = toSource;
		this.sourceSize = sourceSize;
	}

	/** A reader, or nothing when the image does not lie in arrays this way. */
	static Optional<VoxelReader> find(final RandomAccessibleInterval<?> view) {
		RandomAccessible<?> source = view;
		MixedTransform toSource = new MixedTransform(view.numDimensions(), view.numDimensions());
		while (true) {
			if (source instanceof IntervalView<?> v) source = v.getSource();
			else if (source instanceof MixedTransformView<?> v) {
				toSource = v.getTransformToSource().concatenate(toSource);
				source = v.getSource();
			}
			else break;
		}
		if (source.numDimensions() < 2 || !keeps(toSource, 0) || !keeps(toSource, 1)) return Optional.empty();
		if (source instanceof PlanarImg<?, ?> img) return find(img, toSource, i -> new Plane(array(img.getPlane(i)), 0));
		if (source instanceof ArrayImg<?, ?> img) {
			final int area = (int) (img.dimension(0) * img.dimension(1));
			return find(img, toSource, i -> new Plane(array(img.update(null)), i * area));
		}
		return Optional.empty();
	}

	private static boolean keeps(final MixedTransform transform, final int axis) {
		return !transform.getComponentZero(axis) && transform.getComponentMapping(axis) == axis && !transform
			.getComponentInversion(axis);
	}

	private static Object array(final Object access) {
		return access instanceof ArrayDataAccess<?> data ? data.getCurrentStorageArray() : null;
	}

	private static Optional<VoxelReader> find(final RandomAccessibleInterval<?> img, final MixedTransform toSource,
		final IntFunction<Plane> planes)
	{
		final Class<?> type = Util.getTypeFromInterval(img).getClass();
		final Object array = planes.apply(0).array();
		final VoxelBlock.Kind kind;
		if ((type == UnsignedShortType.class || type == ShortType.class) && array instanceof short[])
			kind = VoxelBlock.Kind.CODES;
		else if (type == FloatType.class && array instanceof float[]) kind = VoxelBlock.Kind.FLOATS;
		else if (type == DoubleType.class && array instanceof double[]) kind = VoxelBlock.Kind.DOUBLES;
		else return Optional.empty();
		return Optional.of(new PlaneReader(kind, type == ShortType.class ? 0x8000 : 0, planes, toSource, img
			.dimensionsAsLongArray()));
	}

	@Override
	public void read(final long[] position, final int width, final int height, final VoxelBlock into) {
		final int rowLength = (int) sourceSize[0];
		final Plane plane = plane(position);
		if (width == rowLength || height == 1) {
			into.show(plane.array, plane.from, width);
			return;
		}
		final Object rows = into.room(kind(), width * height);
		for (int y = 0; y < height; y++)
			System.arraycopy(plane.array, plane.from + y * rowLength, rows, y * width, width);
		into.show(rows, 0, width);
	}

	@Override
	public void view(final long[] position, final int width, final int height, final VoxelBlock into) {
		final Plane plane = plane(position);
		into.show(plane.array, plane.from, (int) sourceSize[0]);
	}

	/** The array of the plane of a position, and its index there. */
	private Plane plane(final long[] position) {
		final long[] at = new long[sourceSize.length];
		toSource.apply(position, at);
		long index = 0;
		for (int d = at.length - 1; d >= 2; d--)
			index = index * sourceSize[d] + at[d];
		final Plane plane = planes.apply((int) index);
		return new Plane(plane.array, plane.from + (int) (at[1] * sourceSize[0] + at[0]));
	}

	/** Reading changes nothing in this reader. */
	@Override
	public VoxelReader copy() {
		return this;
	}
}
