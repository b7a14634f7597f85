package io.github.vertebraj.io.dicom;

import java.util.Arrays;
import java.util.List;

/**
 * One element of a data set: a value that lies somewhere in the bytes of a file, or the items of a sequence.
 *
 * @param vr    as the file says it; {@code UN} in implicit syntaxes
 * @param items null unless this is a sequence
 */
record Element(int tag, VR vr, ByteSource source, int offset, int length, List<DataSet> items) {

	static Element of(final int tag, final VR vr, final byte[] value) {
		return new Element(tag, vr, ByteSource.of(value), 0, value.length, null);
	}

	static Element of(final int tag, final List<DataSet> items) {
		return new Element(tag, VR.SQ, null, 0, 0, List.copyOf(items));
	}

	boolean isSequence() {
		return items != null;
	}

	byte[] value() {
		return isSequence() ? new byte[0] : Arrays.copyOfRange(source.bytes(), offset, offset + length);
	}
}
