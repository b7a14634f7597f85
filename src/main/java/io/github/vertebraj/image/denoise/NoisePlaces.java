package io.github.vertebraj.image.denoise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.VoxelLoop;

/**
 * Where the noise of an image can be seen: in squares of one slice that hold little but noise, 16 × 16 pixels, or 12 mm and
 * at least 8 pixels wide where pixels are coarse. Among
 * all squares that are not partly NaN, nor partly one constant value (air that is cut off), the SDs are sorted; the
 * squares with up to 1.5 times the SD of the 20th percentile are taken. In Hounsfield units air (a mean below −300 HU) is
 * left out where there is anything else.
 */
final class NoisePlaces {

	private static final int SIDE = 16;
	private static final int LEAST_SIDE = 8;
	private static final double SIDE_MM = 12;
	private static final int FEWEST = 4;
	/** More squares than this tell nothing new. */
	private static final int MOST = 20_000;
	private static final double PERCENTILE = 0.2;
	private static final double SPREAD = 1.5;
	private static final double AIR = -300;

	private record Square(int x, int y, int z, int width, int height, double mean, double sd) {

		Region region() {
			return new Region("noise", IntStream.range(y, y + height).mapToObj(row -> new Region.Run(z, row, x, x + width))
				.toList());
		}
	}

	private NoisePlaces() {}

	/**
	 * The squares, by slice; none if the image is too small, constant or NaN.
	 *
	 * @param pixel width of a pixel in mm
	 */
	static List<Region> find(final FloatVolume volume, final double pixel, final boolean isHounsfield) {
		final int side = (int) Math.max(LEAST_SIDE, Math.min(SIDE, Math.rint(SIDE_MM / pixel)));
		final int width = Math.min(side, volume.width());
		final int height = Math.min(side, volume.height());
		if (width < FEWEST || height < FEWEST) return List.of();
		final long perSlice = (long) (volume.width() / width) * (volume.height() / height);
		final int step = (int) Math.max(1, (perSlice * volume.depth() + MOST - 1) / MOST);
		final List<List<Square>> slices = new ArrayList<>(Collections.nCopies((volume.depth() + step - 1) / step, List
			.of()));
		VoxelLoop.run("Denoising", slices.size(), done -> {}, () -> null, (task, n) -> slices.set(n, slice(volume, n * step,
			width, height)));
		final List<Square> all = slices.stream().flatMap(List::stream).toList();
		final List<Square> tissue = all.stream().filter(square -> !isHounsfield || square.mean() >= AIR).toList();
		return quietest(tissue.isEmpty() ? all : tissue);
	}

	private static List<Region> quietest(final List<Square> squares) {
		if (squares.isEmpty()) return List.of();
		final double[] sds = squares.stream().mapToDouble(Square::sd).sorted().toArray();
		final double limit = SPREAD * sds[(int) (PERCENTILE * (sds.length - 1))];
		return squares.stream().filter(square -> square.sd() <= limit).map(Square::region).toList();
	}

	private static List<Square> slice(final FloatVolume volume, final int z, final int width, final int height) {
		final List<Square> squares = new ArrayList<>();
		for (int y = 0; y + height <= volume.height(); y += height)
			for (int x = 0; x + width <= volume.width(); x += width) {
				final Square square = square(volume, x, y, z, width, height);
				if (square.sd() > 0) squares.add(square);
			}
		return squares;
	}

	/** A square; its SD is NaN where it must not be used. */
	private static Square square(final FloatVolume volume, final int left, final int top, final int z, final int width,
		final int height)
	{
		final float[] plane = volume.planes()[z];
		final int n = width * height;
		double sum = 0;
		int repeats = 0;
		for (int y = top; y < top + height; y++)
			for (int i = y * volume.width() + left, end = i + width; i < end; i++) {
				sum += plane[i];
				if (i + 1 < end && plane[i] == plane[i + 1]) repeats++;
			}
		final double mean = sum / n;
		double squares = 0;
		for (int y = top; y < top + height; y++)
			for (int i = y * volume.width() + left, end = i + width; i < end; i++)
				squares += (plane[i] - mean) * (plane[i] - mean);
		final boolean isCutOff = repeats > n / 2;
		return new Square(left, top, z, width, height, mean, isCutOff ? Double.NaN : Math.sqrt(squares / (n - 1)));
	}
}
