package io.github.vertebraj.io.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the elements of a data set (PS3.5 section 7) up to its pixel data. What the bytes claim is checked against what
 * is there before anything is allocated.
 */
final class DicomParser {

	/** Functional groups nest 4 deep, structured reports perhaps 20. */
	private static final int MAXIMUM_DEPTH = 64;
	private static final long UNDEFINED = PixelLocation.UNDEFINED;

	private final ByteSource source;
	private long position;
	private boolean explicit;
	private boolean bigEndian;
	private PixelLocation pixels;

	DicomParser(final ByteSource source, final long position, final boolean explicit, final boolean bigEndian) {
		this.source = source;
		this.position = position;
		this.explicit = explicit;
		this.bigEndian = bigEndian;
	}

	/** Where the parser stands, from the start of its source. */
	long position() {
		return position;
	}

	/** Where pixel data begin; null when there are none, or before they were met. */
	PixelLocation pixels() {
		return pixels;
	}

	/** Gives up what has been read behind the last element. */
	void release() {
		source.trim((int) position);
	}

	/** The elements of group 0002. */
	DataSet fileMeta() throws IOException {
		final List<Element> elements = new ArrayList<>();
		while (source.has(position + 8) && unsignedShort(position) == 2)
			read(elements, TextEncoding.DEFAULT, 0);
		return new DataSet(elements.toArray(Element[]::new), TextEncoding.DEFAULT, bigEndian);
	}

	/** The elements from here to the pixel data or the end. */
	DataSet dataSet() throws IOException {
		final List<Element> elements = new ArrayList<>();
		TextEncoding encoding = TextEncoding.DEFAULT;
		while (!atEnd()) {
			final int tag = tag(position);
			if (Tag.isPixelData(tag)) {
				pixels = pixelHeader(tag);
				break;
			}
			read(elements, encoding, 0);
			if (tag == Tag.SPECIFIC_CHARACTER_SET) encoding = TextEncoding.of(elements.get(elements.size() - 1));
		}
		return new DataSet(elements.toArray(Element[]::new), TextEncoding.DEFAULT, bigEndian);
	}

	/** Some writers pad the end of a file with zeros. */
	private boolean atEnd() throws IOException {
		for (int i = 0; i < 8; i++) {
			if (!source.has(position + i + 1)) return true;
			if (source.bytes()[(int) position + i] != 0) break;
			if (i == 7) return true;
		}
		if (source.has(position + 8)) return false;
		throw new EOFException("ends within the header of an element, at byte " + position);
	}

	private PixelLocation pixelHeader(final int tag) throws IOException {
		final VR vr = vr(tag);
		final long length = length(vr);
		return new PixelLocation(tag, vr, position, length);
	}

	/** Reads one element and adds it, unless it is one that is dropped. */
	private void read(final List<Element> elements, final TextEncoding encoding, final int depth) throws IOException {
		final int tag = tag(position);
		final VR vr = vr(tag);
		final long length = length(vr);
		final long start = position;
		final Element element = value(tag, vr, length, encoding, depth);
		if (isIdentifying(tag)) source.erase((int) start, (int) (position - start));
		else if (element != null) elements.add(element);
	}

	private static boolean isIdentifying(final int tag) {
		return Tag.group(tag) == 0x0010 && tag != Tag.PATIENT_SEX && tag != Tag.PATIENT_AGE;
	}

	/** The VR at the cursor, which stands at a tag. */
	private VR vr(final int tag) throws IOException {
		if (!explicit) return Dictionary.vr(tag);
		source.require(position + 8);
		final byte[] bytes = source.bytes();
		final int first = bytes[(int) position + 4];
		final int second = bytes[(int) position + 5];
		final VR vr = VR.of(first, second);
		// Types that the standard may add later have 32-bit lengths (PS3.5 section 6.2).
		if (vr == null && (first < 'A' || first > 'Z' || second < 'A' || second > 'Z')) throw damaged(
			"has no valid type of value");
		return vr == null ? VR.UN : vr;
	}

	/** Reads the length of a value and moves the cursor to its first byte. */
	private long length(final VR vr) throws IOException {
		final boolean known = VR.of(source.bytes()[(int) position + 4], source.bytes()[(int) position + 5]) != null;
		if (explicit && !vr.longLength && known) {
			position += 8;
			return unsignedShort(position - 2);
		}
		position += explicit ? 12 : 8;
		source.require(position);
		return Integer.toUnsignedLong(int32(position - 4));
	}

	private Element value(final int tag, final VR vr, final long length, final TextEncoding encoding, final int depth)
		throws IOException
	{
		if (Tag.group(tag) == 0xFFFE) {
			if (length != 0) throw damaged("stands where no sequence is");
			return null;
		}
		if (length == UNDEFINED) {
			if (vr == VR.OB || vr == VR.OW) return skipFragments(tag, vr);
			return Element.of(tag, sequence(vr, UNDEFINED, encoding, depth));
		}
		final long end = position + length;
		if (!source.has(end)) throw new EOFException("ends within element " + Tag.format(tag) + ", which claims " + length +
			" bytes");
		if (vr == VR.SQ) return Element.of(tag, sequence(vr, end, encoding, depth));
		if (vr == VR.UN && looksLikeItem(length)) {
			final List<DataSet> items = guessedSequence(end, encoding, depth);
			if (items != null) return Element.of(tag, items);
		}
		final int offset = (int) position;
		position = end;
		return new Element(tag, vr, source, offset, (int) length, null);
	}

