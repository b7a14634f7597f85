package io.github.vertebraj.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Hard cases with an oracle's numbers (R 4.2.2 and its packages; Fisher's p by enumeration), which lie in
 * {@code ../shared/golden/statistics.json} and are not part of the project: skipped, visibly, where they are missing.
 */
public final class Golden {

	private static final Path FILE = Path.of("..", "shared", "golden", "statistics.json");

	/** What the oracle's numbers hold. */
	private static final double RELATIVE = 1e-10;

	private Golden() {}

	/** One test for each case of that kind; at least one, or the kind is misspelt. */
	public static Stream<DynamicTest> tests(final String kind, final Consumer<Case> test) {
		if (!Files.exists(FILE)) return Stream.of(DynamicTest.dynamicTest(kind, () -> Assumptions.abort("Skipped: no " +
			FILE)));
		final var cases = StreamSupport.stream(read().getAsJsonArray("cases").spliterator(), false).map(
			JsonElement::getAsJsonObject).filter(one -> one.get("test").getAsString().equals(kind)).map(Case::new).toList();
		if (cases.isEmpty()) throw new IllegalArgumentException("No case of '" + kind + "' in " + FILE);
		return cases.stream().map(one -> DynamicTest.dynamicTest(one.json.get("id").getAsString(), () -> test.accept(one)));
	}

	private static JsonObject read() {
		try (Reader reader = Files.newBufferedReader(FILE)) {
			return new Gson().fromJson(reader, JsonObject.class);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** One case. */
	public record Case(JsonObject json) {

		public double number(final String input) {
			return input(input).getAsDouble();
		}

		public int whole(final String input) {
			return input(input).getAsInt();
		}

		public String text(final String input) {
			return input(input).getAsString();
		}

		public double[] numbers(final String input) {
			return new Gson().fromJson(input(input), double[].class);
		}

		public double[][] matrix(final String input) {
			return new Gson().fromJson(input(input), double[][].class);
		}

		public int[][] counts(final String input) {
			return new Gson().fromJson(input(input), int[][].class);
		}

		public JsonElement input(final String name) {
			return json.getAsJsonObject("input").get(name);
		}

		public boolean expects(final String name) {
			final JsonElement value = json.getAsJsonObject("expected").get(name);
			return value != null && !value.isJsonNull();
		}

		public JsonElement expected(final String name) {
			return json.getAsJsonObject("expected").get(name);
		}

		/** Holds a value to the oracle's. */
		public void check(final String expected, final double actual) {
			final double truth = expected(expected).getAsDouble();
			assertEquals(truth, actual, Math.max(RELATIVE * Math.abs(truth), 1e-300), () -> json.get("id").getAsString() + ": " +
				expected);
		}
	}
}
