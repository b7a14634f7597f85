package io.github.vertebraj.io.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Siemens' private header of an image, element (0029,xx10) of {@code SIEMENS CSA HEADER}: named values in both known
 * layouts, with and without the mark {@code SV10}. The layout is not published; see nibabel's description at
 * https://nipy.org/nibabel/dicom/siemens_csa.html. A damaged header gives the values in front of the damage.
 */
final class CsaHeader {

	static final CsaHeader EMPTY = new CsaHeader(Map.of());

	private static final int NAME_LENGTH = 64;
	/** Name, multiplicity, two types, number of items, check. */
	private static final int TAG_LENGTH = 84;
	private static final int ITEMS_OFFSET = 76;
	private static final int MAXIMUM_TAGS = 128;

	private final Map<String, List<String>> values;

	private CsaHeader(final Map<String, List<String>> values) {
		this.values = values;
	}

	static CsaHeader of(final Attributes attributes) {
		return attributes.privateBytes("SIEMENS CSA HEADER", 0x0029, 0x10).map(CsaHeader::parse).orElse(EMPTY);
	}

	static CsaHeader parse(final byte[] bytes) {
		final boolean marked = bytes.length >= 16 && new String(bytes, 0, 4, StandardCharsets.ISO_8859_1).equals("SV10");
		final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		if (marked) buffer.position(8);
		final Map<String, List<String>> values = new HashMap<>();
		if (buffer.remaining() < 8 + TAG_LENGTH) return new CsaHeader(values);
		final int tags = buffer.getInt();
		buffer.getInt();
		// Without the mark, lengths are too large by the number of items of the first tag.
		final int excess = marked ? 0 : buffer.getInt(buffer.position() + ITEMS_OFFSET);
		for (int i = 0; i < Math.min(tags, MAXIMUM_TAGS) && buffer.remaining() >= TAG_LENGTH; i++) {
			final int start = buffer.position();
			final String name = text(buffer, NAME_LENGTH);
			final int items = buffer.getInt(start + ITEMS_OFFSET);
			buffer.position(start + TAG_LENGTH);
			values.putIfAbsent(name, items(buffer, items, marked, excess));
		}
		return new CsaHeader(values);
	}

	private static List<String> items(final ByteBuffer buffer, final int count, final boolean marked,
		final int excess)
	{
		final List<String> items = new ArrayList<>();
		for (int i = 0; i < count && buffer.remaining() >= 16; i++) {
			final int start = buffer.position();
			final int length = marked ? buffer.getInt(start + 4) : buffer.getInt(start) - excess;
			buffer.position(start + 16);
			if (length < 0 || length > buffer.remaining()) break;
			final int next = Math.min(buffer.limit(), start + 16 + (length + 3 & ~3));
			final String item = text(buffer, length);
			if (!item.isEmpty()) items.add(item);
			buffer.position(next);
		}
		return items;
	}

	private static String text(final ByteBuffer buffer, final int length) {
		final byte[] bytes = new byte[length];
		buffer.get(bytes);
		final String text = new String(bytes, StandardCharsets.ISO_8859_1);
		final int end = text.indexOf(0);
		return (end < 0 ? text : text.substring(0, end)).strip();
	}

	/** The first value of a name; empty string when it has none. */
	String string(final String name) {
		final List<String> texts = values.getOrDefault(name, List.of());
		return texts.isEmpty() ? "" : texts.get(0);
	}

	/** The values of a name as numbers; none when there is none or one is not a number. */
	double[] numbers(final String name) {
		try {
			return values.getOrDefault(name, List.of()).stream().mapToDouble(Double::parseDouble).toArray();
		}
		catch (final NumberFormatException e) {
			return new double[0];
		}
	}
}
