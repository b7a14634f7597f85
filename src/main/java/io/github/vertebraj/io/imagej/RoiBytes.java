package io.github.vertebraj.io.imagej;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

import ij.gui.Roi;
import ij.io.RoiDecoder;

/**
 * One ROI as ImageJ writes it (layout: {@link RoiDecoder}). ImageJ's decoder believes every count that it reads, and
 * takes memory for it; so counts are compared with the number of bytes first.
 */
final class RoiBytes {

	/** A ROI takes 12 bytes a vertex; more than this is none. */
	private static final int MOST_BYTES = 1 << 26;

	/** Types whose vertices are listed are all but these. */
	private static final int RECTANGLE = 1;
	private static final int OVAL = 2;
	private static final int LINE = 3;

	private static final int HEADER = RoiDecoder.COORDINATES;
	private static final int HEADER_2 = 64;

	private RoiBytes() {}

	/**
	 * Reads to the end of a stream.
	 *
	 * @return empty for a picture, which ImageJ keeps as a ROI too
	 */
	static Optional<Roi> decode(final InputStream in, final String name, final Path file) throws IOException {
		final byte[] bytes = in.readNBytes(MOST_BYTES);
		final String what = "'" + name + "' in " + file;
		if (bytes.length < HEADER || bytes[0] != 'I' || bytes[1] != 'o') throw new IOException(what +
			" is not an ImageJ ROI");
		if (!isPlausible(bytes)) throw new IOException(what + " is damaged: save the ROIs again");
		if (ByteBuffer.wrap(bytes).getShort(RoiDecoder.SUBTYPE) == RoiDecoder.IMAGE) return Optional.empty();
		try {
			final Roi roi = new RoiDecoder(bytes, name).getRoi();
			if (roi != null) return Optional.of(roi);
		}
		catch (final IOException | RuntimeException e) {
			throw new IOException(what + " is damaged, or of a kind that ImageJ cannot read: " + e.getMessage(), e);
		}
		throw new IOException(what + " is of a kind that ImageJ cannot read");
	}

	/** Whether no count in a ROI is larger than the ROI itself. */
	static boolean isPlausible(final byte[] roi) {
		final int length = roi.length;
		if (length < HEADER) return false;
		final ByteBuffer bytes = ByteBuffer.wrap(roi);
		final int type = bytes.get(RoiDecoder.TYPE);
		final int few = Short.toUnsignedInt(bytes.getShort(RoiDecoder.N_COORDINATES));
		final boolean listed = type != RECTANGLE && type != OVAL && type != LINE;
		final int vertices = !listed ? 0 : few > 0 ? few : bytes.getInt(RoiDecoder.SIZE);
		if (vertices > length || bytes.getInt(RoiDecoder.SHAPE_ROI_SIZE) > length) return false;
		if (bytes.getShort(RoiDecoder.SUBTYPE) == RoiDecoder.TEXT && (HEADER + 16 > length || bytes.getInt(HEADER +
			8) > length || bytes.getInt(HEADER + 12) > length)) return false;
		final int second = bytes.getInt(RoiDecoder.HEADER2_OFFSET);
		if (second == 0) return true;
		return second > 0 && second <= length - HEADER_2 && isCount(bytes, second + RoiDecoder.NAME_LENGTH) && isCount(bytes,
			second + RoiDecoder.ROI_PROPS_LENGTH);
	}

	private static boolean isCount(final ByteBuffer bytes, final int at) {
		return bytes.getInt(at) >= 0 && bytes.getInt(at) <= bytes.capacity();
	}
}
