package io.github.vertebraj.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.basictypeaccess.DataAccess;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellImg;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.img.list.ListImgFactory;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/** The same image, axes x, y, z, t, in all the ways ImgLib2 can hold or show it: for tests of what reads any image. */
public final class Sources {

	/** The value of a voxel. */
	@FunctionalInterface
	public interface Values {

		double at(long x, long y, long z, long t);
	}

	private Sources() {}

	/**
	 * @param type of the voxels; it must hold the values
	 * @param size x, y, z, t
	 * @return images by what they are
	 */
	public static <T extends RealType<T> & NativeType<T>> Map<String, RandomAccessibleInterval<T>> all(final T type,
		final Values values, final long... size)
	{
		final Map<String, RandomAccessibleInterval<T>> all = new LinkedHashMap<>();
		final Img<T> array = new ArrayImgFactory<>(type).create(size);
		fill(array, values);
		all.put("array", array);
		final Img<T> planar = new PlanarImgFactory<>(type).create(size);
		fill(planar, values);
		all.put("planar", planar);
		final CellImg<T, ?> cells = new CellImgFactory<>(type, 5, 3, 2, 2).create(size);
		fill(cells, values);
		all.put("cells", cells);
		all.put("lazy cells", lazy(cells, type));
		final Img<T> list = new ListImgFactory<>(type).create(size);
		fill(list, values);
		all.put("list", list);

		final long[] five = Arrays.copyOf(size, 5);
		five[4] = 3;
		final Img<T> components = new PlanarImgFactory<>(type).create(five);
		fill(Views.hyperSlice(components, 4, 1), values);
		all.put("component of planar", Views.hyperSlice(components, 4, 1));
		all.put("begins elsewhere", Views.translate(planar, 7, -3, 100, -1));

		final Img<T> large = new ArrayImgFactory<>(type).create(size[0] + 5, size[1] + 4, size[2] + 2, size[3] + 1);
		final RandomAccessibleInterval<T> crop = Views.interval(large, Intervals.createMinSize(3, 1, 2, 0, size[0], size[1],
			size[2], size[3]));
		fill(crop, values);
		all.put("crop", crop);

		final Img<T> tz = new PlanarImgFactory<>(type).create(size[0], size[1], size[3], size[2]);
		fill(Views.permute(tz, 2, 3), values);
		all.put("t before z", Views.permute(tz, 2, 3));
		final Img<T> yx = new ArrayImgFactory<>(type).create(size[1], size[0], size[2], size[3]);
		fill(Views.permute(yx, 0, 1), values);
		all.put("y before x", Views.permute(yx, 0, 1));
		final Img<T> last = new CellImgFactory<>(type, 4).create(size[3], size[2], size[1], size[0]);
		fill(Views.permute(Views.permute(last, 0, 3), 1, 2), values);
		all.put("all axes turned", Views.permute(Views.permute(last, 0, 3), 1, 2));
		final Img<T> flipped = new ArrayImgFactory<>(type).create(size);
		fill(Views.zeroMin(Views.invertAxis(flipped, 0)), values);
		all.put("x inverted", Views.zeroMin(Views.invertAxis(flipped, 0)));
		final Img<T> upsideDown = new PlanarImgFactory<>(type).create(size);
		fill(Views.invertAxis(upsideDown, 2), values);
		all.put("z inverted", Views.invertAxis(upsideDown, 2));

		all.put("converted", Converters.convert((RandomAccessibleInterval<T>) planar, (in, out) -> out.set(in), type
			.createVariable()));
		all.put("extended", Views.interval(Views.extendBorder(array), array));
		all.put("function", Views.interval(new FunctionRandomAccessible<>(4, (position, out) -> out.setReal(values.at(
			position.getLongPosition(0), position.getLongPosition(1), position.getLongPosition(2), position.getLongPosition(
				3))), type::createVariable), planar));
		return all;
	}

	/** An image that loads its cells when they are asked for. */
	private static <T extends NativeType<T>, A extends DataAccess> RandomAccessibleInterval<T> lazy(
		final CellImg<T, A> cells, final T type)
	{
		final List<Cell<A>> loaded = new ArrayList<>();
		cells.getCells().forEach(loaded::add);
		return new LazyCellImg<>(cells.getCellGrid(), type, index -> loaded.get((int) index));
	}

	/** Gives every voxel its value; positions count from 0 wherever the image begins. */
	public static <T extends RealType<T>> void fill(final RandomAccessibleInterval<T> image, final Values values) {
		final RandomAccessibleInterval<T> zeroMin = Views.zeroMin(image);
		final Cursor<T> cursor = Views.iterable(zeroMin).localizingCursor();
		while (cursor.hasNext()) {
			final T voxel = cursor.next();
			voxel.setReal(values.at(cursor.getLongPosition(0), cursor.getLongPosition(1), cursor.getLongPosition(2), cursor
				.getLongPosition(3)));
		}
	}

	/** The value of one voxel, counted from 0 wherever the image begins. */
	public static double get(final RandomAccessibleInterval<? extends RealType<?>> image, final long... position) {
		final RandomAccess<? extends RealType<?>> access = image.randomAccess();
		for (int d = 0; d < position.length; d++)
			access.setPosition(image.min(d) + position[d], d);
		return access.get().getRealDouble();
	}
}
