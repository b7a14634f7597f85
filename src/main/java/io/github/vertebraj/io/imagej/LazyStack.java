package io.github.vertebraj.io.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import ij.VirtualStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.VoxelBlock;
import io.github.vertebraj.image.VoxelReader;

import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * An ImageJ stack over voxels that are computed when a plane is looked at. Like all virtual stacks it forgets what is
 * drawn into it.
 */
final class LazyStack extends VirtualStack {

	private final CalibratedImage image;
	private final String info;
	private final VoxelReader reader;
	/** Numbers from 0 in ImageJ's order (c, z, t) of the planes that are left. */
	private final List<Integer> planes;
	private final boolean isShort;

	/**
	 * @param image of unsigned 16-bit integers, or floats without a scale
	 */
	LazyStack(final CalibratedImage image) {
		super(image.size(0), image.size(1));
		isShort = image.voxels().getType() instanceof UnsignedShortType;
		if (!isShort && !(image.voxels().getType() instanceof FloatType && image.scale().slope() == 1 && image.scale()
			.intercept() == 0)) throw new IllegalArgumentException(
				"A lazy stack has unsigned 16-bit voxels, or floats without a scale");
		this.image = image;
		info = InfoText.of(image.tags());
		reader = VoxelReader.of(image.voxels());
		planes = new ArrayList<>(IntStream.range(0, image.labels().size()).boxed().toList());
		setBitDepth(isShort ? 16 : 32);
	}

	CalibratedImage image() {
		return image;
	}

	/** Whether no plane was deleted. */
	boolean isWhole() {
		return planes.size() == image.labels().size();
	}

	@Override
	public synchronized Object getPixels(final int n) {
		final int[] at = place(n);
		final VoxelBlock block = new VoxelBlock();
		reader.copy().read(new long[] { 0, 0, at[0], at[1], at[2] }, getWidth(), getHeight(), block);
		final int size = getWidth() * getHeight();
		final Object pixels = isShort ? new short[size] : new float[size];
		System.arraycopy(isShort ? block.codes() : block.floats(), block.offset(), pixels, 0, size);
		return pixels;
	}

	/** z, t, c of a plane. */
	private int[] place(final int n) {
		if (n < 1 || n > planes.size()) throw new IllegalArgumentException("Argument out of range: " + n);
		final int index = planes.get(n - 1);
		final int c = image.size(4);
		final int z = image.size(2);
		return new int[] { index / c % z, index / c / z, index % c };
	}

	@Override
	public ImageProcessor getProcessor(final int n) {
		final Object pixels = getPixels(n);
		return isShort ? new ShortProcessor(getWidth(), getHeight(), (short[]) pixels, getColorModel()) : new FloatProcessor(
			getWidth(), getHeight(), (float[]) pixels, getColorModel());
	}

	/**
	 * As a stack in memory has it. Only the first frame, and one slice of each other, has marks: finding them computes the
	 * plane.
	 */
	@Override
	public String getSliceLabel(final int n) {
		final int[] at = place(n);
		final boolean isMarked = at[1] == 0 || at[0] == image.size(2) / 2;
		return image.label(at[0], at[1], at[2]) + "\n" + info + image.geometry().map(geometry -> new PlaneTrace(getWidth(),
			getHeight(), geometry.crop(0, 0, at[0]), isMarked ? Landmarks.of(getProcessor(n), image.scale()) : List.of())
				.toString()).orElse("");
	}

	@Override
	public int size() {
		return planes.size();
	}

	@Override
	public int getSize() {
		return planes.size();
	}

	@Override
	public void deleteSlice(final int n) {
		place(n);
		planes.remove(n - 1);
	}

	@Override
	public void deleteLastSlice() {
		deleteSlice(planes.size());
	}

	@Override
	public String getFileName(final int n) {
		return null;
	}

	@Override
	public void setSliceLabel(final String label, final int n) {
		// what a plane shows does not change
	}

	@Override
	public void trim() {
		// there is nothing to spare
	}

	@Override
	public void reduce(final int factor) {
		planes.removeIf(index -> index % factor != 0);
	}

	@Override
	public String toString() {
		return "virtual stack of " + image.title() + ": " + size() + " planes";
	}
}
