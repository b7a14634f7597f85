package io.github.vertebraj.io.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Finds where the voxels of an ImagePlus lie, from the traces that its planes carry. They are believed when nothing
 * speaks against them: size and origin of the calibration give the crop, the pixel size has not been changed, the
 * slices are evenly spaced and the same in every frame, at least half of the marks are where they should be, and a
 * third in each plane. So an image that was flipped, turned, shifted, scaled or filtered in place is not taken to lie
 * where it did. Otherwise the spacing of the calibration is all that is known, if it has a unit of length.
 */
final class GeometryTracker {

	/**
	 * ImageJ moves the origin of the calibration on Crop and Duplicate, but only if it is not 0. This one (in pixels) is
	 * too small to be seen in a coordinate, and large enough to be told from 0 after any crop.
	 */
	static final double ORIGIN = 1e-9;

	/** Planes that are nearer than this, in mm, are at the same place. */
	private static final double SAME_PLACE = 0.1;

	/** Steps that differ by less, in mm, are equal. */
	private static final double ROUNDING = 1e-9;

	/** How exactly a pixel size survives a TIFF file, which keeps it as a fraction. */
	private static final double PIXEL_SIZE_TOLERANCE = 1e-4;

	/** So many planes of a virtual stack are read to look for marks. */
	private static final int VIRTUAL_PLANES = 8;

	/** Of fewer marks in one plane, all may have been painted over. */
	private static final int MARKS_OF_A_PLANE = 3;

	/** ImageJ's units of length in mm. */
	private static final Map<String, Double> UNITS = Map.ofEntries(Map.entry("mm", 1.0), Map.entry("millimeter", 1.0), Map
		.entry("cm", 10.0), Map.entry("m", 1000.0), Map.entry("\u00b5m", 1e-3), Map.entry("\u03bcm", 1e-3), Map.entry("um",
			1e-3), Map.entry("micron", 1e-3), Map.entry("microns", 1e-3), Map.entry("nm", 1e-6), Map.entry("inch", 25.4), Map
				.entry("in", 25.4));

	private final ImagePlus imp;
	private final PlaneOrder order;

	GeometryTracker(final ImagePlus imp, final PlaneOrder order) {
		this.imp = imp;
		this.order = order;
	}

	/**
	 * @param voxels of the image, axes x, y, z, t, c
	 */
	Optional<Geometry> find(final RandomAccessibleInterval<? extends RealType<?>> voxels, final ValueScale scale) {
		return traced(voxels, scale).or(this::spacing);
	}

	private Optional<Geometry> traced(final RandomAccessibleInterval<? extends RealType<?>> voxels,
		final ValueScale scale)
	{
		final List<PlaneTrace> traces = order.traces();
		if (traces.isEmpty() || !keepsPixelSize(traces.get(0).geometry())) return Optional.empty();
		final PlaneTrace first = traces.get(0);
		final Optional<Vector> step = step(traces);
		final OptionalInt left = offset(imp.getCalibration().xOrigin, imp.getWidth(), first.width());
		final OptionalInt top = offset(imp.getCalibration().yOrigin, imp.getHeight(), first.height());
		if (step.isEmpty() || left.isEmpty() || top.isEmpty()) return Optional.empty();
		final boolean moved = left.getAsInt() != 0 || top.getAsInt() != 0;
		final boolean resized = imp.getWidth() != first.width() || imp.getHeight() != first.height();
		// another size and no trace of a crop: the pixels must tell that it was one
		if (!marksFit(traces, voxels, scale, left.getAsInt(), top.getAsInt(), resized && !moved)) return Optional.empty();
		final Geometry g = first.geometry();
		return Optional.of(new Geometry(g.xStep(), g.yStep(), step.get(), g.toPatient(left.getAsInt(), top.getAsInt(), 0), g
			.frameOfReference()));
	}

	private boolean keepsPixelSize(final Geometry geometry) {
		final Calibration c = imp.getCalibration();
		// TIFF keeps no depth for a single plane, and of DICOM's depths ImageJ takes the one or the other
		return same(c.pixelWidth, c.getXUnit(), geometry.spacing(0)) && same(c.pixelHeight, c.getYUnit(), geometry.spacing(
			1)) && (imp.getStackSize() == 1 || order.isDicom() || same(c.pixelDepth, c.getZUnit(), geometry.spacing(2)));
	}

