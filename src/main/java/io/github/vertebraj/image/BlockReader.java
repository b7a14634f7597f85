package io.github.vertebraj.image;

import java.util.Arrays;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.LongType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Util;

/** Copies by block through {@link PrimitiveBlocks}, where it takes the image without falling back to a cursor. */
final class BlockReader extends VoxelReader {

	/** How the primitive array of a voxel type becomes that of a kind of block. */
	private enum Widening {
		NONE, BYTE, INT, UNSIGNED_INT, LONG
	}

	private final PrimitiveBlocks<?> blocks;
	private final Widening widening;
	private Object narrow = new byte[0];

	private BlockReader(final PrimitiveBlocks<?> blocks, final VoxelBlock.Kind kind, final int signBit,
		final Widening widening)
	{
		super(kind, signBit);
		this.blocks = blocks;
		this.widening = widening;
	}

	/** A reader, or nothing when the type or the view is not understood. */
	static Optional<VoxelReader> find(final RandomAccessibleInterval<?> source) {
		final Object type = Util.getTypeFromInterval(source);
		// The classes themselves, since a subclass may give its primitives another meaning.
		final Class<?> c = type.getClass();
		if (c == UnsignedShortType.class) return of(source, VoxelBlock.Kind.CODES, 0, Widening.NONE);
		if (c == ShortType.class) return of(source, VoxelBlock.Kind.CODES, 0x8000, Widening.NONE);
		if (c == UnsignedByteType.class) return of(source, VoxelBlock.Kind.CODES, 0, Widening.BYTE);
		if (c == ByteType.class) return of(source, VoxelBlock.Kind.CODES, 0x80, Widening.BYTE);
		if (c == FloatType.class) return of(source, VoxelBlock.Kind.FLOATS, 0, Widening.NONE);
		if (c == DoubleType.class) return of(source, VoxelBlock.Kind.DOUBLES, 0, Widening.NONE);
		if (c == IntType.class) return of(source, VoxelBlock.Kind.DOUBLES, 0, Widening.INT);
		if (c == UnsignedIntType.class) return of(source, VoxelBlock.Kind.DOUBLES, 0, Widening.UNSIGNED_INT);
		if (c == LongType.class) return of(source, VoxelBlock.Kind.DOUBLES, 0, Widening.LONG);
		return Optional.empty();
	}

	@SuppressWarnings("unchecked")
	private static <T extends NativeType<T>> Optional<VoxelReader> of(final RandomAccessibleInterval<?> source,
		final VoxelBlock.Kind kind, final int signBit, final Widening widening)
	{
		final PrimitiveBlocks<T> blocks;
		try {
			blocks = PrimitiveBlocks.of((RandomAccessibleInterval<T>) source, PrimitiveBlocks.OnFallback.FAIL);
		}
		catch (final IllegalArgumentException e) {
			// It says so when it would have to fall back: a cursor of ours does the same without a second copy.
			return Optional.empty();
		}
		return Optional.of(new BlockReader(blocks, kind, signBit, widening));
	}

	@Override
	public void read(final long[] position, final int width, final int height, final VoxelBlock into) {
		final int n = width * height;
		final Object array = into.room(kind(), n);
		final int[] size = new int[position.length];
		Arrays.fill(size, 1);
		size[0] = width;
		size[1] = height;
		if (widening == Widening.NONE) blocks.copy(position, array, size);
		else {
			narrow = room(narrow, n);
			blocks.copy(position, narrow, size);
			widen(array, n);
		}
		into.show(array, 0, width);
	}

	private Object room(final Object old, final int n) {
		return switch (widening) {
			case BYTE -> old instanceof byte[] a && a.length >= n ? a : new byte[n];
			case INT, UNSIGNED_INT -> old instanceof int[] a && a.length >= n ? a : new int[n];
			default -> old instanceof long[] a && a.length >= n ? a : new long[n];
		};
	}

	private void widen(final Object array, final int n) {
		switch (widening) {
			case BYTE -> {
				final byte[] from = (byte[]) narrow;
				final short[] to = (short[]) array;
				for (int i = 0; i < n; i++)
					to[i] = (short) (from[i] & 0xff);
			}
			case INT -> {
				final int[] from = (int[]) narrow;
				final double[] to = (double[]) array;
				for (int i = 0; i < n; i++)
					to[i] = from[i];
			}
			case UNSIGNED_INT -> {
				final int[] from = (int[]) narrow;
				final double[] to = (double[]) array;
				for (int i = 0; i < n; i++)
					to[i] = from[i] & 0xffffffffL;
			}
			default -> {
				final long[] from = (long[]) narrow;
				final double[] to = (double[]) array;
				for (int i = 0; i < n; i++)
					to[i] = from[i];
			}
		}
	}

	@Override
	public VoxelReader copy() {
		return new BlockReader(blocks.independentCopy(), kind(), signBit(), widening);
	}
}
