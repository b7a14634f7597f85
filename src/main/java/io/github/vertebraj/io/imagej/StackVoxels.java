package io.github.vertebraj.io.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ImageProcessor;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.LazyPlanes;
import io.github.vertebraj.image.PlanarVoxels;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/** The pixels of an ImageJ stack as voxels, axes x, y, z, t, c. */
final class StackVoxels {

	private StackVoxels() {}

	/** Shares the arrays of a stack in memory; a virtual stack is read plane by plane, when a plane is looked at. */
	static RandomAccessibleInterval<? extends RealType<?>> of(final ImagePlus imp, final PlaneOrder order) {
		final ImageStack stack = imp.getStack();
		if (stack instanceof LazyStack lazy && isSame(lazy, order)) return lazy.image().voxels();
		final long[] size = { imp.getWidth(), imp.getHeight(), order.slices(), order.frames(), order.channels() };
		return switch (imp.getBitDepth()) {
			case 8 -> of(stack, order, size, new UnsignedByteType());
			case 16 -> of(stack, order, size, new UnsignedShortType());
			case 32 -> of(stack, order, size, new FloatType());
			default -> throw new IllegalArgumentException("'" + imp.getTitle() +
				"' is a colour (RGB) image, but grey values are needed: Image > Type makes it 8-, 16- or 32-bit");
		};
	}

	/** Whether the stack has the planes of its image, in their order: then the image itself is read. */
	private static boolean isSame(final LazyStack lazy, final PlaneOrder order) {
		final CalibratedImage image = lazy.image();
		return lazy.isWhole() && order.slices() == image.size(2) && order.frames() == image.size(3) && order
			.channels() == image.size(4) && order.isInOrder();
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
		final VirtualPlanes planes = new VirtualPlanes(stack, numbers);
		return LazyPlanes.of(type, planes::pixels, size);
	}

	/**
	 * Planes of a virtual stack.
	 *
	 * @param numbers in the stack, from 1, of the planes in our order
	 */
	private record VirtualPlanes(ImageStack stack, List<Integer> numbers) {

		/** ImageJ's virtual stacks read one plane at a time, and may use an array again: this is a copy. */
		synchronized Object pixels(final int index) {
			final int number = numbers.get(index);
			requireFile(number);
			final ImageProcessor plane = stack.getProcessor(number);
			if (plane == null) throw new IllegalArgumentException("Plane " + number + " of a virtual stack cannot be read");
			final Object pixels = plane.getPixels();
			if (pixels instanceof byte[] bytes) return bytes.clone();
			return pixels instanceof short[] shorts ? shorts.clone() : ((float[]) pixels).clone();
		}

		/** ImageJ shows a black plane in place of a file that is gone. */
		private void requireFile(final int number) {
			if (!(stack instanceof VirtualStack files) || files.getDirectory() == null || files.getDirectory()
				.isEmpty() || files.getFileName(number) == null) return;
			final Path file = Path.of(files.getDirectory(), files.getFileName(number));
			if (!Files.exists(file)) throw new IllegalArgumentException("Plane " + number + " of a virtual stack, " + file +
				", is no longer there");
		}
	}
}