	/** Sequences that are private, or that an archive did not know, come as UN or, in implicit syntaxes, unnamed. */
	private boolean looksLikeItem(final long length) {
		return length >= 8 && int32(position, false) == 0xE000FFFE;
	}

	/** The items of what seems to be a sequence; null, with the cursor where it was, when it is none. */
	private List<DataSet> guessedSequence(final long end, final TextEncoding encoding, final int depth) {
		final long start = position;
		try {
			return sequence(VR.UN, end, encoding, depth);
		}
		catch (final IOException e) {
			// Not a sequence: the value stays available as bytes.
			position = start;
			return null;
		}
	}

	private List<DataSet> sequence(final VR vr, final long end, final TextEncoding encoding, final int depth)
		throws IOException
	{
		if (depth == MAXIMUM_DEPTH) throw damaged("is nested more than " + MAXIMUM_DEPTH + " deep");
		final boolean outerExplicit = explicit;
		final boolean outerBigEndian = bigEndian;
		if (vr == VR.UN) {
			// The content of a sequence of unknown type is implicit little endian (PS3.5 section 6.2.2).
			explicit = false;
			bigEndian = false;
		}
		try {
			return items(end, encoding, depth);
		}
		finally {
			explicit = outerExplicit;
			bigEndian = outerBigEndian;
		}
	}

	private List<DataSet> items(final long end, final TextEncoding encoding, final int depth) throws IOException {
		final List<DataSet> items = new ArrayList<>();
		while (end == UNDEFINED || position < end) {
			final int tag = tag(position);
			final long length = Integer.toUnsignedLong(int32(position + 4));
			if (tag != Tag.ITEM && tag != Tag.SEQUENCE_DELIMITATION) throw damaged("stands where an item is due");
			position += 8;
			if (tag == Tag.SEQUENCE_DELIMITATION) return items;
			final long itemEnd = length == UNDEFINED ? UNDEFINED : position + length;
			if (itemEnd != UNDEFINED && end != UNDEFINED && itemEnd > end) throw damaged("is longer than its sequence");
			items.add(item(itemEnd, encoding, depth + 1));
		}
		if (position != end) throw damaged("lies across the end of a sequence");
		return items;
	}

	private DataSet item(final long end, final TextEncoding inherited, final int depth) throws IOException {
		final List<Element> elements = new ArrayList<>();
		TextEncoding encoding = inherited;
		while (end == UNDEFINED || position < end) {
			final int tag = tag(position);
			if (tag == Tag.ITEM_DELIMITATION) position += 8;
			// A delimiter that was forgotten is to be thought before the next item, or the end of the sequence.
			if (Tag.group(tag) == 0xFFFE && end == UNDEFINED) break;
			if (tag == Tag.ITEM_DELIMITATION) continue;
			read(elements, encoding, depth);
			if (tag == Tag.SPECIFIC_CHARACTER_SET) encoding = TextEncoding.of(elements.get(elements.size() - 1));
		}
		if (end != UNDEFINED && position != end) throw damaged("lies across the end of an item");
		return new DataSet(elements.toArray(Element[]::new), inherited, bigEndian);
	}

	/** Passes over the compressed pixels of an icon. */
	private Element skipFragments(final int tag, final VR vr) throws IOException {
		final int start = (int) position;
		while (true) {
			final int fragment = tag(position);
			final long length = Integer.toUnsignedLong(int32(position + 4));
			if (fragment != Tag.ITEM && fragment != Tag.SEQUENCE_DELIMITATION) throw damaged(
				"stands where a fragment is due");
			position += 8;
			if (fragment == Tag.SEQUENCE_DELIMITATION) break;
			source.require(position + length);
			position += length;
		}
		return new Element(tag, vr, source, start, (int) position - start, null);
	}

	private int tag(final long at) throws IOException {
		source.require(at + 8);
		return Tag.of(unsignedShort(at), unsignedShort(at + 2));
	}

	private int unsignedShort(final long at) {
		final byte[] bytes = source.bytes();
		final int first = bytes[(int) at] & 0xFF;
		final int second = bytes[(int) at + 1] & 0xFF;
		return bigEndian ? first << 8 | second : second << 8 | first;
	}

	private int int32(final long at) {
		return int32(at, bigEndian);
	}

	private int int32(final long at, final boolean big) {
		final byte[] bytes = source.bytes();
		final int value = (bytes[(int) at] & 0xFF) << 24 | (bytes[(int) at + 1] & 0xFF) << 16 | (bytes[(int) at + 2] &
			0xFF) << 8 | bytes[(int) at + 3] & 0xFF;
		return big ? value : Integer.reverseBytes(value);
	}

	private IOException damaged(final String what) throws IOException {
		return new IOException("is damaged: element " + Tag.format(tag(Math.max(0, Math.min(position, Integer.MAX_VALUE -
			8)))) + " at byte " + position + " " + what);
	}
}
