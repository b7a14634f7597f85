package io.github.vertebraj.io.dicom.jpeg;

import java.io.IOException;
import java.util.Arrays;

/** Decodes a baseline or extended sequential image (T.81 annex F): blocks of 8 x 8 cosine coefficients. */
final class SequentialScan {

	private static final int[] ZIGZAG = { 0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48,
		41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52,
		45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63 };

	/** The 16 zeros that a code of their own stands for. */
	private static final int ZERO_RUN = 0xF0;
	private static final int MOST_BITS = 15;

	private final JpegImage image;
	private final BitReader bits;
	private final HuffmanTable dc;
	private final HuffmanTable ac;
	private final int[] quantizer;
	private int lastDc;

	SequentialScan(final JpegImage image) throws IOException {
		this.image = image;
		this.bits = image.bits();
		this.dc = image.dcTable();
		this.ac = image.acTable();
		this.quantizer = image.quantizer();
	}

	short[] decode() throws IOException {
		final int columns = (image.width() + 7) / 8;
		final int rows = (image.height() + 7) / 8;
		// Each block takes at least one bit for its mean and one for its end.
		if (2L * columns * rows > image.bitCount()) throw new IOException("its JPEG data end before the image does");
		final short[] samples = new short[image.width() * image.height()];
		final int[] block = new int[64];
		for (int i = 0; i < columns * rows; i++) {
			if (image.restartInterval() > 0 && i > 0 && i % image.restartInterval() == 0) {
				bits.restart();
				lastDc = 0;
			}
			readBlock(block);
			InverseCosine.transform(block, image.precision());
			store(block, samples, i % columns * 8, i / columns * 8);
		}
		return samples;
	}

	private void readBlock(final int[] block) throws IOException {
		Arrays.fill(block, 0);
		lastDc += difference(dc.read(bits));
		block[0] = lastDc * quantizer[0];
		for (int k = 1; k < 64; k++) {
			final int code = ac.read(bits);
			final int size = code & 0xF;
			if (size == 0 && code != ZERO_RUN) return;
			k += code >>> 4;
			if (k > 63) throw new IOException("its JPEG data hold more than 64 coefficients in a block");
			block[ZIGZAG[k]] = difference(size) * quantizer[k];
		}
	}

	private int difference(final int size) throws IOException {
		if (size > MOST_BITS) throw new IOException("its JPEG data hold a code that is in no table");
		return bits.difference(size);
	}

	private void store(final int[] block, final short[] samples, final int x0, final int y0) {
		final int middle = 1 << image.precision() - 1;
		final int maximum = 2 * middle - 1;
		final int columns = Math.min(8, image.width() - x0);
		final int rows = Math.min(8, image.height() - y0);
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < columns; x++)
				samples[(y0 + y) * image.width() + x0 + x] = (short) Math.max(0, Math.min(maximum, block[8 * y + x] +
					middle));
	}
}
