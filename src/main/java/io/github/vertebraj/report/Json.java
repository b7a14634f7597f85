package io.github.vertebraj.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** JSON as our files have it: indented, in the order given, and readable by every parser. */
final class Json {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

	private Json() {}

	/**
	 * Writes maps, lists, texts, numbers and booleans. JSON knows neither NaN nor infinity: they are written as the texts
	 * {@code NaN}, {@code Infinity} and {@code -Infinity}. Ends with a line break.
	 */
	static String write(final Object value) {
		return GSON.toJson(plain(value)) + "\n";
	}

	private static Object plain(final Object value) {
		if (value instanceof Map<?, ?> map) {
			final Map<Object, Object> plain = new LinkedHashMap<>();
			map.forEach((key, element) -> plain.put(key, plain(element)));
			return plain;
		}
		if (value instanceof List<?> list) return list.stream().map(Json::plain).toList();
		if (value instanceof Number number && !Double.isFinite(number.doubleValue())) return number.toString();
		return value;
	}
}
