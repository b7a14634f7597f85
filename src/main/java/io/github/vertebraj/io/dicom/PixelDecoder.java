package io.github.vertebraj.io.dicom;

import java.io.IOException;

/**
 * The pixels of one DICOM file, frame by frame: what the scanner stored, before any rescale. Several threads may decode
 * different frames at the same time.
 */
public final class PixelDecoder {

	private final PixelFormat format;

	/**
	 * @throws IOException if the file has no pixels, they are of a kind that cannot be measured or decoded, or they are
	 *                     shorter than the header says; the message names the file and what to do
	 */
	public PixelDecoder(final DicomFile file) throws IOException {
		format = PixelFormat.of(file);
	}

	/** Size, sample type and number of frames. */
	public PixelFormat format() {
		return format;
	}

	/**
	 * Decodes one frame, row by row from the top left.
	 *
	 * @param frame index from 0
	 * @return a new {@code byte[]}, {@code short[]}, {@code int[]}, {@code float[]} or {@code double[]} of columns · rows
	 *         samples, as {@link PixelFormat#type()} says; bits outside of the stored ones are cleared or filled with the
	 *         sign
	 */
	public Object decode(final int frame) throws IOException {
		throw new IOException("Not yet decoded");
	}
}
