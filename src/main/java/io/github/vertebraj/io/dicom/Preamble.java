package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.util.Optional;

/**
 * How a file begins (PS3.10 section 7.1).
 *
 * @param metaOffset where the first element is: 132 behind a preamble, 0 in files without
 */
record Preamble(int metaOffset) {

	/** Elements that must follow one another sensibly in a file that lacks the preamble. */
	private static final int PLAUSIBLE_ELEMENTS = 3;

	/** The beginning of a DICOM file, or null when it is none. */
	static Preamble of(final ByteSource source) throws IOException {
		if (source.has(132) && ascii(source, 128, "DICM")) return new Preamble(132);
		if (!source.has(16)) return null;
		final int group = unsignedShort(source, 0, false);
		if (group == 2 || group == 8) return plausible(source, 0) ? new Preamble(0) : null;
		return group == 0x0800 && plausible(source, 0) ? new Preamble(0) : null;
	}

	/** Whether the file meta information names its types of value, as it must but not always does. */
	boolean explicitMeta(final ByteSource source) throws IOException {
		return source.has(metaOffset + 8) && isNamed(source, metaOffset);
	}

	private static boolean isNamed(final ByteSource source, final long at) {
		return VR.of(source.bytes()[(int) at + 4], source.bytes()[(int) at + 5]) != null;
	}

	/** The syntax that the elements are really written in; {@code declared} is believed when it is possible. */
	TransferSyntax syntaxAt(final ByteSource source, final long at, final Optional<TransferSyntax> declared)
		throws IOException
	{
		if (!source.has(at + 8)) return declared.orElse(TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
		final boolean named = isNamed(source, at);
		if (declared.isPresent()) return declared.get().withExplicit(named);
		if (!named) return TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
		return unsignedShort(source, at, false) > 0xFF ? TransferSyntax.EXPLICIT_BIG_ENDIAN
			: TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
	}

	private static boolean plausible(final ByteSource source, final int start) throws IOException {
		final boolean explicit = isNamed(source, start);
		final boolean bigEndian = explicit && unsignedShort(source, start, false) > 0xFF;
		long at = start;
		int previous = -1;
		for (int i = 0; i < PLAUSIBLE_ELEMENTS && source.has(at + 12); i++) {
			final int tag = Tag.of(unsignedShort(source, at, bigEndian), unsignedShort(source, at + 2, bigEndian));
			if (previous != -1 && Integer.compareUnsigned(tag, previous) <= 0) return false;
			if (Tag.group(tag) > 0x7FE0 || Tag.isPrivate(tag)) return false;
			previous = tag;
			final VR vr = VR.of(source.bytes()[(int) at + 4], source.bytes()[(int) at + 5]);
			if (explicit && vr == null) return false;
			if (explicit && !vr.longLength) at += 8L + unsignedShort(source, at + 6, bigEndian);
			else {
				final long low = unsignedShort(source, at + (explicit ? 8 : 4), bigEndian);
				final long high = unsignedShort(source, at + (explicit ? 10 : 6), bigEndian);
				final long length = bigEndian ? low << 16 | high : high << 16 | low;
				if (length == PixelLocation.UNDEFINED) return i > 0;
				at += (explicit ? 12 : 8) + length;
			}
			if (!source.has(at)) return false;
		}
		return true;
	}

	private static boolean ascii(final ByteSource source, final int at, final String text) {
		for (int i = 0; i < text.length(); i++)
			if (source.bytes()[at + i] != text.charAt(i)) return false;
		return true;
	}

	private static int unsignedShort(final ByteSource source, final long at, final boolean bigEndian) {
		final int first = source.bytes()[(int) at] & 0xFF;
		final int second = source.bytes()[(int) at + 1] & 0xFF;
		return bigEndian ? first << 8 | second : second << 8 | first;
	}
}
