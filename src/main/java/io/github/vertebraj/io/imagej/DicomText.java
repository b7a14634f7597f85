package io.github.vertebraj.io.imagej;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlaneLabel;

/**
 * A DICOM header as ImageJ's own reader writes it into {@code Info} and slice labels, one element a line:
 * {@code 0018,9087  Diffusion b-value: 1000}. Elements within sequences, which ImageJ marks by {@code >}, are left out.
 *
 * @param elements element, as {@code 0018,9087}, to name and value
 */
record DicomText(Map<String, Element> elements) {

	/** What stands behind the tag. */
	record Element(String name, String value) {}

	private static final Pattern LINE = Pattern.compile(
		"(?m)^([0-9A-Fa-f]{4},[0-9A-Fa-f]{4}) {1,2}([^>:\\r\\n][^:\\r\\n]*): ?([^\\r\\n]*)$");

	/** Empty when the text holds no header. */
	static Optional<DicomText> parse(final String text) {
		if (text == null) return Optional.empty();
		final Map<String, Element> elements = new LinkedHashMap<>();
		final Matcher line = LINE.matcher(text);
		while (line.find())
			elements.putIfAbsent(line.group(1).toUpperCase(), new Element(line.group(2).strip(), line.group(3).strip()));
		// a DICOM image has at least rows and columns
		return elements.containsKey("0028,0010") ? Optional.of(new DicomText(elements)) : Optional.empty();
	}

	Optional<String> value(final String tag) {
		return Optional.ofNullable(elements.get(tag)).map(Element::value).filter(value -> !value.isEmpty());
	}

	OptionalDouble number(final String tag) {
		final double[] numbers = numbers(tag);
		return numbers.length == 1 ? OptionalDouble.of(numbers[0]) : OptionalDouble.empty();
	}

	/** The numbers of an element; none when it is absent or holds something else. */
	double[] numbers(final String tag) {
		try {
			return Arrays.stream(value(tag).orElse("").split("[\\\\ ]+")).filter(text -> !text.isEmpty()).mapToDouble(
				Double::parseDouble).toArray();
		}
		catch (final NumberFormatException e) {
			return new double[0];
		}
	}

	/** What the plane shows. */
	PlaneLabel label() {
		PlaneLabel label = PlaneLabel.empty();
		final OptionalDouble b = number("0018,9087");
		if (b.isPresent()) label = label.with(PlaneLabel.B, b.getAsDouble());
		final OptionalDouble echo = number("0018,0081");
		return echo.isPresent() && echo.getAsDouble() > 0 ? label.with(PlaneLabel.TE, echo.getAsDouble()) : label;
	}

	/** How far along the slices' normal the plane lies, in mm. */
	OptionalDouble height() {
		final double[] position = numbers("0020,0032");
		final double[] cosines = numbers("0020,0037");
		if (position.length != 3 || cosines.length != 6) return OptionalDouble.empty();
		return OptionalDouble.of(vector(position, 0, 1).dot(vector(cosines, 0, 1).cross(vector(cosines, 3, 1))));
	}

	/**
	 * The geometry of slices.
	 *
	 * @param slices the headers of a volume's slices, in order
	 * @return empty when they don't say it, or aren't parallel and evenly spaced
	 */
	static Optional<Geometry> geometry(final List<DicomText> slices) {
		final DicomText first = slices.get(0);
		final double[] spacing = first.numbers("0028,0030");
		final double[] cosines = first.numbers("0020,0037");
		final List<Vector> places = new ArrayList<>();
		for (final DicomText slice : slices) {
			if (slice.numbers("0020,0032").length != 3 || !Arrays.equals(slice.numbers("0020,0037"), cosines) || !Arrays.equals(
				slice.numbers("0028,0030"), spacing)) return Optional.empty();
			places.add(vector(slice.numbers("0020,0032"), 0, 1));
		}
		if (spacing.length != 2 || cosines.length != 6) return Optional.empty();
		final Vector normal = vector(cosines, 0, 1).cross(vector(cosines, 3, 1));
		final OptionalDouble single = first.number("0018,0088").isPresent() ? first.number("0018,0088") : first.number(
			"0018,0050");
		final int last = slices.size() - 1;
		if (last == 0 && single.isEmpty()) return Optional.empty();
		final Vector step = last == 0 ? normal.times(single.getAsDouble()) : places.get(last).minus(places.get(0)).times(1.0 /
			last);
		for (int i = 0; i <= last; i++)
			if (places.get(0).plus(step.times(i)).minus(places.get(i)).length() > 0.1) return Optional.empty();
		try { // DICOM gives the distance of rows first
			return Optional.of(new Geometry(vector(cosines, 0, spacing[1]), vector(cosines, 3, spacing[0]), step, places.get(
				0), first.value("0020,0052")));
		}
		catch (final IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	private static Vector vector(final double[] numbers, final int from, final double factor) {
		return new Vector(numbers[from] * factor, numbers[from + 1] * factor, numbers[from + 2] * factor);
	}
}
