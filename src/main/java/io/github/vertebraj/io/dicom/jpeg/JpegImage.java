package io.github.vertebraj.io.dicom.jpeg;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A compressed grey-scale image, of which only the headers have been read.
 */
public final class JpegImage {

	private static final int START_OF_IMAGE = 0xD8;
	private static final int END_OF_IMAGE = 0xD9;
	private static final int START_OF_SCAN = 0xDA;
	private static final int BASELINE = 0xC0;
	private static final int EXTENDED = 0xC1;
	private static final int LOSSLESS = 0xC3;
	private static final int HUFFMAN_TABLES = 0xC4;
	private static final int QUANTIZATION_TABLES = 0xDB;
	private static final int RESTART_INTERVAL = 0xDD;

	private final byte[] data;
	private final ByteBuffer segment;
	private int process = -1;
	private int precision;
	private int width;
	private int height;
	private int quantization;
	private int dcTable;
	private int acTable;
	private int selection;
	private int approximation;
	private int restartInterval;
	private final HuffmanTable[] dc = new HuffmanTable[4];
	private final HuffmanTable[] ac = new HuffmanTable[4];
	private final int[][] quantizers = new int[4][];

	private JpegImage(final byte[] data) {
		this.data = data;
		this.segment = ByteBuffer.wrap(data);
	}

	/**
	 * Reads the headers.
	 *
	 * @throws IOException if they are damaged, or of a kind that DICOM does not use for grey-scale images; the message
	 *                     goes on from the name of the file
	 */
	public static JpegImage read(final byte[] data) throws IOException {
		final JpegImage image = new JpegImage(data);
		try {
			image.readHeaders();
		}
		catch (final BufferUnderflowException e) {
			throw new IOException("its JPEG header is cut short", e);
		}
		return image;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/** Bits of a sample. */
	public int precision() {
		return precision;
	}

	/** Decodes the samples, unsigned, row by row. */
	public short[] decode() throws IOException {
		return process == LOSSLESS ? new LosslessScan(this).decode() : new SequentialScan(this).decode();
	}

	private void readHeaders() throws IOException {
		if (marker() != START_OF_IMAGE) throw new IOException("its JPEG data do not begin as JPEG");
		while (true) {
			final int marker = marker();
			if (marker == END_OF_IMAGE) throw new IOException("its JPEG data hold no image");
			final int end = segment.position() + Short.toUnsignedInt(segment.getShort());
			if (end > data.length || end < segment.position()) throw new IOException("its JPEG header is cut short");
			segment.limit(end);
			readSegment(marker);
			segment.limit(data.length).position(end);
			if (marker == START_OF_SCAN) break;
		}
		if (process < 0) throw new IOException("its JPEG data have no frame header");
	}

	/** The next marker, behind fill bytes. */
	private int marker() throws IOException {
		if (unsignedByte() != 0xFF) throw new IOException("its JPEG data lack a marker");
		int marker = unsignedByte();
		while (marker == 0xFF)
			marker = unsignedByte();
		return marker;
	}

	private int unsignedByte() {
		return segment.get() & 0xFF;
	}

	private void readSegment(final int marker) throws IOException {
		switch (marker) {
			case BASELINE, EXTENDED, LOSSLESS -> readFrame(marker);
			case HUFFMAN_TABLES -> readHuffmanTables();
			case QUANTIZATION_TABLES -> readQuantizers();
			case RESTART_INTERVAL -> restartInterval = Short.toUnsignedInt(segment.getShort());
			case START_OF_SCAN -> readScan();
			default -> {
				// Other frame headers are other processes; the rest (comments, JFIF) does not matter.
				if (marker > BASELINE && marker <= 0xCF && marker != 0xC8 && marker != 0xCC) throw new IOException(
					"its JPEG data are progressive, hierarchical or arithmetic-coded (SOF" + (marker - BASELINE) +
						"), which cannot be decoded; convert it first, for example with \"gdcmconv --raw in.dcm out.dcm\"");
			}
		}
	}

	private void readFrame(final int marker) throws IOException {
		process = marker;
		precision = unsignedByte();
		height = Short.toUnsignedInt(segment.getShort());
		width = Short.toUnsignedInt(segment.getShort());
		final int components = unsignedByte();
		if (components != 1) throw new IOException("its JPEG data have " + components + " colours, but one is expected");
		final boolean valid = marker == LOSSLESS ? precision >= 2 && precision <= 16 : precision == 8 || precision == 12 &&
			marker == EXTENDED;
		if (!valid) throw new IOException("its JPEG data claim " + precision + " bits per pixel");
		segment.getShort();
		quantization = unsignedByte() & 3;
	}

	private void readHuffmanTables() throws IOException {
		while (segment.hasRemaining()) {
			final int target = unsignedByte();
			final int[] counts = new int[16];
			Arrays.setAll(counts, i -> unsignedByte());
			final byte[] symbols = new byte[Arrays.stream(counts).sum()];
			segment.get(symbols);
			((target & 0x10) == 0 ? dc : ac)[target & 3] = new HuffmanTable(counts, symbols);
		}
	}

	private void readQuantizers() {
		while (segment.hasRemaining()) {
			final int target = unsignedByte();
			final int[] quantizer = new int[64];
			Arrays.setAll(quantizer, i -> target >>> 4 == 0 ? unsignedByte() : Short.toUnsignedInt(segment.getShort()));
			quantizers[target & 3] = quantizer;
		}
	}

	private void readScan() throws IOException {
		if (unsignedByte() != 1) throw new IOException("its JPEG data have several colours, but one is expected");
		unsignedByte();
		final int tables = unsignedByte();
		dcTable = tables >>> 4 & 3;
		acTable = tables & 3;
		selection = unsignedByte();
		unsignedByte();
		approximation = unsignedByte();
	}

	/** The entropy-coded data: what follows the header of the scan. */
	BitReader bits() {
		return new BitReader(data, segment.position());
	}

	/** How many bits there are at most. */
	long bitCount() {
		return 8L * (data.length - segment.position());
	}

	HuffmanTable dcTable() throws IOException {
		return present(dc[dcTable]);
	}

	HuffmanTable acTable() throws IOException {
		return present(ac[acTable]);
	}

	/** 64 factors, in zigzag order. */
	int[] quantizer() throws IOException {
		return present(quantizers[quantization]);
	}

	private static <T> T present(final T table) throws IOException {
		if (table == null) throw new IOException("its JPEG data lack a table");
		return table;
	}

	/** In a lossless scan, which neighbours predict a sample: 1 to 7. */
	int predictor() {
		return selection;
	}

	/** In a lossless scan, by how many bits samples were shifted down. */
	int pointTransform() {
		return approximation & 0xF;
	}

	/** Samples (lossless) or blocks between restart markers; 0 when there are none. */
	int restartInterval() {
		return restartInterval;
	}
}
