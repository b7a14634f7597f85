package io.github.vertebraj.io.dicom;

import java.util.List;

/**
 * How a data set and its pixels are written (PS3.5 section 10).
 *
 * @param uid         the UID as found in (0002,0010)
 * @param name        the name of PS3.6, or {@code unknown}
 * @param explicit    whether each element names its VR
 * @param bigEndian   byte order
 * @param deflated    whether the data set is compressed as a whole
 * @param compression how pixels are compressed
 */
public record TransferSyntax(String uid, String name, boolean explicit, boolean bigEndian, boolean deflated,
	Compression compression)
{

	/** How pixels are compressed. Pixels of every method but {@code NONE} are encapsulated in fragments. */
	public enum Compression {
		NONE, RLE, JPEG, JPEG_LOSSLESS, JPEG_2000,
		/** A method that this reader does not decode. */
		UNSUPPORTED
	}

	public static final TransferSyntax IMPLICIT_LITTLE_ENDIAN = new TransferSyntax("1.2.840.10008.1.2",
		"Implicit VR Little Endian", false, false, false, Compression.NONE);
	public static final TransferSyntax EXPLICIT_LITTLE_ENDIAN = new TransferSyntax("1.2.840.10008.1.2.1",
		"Explicit VR Little Endian", true, false, false, Compression.NONE);
	public static final TransferSyntax DEFLATED = new TransferSyntax("1.2.840.10008.1.2.1.99",
		"Deflated Explicit VR Little Endian", true, false, true, Compression.NONE);
	public static final TransferSyntax EXPLICIT_BIG_ENDIAN = new TransferSyntax("1.2.840.10008.1.2.2",
		"Explicit VR Big Endian", true, true, false, Compression.NONE);

	private static final List<TransferSyntax> KNOWN = List.of(IMPLICIT_LITTLE_ENDIAN, EXPLICIT_LITTLE_ENDIAN, DEFLATED,
		EXPLICIT_BIG_ENDIAN, //
		encapsulated("1.2.840.10008.1.2.5", "RLE Lossless", Compression.RLE), //
		encapsulated("1.2.840.10008.1.2.4.50", "JPEG Baseline", Compression.JPEG), //
		encapsulated("1.2.840.10008.1.2.4.51", "JPEG Extended", Compression.JPEG), //
		encapsulated("1.2.840.10008.1.2.4.57", "JPEG Lossless", Compression.JPEG_LOSSLESS), //
		encapsulated("1.2.840.10008.1.2.4.70", "JPEG Lossless, First-Order Prediction", Compression.JPEG_LOSSLESS), //
		encapsulated("1.2.840.10008.1.2.4.90", "JPEG 2000 (Lossless Only)", Compression.JPEG_2000), //
		encapsulated("1.2.840.10008.1.2.4.91", "JPEG 2000", Compression.JPEG_2000), //
		unsupported("1.2.840.10008.1.2.1.98", "Encapsulated Uncompressed Explicit VR Little Endian"), //
		unsupported("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless"), //
		unsupported("1.2.840.10008.1.2.4.81", "JPEG-LS Near-Lossless"), //
		unsupported("1.2.840.10008.1.2.4.92", "JPEG 2000 Part 2 Multi-component (Lossless Only)"), //
		unsupported("1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2 Multi-component"), //
		unsupported("1.2.840.10008.1.2.4.94", "JPIP Referenced"), //
		unsupported("1.2.840.10008.1.2.4.95", "JPIP Referenced Deflate"), //
		unsupported("1.2.840.10008.1.2.4.100", "MPEG2 Main Profile / Main Level"), //
		unsupported("1.2.840.10008.1.2.4.101", "MPEG2 Main Profile / High Level"), //
		unsupported("1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264 High Profile / Level 4.1"), //
		unsupported("1.2.840.10008.1.2.4.103", "MPEG-4 AVC/H.264 BD-compatible"), //
		unsupported("1.2.840.10008.1.2.4.104", "MPEG-4 AVC/H.264 High Profile / Level 4.2 for 2D Video"), //
		unsupported("1.2.840.10008.1.2.4.105", "MPEG-4 AVC/H.264 High Profile / Level 4.2 for 3D Video"), //
		unsupported("1.2.840.10008.1.2.4.106", "MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2"), //
		unsupported("1.2.840.10008.1.2.4.107", "HEVC/H.265 Main Profile / Level 5.1"), //
		unsupported("1.2.840.10008.1.2.4.108", "HEVC/H.265 Main 10 Profile / Level 5.1"), //
		unsupported("1.2.840.10008.1.2.4.110", "JPEG XL Lossless"), //
		unsupported("1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression"), //
		unsupported("1.2.840.10008.1.2.4.112", "JPEG XL"), //
		unsupported("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 (Lossless Only)"), //
		unsupported("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 with RPCL Options (Lossless Only)"), //
		unsupported("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000"), //
		unsupported("1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression"), //
		new TransferSyntax("1.2.840.113619.5.2", "GE Private Implicit VR, Big Endian Pixels", false, false, false,
			Compression.UNSUPPORTED));

	private static TransferSyntax encapsulated(final String uid, final String name, final Compression compression) {
		return new TransferSyntax(uid, name, true, false, false, compression);
	}

	private static TransferSyntax unsupported(final String uid, final String name) {
		return encapsulated(uid, name, Compression.UNSUPPORTED);
	}

	/**
	 * The syntax of a UID. One that is not known is taken as explicit little endian with pixels that cannot be decoded,
	 * as every syntax since 1993 has been.
	 */
	public static TransferSyntax of(final String uid) {
		return KNOWN.stream().filter(syntax -> syntax.uid.equals(uid)).findFirst().orElseGet(() -> unsupported(uid,
			"unknown"));
	}

	/** Whether pixels lie in fragments rather than in one block. */
	public boolean encapsulated() {
		return compression != Compression.NONE;
	}

	/** This syntax as some writers get it wrong: with, or without, the VR of each element. */
	TransferSyntax withExplicit(final boolean named) {
		return named == explicit ? this : new TransferSyntax(uid, name, named, bigEndian, deflated, compression);
	}

	/** Whether decoded samples are bit by bit those that were encoded. */
	boolean lossless() {
		return compression == Compression.NONE || compression == Compression.RLE || name.contains("Lossless");
	}

	@Override
	public String toString() {
		return name + " (" + uid + ")";
	}
}
