package io.github.vertebraj.io.imagej;

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

	/** Where the plane lies; empty when the header doesn't say. */
	Optional<PlaneTrace> trace() {
		final double[] spacing = numbers("0028,0030");
		final double[] place = numbers("0020,0032");
		final double[] cosines = numbers("0020,0037");
		final double depth = number("0018,0088").orElse(number("0018,0050").orElse(0));
		final int width = (int) number("0028,0011").orElse(0);
		final int height = (int) number("0028,0010").orElse(0);
		if (spacing.length != 2 || place.length != 3 || cosines.length != 6) return Optional.empty();
		final Vector x = vector(cosines, 0);
		final Vector y = vector(cosines, 3);
		try { // DICOM gives the distance of rows first
			return Optional.of(new PlaneTrace(width, height, new Geometry(x.times(spacing[1]), y.times(spacing[0]), x.cross(y)
				.times(depth), vector(place, 0), value("0020,0052")), List.of()));
		}
		catch (final IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	private static Vector vector(final double[] numbers, final int from) {
		return new Vector(numbers[from], numbers[from + 1], numbers[from + 2]);
	}
}
