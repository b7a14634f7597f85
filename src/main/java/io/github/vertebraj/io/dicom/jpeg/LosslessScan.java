package io.github.vertebraj.io.dicom.jpeg;

import java.io.IOException;

/** Decodes a lossless image (T.81 annex H): each sample is coded as its difference to a prediction from neighbours. */
final class LosslessScan {

	/** All bits are implied: the difference is 32768. */
	private static final int IMPLIED = 16;

	private final JpegImage image;
	private final int width;
	private final BitReader bits;
	private final HuffmanTable table;

	LosslessScan(final JpegImage image) throws IOException {
		this.image = image;
		this.width = image.width();
		this.bits = image.bits();
		this.table = image.dcTable();
		if (image.predictor() < 1 || image.predictor() > 7) throw new IOException("its JPEG data use predictor " + image
			.predictor() + ", but 1 to 7 are known");
		if (image.pointTransform() >= image.precision()) throw new IOException("its JPEG data shift all bits away");
		if (image.restartInterval() % Math.max(1, width) != 0) throw new IOException(
			"its JPEG data restart within a row, which is not allowed");
	}

	short[] decode() throws IOException {
		final int height = image.height();
		// Each sample takes at least one bit.
		if ((long) width * height > image.bitCount()) throw new IOException("its JPEG data end before the image does");
		final short[] samples = new short[width * height];
		final int rowsPerInterval = image.restartInterval() == 0 ? height : image.restartInterval() / width;
		for (int y = 0; y < height; y++) {
			final boolean first = y % rowsPerInterval == 0;
			if (first && y > 0) bits.restart();
			if (first) firstRow(samples, y * width);
			else row(samples, y * width);
		}
		final int shift = image.pointTransform();
		if (shift > 0) for (int i = 0; i < samples.length; i++)
			samples[i] <<= shift;
		return samples;
	}

	private int difference() throws IOException {
		final int size = table.read(bits);
		if (size > IMPLIED) throw new IOException("its JPEG data hold a code that is in no table");
		return size == IMPLIED ? 32768 : bits.difference(size);
	}

	private void firstRow(final short[] samples, final int start) throws IOException {
		int left = 1 << image.precision() - image.pointTransform() - 1;
		for (int i = start; i < start + width; i++) {
			left += difference();
			samples[i] = (short) left;
		}
	}

	private void row(final short[] samples, final int start) throws IOException {
		final int predictor = image.predictor();
		samples[start] = (short) (samples[start - width] + difference());
		for (int i = start + 1; i < start + width; i++) {
			final int a = samples[i - 1] & 0xFFFF;
			final int b = samples[i - width] & 0xFFFF;
			final int c = samples[i - width - 1] & 0xFFFF;
			final int prediction = switch (predictor) {
				case 1 -> a;
				case 2 -> b;
				case 3 -> c;
				case 4 -> a + b - c;
				case 5 -> a + (b - c >> 1);
				case 6 -> b + (a - c >> 1);
				default -> a + b >> 1;
			};
			samples[i] = (short) (prediction + difference());
		}
	}
}
