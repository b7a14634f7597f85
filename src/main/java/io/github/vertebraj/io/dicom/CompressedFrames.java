package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Frames in fragments, compressed by one of the methods that can be decoded. */
final class CompressedFrames implements FrameDecoder {

	/** Decodes the compressed bytes of one frame to samples: an array of the format's type. */
	interface Codec {

		Object decode(byte[] compressed, PixelFormat format) throws IOException;
	}

	/** What to do with compressed pixels that cannot be decoded. */
	static final String CONVERT = "convert it first, for example with \"gdcmconv --raw in.dcm out.dcm\"";

	private final PixelFormat format;
	private final PixelSource source;
	private final Fragments fragments;
	private final int[] first;
	private final Codec codec;

	CompressedFrames(final DicomFile file, final PixelLocation pixels, final PixelFormat format) throws IOException {
		this.format = format;
		codec = codec(file.syntax());
		if (pixels.length() != PixelLocation.UNDEFINED) throw new IOException(
			"holds plain pixels, but says that they are " + file.syntax() + "; export the image again");
		if (format.type().isFloat()) throw new IOException(
			"has compressed floating-point pixels, which DICOM does not know; export the image again");
		source = PixelSource.of(file, Long.MAX_VALUE);
		fragments = Fragments.read(source, pixels.offset());
		final byte[] extended = file.dataSet().bytes(Tag.EXTENDED_OFFSET_TABLE).orElse(new byte[0]);
		first = fragments.frames(source, format.frames(), Fragments.offsets(ByteBuffer.wrap(extended).order(
			ByteOrder.LITTLE_ENDIAN), Long.BYTES));
	}

	private static Codec codec(final TransferSyntax syntax) throws IOException {
		return switch (syntax.compression()) {
			case RLE -> new RleCodec();
			case JPEG, JPEG_LOSSLESS -> new JpegCodec(syntax.lossless());
			case JPEG_2000 -> new Jpeg2000Codec(syntax.lossless());
			default -> throw new IOException("has pixels compressed as " + syntax +
				", which cannot be decoded; " + remedy(syntax.name()));
		};
	}

	private static String remedy(final String method) {
		if (method.startsWith("JPEG-LS")) return "convert it first, for example with \"dcmdjpls in.dcm out.dcm\"";
		if (method.startsWith("JPEG") || method.startsWith("GE")) return CONVERT;
		if (method.startsWith("MPEG") || method.startsWith("HEVC")) return "a video is no measurement; give the images " +
			"that it was made from";
		return "export it again from the archive, as Explicit VR Little Endian";
	}

	@Override
	public Object decode(final int frame) throws IOException {
		return codec.decode(fragments.join(source, first[frame], first[frame + 1]), format);
	}

	/** Makes sure that the compressed image is the one that the header speaks of, before memory is taken for it. */
	static void checkSize(final PixelFormat format, final String method, final int width, final int height,
		final int precision) throws IOException
	{
		if (width != format.columns() || height != format.rows()) throw new IOException("its " + method + " data are " +
			width + " x " + height + " pixels, but its header says " + format.columns() + " x " + format.rows());
		if (precision > 8 * format.type().bytes()) throw new IOException("its " + method + " data have " + precision +
			" bits per pixel, but its header allows " + 8 * format.type().bytes());
	}

	/** The cells as an array of the format's type. */
	static Object fit(final short[] cells, final PixelFormat format) {
		final Object samples = format.type().newArray(cells.length);
		if (samples instanceof short[]) return cells;
		if (samples instanceof final byte[] bytes) for (int i = 0; i < cells.length; i++)
			bytes[i] = (byte) cells[i];
		else for (int i = 0; i < cells.length; i++)
			((int[]) samples)[i] = cells[i] & 0xFFFF;
		return samples;
	}
}
