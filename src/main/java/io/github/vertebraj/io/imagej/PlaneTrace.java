package io.github.vertebraj.io.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;

/**
 * Where a plane lay in the patient when it was made, and some of its bright pixels, by which it is known again. The
 * last lines of its slice label, which ImageJ keeps with the plane wherever it goes:
 *
 * <pre>
 * VertebraJ plane: 256 128; -63.5 -30 12.25; 0.5 0 0; 0 0.5 0; 0 0 4.4; 1.2.840.113619.2.1
 * VertebraJ marks: 120 83 1043; 17 4 988; ...
 * </pre>
 *
 * The first is: width and height in pixels; then in patient coordinates (LPS, mm) the centre of the first pixel, and
 * the steps along x, along y and to the next slice; the frame of reference, {@code -} if unknown. The second is x, y
 * (from 0) and real value of each mark.
 *
 * @param width    in pixels
 * @param height   in pixels
 * @param geometry of this plane: its first pixel is the origin
 */
record PlaneTrace(int width, int height, Geometry geometry, List<Mark> marks) {

	/** A pixel and its real value. */
	record Mark(int x, int y, float value) {

		/** Equal but for rounding, for ImageJ makes 32-bit images of calibrated ones. */
		boolean matches(final double other) {
			return Math.abs(other - value) <= 1e-5 * Math.max(Math.abs(other), Math.abs(value));
		}
	}

	/** What the lines begin with. */
	static final List<String> KEYS = List.of("VertebraJ plane", "VertebraJ marks");

	private static final String PLANE = KEYS.get(0) + ": ";
	private static final String MARKS = KEYS.get(1) + ": ";

	/** Normals that differ by less are equal. */
	private static final double PARALLEL = 1e-3;

	private static final String NUMBER = "(-?[0-9.eE+-]+)";
	private static final String VECTOR = NUMBER + " " + NUMBER + " " + NUMBER + "; ";
	private static final Pattern PLANE_LINE = Pattern.compile("(?m)^" + PLANE + "(\\d{1,9}) (\\d{1,9}); " + VECTOR +
		VECTOR + VECTOR + VECTOR + "(\\S.*)$");
	private static final Pattern MARKS_LINE = Pattern.compile("(?m)^" + MARKS + "(.*)$");

	/** Both lines. */
	@Override
	public String toString() {
		final String marked = marks.stream().map(mark -> mark.x + " " + mark.y + " " + text(mark.value)).collect(Collectors
			.joining("; "));
		return PLANE + width + " " + height + "; " + text(geometry.origin()) + text(geometry.xStep()) + text(geometry
			.yStep()) + text(geometry.zStep()) + geometry.frameOfReference().orElse("-") + "\n" + (marked.isEmpty() ? ""
				: MARKS + marked + "\n");
	}

	private static String text(final Vector v) {
		return text(v.x()) + " " + text(v.y()) + " " + text(v.z()) + "; ";
	}

	private static String text(final double value) {
		return value == (int) value ? Integer.toString((int) value) : Double.toString(value);
	}

	private static String text(final float value) {
		return value == (int) value ? Integer.toString((int) value) : Float.toString(value);
	}

	/** The trace in a slice label, if there is one. */
	static Optional<PlaneTrace> parse(final String label) {
		final Matcher m = PLANE_LINE.matcher(label);
		if (!m.find()) return Optional.empty();
		try {
			final String frame = m.group(15).strip();
			final Geometry geometry = new Geometry(vector(m, 6), vector(m, 9), vector(m, 12), vector(m, 3), frame.equals("-")
				? Optional.empty() : Optional.of(frame));
			return Optional.of(new PlaneTrace(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), geometry, marks(
				label)));
		}
		catch (final IllegalArgumentException e) {
			return Optional.empty(); // edited by hand: as good as none
		}
	}

	private static Vector vector(final Matcher m, final int group) {
		return new Vector(Double.parseDouble(m.group(group)), Double.parseDouble(m.group(group + 1)), Double.parseDouble(m
			.group(group + 2)));
	}

	private static List<Mark> marks(final String label) {
		final Matcher m = MARKS_LINE.matcher(label);
		final List<Mark> marks = new ArrayList<>();
		if (m.find()) for (final String mark : m.group(1).strip().split("; ")) {
			final String[] n = mark.split(" ");
			if (n.length == 3) marks.add(new Mark(Integer.parseInt(n[0]), Integer.parseInt(n[1]), Float.parseFloat(n[2])));
		}
		return marks;
	}

	/** How far the plane lies along its normal, in mm. */
	double depth() {
		return geometry.origin().dot(normal());
	}

	boolean isParallelTo(final PlaneTrace other) {
		return normal().minus(other.normal()).length() < PARALLEL;
	}

	private Vector normal() {
		final Vector normal = geometry.xStep().cross(geometry.yStep());
		return normal.times(1 / normal.length());
	}
}
