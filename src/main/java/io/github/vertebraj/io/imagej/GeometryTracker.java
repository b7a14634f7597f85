package io.github.vertebraj.io.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.imagej.GeometryTrace.Landmark;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Finds where the voxels of an ImagePlus lie, from the trace that it carries. The trace is believed when nothing speaks
 * against it: size and origin of the calibration give the crop, slice labels the slices, the pixel size has not been
 * changed, and at least half of the landmarks are where they should be. So an image that was flipped, turned, shifted,
 * scaled or filtered in place is not taken to lie where it did. Otherwise the spacing of the calibration is all that is
 * known, if it has a unit of length.
 */
final class GeometryTracker {

	private static final int MOST_LANDMARKS = 128;

	/** How exactly a pixel size survives a TIFF file, which keeps it as a fraction. */
	private static final double PIXEL_SIZE_TOLERANCE = 1e-4;

	/** ImageJ's units of length in mm. */
	private static final Map<String, Double> UNITS = Map.ofEntries(Map.entry("mm", 1.0), Map.entry("millimeter", 1.0), Map
		.entry("cm", 10.0), Map.entry("m", 1000.0), Map.entry("\u00b5m", 1e-3), Map.entry("\u03bcm", 1e-3), Map.entry("um",
			1e-3), Map.entry("micron", 1e-3), Map.entry("microns", 1e-3), Map.entry("nm", 1e-6), Map.entry("inch", 25.4), Map
				.entry("in", 25.4));

	private GeometryTracker() {}

	/** The trace of an image that is about to become an ImagePlus; empty when its spacing is unknown. */
	static Optional<GeometryTrace> trace(final CalibratedImage image) {
		return image.geometry().map(geometry -> new GeometryTrace(List.of(image.size(0), image.size(1), image.size(2)),
			geometry, landmarks(image)));
	}

	private static List<Landmark> landmarks(final CalibratedImage image) {
		final RandomAccessibleInterval<? extends RealType<?>> volume = image.volume(0, 0);
		final int slices = image.size(2);
		final int used = Math.min(slices, MOST_LANDMARKS / 2);
		final int cells = (int) Math.min(8, Math.sqrt((double) MOST_LANDMARKS / used));
		final List<Landmark> landmarks = new ArrayList<>();
		for (int i = 0; i < used; i++) {
			final int z = (int) ((long) i * slices / used);
			for (int cell = 0; cell < cells * cells; cell++)
				brightest(volume, image.scale(), z, cell % cells, cell / cells, cells).ifPresent(landmarks::add);
		}
		return landmarks;
	}

	/** The brightest pixel of a cell; empty when all are equal, since then none is a mark. */
	private static Optional<Landmark> brightest(final RandomAccessibleInterval<? extends RealType<?>> volume,
		final ValueScale scale, final int z, final int column, final int row, final int cells)
	{
		final RandomAccess<? extends RealType<?>> access = volume.randomAccess();
		final long width = volume.dimension(0);
		final long height = volume.dimension(1);
		double brightest = Double.NEGATIVE_INFINITY;
		double darkest = Double.POSITIVE_INFINITY;
		long[] place = {};
		for (long y = row * height / cells; y < (row + 1) * height / cells; y++)
			for (long x = column * width / cells; x < (column + 1) * width / cells; x++) {
				final double value = scale.real(access.setPositionAndGet(volume.min(0) + x, volume.min(1) + y, volume.min(2) + z)
					.getRealDouble());
				darkest = Math.min(darkest, value);
				if (value > brightest) {
					brightest = value;
					place = new long[] { x, y };
				}
			}
		return brightest > darkest && Float.isFinite((float) brightest) ? Optional.of(new Landmark(z + 1, (int) place[0],
			(int) place[1], (float) brightest)) : Optional.empty();
	}

	/**
	 * @param order  which plane of the stack shows what
	 * @param voxels axes x, y, z, t, c
	 */
	static Optional<Geometry> find(final ImagePlus imp, final PlaneOrder order,
		final RandomAccessibleInterval<? extends RealType<?>> voxels, final ValueScale scale)
	{
		return InfoText.trace(imp).flatMap(trace -> traced(trace, imp, order, voxels, scale)).or(() -> order.geometry(imp.getWidth(),
			imp.getHeight())).or(() -> spacing(imp));
	}

