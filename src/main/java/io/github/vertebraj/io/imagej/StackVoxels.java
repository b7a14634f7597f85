package io.github.vertebraj.io.imagej;

import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ImageProcessor;
import io.github.vertebraj.image.PlanarVoxels;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;

/** The pixels of an ImageJ stack as voxels, axes x, y, z, t, c. */
final class StackVoxels {

	private StackVoxels() {}

	/** Shares the arrays of a stack in memory; a virtual stack is read plane by plane, when a plane is looked at. */
	static RandomAccessibleInterval<? extends RealType<?>> of(final ImagePlus imp, final PlaneOrder order) {
		final ImageStack stack = imp.getStack();
		final long[] size = { imp.getWidth(), imp.getHeight(), order.slices(), order.frames(), order.channels() };
		return switch (imp.getBitDepth()) {
			case 8 -> of(stack, order, size, new UnsignedByteType());
			case 16 -> of(stack, order, size, new UnsignedShortType());
			case 32 -> of(stack, order, size, new FloatType());
			default -> throw new IllegalArgumentException("'" + imp.getTitle() +
				"' is a colour (RGB) image, but grey values are needed: Image > Type makes it 8-, 16- or 32-bit");
		};
	}

	private static <T extends NativeType<T> & RealType<T>> RandomAccessibleInterval<T> of(final ImageStack stack,
		final PlaneOrder order, final long[] size, final T type)
	{
		final List<Integer> numbers = new ArrayList<>();
		for (int c = 0; c < order.channels(); c++)
			for (int t = 0; t < order.frames(); t++)
				for (int z = 0; z < order.slices(); z++)
					numbers.add(order.number(z, t, c));
		if (!stack.isVirtual()) return PlanarVoxels.of(numbers.stream().map(stack::getPixels).toList(), type, size);
		final CellGrid grid = new CellGrid(size, new int[] { (int) size[0], (int) size[1], 1, 1, 1 });
		final VirtualPlanes planes = new VirtualPlanes(stack, numbers, grid);
		return new LazyCellImg<>(grid, type, index -> Cast.unchecked(planes.cell((int) index)));
	}

	/** Planes of a virtual stack, kept as long as memory allows. */
	private static final class VirtualPlanes {

		private final ImageStack stack;
		private final List<Integer> numbers;
		private final CellGrid grid;
		private final List<SoftReference<Cell<?>>> cells;

		VirtualPlanes(final ImageStack stack, final List<Integer> numbers, final CellGrid grid) {
			this.stack = stack;
			this.numbers = numbers;
			this.grid = grid;
			cells = new ArrayList<>(Collections.nCopies(numbers.size(), null));
		}

		/** ImageJ's virtual stacks read one plane at a time. */
		synchronized Cell<?> cell(final int index) {
			final SoftReference<Cell<?>> known = cells.get(index);
			final Cell<?> kept = known == null ? null : known.get();
			if (kept != null) return kept;
			final int number = numbers.get(index);
			requireFile(number);
			final ImageProcessor plane = stack.getProcessor(number);
			if (plane == null) throw new IllegalArgumentException("Plane " + number + " of a virtual stack cannot be read");
			final long[] min = new long[5];
			final int[] size = new int[5];
			grid.getCellDimensions(index, min, size);
			final Cell<?> cell = new Cell<>(size, min, access(plane.getPixels()));
			cells.set(index, new SoftReference<>(cell));
			return cell;
		}

		/** ImageJ shows a black plane in place of a file that is gone. */
		private void requireFile(final int number) {
			if (!(stack instanceof VirtualStack files) || files.getDirectory() == null || files.getDirectory()
				.isEmpty() || files.getFileName(number) == null) return;
			final Path file = Path.of(files.getDirectory(), files.getFileName(number));
			if (!Files.exists(file)) throw new IllegalArgumentException("Plane " + number + " of a virtual stack, " + file +
				", is no longer there");
		}

		/** Copies, for a virtual stack may use an array again. */
		private static Object access(final Object pixels) {
			if (pixels instanceof byte[] bytes) return new ByteArray(bytes.clone());
			return pixels instanceof short[] shorts ? new ShortArray(shorts.clone()) : new FloatArray(((float[]) pixels)
				.clone());
		}
	}
}
