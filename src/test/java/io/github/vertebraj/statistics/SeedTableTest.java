package io.github.vertebraj.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.agreement.CohenKappa;

/**
 * The numbers of published spine imaging papers that can be recomputed, against R 4.2.2. They lie in
 * {@code ../shared/golden/seed-tables.csv} and are not part of the project: skipped, visibly, where they are missing.
 */
class SeedTableTest {

	private static final Path FILE = Path.of("..", "shared", "golden", "seed-tables.csv");

	/** R's numbers are printed with 15 digits. */
	private static final double RELATIVE = 1e-12;

	/** How a row is recomputed from its inputs, by its column "test". */
	private static final Map<String, ToDoubleFunction<JsonObject>> BY_TEST = Map.of("kappa", SeedTableTest::kappa);

	@TestFactory
	Stream<DynamicTest> rows() throws IOException {
		if (!Files.exists(FILE)) return Stream.of(DynamicTest.dynamicTest("rows", () -> Assumptions.abort("Skipped: no " +
			FILE)));
		try (var reader = CsvReader.builder().ofNamedCsvRecord(FILE)) {
			return reader.stream().filter(row -> BY_TEST.containsKey(row.getField("test"))).toList().stream().map(
				row -> DynamicTest.dynamicTest(row.getField("id"), () -> check(row)));
		}
	}

	private static void check(final NamedCsvRecord row) {
		final JsonObject inputs = new Gson().fromJson(row.getField("inputs"), JsonObject.class);
		final double truth = Double.parseDouble(row.getField("r_value").strip());
		final double actual = BY_TEST.get(row.getField("test")).applyAsDouble(inputs);
		assertEquals(truth, actual, RELATIVE * Math.abs(truth), () -> row.getField("source"));
	}

	private static double kappa(final JsonObject inputs) {
		final int[][] counts = { { count(inputs, "TP"), count(inputs, "FP") }, { count(inputs, "FN"), count(inputs, "TN") } };
		return CohenKappa.withDefaults().test(CountTable.of(counts)).kappa();
	}

	private static int count(final JsonObject inputs, final String name) {
		return inputs.get(name).getAsInt();
	}
}
