package io.github.vertebraj.io.dicom;

import java.io.IOException;

import io.github.vertebraj.io.dicom.jpeg.JpegImage;

/** JPEG, lossy and lossless (PS3.5 section 8.2.1). */
final class JpegCodec implements CompressedFrames.Codec {

	@Override
	public Object decode(final byte[] compressed, final PixelFormat format) throws IOException {
		final JpegImage image = JpegImage.read(compressed);
		CompressedFrames.checkSize(format, "JPEG", image.width(), image.height(), image.precision());
		return CompressedFrames.fit(image.decode(), format);
	}
}
