package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;

/**
 * The places that all planes of an image have in common: parallel, of one size, evenly spaced along their normal.
 *
 * @param geometry   of the image; its z axis rises along row direction × column direction
 * @param slices     number of different places
 * @param firstDepth of slice 0 along the normal, in mm
 */
record Grid(Geometry geometry, int slices, double firstDepth) {

	/** Places nearer than this, in mm, are one; corners may be off by as much. */
	private static final double TOLERANCE = 0.1;

	/** Index of the slice that a plane is. */
	int slice(final Frame frame) {
		return slices == 1 ? 0 : (int) Math.round((frame.plane().orElseThrow().depth() - firstDepth) / geometry.spacing(2));
	}

	/**
	 * @param frames with planes; at least one
	 * @param notes  gets a sentence when the distance of slices had to be taken from their thickness
	 * @throws IOException if they do not share a grid; the message names files that differ, or lie beside a gap
	 */
	static Grid of(final List<Frame> frames, final List<String> notes) throws IOException {
		requireSame(frames, "size", frame -> frame.columns() + " x " + frame.rows(), (a, b) -> a.columns() == b
			.columns() && a.rows() == b.rows());
		requireSame(frames, "frame of reference", frame -> plane(frame).frameOfReference().orElse("none"), (a,
			b) -> plane(a).frameOfReference().equals(plane(b).frameOfReference()));
		requireSame(frames, "pixel spacing", frame -> text(plane(frame).xStep().length()) + " x " + text(plane(frame).yStep()
			.length()) + " mm", (a, b) -> isNear(a, plane(a).xStep().length() - plane(b).xStep().length(), plane(
			a).yStep().length() - plane(b).yStep().length()));
		requireSame(frames, "orientation", frame -> direction(plane(frame).xStep()) + direction(plane(frame).yStep()), (a,
			b) -> isNear(a, plane(a).xStep().minus(plane(b).xStep()).length(), plane(a)
			.yStep().minus(plane(b).yStep()).length()));
		final Vector normal = plane(frames.get(0)).normal();
		final List<Frame> sorted = new ArrayList<>(frames);
		sorted.sort(Comparator.comparingDouble(frame -> normal.dot(plane(frame).origin())));
		final List<Frame> places = new ArrayList<>();
		for (final Frame frame : sorted)
			if (places.isEmpty() || distance(places.get(places.size() - 1), frame, normal) > TOLERANCE / 2) places.add(frame);
		final Plane first = plane(places.get(0));
		final Vector step = places.size() == 1 ? normal.times(singleSpacing(places.get(0), notes)) : plane(places.get(places
			.size() - 1)).origin().minus(first.origin()).times(1.0 / (places.size() - 1));
		requireEven(places, step, normal);
		final Grid grid = new Grid(new Geometry(first.xStep(), first.yStep(), step, first.origin(), first
			.frameOfReference()), places.size(), first.depth());
		grid.requireInLine(frames);
		return grid;
	}

	private static Plane plane(final Frame frame) {
		return frame.plane().orElseThrow();
	}

	private static double distance(final Frame from, final Frame to, final Vector normal) {
		return normal.dot(plane(to).origin().minus(plane(from).origin()));
	}

	/** Whether the farthest corner moves by no more than the tolerance when the steps differ by so much. */
	private static boolean isNear(final Frame frame, final double dx, final double dy) {
		return Math.abs(dx) * (frame.columns() - 1) + Math.abs(dy) * (frame.rows() - 1) <= TOLERANCE;
	}

	private static String text(final double value) {
		return Decimal.text(Math.rint(1e4 * value) / 1e4);
	}

	private static String direction(final Vector step) {
		final Vector unit = step.times(1 / step.length());
		return "(" + text(unit.x()) + ", " + text(unit.y()) + ", " + text(unit.z()) + ")";
	}

	private static void requireSame(final List<Frame> frames, final String what, final Function<Frame, String> value,
		final BiPredicate<Frame, Frame> same) throws IOException
	{
		final Frame first = frames.get(0);
		final List<Frame> others = frames.stream().filter(frame -> !same.test(first, frame)).toList();
		if (!others.isEmpty()) throw new IOException("The images differ in " + what + " (" + value.apply(others
			.get(0)) + " against " + value.apply(first) + "), so they are not one volume: " +
			FileNames.of(others) + " (" + others.size() + " of " + frames.size() + ") against " + first.name() +
			"; choose other series, or move the images that do not belong into another folder");
	}

	/** A single slice has no neighbour whose distance could be measured. */
	private static double singleSpacing(final Frame frame, final List<String> notes) throws IOException {
		final Plane plane = plane(frame);
		final double spacing = plane.sliceSpacing().orElse(0);
		if (spacing > 0) return spacing;
		final double thickness = plane.thickness().orElse(0);
		if (!(thickness > 0)) throw new IOException(frame.source().file() + ": " + Tag.format(Tag.SLICE_THICKNESS) +
			" SliceThickness is missing or not above 0 mm, so a single slice has no depth");
		notes.add("A single slice: its thickness of " + Decimal.text(thickness) + " mm is taken as the slice spacing");
		return thickness;
	}

	private static void requireEven(final List<Frame> places, final Vector step, final Vector normal)
		throws IOException
	{
		if (places.size() == 1) return;
		if (places.size() == 2) requireNeighbours(places, step.length());
		final double[] gaps = IntStream.range(1, places.size()).mapToDouble(i -> distance(places.get(i - 1), places.get(i),
			normal)).toArray();
		final double median = Arrays.stream(gaps).sorted().toArray()[gaps.length / 2];
		for (int i = 0; i < gaps.length; i++)
			if (Math.abs(gaps[i] - median) > Math.max(TOLERANCE, 0.02 * median)) throw new IOException((gaps[i] > 1.5 * median
				? "Slices are missing: " : "The slices are not evenly spaced: ") + places.get(i).name() + " and " + places.get(i +
					1).name() + " are " + millimetres(gaps[i]) + " apart, where " + millimetres(median) + " are usual");
	}

	/** Two slices have no other distance to compare theirs with than the one in the file. */
	private static void requireNeighbours(final List<Frame> places, final double gap) throws IOException {
		final double spacing = plane(places.get(0)).sliceSpacing().orElse(0);
		final double missing = Math.rint(gap / spacing);
		if (spacing > 0 && missing >= 2 && missing < 1000 && Math.abs(gap / spacing - missing) < 0.02) throw new IOException(
			"Slices are missing: " + places.get(0).name() + " and " + places.get(1).name() + " are " + millimetres(gap) +
				" apart, but " + Tag.format(Tag.SPACING_BETWEEN_SLICES) + " SpacingBetweenSlices is " + millimetres(spacing));
	}

	private void requireInLine(final List<Frame> frames) throws IOException {
		final List<Frame> off = frames.stream().filter(frame -> plane(frame).origin().minus(geometry.toPatient(0, 0, slice(
			frame))).length() > TOLERANCE).toList();
		if (!off.isEmpty()) throw new IOException("The images do not lie in a line, so they are not one volume: " + FileNames
			.of(off) + " (" + off.size() + " of " + frames.size() + ")");
	}

	private static String millimetres(final double length) {
		return String.format(Locale.ROOT, "%.2f mm", length);
	}
}