	private static Optional<Geometry> traced(final GeometryTrace trace, final ImagePlus imp, final PlaneOrder order,
		final RandomAccessibleInterval<? extends RealType<?>> voxels, final ValueScale scale)
	{
		final Optional<int[]> slices = order.slices(trace.size().get(2));
		final OptionalInt left = offset(imp.getCalibration().xOrigin, imp.getWidth(), trace.size().get(0));
		final OptionalInt top = offset(imp.getCalibration().yOrigin, imp.getHeight(), trace.size().get(1));
		if (slices.isEmpty() || left.isEmpty() || top.isEmpty() || !keepsPixelSize(trace, imp)) return Optional.empty();
		int seen = 0;
		int found = 0;
		final RandomAccess<? extends RealType<?>> access = voxels.randomAccess();
		for (int z = 0; z < slices.get().length; z++) {
			final OptionalInt first = order.firstFrame(z);
			if (first.isEmpty()) continue;
			for (final Landmark mark : trace.landmarks()) {
				final int x = mark.x() - left.getAsInt();
				final int y = mark.y() - top.getAsInt();
				if (mark.slice() != slices.get()[z] || x < 0 || y < 0 || x >= imp.getWidth() || y >= imp.getHeight()) continue;
				seen++;
				if (mark.matches(scale.real(access.setPositionAndGet(x, y, z, first.getAsInt(), 0).getRealDouble()))) found++;
			}
		}
		final boolean cropped = imp.getWidth() != trace.size().get(0) || imp.getHeight() != trace.size().get(1);
		final boolean moved = left.getAsInt() != 0 || top.getAsInt() != 0;
		// another size and no trace of a crop: the pixels must tell that it was one
		if (2 * found < seen || cropped && !moved && found == 0) return Optional.empty();
		return trace.of(slices.get(), left.getAsInt(), top.getAsInt());
	}

	private static OptionalInt offset(final double origin, final int size, final int tracedSize) {
		if (size == tracedSize) return OptionalInt.of(0);
		final long offset = Math.round(GeometryTrace.ORIGIN - origin);
		final double rest = GeometryTrace.ORIGIN - origin - offset;
		return Math.abs(rest) < 1e-11 && offset >= 0 && offset + size <= tracedSize ? OptionalInt.of((int) offset)
			: OptionalInt.empty();
	}

	private static boolean keepsPixelSize(final GeometryTrace trace, final ImagePlus imp) {
		final Calibration c = imp.getCalibration();
		return same(c.pixelWidth, c.getXUnit(), trace.geometry().spacing(0)) && same(c.pixelHeight, c.getYUnit(), trace
			.geometry().spacing(1)) && (imp.getStackSize() == 1 || // TIFF keeps no depth for a single plane
				same(c.pixelDepth, c.getZUnit(), trace.geometry().spacing(2)));
	}

	private static boolean same(final double size, final String unit, final double mm) {
		return Math.abs(size * UNITS.getOrDefault(unit, Double.NaN) - mm) <= PIXEL_SIZE_TOLERANCE * mm;
	}

	private static Optional<Geometry> spacing(final ImagePlus imp) {
		final Calibration c = imp.getCalibration();
		final double x = c.pixelWidth * UNITS.getOrDefault(c.getXUnit(), Double.NaN);
		final double y = c.pixelHeight * UNITS.getOrDefault(c.getYUnit(), Double.NaN);
		final double z = c.pixelDepth * UNITS.getOrDefault(c.getZUnit(), Double.NaN);
		// 1 is what ImageJ has for a single plane when nobody gave a depth
		final boolean known = (imp.getStackSize() > 1 || c.pixelDepth != 1) && x > 0 && y > 0 && z > 0 && Double.isFinite(x + y + z);
		return known ? Optional.of(Geometry.ofSpacing(x, y, z)) : Optional.empty();
	}

	/** A label with its place in the image as it is now, which is what {@link PlaneOrder} looks for later. */
	static PlaneLabel label(final CalibratedImage image, final int z, final int t, final int c) {
		PlaneLabel label = image.label(z, t, c);
		if (image.size(2) > 1) label = label.with(PlaneOrder.SLICE, z + 1.0);
		if (image.size(3) > 1) label = label.with(PlaneOrder.FRAME, t + 1.0);
		if (image.size(4) > 1) label = label.with(PlaneOrder.CHANNEL, c + 1.0);
		return label;
	}
}
