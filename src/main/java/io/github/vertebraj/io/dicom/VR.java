package io.github.vertebraj.io.dicom;

/** Value representations, the types of DICOM values (PS3.5 section 6.2). */
public enum VR {
	AE(Kind.TEXT), AS(Kind.TEXT), AT(Kind.INTEGER, 4), CS(Kind.TEXT), DA(Kind.TEXT), DS(Kind.TEXT), DT(Kind.TEXT),
		FD(Kind.FLOAT, 8), FL(Kind.FLOAT, 4), IS(Kind.TEXT), LO(Kind.TEXT), LT(Kind.TEXT), OB(Kind.BYTES),
		OD(Kind.FLOAT, 8), OF(Kind.FLOAT, 4), OL(Kind.UNSIGNED, 4), OV(Kind.UNSIGNED, 8), OW(Kind.UNSIGNED, 2),
		PN(Kind.TEXT), SH(Kind.TEXT), SL(Kind.INTEGER, 4), SQ(Kind.SEQUENCE), SS(Kind.INTEGER, 2), ST(Kind.TEXT),
		SV(Kind.INTEGER, 8), TM(Kind.TEXT), UC(Kind.TEXT), UI(Kind.TEXT), UL(Kind.UNSIGNED, 4), UN(Kind.BYTES),
		UR(Kind.TEXT), US(Kind.UNSIGNED, 2), UT(Kind.TEXT), UV(Kind.UNSIGNED, 8);

	/** How the bytes of a value are to be understood. */
	enum Kind {
		TEXT, INTEGER, UNSIGNED, FLOAT, BYTES, SEQUENCE
	}

	private static final VR[] BY_CODE = new VR[26 * 26];

	static {
		for (final VR vr : values())
			BY_CODE[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
	}

	final Kind kind;
	/** Bytes of one number; 1 for text and bytes. */
	final int width;
	/** Whether the length takes 32 bits (after 2 reserved bytes) in explicit syntaxes. */
	final boolean longLength;
	/** Whether a backslash is part of the text rather than a separator of values. */
	final boolean singleValue;

	VR(final Kind kind) {
		this(kind, 1);
	}

	VR(final Kind kind, final int width) {
		this.kind = kind;
		this.width = width;
		this.longLength = switch (name()) {
			case "OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV" -> true;
			default -> false;
		};
		this.singleValue = switch (name()) {
			case "LT", "ST", "UT", "UR" -> true;
			default -> false;
		};
	}

	/** The VR of two code bytes, or null when there is none of that code. */
	static VR of(final int first, final int second) {
		if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') return null;
		return BY_CODE[(first - 'A') * 26 + second - 'A'];
	}
}
