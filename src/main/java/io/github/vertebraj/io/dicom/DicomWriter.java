package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes DICOM files (PS3.10) in explicit little endian. */
public final class DicomWriter {

	private static final int PREAMBLE = 128;
	private static final int LONGEST_SHORT = 0xFFFE;
	private static final String IMPLEMENTATION = Uid.of("io.github.vertebraj");

	private DicomWriter() {}

	/**
	 * Writes a file: preamble, file meta information, data set. The stream is not closed.
	 *
	 * @param dataSet with SOP class and instance UID, without group 0002
	 * @throws IllegalArgumentException if a UID is missing, or a value is too long for its type
	 */
	public static void write(final OutputStream out, final DataSet dataSet) throws IOException {
		final DataSet meta = new DataSetBuilder() //
			.put(Tag.FILE_META_VERSION, VR.OB, new byte[] { 0, 1 }) //
			.put(Tag.MEDIA_STORAGE_SOP_CLASS_UID, required(dataSet, Tag.SOP_CLASS_UID)) //
			.put(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, required(dataSet, Tag.SOP_INSTANCE_UID)) //
			.put(Tag.TRANSFER_SYNTAX_UID, TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid()) //
			.put(Tag.IMPLEMENTATION_CLASS_UID, IMPLEMENTATION) //
			.put(Tag.IMPLEMENTATION_VERSION_NAME, "VERTEBRAJ").build();
		out.write(new byte[PREAMBLE]);
		out.write("DICM".getBytes(StandardCharsets.US_ASCII));
		writeElements(out, new DataSetBuilder().put(Tag.FILE_META_LENGTH, length(meta)).build());
		writeElements(out, meta);
		writeElements(out, dataSet);
	}

	private static String required(final DataSet dataSet, final int tag) {
		return dataSet.string(tag).orElseThrow(() -> new IllegalArgumentException("A DICOM file needs " + Tag.keyword(tag) +
			" " + Tag.format(tag)));
	}

	/** Bytes that the elements take. */
	private static long length(final DataSet dataSet) {
		if (dataSet.bigEndian()) throw new IllegalArgumentException("A data set in big endian cannot be written");
		return dataSet.elements().stream().mapToLong(element -> headerLength(element) + valueLength(element)).sum();
	}

	private static int headerLength(final Element element) {
		return element.vr().longLength ? 12 : 8;
	}

	private static long valueLength(final Element element) {
		if (!element.isSequence()) return element.length();
		return element.items().stream().mapToLong(item -> 8 + length(item)).sum();
	}

	private static void writeElements(final OutputStream out, final DataSet dataSet) throws IOException {
		for (final Element element : dataSet.elements()) {
			writeHeader(out, element);
			if (!element.isSequence()) out.write(element.source().bytes(), element.offset(), element.length());
			else for (final DataSet item : element.items()) {
				writeTag(out, Tag.ITEM, length(item));
				writeElements(out, item);
			}
		}
	}

	private static void writeHeader(final OutputStream out, final Element element) throws IOException {
		final long length = valueLength(element);
		final boolean longLength = element.vr().longLength;
		if (length > (longLength ? PixelLocation.UNDEFINED - 1 : LONGEST_SHORT)) throw new IllegalArgumentException(
			"The value of " + Tag.format(element.tag()) + " takes " + length + " bytes, more than its type " + element.vr() +
				" can hold");
		final ByteBuffer header = ByteBuffer.allocate(headerLength(element)).order(ByteOrder.LITTLE_ENDIAN);
		header.putShort((short) Tag.group(element.tag())).putShort((short) Tag.element(element.tag()));
		header.put(element.vr().name().getBytes(StandardCharsets.US_ASCII));
		if (longLength) header.putShort((short) 0).putInt((int) length);
		else header.putShort((short) length);
		out.write(header.array());
	}

	private static void writeTag(final OutputStream out, final int tag, final long length) throws IOException {
		final ByteBuffer header = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
		header.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag)).putInt((int) length);
		out.write(header.array());
	}
}
