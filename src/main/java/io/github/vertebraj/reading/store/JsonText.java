package io.github.vertebraj.reading.store;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** JSON as the study folder has it: UTF-8, nothing beyond the standard; files indented, lines of a trail not. */
final class JsonText {

	private static final Gson FILE = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();
	private static final Gson LINE = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
	private static final TypeAdapter<JsonElement> ELEMENTS = LINE.getAdapter(JsonElement.class);

	private static final String CHECKSUM = "\"checksum\":\"";

	private JsonText() {}

	/** For a file of its own. */
	static byte[] file(final JsonObject object) {
		return (FILE.toJson(object) + "\n").getBytes(StandardCharsets.UTF_8);
	}

	/** On one line, without a line break. */
	static String line(final JsonElement element) {
		return LINE.toJson(element);
	}

	/** @throws IllegalArgumentException if the bytes are not one JSON object; says where they go wrong */
	static JsonObject parse(final byte[] bytes) {
		final String text;
		try {
			text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (final CharacterCodingException e) {
			throw new IllegalArgumentException("it is not UTF-8 text", e);
		}
		if (text.isBlank()) throw new IllegalArgumentException("it is empty");
		// an editor may have put a byte-order mark in front
		final JsonElement element = parseElement(text.startsWith("\ufeff") ? text.substring(1) : text);
		if (!element.isJsonObject()) throw new IllegalArgumentException("it is no JSON object");
		return element.getAsJsonObject();
	}

	/** @throws IllegalArgumentException if the text is not JSON */
	static JsonElement parseElement(final String text) {
		try (JsonReader reader = new JsonReader(new StringReader(text))) {
			final JsonElement element = ELEMENTS.read(reader);
			if (reader.peek() != JsonToken.END_DOCUMENT) throw new IllegalArgumentException(
				"it goes on behind the end of the JSON");
			return element == null ? JsonNull.INSTANCE : element;
		}
		catch (final IOException | JsonParseException | NumberFormatException e) {
			throw new IllegalArgumentException("it is damaged, or no JSON: " + reason(e), e);
		}
	}

	/** The parser's own words, without its advice to programmers. */
	private static String reason(final Exception e) {
		final String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
		return message.replaceFirst("^[\\w.]+Exception: ", "").replaceFirst("Use JsonReader.*?malformed JSON", "malformed");
	}

	/** CRC-32 of a file without white space and byte-order mark, and with an empty text for its checksum. */
	static String checksum(final byte[] file) {
		final byte[] dense = new byte[file.length];
		int length = 0;
		for (int i = startOf(file); i < file.length; i++)
			if (file[i] < 0 || file[i] > ' ') dense[length++] = file[i];
		// text is ASCII where it matters, and a byte a character
		final int member = new String(dense, 0, length, StandardCharsets.ISO_8859_1).lastIndexOf(CHECKSUM);
		final CRC32 crc = new CRC32();
		if (member < 0) {
			crc.update(dense, 0, length);
			return hex(crc);
		}
		int end = member + CHECKSUM.length();
		crc.update(dense, 0, end);
		while (end < length && dense[end] != '"')
			end++;
		crc.update(dense, end, length - end);
		return hex(crc);
	}

	private static int startOf(final byte[] file) {
		final byte[] mark = { (byte) 0xef, (byte) 0xbb, (byte) 0xbf };
		return file.length >= 3 && Arrays.equals(mark, 0, 3, file, 0, 3) ? 3 : 0;
	}

	private static String hex(final CRC32 crc) {
		return Long.toHexString(1L << 32 | crc.getValue()).substring(1);
	}
}
