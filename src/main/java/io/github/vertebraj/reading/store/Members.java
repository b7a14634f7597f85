package io.github.vertebraj.reading.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import io.github.vertebraj.reading.study.OtherFields;

/**
 * The members of a JSON object, read by name. What was not asked for is unknown to this version and kept as
 * {@linkplain #others() other fields}. Wrong types are {@link IllegalArgumentException}s that name the member.
 */
final class Members {

	private final JsonObject object;
	private final Set<String> asked = new HashSet<>();

	Members(final JsonObject object) {
		this.object = object;
	}

	private Optional<JsonElement> find(final String name) {
		asked.add(name);
		return Optional.ofNullable(object.get(name)).filter(element -> !element.isJsonNull());
	}

	private static IllegalArgumentException wrong(final String name, final String wanted, final JsonElement element) {
		final String text = element.toString();
		return new IllegalArgumentException("'" + name + "' must be " + wanted + ", but is " + (text.length() > 60 ? text
			.substring(0, 60) + "..." : text));
	}

	private static IllegalArgumentException missing(final String name) {
		return new IllegalArgumentException("'" + name + "' is missing");
	}

	Optional<String> text(final String name) {
		return find(name).map(element -> text(name, element));
	}

	String neededText(final String name) {
		return text(name).orElseThrow(() -> missing(name));
	}

	static String text(final String name, final JsonElement element) {
		if (!(element instanceof JsonPrimitive primitive) || !primitive.isString()) throw wrong(name, "a text", element);
		return primitive.getAsString();
	}

	/** A number; NaN and infinities are the texts of their names, since JSON has no other way to write them. */
	static double number(final String name, final JsonElement element) {
		if (element instanceof JsonPrimitive primitive) {
			if (primitive.isNumber()) return primitive.getAsDouble();
			final String text = primitive.getAsString();
			if (Set.of("NaN", "Infinity", "-Infinity").contains(text)) return Double.parseDouble(text);
		}
		throw wrong(name, "a number, or \"NaN\"", element);
	}

	/** The opposite of {@link #number}. */
	static JsonPrimitive json(final double value) {
		if (!Double.isFinite(value)) return new JsonPrimitive(Double.toString(value));
		return value == (int) value && Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(-0.0)
			? new JsonPrimitive((int) value) : new JsonPrimitive(value);
	}

	OptionalDouble number(final String name) {
		final Optional<JsonElement> element = find(name);
		return element.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number(name, element.get()));
	}

	double neededNumber(final String name) {
		return number(name).orElseThrow(() -> missing(name));
	}

	Optional<Long> whole(final String name) {
		return find(name).map(element -> {
			try {
				if (element instanceof JsonPrimitive primitive && primitive.isNumber()) return primitive.getAsBigDecimal()
					.longValueExact();
			}
			catch (final ArithmeticException e) {
				throw wrong(name, "a whole number", element);
			}
			throw wrong(name, "a whole number", element);
		});
	}

	long neededWhole(final String name) {
		return whole(name).orElseThrow(() -> missing(name));
	}

	Optional<Integer> integer(final String name) {
		return whole(name).map(value -> {
			if (value != value.intValue()) throw wrong(name, "a small whole number", object.get(name));
			return value.intValue();
		});
	}

	int neededInt(final String name) {
		return integer(name).orElseThrow(() -> missing(name));
	}

	boolean flag(final String name) {
		return find(name).map(element -> {
			if (!(element instanceof JsonPrimitive primitive) || !primitive.isBoolean()) throw wrong(name, "true or false",
				element);
			return primitive.getAsBoolean();
		}).orElse(false);
	}

	Optional<JsonObject> object(final String name) {
		return find(name).map(element -> object(name, element));
	}

	static JsonObject object(final String name, final JsonElement element) {
		if (!element.isJsonObject()) throw wrong(name, "an object {...}", element);
		return element.getAsJsonObject();
	}

	JsonObject neededObject(final String name) {
		return object(name).orElseThrow(() -> missing(name));
	}

	/** The members of an object in their order; empty when it is missing. */
	Map<String, JsonElement> map(final String name) {
		return object(name).map(Members::map).orElse(Map.of());
	}

	/** The members of an object in their order; Gson's own {@code asMap} is younger than some Fijis. */
	static Map<String, JsonElement> map(final JsonObject object) {
		final Map<String, JsonElement> map = new LinkedHashMap<>();
		object.entrySet().forEach(member -> map.put(member.getKey(), member.getValue()));
		return map;
	}

	/** The elements of a list; empty when it is missing. */
	List<JsonElement> list(final String name) {
		return find(name).map(element -> {
			if (!element.isJsonArray()) throw wrong(name, "a list [...]", element);
			final List<JsonElement> elements = new ArrayList<>();
			element.getAsJsonArray().forEach(elements::add);
			return elements;
		}).orElse(List.of());
	}

	List<String> texts(final String name) {
		final List<String> texts = new ArrayList<>();
		list(name).forEach(element -> texts.add(text(name, element)));
		return texts;
	}

	/** What nobody asked for. */
	OtherFields others() {
		final Map<String, String> others = new LinkedHashMap<>();
		map(object).forEach((name, element) -> {
			if (!asked.contains(name)) others.put(name, JsonText.line(element));
		});
		return others.isEmpty() ? OtherFields.NONE : new OtherFields(others);
	}

	/** Writes what {@link #others()} kept. */
	static void add(final JsonObject object, final OtherFields others) {
		others.json().forEach((name, json) -> object.add(name, JsonText.parseElement(json)));
	}
}
