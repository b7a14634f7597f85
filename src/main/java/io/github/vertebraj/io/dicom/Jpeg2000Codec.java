package io.github.vertebraj.io.dicom;

import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

import javax.imageio.stream.ImageInputStreamImpl;

import com.sun.media.imageioimpl.plugins.jpeg2000.J2KImageReader;
import com.sun.media.imageioimpl.plugins.jpeg2000.J2KImageReaderSpi;

import jj2000.j2k.NotImplementedError;

/**
 * JPEG 2000 (PS3.5 section 8.2.4), decoded by ome-jai, which is what ome-codecs calls. It is called directly because
 * ome-codecs' way in turns the end of the data into endless one bits, on which damaged files never end.
 */
final class Jpeg2000Codec implements CompressedFrames.Codec {

	/** The wavelet decoder counts in ints, and returns blank images when they overflow. */
	private static final int MOST_BITS = 16;

	private final boolean lossless;

	Jpeg2000Codec(final boolean lossless) {
		this.lossless = lossless;
	}

	@Override
	public Object decode(final byte[] compressed, final PixelFormat format) throws IOException {
		final Codestream codestream = Codestream.of(compressed, format);
		if (codestream.precision() > MOST_BITS) throw new IOException("its JPEG 2000 data have " + codestream.precision() +
			" bits per pixel, but at most " + MOST_BITS + " can be decoded; " + CompressedFrames.CONVERT);
		final Object samples = samples(decode(codestream), format);
		// What a lossy image overshoots is not to be cut off as if it were a foreign bit.
		if (lossless || codestream.signed() != format.type().isSigned()) SampleBits.resolve(samples, format);
		return samples;
	}

	private static Raster decode(final Codestream codestream) throws IOException {
		try {
			final J2KImageReader reader = new J2KImageReader(new J2KImageReaderSpi());
			try {
				reader.setInput(new Input(codestream.bytes()), false, true);
				return reader.readRaster(0, reader.getDefaultReadParam());
			}
			finally {
				reader.dispose();
			}
		}
		catch (final IOException | RuntimeException | NotImplementedError e) {
			// The decoder trips over damaged data in many ways.
			throw new IOException("its JPEG 2000 data are damaged", e);
		}
		catch (final LinkageError e) {
			throw new IOException("its pixels are JPEG 2000, which needs ome-jai; put that jar beside VertebraJ's, or " +
				CompressedFrames.CONVERT, e);
		}
	}

	private static Object samples(final Raster raster, final PixelFormat format) throws IOException {
		if (raster.getWidth() != format.columns() || raster.getHeight() != format.rows()) throw new IOException(
			"its JPEG 2000 data decode to " + raster.getWidth() + " x " + raster.getHeight() + " pixels");
		final int[] values = raster.getSamples(raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), 0,
			(int[]) null);
		final Object samples = format.type().newArray(values.length);
		if (samples instanceof int[]) return values;
		if (samples instanceof final short[] shorts) for (int i = 0; i < values.length; i++)
			shorts[i] = (short) values[i];
		else for (int i = 0; i < values.length; i++)
			((byte[]) samples)[i] = (byte) values[i];
		return samples;
	}

	/** The codestream as the decoder wants it: reading behind its end is an error, not -1. */
	private static final class Input extends ImageInputStreamImpl {

		private final ByteBuffer bytes;

		Input(final ByteBuffer bytes) {
			this.bytes = bytes;
		}

		@Override
		public int read() throws IOException {
			if (streamPos >= bytes.capacity()) throw new EOFException("they end before the image does");
			bitOffset = 0;
			return bytes.get((int) streamPos++) & 0xFF;
		}

		@Override
		public int read(final byte[] into, final int offset, final int length) throws IOException {
			if (streamPos >= bytes.capacity()) throw new EOFException("they end before the image does");
			final int n = (int) Math.min(length, bytes.capacity() - streamPos);
			bytes.get((int) streamPos, into, offset, n);
			bitOffset = 0;
			streamPos += n;
			return n;
		}

		@Override
		public long length() {
			return bytes.capacity();
		}
	}
}
