package io.github.vertebraj.io.dicom;

/**
 * What the pixels of a file are (PS3.3 C.7.6.3).
 *
 * @param columns     pixels in a row
 * @param rows        rows in a frame
 * @param frames      1 in a classic file
 * @param type        of the samples
 * @param bitsStored  bits of a sample that mean something
 * @param highBit     position of the most significant of them, as the file stores them; decoded samples begin at bit 0
 * @param photometric {@code MONOCHROME2} (higher is brighter) or {@code MONOCHROME1} (higher is darker); samples are
 *                    left as stored in both
 */
public record PixelFormat(int columns, int rows, int frames, SampleType type, int bitsStored, int highBit,
	String photometric)
{

	/** Samples in one frame. */
	public int samples() {
		return Math.multiplyExact(columns, rows);
	}

	/** Bytes of one frame that is not compressed. */
	public long frameBytes() {
		return (long) columns * rows * type.bytes();
	}

	/** Bytes of all frames that are not compressed; {@code Long.MAX_VALUE} if there were more than that. */
	public long bytes() {
		return frames > Long.MAX_VALUE / frameBytes() ? Long.MAX_VALUE : frames * frameBytes();
	}
}
