package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/** Reads the pixel format from a header and refuses what cannot be measured. */
final class PixelHeader {

	/** What a Java array holds. */
	private static final int MOST_PIXELS = Integer.MAX_VALUE - 8;

	private final DicomFile file;
	private final DataSet header;

	private PixelHeader(final DicomFile file) {
		this.file = file;
		this.header = file.dataSet();
	}

	static PixelFormat read(final DicomFile file) throws IOException {
		return new PixelHeader(file).format();
	}

	private PixelFormat format() throws IOException {
		final PixelLocation pixels = file.pixels().orElseThrow(() -> new IOException(file.path() +
			" has no pixel data; it is no image"));
		refuseColor();
		final int columns = required(Tag.COLUMNS, 1, 65535);
		final int rows = required(Tag.ROWS, 1, 65535);
		if ((long) columns * rows > MOST_PIXELS) throw new IOException(file.path() + " claims " + columns + " x " + rows +
			" pixels, more than an image can have here");
		final int frames = header.contains(Tag.NUMBER_OF_FRAMES) && header.string(Tag.NUMBER_OF_FRAMES).isPresent()
			? required(Tag.NUMBER_OF_FRAMES, 1, Integer.MAX_VALUE) : 1;
		final SampleType type = sampleType(pixels.tag());
		final int bits = 8 * type.bytes();
		final int stored = type.isFloat() ? bits : optional(Tag.BITS_STORED, 1, bits, bits);
		final int high = type.isFloat() ? bits - 1 : optional(Tag.HIGH_BIT, stored - 1, bits - 1, stored - 1);
		final String photometric = header.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse("MONOCHROME2");
		return new PixelFormat(columns, rows, frames, type, stored, high, photometric);
	}

	private void refuseColor() throws IOException {
		final int samples = optional(Tag.SAMPLES_PER_PIXEL, 1, 65535, 1);
		final String photometric = header.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse("MONOCHROME2");
		if (samples != 1 || !photometric.startsWith("MONOCHROME")) throw new IOException(file.path() +
			" is a colour image (" + photometric + ", " + samples +
			" samples per pixel), which cannot be measured; give the grey-scale original instead of a secondary capture");
	}

	private SampleType sampleType(final int tag) throws IOException {
		if (tag == Tag.FLOAT_PIXEL_DATA) return SampleType.FLOAT32;
		if (tag == Tag.DOUBLE_FLOAT_PIXEL_DATA) return SampleType.FLOAT64;
		final int allocated = required(Tag.BITS_ALLOCATED, 1, 65535);
		final boolean signed = required(Tag.PIXEL_REPRESENTATION, 0, 1) == 1;
		return switch (allocated) {
			case 8 -> signed ? SampleType.INT8 : SampleType.UINT8;
			case 16 -> signed ? SampleType.INT16 : SampleType.UINT16;
			case 32 -> signed ? SampleType.INT32 : SampleType.UINT32;
			default -> throw new IOException(file.path() + " has " + allocated + " bits per pixel " + Tag.format(
				Tag.BITS_ALLOCATED) + ", but 8, 16 or 32 are expected" + (allocated == 1
					? "; export the segmentation as NIfTI instead" : ""));
		};
	}

	private int required(final int tag, final int minimum, final int maximum) throws IOException {
		final OptionalInt value = header.integer(tag);
		if (value.isPresent() && value.getAsInt() >= minimum && value.getAsInt() <= maximum) return value.getAsInt();
		throw new IOException(file.path() + (header.contains(tag) ? " has " + printable(header.strings(tag))
			: " has no value") + " as " + Tag.keyword(tag) + " " + Tag.format(tag) + ", but a number from " + minimum +
			" to " + maximum + " is needed to read its pixels; export the image again");
	}

	private static String printable(final List<String> values) {
		return String.join("\\", values).replaceAll("[^\\x20-\\x7E]", "?");
	}

	private int optional(final int tag, final int minimum, final int maximum, final int absent) throws IOException {
		return header.string(tag).isPresent() ? required(tag, minimum, maximum) : absent;
	}
}
