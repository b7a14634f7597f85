package io.github.vertebraj.io.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a data set. A tag that is put twice keeps its last value. Text is written as UTF-8.
 */
public final class DataSetBuilder {

	/** Longest decimal string (PS3.5 section 6.2). */
	private static final int DECIMAL_LENGTH = 16;

	private final Map<Integer, Element> elements = new TreeMap<>(Comparator.comparing(Integer::toUnsignedLong));

	/** Adds all elements of a data set. */
	public DataSetBuilder putAll(final DataSet other) {
		if (other.bigEndian()) throw new IllegalArgumentException("A data set in big endian cannot be copied");
		other.elements().forEach(element -> elements.put(element.tag(), element));
		return this;
	}

	/** Puts text, or numbers as text, under a tag whose type of value the dictionary knows. */
	public DataSetBuilder put(final int tag, final String... values) {
		return put(tag, known(tag), values);
	}

	/** Puts text under any tag. */
	public DataSetBuilder put(final int tag, final VR vr, final String... values) {
		if (vr.kind != VR.Kind.TEXT) return put(tag, vr, Arrays.stream(values).mapToDouble(Double::parseDouble).toArray());
		for (final String value : values)
			if (!vr.singleValue && value.indexOf('\\') >= 0) throw new IllegalArgumentException("'" + value + "' for " + Tag
				.format(tag) + " has a backslash, which separates values in DICOM");
		final String text = String.join("\\", values);
		if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) put(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
		return put(tag, vr, padded(text.getBytes(StandardCharsets.UTF_8), vr == VR.UI ? 0 : ' '));
	}

	/** Puts numbers under a tag whose type of value the dictionary knows. */
	public DataSetBuilder put(final int tag, final double... values) {
		return put(tag, known(tag), values);
	}

	/** Puts numbers under any tag. */
	public DataSetBuilder put(final int tag, final VR vr, final double... values) {
		if (vr == VR.DS) return put(tag, vr, Arrays.stream(values).mapToObj(DataSetBuilder::decimal).toArray(
			String[]::new));
		if (vr.kind == VR.Kind.TEXT) return put(tag, vr, Arrays.stream(values).mapToObj(value -> Long.toString(whole(tag,
			value))).toArray(String[]::new));
		final ByteBuffer bytes = ByteBuffer.allocate(values.length * vr.width).order(ByteOrder.LITTLE_ENDIAN);
		for (final double value : values)
			switch (vr) {
				case FL, OF -> bytes.putFloat((float) value);
				case FD, OD -> bytes.putDouble(value);
				case US, SS, OW -> bytes.putShort((short) whole(tag, value));
				case UL, SL, OL -> bytes.putInt((int) whole(tag, value));
				case AT -> bytes.putShort((short) ((int) value >>> 16)).putShort((short) (int) value);
				case UV, SV, OV -> bytes.putLong(whole(tag, value));
				default -> throw new IllegalArgumentException(vr + " holds no numbers, but some are put under " + Tag.format(
					tag));
			}
		return put(tag, vr, bytes.array());
	}

	/** Puts a value as it is to stand in the file, in little endian. */
	public DataSetBuilder put(final int tag, final VR vr, final byte[] value) {
		elements.put(tag, Element.of(tag, vr, padded(value, 0)));
		return this;
	}

	/** Puts an element without value. */
	public DataSetBuilder putEmpty(final int tag, final VR vr) {
		return put(tag, vr, new byte[0]);
	}

	/** Puts the items of a sequence. */
	public DataSetBuilder put(final int tag, final DataSet... items) {
		elements.put(tag, Element.of(tag, List.of(items)));
		return this;
	}

	public DataSet build() {
		return new DataSet(elements.values().toArray(Element[]::new), TextEncoding.DEFAULT, false);
	}

	private static VR known(final int tag) {
		final VR vr = Dictionary.vr(tag);
		if (vr == VR.UN) throw new IllegalArgumentException("The type of " + Tag.format(tag) + " must be given");
		return vr;
	}

	private static long whole(final int tag, final double value) {
		if (value != Math.rint(value)) throw new IllegalArgumentException(Tag.format(tag) +
			" holds whole numbers, but got " + value);
		return (long) value;
	}

	/** As many digits as a decimal string holds. */
	private static String decimal(final double value) {
		if (!Double.isFinite(value)) throw new IllegalArgumentException("DICOM cannot write " + value + " as decimal text");
		if (value == Math.rint(value) && Math.abs(value) < 1e15) return Long.toString((long) value);
		String text = Double.toString(value);
		for (int digits = DECIMAL_LENGTH; text.length() > DECIMAL_LENGTH; digits--)
			text = String.format(Locale.ROOT, Math.abs(value) < 1e-4 || Math.abs(value) >= 1e15 ? "%." + digits + "e" : "%." +
				digits + "f", value);
		return text;
	}

	private static byte[] padded(final byte[] value, final int padding) {
		if (value.length % 2 == 0) return value;
		final ByteArrayOutputStream padded = new ByteArrayOutputStream(value.length + 1);
		padded.writeBytes(value);
		padded.write(padding);
		return padded.toByteArray();
	}
}
