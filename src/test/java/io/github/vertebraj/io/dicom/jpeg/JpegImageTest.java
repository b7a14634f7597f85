package io.github.vertebraj.io.dicom.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lossless images that the usual encoders do not make: restart markers, differences that take all bits. They are
 * encoded here by T.81 annex H, with predictor 1.
 */
class JpegImageTest {

	private static final int WIDTH = 13;
	private static final int HEIGHT = 6;
	/** All sizes of differences have codes of 5 bits, in their order. */
	private static final int SIZES = 17;
	private static final int CODE_LENGTH = 5;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private int buffer;
	private int filled;

	private byte[] encode(final short[] samples, final int precision, final int rowsPerInterval) {
		bytes(0xFF, 0xD8, 0xFF, 0xC3, 0, 11, precision, 0, HEIGHT, 0, WIDTH, 1, 1, 0x11, 0);
		bytes(0xFF, 0xC4, 0, 19 + SIZES, 0);
		for (int length = 1; length <= 16; length++)
			bytes(length == CODE_LENGTH ? SIZES : 0);
		for (int size = 0; size < SIZES; size++)
			bytes(size);
		bytes(0xFF, 0xDD, 0, 4, 0, rowsPerInterval * WIDTH);
		bytes(0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 0, 0);
		for (int y = 0; y < HEIGHT; y++) {
			final boolean first = rowsPerInterval > 0 ? y % rowsPerInterval == 0 : y == 0;
			if (first && y > 0) {
				flush();
				bytes(0xFF, 0xD0 + (y / rowsPerInterval - 1) % 8);
			}
			for (int x = 0; x < WIDTH; x++) {
				final int i = y * WIDTH + x;
				final int start = first ? 1 << precision - 1 : samples[i - (y == 0 ? 0 : WIDTH)];
				difference((short) (samples[i] - (x > 0 ? samples[i - 1] : start)));
			}
		}
		flush();
		bytes(0xFF, 0xD9);
		return out.toByteArray();
	}

	private void bytes(final int... values) {
		for (final int value : values)
			out.write(value);
	}

	private void difference(final short difference) {
		final int size = difference == Short.MIN_VALUE ? 16 : 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
		bits(size, CODE_LENGTH);
		if (size < 16) bits(difference < 0 ? difference - 1 : difference, size);
	}

	private void bits(final int value, final int n) {
		for (int i = n - 1; i >= 0; i--) {
			buffer = buffer << 1 | value >> i & 1;
			if (++filled == 8) {
				bytes(buffer & 0xFF);
				if ((buffer & 0xFF) == 0xFF) bytes(0);
				filled = 0;
			}
		}
	}

	private void flush() {
		while (filled != 0)
			bits(1, 1);
	}

	private static short[] noise(final int precision) {
		final Random random = new Random(5);
		final short[] samples = new short[WIDTH * HEIGHT];
		for (int i = 0; i < samples.length; i++)
			samples[i] = (short) random.nextInt(1 << precision);
		// From the middle of the range to 0 is a difference of 32768.
		samples[0] = 0;
		samples[1] = (short) (1 << precision - 1);
		return samples;
	}

	@ParameterizedTest
	@CsvSource({ "16, 0", "16, 1", "16, 2", "12, 3", "2, 1", "8, 6" })
	void decodesLosslessImages(final int precision, final int rowsPerInterval) throws IOException {
		final short[] samples = noise(precision);
		final JpegImage image = JpegImage.read(encode(samples, precision, rowsPerInterval));
		assertEquals(WIDTH, image.width());
		assertEquals(HEIGHT, image.height());
		assertEquals(precision, image.precision());
		assertArrayEquals(samples, image.decode());
	}

	@Test
	void refusesImagesThatEndEarly() throws IOException {
		final byte[] whole = encode(noise(16), 16, 2);
		for (int length = 0; length < whole.length - 4; length++) {
			final byte[] cut = Arrays.copyOf(whole, length);
			final String message = assertThrows(IOException.class, () -> JpegImage.read(cut).decode()).getMessage();
			assertTrue(message.startsWith("its JPEG"), message);
		}
	}

	@ParameterizedTest
	@CsvSource({ "3, 194, progressive", "6, 17, bits per pixel", "11, 3, colours", "66, 8, predictor", "58, 5, row" })
	void refusesOtherImages(final int at, final int value, final String message) {
		final byte[] bytes = encode(noise(16), 16, 2);
		bytes[at] = (byte) value;
		final String actual = assertThrows(IOException.class, () -> JpegImage.read(bytes).decode()).getMessage();
		assertTrue(actual.contains(message), actual);
	}
}
