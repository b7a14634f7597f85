package io.github.vertebraj.io.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Writes data sets in every syntax that is read, for tests. The product writes explicit little endian only.
 *
 * @param undefinedLengths whether sequences and items end at delimiters
 * @param preamble         whether the file begins with preamble and file meta information
 */
record SyntaxWriter(TransferSyntax syntax, boolean undefinedLengths, boolean preamble) {

	private static final int UNDEFINED = -1;

	static SyntaxWriter of(final TransferSyntax syntax) {
		return new SyntaxWriter(syntax, false, true);
	}

	byte[] file(final DataSet dataSet) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		if (preamble) {
			out.writeBytes(new byte[128]);
			out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
			final DataSet meta = new DataSetBuilder().put(Tag.MEDIA_STORAGE_SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.4").put(
				Tag.TRANSFER_SYNTAX_UID, syntax.uid()).build();
			out.writeBytes(of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN).elements(new DataSetBuilder().put(Tag.FILE_META_LENGTH,
				of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN).elements(meta).length).build()));
			out.writeBytes(of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN).elements(meta));
		}
		out.writeBytes(syntax.deflated() ? deflate(elements(dataSet)) : elements(dataSet));
		return out.toByteArray();
	}

	/** A file whose pixel data are these fragments, the first of which is the basic offset table. */
	byte[] file(final DataSet header, final byte[]... fragments) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(file(header));
		out.writeBytes(header(Tag.PIXEL_DATA, VR.OB, UNDEFINED));
		for (final byte[] fragment : fragments) {
			out.writeBytes(header(Tag.ITEM, null, fragment.length));
			out.writeBytes(fragment);
		}
		out.writeBytes(header(Tag.SEQUENCE_DELIMITATION, null, 0));
		return out.toByteArray();
	}

	byte[] elements(final DataSet dataSet) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (final Element element : dataSet.elements()) {
			final byte[] value = element.isSequence() ? items(element) : swapped(element);
			final boolean open = undefinedLengths && element.isSequence();
			out.writeBytes(header(element.tag(), element.vr(), open ? UNDEFINED : value.length));
			out.writeBytes(value);
			if (open) out.writeBytes(header(Tag.SEQUENCE_DELIMITATION, null, 0));
		}
		return out.toByteArray();
	}

	private byte[] items(final Element sequence) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		// What is of unknown type is implicit little endian inside.
		final SyntaxWriter inner = sequence.vr() == VR.UN ? new SyntaxWriter(TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
			undefinedLengths, preamble) : this;
		for (final DataSet item : sequence.items()) {
			final byte[] elements = inner.elements(item);
			out.writeBytes(inner.header(Tag.ITEM, null, undefinedLengths ? UNDEFINED : elements.length));
			out.writeBytes(elements);
			if (undefinedLengths) out.writeBytes(inner.header(Tag.ITEM_DELIMITATION, null, 0));
		}
		return out.toByteArray();
	}

	private byte[] header(final int tag, final VR vr, final int length) {
		final ByteBuffer header = ByteBuffer.allocate(12).order(syntax.bigEndian() ? ByteOrder.BIG_ENDIAN
			: ByteOrder.LITTLE_ENDIAN);
		header.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag));
		if (vr == null || !syntax.explicit()) header.putInt(length);
		else {
			header.put(vr.name().getBytes(StandardCharsets.US_ASCII));
			if (vr.longLength) header.putShort((short) 0).putInt(length);
			else header.putShort((short) length);
		}
		return Arrays.copyOf(header.array(), header.position());
	}

	private byte[] swapped(final Element element) {
		final byte[] value = element.value();
		final int width = element.vr() == VR.AT ? 2 : element.vr().width;
		if (syntax.bigEndian()) for (int i = 0; i + width <= value.length; i += width)
			for (int j = 0; j < width / 2; j++) {
				final byte swap = value[i + j];
				value[i + j] = value[i + width - 1 - j];
				value[i + width - 1 - j] = swap;
			}
		return value;
	}

	private static byte[] deflate(final byte[] bytes) {
		final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
		deflater.setInput(bytes);
		deflater.finish();
		final byte[] deflated = new byte[bytes.length + 1000];
		final int n = deflater.deflate(deflated);
		deflater.end();
		return Arrays.copyOf(deflated, n);
	}
}
