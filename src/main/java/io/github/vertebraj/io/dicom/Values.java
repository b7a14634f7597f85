package io.github.vertebraj.io.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bytes of a value as text or numbers. */
final class Values {

	private Values() {}

	static List<String> strings(final Element element, final VR vr, final TextEncoding encoding) {
		return strings(element, vr, encoding, false);
	}

	static List<String> strings(final Element element, final VR vr, final TextEncoding encoding,
		final boolean bigEndian)
	{
		if (element.isSequence() || element.length() == 0) return List.of();
		if (isNumeric(vr)) return Arrays.stream(numbers(element, vr, bigEndian)).mapToObj(Values::print).toList();
		final String text = encoding.decode(element.source().bytes(), element.offset(), element.length());
		if (vr.singleValue) return List.of(trim(text, true));
		final List<String> values = new ArrayList<>(1);
		for (int from = 0; from <= text.length();) {
			final int next = text.indexOf('\\', from);
			final int to = next < 0 ? text.length() : next;
			values.add(trim(text.substring(from, to), false));
			from = to + 1;
		}
		return values;
	}

	private static boolean isNumeric(final VR vr) {
		return vr.kind == VR.Kind.INTEGER || vr.kind == VR.Kind.UNSIGNED || vr.kind == VR.Kind.FLOAT;
	}

	private static String print(final double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
	}

	/** Padding is spaces, by mistake NULs too. */
	private static String trim(final String text, final boolean keepLeading) {
		int from = 0;
		int to = text.length();
		while (to > from && isPadding(text.charAt(to - 1)))
			to--;
		while (!keepLeading && from < to && isPadding(text.charAt(from)))
			from++;
		return text.substring(from, to);
	}

	private static boolean isPadding(final char c) {
		return c == ' ' || c == 0 || c == '\t' || c == '\n' || c == '\r';
	}

	static double[] numbers(final Element element, final VR vr, final boolean bigEndian) {
		if (element.isSequence()) return new double[0];
		if (!isNumeric(vr)) return strings(element, vr, TextEncoding.DEFAULT, bigEndian).stream().mapToDouble(
			Values::parse).toArray();
		final ByteBuffer buffer = ByteBuffer.wrap(element.source().bytes()).order(bigEndian ? ByteOrder.BIG_ENDIAN
			: ByteOrder.LITTLE_ENDIAN);
		final double[] values = new double[element.length() / vr.width];
		for (int i = 0; i < values.length; i++)
			values[i] = number(buffer, element.offset() + i * vr.width, vr);
		return values;
	}

	private static double number(final ByteBuffer buffer, final int at, final VR vr) {
		return switch (vr) {
			case US, OW -> Short.toUnsignedInt(buffer.getShort(at));
			case SS -> buffer.getShort(at);
			case SL -> buffer.getInt(at);
			case UL, OL -> Integer.toUnsignedLong(buffer.getInt(at));
			// A tag is two 16-bit numbers, so its byte order is not that of an int.
			case AT -> Tag.of(Short.toUnsignedInt(buffer.getShort(at)), Short.toUnsignedInt(buffer.getShort(at + 2)));
			case FL, OF -> buffer.getFloat(at);
			case FD, OD -> buffer.getDouble(at);
			default -> buffer.getLong(at);
		};
	}

	private static double parse(final String text) {
		// Double.parseDouble would take "1d", "0x1p3" and "NaN" too.
		for (int i = 0; i < text.length(); i++)
			if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) return Double.NaN;
		try {
			return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
		}
		catch (final NumberFormatException e) {
			return Double.NaN;
		}
	}
}