	/** A length of ImageJ's calibration in mm; NaN when its unit is none of length. */
	static double mm(final double size, final String unit) {
		return size * UNITS.getOrDefault(unit, Double.NaN);
	}

	private static boolean same(final double size, final String unit, final double mm) {
		return Math.abs(mm(size, unit) - mm) <= PIXEL_SIZE_TOLERANCE * mm;
	}

	/** From slice to slice; empty when the planes don't make an even stack, the same in every frame and channel. */
	private Optional<Vector> step(final List<PlaneTrace> traces) {
		final PlaneTrace first = traces.get(0);
		final Geometry g = first.geometry();
		final int last = order.slices() - 1;
		final Vector step = last == 0 ? g.zStep() : traces.get(last * order.channels()).geometry().origin().minus(g.origin())
			.times(1.0 / last);
		if (!(step.length() > 0)) return Optional.empty();
		for (int i = 0; i < traces.size(); i++) {
			final PlaneTrace trace = traces.get(i);
			final Geometry other = trace.geometry();
			final Vector place = g.origin().plus(step.times(i / order.channels() % order.slices()));
			final Geometry expected = new Geometry(g.xStep(), g.yStep(), g.zStep(), place, g.frameOfReference());
			if (trace.width() != first.width() || trace.height() != first.height() || !other.frameOfReference().equals(g
				.frameOfReference()) || !expected.agreesWith(new Geometry(other.xStep(), other.yStep(), g.zStep(), other
					.origin(), other.frameOfReference()), first.width(), first.height(), 1)) return Optional.empty();
		}
		return Optional.of(step.minus(g.zStep()).length() < ROUNDING ? g.zStep() : step);
	}

	/** Where, in the traced plane, the first pixel is now; empty when the origin of the calibration does not tell. */
	private static OptionalInt offset(final double origin, final int size, final int tracedSize) {
		if (size == tracedSize) return OptionalInt.of(0);
		final long offset = Math.round(ORIGIN - origin);
		final double rest = ORIGIN - origin - offset;
		return Math.abs(rest) < ORIGIN / 100 && offset >= 0 && offset + size <= tracedSize ? OptionalInt.of((int) offset)
			: OptionalInt.empty();
	}

	/** @param needed whether no mark at all is not good enough */
	private boolean marksFit(final List<PlaneTrace> traces, final RandomAccessibleInterval<? extends RealType<?>> voxels,
		final ValueScale scale, final int left, final int top, final boolean needed)
	{
		final RandomAccess<? extends RealType<?>> access = voxels.randomAccess();
		final int every = imp.getStack().isVirtual() ? 1 + (traces.size() - 1) / VIRTUAL_PLANES : 1;
		int seen = 0;
		int found = 0;
		for (int i = 0; i < traces.size(); i += every) {
			int seenHere = 0;
			int foundHere = 0;
			for (final PlaneTrace.Mark mark : traces.get(i).marks()) {
				final int x = mark.x() - left;
				final int y = mark.y() - top;
				if (x < 0 || y < 0 || x >= imp.getWidth() || y >= imp.getHeight()) continue;
				seenHere++;
				final int plane = i / order.channels();
				if (mark.matches(scale.real(access.setPositionAndGet(x, y, plane % order.slices(), plane / order.slices(), i %
					order.channels()).getRealDouble()))) foundHere++;
			}
			if (seenHere >= MARKS_OF_A_PLANE && 3 * foundHere < seenHere) return false;
			seen += seenHere;
			found += foundHere;
		}
		return 2 * found >= seen && (found > 0 || !needed);
	}

	private Optional<Geometry> spacing() {
		final Calibration c = imp.getCalibration();
		final double x = mm(c.pixelWidth, c.getXUnit());
		final double y = mm(c.pixelHeight, c.getYUnit());
		final double z = mm(c.pixelDepth, c.getZUnit());
		// 1 is what ImageJ has for a single plane when nobody gave a depth
		final boolean known = (imp.getStackSize() > 1 || c.pixelDepth != 1) && x > 0 && y > 0 && z > 0 && Double.isFinite(x +
			y + z);
		return known ? Optional.of(Geometry.ofSpacing(x, y, z)) : Optional.empty();
	}
}
