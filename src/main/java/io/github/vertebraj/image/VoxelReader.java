package io.github.vertebraj.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

/**
 * Reads any image a rectangle at a time into primitive arrays, so that a loop over its voxels needs to be written for
 * three kinds of array only and runs at the speed of the machine. In falling speed: arrays of array and planar images
 * are handed out as they are; what {@link net.imglib2.blocks.PrimitiveBlocks} understands (cells, lazy images, crops,
 * permuted axes, converters) is copied by block; everything else voxel by voxel. The values are the same.
 * <p>
 * Not thread-safe: each task takes its own {@link #copy()}.
 */
public abstract class VoxelReader {

	private final VoxelBlock.Kind kind;
	private final int signBit;

	/**
	 * @param signBit see {@link #signBit()}
	 */
	VoxelReader(final VoxelBlock.Kind kind, final int signBit) {
		this.kind = kind;
		this.signBit = signBit;
	}

	/**
	 * @param source any number of axes from two up; positions count from 0 wherever it begins
	 */
	@SuppressWarnings({ "rawtypes", "unchecked" })
	public static VoxelReader of(final RandomAccessibleInterval<? extends RealType<?>> source) {
		if (source.numDimensions() < 2) throw new IllegalArgumentException("An image needs two axes or more, but has " +
			source.numDimensions());
		final RandomAccessibleInterval zeroMin = Views.zeroMin((RandomAccessibleInterval) source);
		return PlaneReader.find(zeroMin).or(() -> BlockReader.find(zeroMin)).orElseGet(() -> cursor(zeroMin));
	}

	private static VoxelReader cursor(final RandomAccessibleInterval<? extends RealType<?>> source) {
		final RealType<?> type = (RealType<?>) Util.getTypeFromInterval((RandomAccessibleInterval<?>) source);
		if (type instanceof FloatType) return new CursorReader(source, VoxelBlock.Kind.FLOATS, 0);
		if (type instanceof IntegerType && type.getMinValue() >= 0 && type.getMaxValue() <= 0xffff)
			return new CursorReader(source, VoxelBlock.Kind.CODES, 0);
		if (type instanceof IntegerType && type.getMinValue() >= Short.MIN_VALUE && type.getMaxValue() <= Short.MAX_VALUE)
			return new CursorReader(source, VoxelBlock.Kind.CODES, 0x8000);
		return new CursorReader(source, VoxelBlock.Kind.DOUBLES, 0);
	}

	/** The array in which blocks come. */
	public final VoxelBlock.Kind kind() {
		return kind;
	}

	/**
	 * The bit that, when flipped, makes codes rise with the values they stand for: 0 for unsigned types, the sign bit
	 * otherwise.
	 */
	public final int signBit() {
		return signBit;
	}

	/** The stored value of a code (0 to 65535). */
	public final int stored(final int code) {
		return (code ^ signBit) - signBit;
	}

	/** The stored value of the i-th voxel of a block without gaps. */
	public final double stored(final VoxelBlock block, final int i) {
		return switch (kind) {
			case CODES -> stored(block.codes()[block.offset() + i] & 0xffff);
			case FLOATS -> block.floats()[block.offset() + i];
			case DOUBLES -> block.doubles()[block.offset() + i];
		};
	}

	/**
	 * Reads a rectangle of the first two axes, with no gap between its rows.
	 *
	 * @param position of its first voxel, one number for each axis of the source
	 * @param into     receives the voxels, x fastest; what it held before is gone
	 */
	public abstract void read(long[] position, int width, int height, VoxelBlock into);

	/**
	 * Like {@link #read}, but the rows may lie apart (see {@link VoxelBlock#stride()}), which saves copies: for loops over
	 * parts of rows.
	 */
	public void view(final long[] position, final int width, final int height, final VoxelBlock into) {
		read(position, width, height, into);
	}

	/** A reader of the same image for another thread. */
	public abstract VoxelReader copy();
}
