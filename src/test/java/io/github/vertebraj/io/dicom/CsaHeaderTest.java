package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class CsaHeaderTest {

	/** A header with the mark SV10; names and lists of values in turn. */
	static byte[] header(final Object... namesAndValues) {
		return write(true, namesAndValues);
	}

	@SuppressWarnings("unchecked")
	private static byte[] write(final boolean marked, final Object... namesAndValues) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		if (marked) out.writeBytes(new byte[] { 'S', 'V', '1', '0', 4, 3, 2, 1 });
		out.writeBytes(ints(namesAndValues.length / 2, 77));
		final int excess = marked ? 0 : 6;
		for (int i = 0; i < namesAndValues.length; i += 2) {
			out.writeBytes(Arrays.copyOf(((String) namesAndValues[i]).getBytes(StandardCharsets.ISO_8859_1), 64));
			final List<String> values = (List<String>) namesAndValues[i + 1];
			// There are always six items, of which those behind the values are empty.
			out.writeBytes(ints(values.size(), 'F' | 'D' << 8, 4, 6, 77));
			for (int item = 0; item < 6; item++) {
				final byte[] text = item < values.size() ? (values.get(item) + "\0").getBytes(StandardCharsets.ISO_8859_1)
					: new byte[0];
				out.writeBytes(marked ? ints(text.length, text.length, 77, text.length) : ints(text.length + excess, 1, 77, 2));
				out.writeBytes(Arrays.copyOf(text, text.length + 3 & ~3));
			}
		}
		return out.toByteArray();
	}

	private static byte[] ints(final int... values) {
		final ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		Arrays.stream(values).forEach(bytes::putInt);
		return bytes.array();
	}

	private static void assertParsed(final boolean marked) {
		final CsaHeader csa = CsaHeader.parse(write(marked, "EchoTime", List.of("62"), "SliceNormalVector", List.of("0.1",
			"-0.2", "0.97"), "Empty", List.of(), "Text", List.of("DIRECTIONAL")));
		assertArrayEquals(new double[] { 62 }, csa.numbers("EchoTime"));
		assertArrayEquals(new double[] { 0.1, -0.2, 0.97 }, csa.numbers("SliceNormalVector"));
		assertArrayEquals(new double[0], csa.numbers("Empty"));
		assertArrayEquals(new double[0], csa.numbers("Unknown"));
		assertArrayEquals(new double[0], csa.numbers("Text"));
		assertEquals("DIRECTIONAL", csa.string("Text"));
		assertEquals("", csa.string("Empty"));
	}

	@Test
	void readsBothLayouts() {
		assertParsed(true);
		assertParsed(false);
	}

	@Test
	void damageEndsTheHeaderOnly() {
		final byte[] whole = header("B_value", List.of("1000"), "Other", List.of("1", "2"));
		for (int length = 0; length < whole.length; length++)
			CsaHeader.parse(Arrays.copyOf(whole, length));
		final Random random = new Random(4);
		for (int run = 0; run < 2000; run++) {
			final byte[] broken = whole.clone();
			for (int i = 0; i < 4; i++)
				broken[random.nextInt(broken.length)] = (byte) random.nextInt();
			CsaHeader.parse(broken).numbers("B_value");
		}
	}
}
