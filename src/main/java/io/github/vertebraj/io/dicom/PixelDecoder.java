package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.util.concurrent.CancellationException;

/**
 * The pixels of one DICOM file, frame by frame: what the scanner stored, before any rescale. The file is opened for
 * each frame and only that frame is read, so nothing needs to be closed, and several threads may decode different
 * frames at the same time.
 */
public final class PixelDecoder {

	private final DicomFile file;
	private final PixelFormat format;
	private final FrameDecoder frames;

	/**
	 * @throws IOException if the file has no pixels, they are of a kind that cannot be measured or decoded, or they are
	 *                     shorter than the header says; the message names the file and what to do
	 */
	public PixelDecoder(final DicomFile file) throws IOException {
		this.file = file;
		format = PixelHeader.read(file);
		final PixelLocation pixels = file.pixels().orElseThrow();
		try {
			frames = file.syntax().encapsulated() ? new CompressedFrames(file, pixels, format) : new NativeFrames(file,
				pixels, format);
		}
		catch (final IOException e) {
			throw named(e, " ");
		}
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
	 * @throws IOException           if the frame is damaged; the message names the file and the frame
	 * @throws CancellationException if the thread is interrupted
	 */
	public Object decode(final int frame) throws IOException {
		if (frame < 0 || frame >= format.frames()) throw new IllegalArgumentException("There is no frame " + frame +
			" in " + file.path() + ", which has " + format.frames() + " (counted from 0)");
		try {
			return frames.decode(frame);
		}
		catch (final IOException e) {
			throw named(e, " cannot be decoded at frame " + (frame + 1) + ": ");
		}
	}

	/** Errors of the file system name the file themselves. */
	private IOException named(final IOException e, final String between) {
		if (e instanceof FileSystemException) return e;
		if (e instanceof ClosedByInterruptException) throw new CancellationException("Cancelled while reading " + file
			.path());
		return new IOException(file.path() + between + e.getMessage(), e);
	}
}
