package io.github.vertebraj.io.imagej;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;

/**
 * What an ImagePlus carries, so that the place of its voxels in the patient is known again after ImageJ's own commands:
 * the geometry and size of the image as it was made, and landmarks (some of its brightest pixels). Two lines of the
 * {@code Info} property, which ImageJ copies on Duplicate, Crop and Make Substack, and keeps in TIFF files:
 *
 * <pre>
 * VertebraJ geometry: 256 128 40; 0.5 0 0; 0 0.5 0; 0 0 4.4; -63.5 -30 12.25; 1.2.840.113619.2.1
 * VertebraJ landmarks: 1 120 83 1043; 2 119 84 988; ...
 * </pre>
 *
 * The first is the size in voxels, then the steps along x, y and z and the centre of the first voxel in patient
 * coordinates (LPS, mm), then the frame of reference, {@code -} if unknown. The second is slice, frame 1 and component 1
 * always (from 1), x and y (from 0), real value.
 *
 * @param size number of voxels along x, y, z
 */
record GeometryTrace(List<Integer> size, Geometry geometry, List<Landmark> landmarks) {

	/** A pixel of the first frame and component; slice from 1, x and y from 0. */
	record Landmark(int slice, int x, int y, float value) {

		/** Equal but for rounding, for ImageJ makes 32-bit images of calibrated ones. */
		boolean matches(final double other) {
			return Math.abs(other - value) <= 1e-5 * Math.max(Math.abs(other), Math.abs(value));
		}

		@Override
		public String toString() {
			return slice + " " + x + " " + y + " " + (value == (int) value ? Integer.toString((int) value) : Float.toString(
				value));
		}
	}

	static final String GEOMETRY_KEY = "VertebraJ geometry";
	static final String LANDMARKS_KEY = "VertebraJ landmarks";

	/**
	 * ImageJ moves the origin of the calibration on Crop and Duplicate, but only if it is not 0. This one (in pixels) is
	 * too small to be seen in a coordinate, and large enough to be told from 0 after any crop.
	 */
	static final double ORIGIN = 1e-9;

	private static final String NUMBERS = "(-?[0-9.eE+-]+) (-?[0-9.eE+-]+) (-?[0-9.eE+-]+)";
	private static final Pattern LINE = Pattern.compile("(\\d{1,9}) (\\d{1,9}) (\\d{1,9}); " + NUMBERS + "; " + NUMBERS +
		"; " + NUMBERS + "; " + NUMBERS + "; (\\S.*)");

	/** The value of the first line. */
	String geometryLine() {
		return size.stream().map(String::valueOf).collect(Collectors.joining(" ")) + "; " + text(geometry.xStep()) + "; " +
			text(geometry.yStep()) + "; " + text(geometry.zStep()) + "; " + text(geometry.origin()) + "; " + geometry
				.frameOfReference().orElse("-");
	}

	private static String text(final Vector v) {
		return text(v.x()) + " " + text(v.y()) + " " + text(v.z());
	}

	private static String text(final double value) {
		return value == (int) value ? Integer.toString((int) value) : Double.toString(value);
	}

	/** The value of the second line; empty without landmarks. */
	String landmarksLine() {
		return landmarks.stream().map(Landmark::toString).collect(Collectors.joining("; "));
	}

	/** Reads both lines; empty when the first is not ours. */
	static Optional<GeometryTrace> parse(final String geometryLine, final String landmarksLine) {
		final Matcher m = LINE.matcher(geometryLine.strip());
		if (!m.matches()) return Optional.empty();
		try {
			final List<Integer> size = List.of(Integer.valueOf(m.group(1)), Integer.valueOf(m.group(2)), Integer.valueOf(m
				.group(3)));
			final String frame = m.group(16).strip();
			final Geometry geometry = new Geometry(vector(m, 4), vector(m, 7), vector(m, 10), vector(m, 13), frame.equals("-")
				? Optional.empty() : Optional.of(frame));
			return Optional.of(new GeometryTrace(size, geometry, landmarks(landmarksLine)));
		}
		catch (final IllegalArgumentException e) {
			return Optional.empty(); // edited by hand: as good as none
		}
	}

	private static Vector vector(final Matcher m, final int group) {
		return new Vector(Double.parseDouble(m.group(group)), Double.parseDouble(m.group(group + 1)), Double.parseDouble(m
			.group(group + 2)));
	}

	private static List<Landmark> landmarks(final String line) {
		final List<Landmark> landmarks = new ArrayList<>();
		for (final String text : line.split(";")) {
			final String[] n = text.strip().split(" ");
			if (n.length == 4) landmarks.add(new Landmark(Integer.parseInt(n[0]), Integer.parseInt(n[1]), Integer.parseInt(
				n[2]), Float.parseFloat(n[3])));
		}
		return landmarks;
	}

	/**
	 * The geometry of an image that ImageJ has made of the traced one.
	 *
	 * @param slices the slice of the traced image (from 1) that each slice shows
	 * @param left   x in the traced image of the first pixel
	 * @param top    y in the traced image of the first pixel
	 * @return empty when the slices are not evenly spaced
	 */
	Optional<Geometry> of(final int[] slices, final int left, final int top) {
		final int step = slices.length > 1 ? slices[1] - slices[0] : 1;
		for (int i = 1; i < slices.length; i++)
			if (slices[i] - slices[i - 1] != step || step == 0) return Optional.empty();
		if (Arrays.stream(slices).anyMatch(slice -> slice < 1 || slice > size.get(2))) return Optional.empty();
		final Geometry part = geometry.crop(left, top, slices[0] - 1.0);
		return Optional.of(new Geometry(part.xStep(), part.yStep(), part.zStep().times(step), part.origin(), part
			.frameOfReference()));
	}
}
