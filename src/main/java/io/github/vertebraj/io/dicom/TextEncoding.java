package io.github.vertebraj.io.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The text of a data set by its Specific Character Set (0008,0005), PS3.3 C.12.1.1.2. Character sets that the JDK lacks
 * are read as Latin-1, so that the ASCII part of every text stays right.
 */
final class TextEncoding {

	static final TextEncoding DEFAULT = new TextEncoding(StandardCharsets.ISO_8859_1, false);

	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("ISO_IR 6", "ISO-8859-1"), //
		Map.entry("ISO_IR 100", "ISO-8859-1"), Map.entry("ISO_IR 101", "ISO-8859-2"), //
		Map.entry("ISO_IR 109", "ISO-8859-3"), Map.entry("ISO_IR 110", "ISO-8859-4"), //
		Map.entry("ISO_IR 144", "ISO-8859-5"), Map.entry("ISO_IR 127", "ISO-8859-6"), //
		Map.entry("ISO_IR 126", "ISO-8859-7"), Map.entry("ISO_IR 138", "ISO-8859-8"), //
		Map.entry("ISO_IR 148", "ISO-8859-9"), Map.entry("ISO_IR 203", "ISO-8859-15"), //
		Map.entry("ISO_IR 13", "Shift_JIS"), Map.entry("ISO_IR 166", "TIS-620"), Map.entry("ISO_IR 192", "UTF-8"), //
		Map.entry("GB18030", "GB18030"), Map.entry("GBK", "GBK"), //
		Map.entry("ISO 2022 IR 87", "ISO-2022-JP"), Map.entry("ISO 2022 IR 159", "ISO-2022-JP-2"), //
		Map.entry("ISO 2022 IR 149", "EUC-KR"), Map.entry("ISO 2022 IR 58", "GB2312"));

	private final Charset charset;
	/** Whether escape sequences of ISO 2022 mean something to the charset itself. */
	private final boolean iso2022;

	private TextEncoding(final Charset charset, final boolean iso2022) {
		this.charset = charset;
		this.iso2022 = iso2022;
	}

	/** The encoding by an element (0008,0005); the last of its values that says more than Latin-1 counts. */
	static TextEncoding of(final Element specificCharacterSet) {
		TextEncoding found = DEFAULT;
		for (final String value : Values.strings(specificCharacterSet, VR.CS, DEFAULT)) {
			final String term = value.strip();
			final String name = NAMES.containsKey(term) ? NAMES.get(term) : NAMES.get(term.replace("ISO 2022 IR",
				"ISO_IR"));
			if (name != null && !name.equals("ISO-8859-1") && Charset.isSupported(name)) found = new TextEncoding(Charset
				.forName(name), name.startsWith("ISO-2022"));
		}
		return found;
	}

	String decode(final byte[] bytes, final int offset, final int length) {
		for (int i = offset; i < offset + length; i++)
			if (bytes[i] < 0 || bytes[i] == 0x1B) return decodeBeyondAscii(bytes, offset, length);
		return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
	}

	private String decodeBeyondAscii(final byte[] bytes, final int offset, final int length) {
		final String text = new String(bytes, offset, length, charset);
		// Code extensions that only switch to the charset that is decoded anyway: ESC, intermediates 20-2F, final 30-7E.
		return iso2022 ? text : text.replaceAll("\\x1B[\\x20-\\x2F]+[\\x30-\\x7E]", "");
	}
}
