package io.github.vertebraj.io.dicom;

import java.io.IOException;

import io.github.vertebraj.io.dicom.jpeg.JpegImage;

/** JPEG, lossy and lossless (PS3.5 section 8.2.1). */
final class JpegCodec implements CompressedFrames.Codec {

	private final boolean lossless;

	JpegCodec(final boolean lossless) {
		this.lossless = lossless;
	}

	@Override
	public Object decode(final byte[] compressed, final PixelFormat format) throws IOException {
		final JpegImage image = JpegImage.read(compressed);
		CompressedFrames.checkSize(format, "JPEG", image.width(), image.height(), image.precision());
		final Object samples = CompressedFrames.fit(image.decode(), format);
		// What a lossy image overshoots is not to be cut off as if it were a foreign bit.
		if (lossless || format.type().isSigned()) SampleBits.resolve(samples, format);
		return samples;
	}
}
