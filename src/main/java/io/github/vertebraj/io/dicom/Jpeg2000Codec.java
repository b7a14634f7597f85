package io.github.vertebraj.io.dicom;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

import loci.common.services.ServiceException;
import ome.codecs.JPEG2000CodecOptions;
import ome.codecs.services.JAIIIOService;
import ome.codecs.services.JAIIIOServiceImpl;

/** JPEG 2000 (PS3.5 section 8.2.4), decoded by ome-codecs. */
final class Jpeg2000Codec implements CompressedFrames.Codec {

	/** Start of codestream, followed by the marker of the image's size. */
	private static final int START = 0xFF4FFF51;
	private static final int SIZE_SEGMENT = 38;
	private static final int MOST_TILES = 65535;
	/**
	 * A blank image of any size takes next to nothing, so the length of the data says little about what size is
	 * plausible. Beyond so many pixels, blank or not, {@link #BEST_RATIO} must hold.
	 */
	private static final int ANY_RATIO = 1 << 24;
	private static final int BEST_RATIO = 1000;

	/** The wavelet decoder counts in ints, and returns blank images when they overflow. */
	private static final int MOST_BITS = 16;

	private final JAIIIOService service;
	private final boolean lossless;

	Jpeg2000Codec(final boolean lossless) throws IOException {
		this.lossless = lossless;
		try {
			service = new JAIIIOServiceImpl();
		}
		catch (final LinkageError e) {
			throw new IOException("has pixels compressed as JPEG 2000, which needs ome-jai; put its jar beside VertebraJ's, " +
				"or convert the file first, for example with \"gdcmconv --raw in.dcm out.dcm\"", e);
		}
	}

	@Override
	public Object decode(final byte[] compressed, final PixelFormat format) throws IOException {
		final int start = start(compressed);
		checkSize(ByteBuffer.wrap(compressed, start + 4, compressed.length - start - 4), format);
		final Raster raster = decode(compressed, start);
		if (raster.getWidth() != format.columns() || raster.getHeight() != format.rows()) throw new IOException(
			"its JPEG 2000 data decode to " + raster.getWidth() + " x " + raster.getHeight() + " pixels");
		final Object samples = cells(raster, format);
		final boolean signed = raster.getDataBuffer().getDataType() == DataBuffer.TYPE_SHORT;
		// What a lossy image overshoots is not to be cut off as if it were a foreign bit.
		if (lossless || signed != format.type().isSigned()) SampleBits.resolve(samples, format);
		return samples;
	}

	/** DICOM wants bare codestreams, but some writers wrap them in a JP2 file. */
	private static int start(final byte[] compressed) throws IOException {
		int last = 0;
		for (int i = 0; i < compressed.length; i++) {
			last = last << 8 | compressed[i] & 0xFF;
			if (last == START && i >= 3 && compressed.length - i - 1 >= SIZE_SEGMENT + 3) return i - 3;
		}
		throw new IOException("its JPEG 2000 data have no header");
	}

	private static void checkSize(final ByteBuffer header, final PixelFormat format) throws IOException {
		header.getInt();
		final long right = Integer.toUnsignedLong(header.getInt());
		final long bottom = Integer.toUnsignedLong(header.getInt());
		final long width = right - Integer.toUnsignedLong(header.getInt());
		final long height = bottom - Integer.toUnsignedLong(header.getInt());
		final long tileWidth = Integer.toUnsignedLong(header.getInt());
		final long tileHeight = Integer.toUnsignedLong(header.getInt());
		header.getLong();
		final int components = Short.toUnsignedInt(header.getShort());
		final int precision = (header.get() & 0x7F) + 1;
		CompressedFrames.checkSize(format, "JPEG 2000", clamp(width), clamp(height), precision);
		if (precision > MOST_BITS) throw new IOException("its JPEG 2000 data have " + precision +
			" bits per pixel, but at most " + MOST_BITS + " can be decoded; convert it first, for example with " +
			"\"gdcmconv --raw in.dcm out.dcm\"");
		if (components != 1 || header.get() != 1 || header.get() != 1) throw new IOException(
			"its JPEG 2000 data are not one grey-scale image");
		if (tileWidth == 0 || tileHeight == 0 || (right / tileWidth + 1) * (bottom / tileHeight + 1) > MOST_TILES)
			throw new IOException("its JPEG 2000 data have impossible tiles");
		if (format.samples() > ANY_RATIO && format.samples() / BEST_RATIO > header.capacity()) throw new IOException(
			"its JPEG 2000 data of " + header.capacity() + " bytes cannot hold " + width + " x " + height + " pixels");
	}

	private static int clamp(final long size) {
		return (int) Math.max(0, Math.min(Integer.MAX_VALUE, size));
	}

	private Raster decode(final byte[] compressed, final int start) throws IOException {
		try {
			return service.readRaster(new ByteArrayInputStream(compressed, start, compressed.length - start),
				JPEG2000CodecOptions.getDefaultOptions());
		}
		catch (final ServiceException | RuntimeException e) {
			// The decoder trips over damaged data in many ways.
			throw new IOException("its JPEG 2000 data cannot be decoded (" + e + ")", e);
		}
	}

	private static Object cells(final Raster raster, final PixelFormat format) {
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
}
