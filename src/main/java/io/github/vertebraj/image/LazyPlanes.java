package io.github.vertebraj.image;

import java.lang.ref.SoftReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;

/** Voxels that are made a plane at a time, when a plane is looked at, and kept as long as memory allows. */
public final class LazyPlanes {

	private final IntFunction<?> planes;
	private final CellGrid grid;
	private final AtomicReferenceArray<SoftReference<Cell<?>>> cells;

	private LazyPlanes(final IntFunction<?> planes, final CellGrid grid, final int count) {
		this.planes = planes;
		this.grid = grid;
		cells = new AtomicReferenceArray<>(count);
	}

	/**
	 * @param type   how to read the arrays, an {@code UnsignedShortType} for {@code short[]} for instance
	 * @param planes makes the array of a plane, {@code byte[]}, {@code short[]} or {@code float[]}, by its number; the
	 *               axes beyond y rise in that order, the first of them fastest. Several threads may ask at once, and for
	 *               the same plane again
	 * @param size   number of voxels along each axis
	 */
	public static <T extends NativeType<T> & RealType<T>> RandomAccessibleInterval<T> of(final T type,
		final IntFunction<?> planes, final long... size)
	{
		final int[] cell = new int[size.length];
		long count = 1;
		for (int d = 0; d < size.length; d++) {
			cell[d] = d < 2 ? (int) size[d] : 1;
			if (d >= 2) count = Math.multiplyExact(count, size[d]);
		}
		final CellGrid grid = new CellGrid(size, cell);
		final LazyPlanes lazy = new LazyPlanes(planes, grid, Math.toIntExact(count));
		return new LazyCellImg<>(grid, type, index -> Cast.unchecked(lazy.cell((int) index)));
	}

	private Cell<?> cell(final int index) {
		final SoftReference<Cell<?>> known = cells.get(index);
		final Cell<?> kept = known == null ? null : known.get();
		if (kept != null) return kept;
		final long[] min = new long[grid.numDimensions()];
		final int[] size = new int[min.length];
		grid.getCellDimensions(index, min, size);
		final Cell<?> cell = new Cell<>(size, min, access(planes.apply(index)));
		cells.set(index, new SoftReference<>(cell));
		return cell;
	}

	private static Object access(final Object pixels) {
		if (pixels instanceof byte[] bytes) return new ByteArray(bytes);
		return pixels instanceof short[] shorts ? new ShortArray(shorts) : new FloatArray((float[]) pixels);
	}
}
