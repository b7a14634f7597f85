package io.github.vertebraj.statistics.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Interval;

/**
 * What the printed tables of two papers let one recompute, with R's values, in {@code ../shared/golden/seed-tables.csv}:
 * not part of the project, and skipped, visibly, where it is missing.
 */
class SeedTableTest {

	private static final Path FILE = Path.of("..", "shared", "golden", "seed-tables.csv");

	@TestFactory
	Stream<DynamicTest> accuracyAtTheCutOffOf121() throws IOException {
		return rows("001-(sens|spec|ppv|npv|accuracy|youden|auc1pt|wilson.*|cp.*)");
	}

	@TestFactory
	Stream<DynamicTest> aucs() throws IOException {
		return rows("003-AUC-.*");
	}

	private static Stream<DynamicTest> rows(final String ids) throws IOException {
		if (!Files.exists(FILE)) return Stream.of(DynamicTest.dynamicTest(ids, () -> Assumptions.abort("Skipped: no " +
			FILE)));
		try (var reader = CsvReader.builder().ofNamedCsvRecord(FILE)) {
			final List<NamedCsvRecord> rows = reader.stream().filter(row -> row.getField("id").matches(ids)).toList();
			assertFalse(rows.isEmpty());
			return rows.stream().map(row -> DynamicTest.dynamicTest(row.getField("id"), () -> check(row)));
		}
	}

	private static void check(final NamedCsvRecord row) {
		final double truth = Double.parseDouble(row.getField("r_value").strip());
		final JsonObject inputs = new Gson().fromJson(row.getField("inputs"), JsonObject.class);
		final String id = row.getField("id");
		final boolean isTable = inputs.has("TP") || inputs.has("TN");
		final double actual = isTable ? ofTable(id, inputs) : inputs.has("auc") ? ofAuc(id, inputs) : end(id, Proportion.of(
			id, inputs.get("x").getAsInt(), inputs.get("n").getAsInt(), Interval.USUAL_LEVEL));
		assertEquals(truth, actual, 1e-10 * truth);
	}

	private static double ofTable(final String id, final JsonObject inputs) {
		// The sensitivity's row has positives only, the specificity's has negatives only.
		final DiagnosticAccuracy accuracy = DiagnosticAccuracy.of(count(inputs, "TP"), count(inputs, "FP"), count(inputs,
			"FN"), count(inputs, "TN"));
		return switch (id) {
			case "001-sens" -> accuracy.sensitivity().value();
			case "001-spec" -> accuracy.specificity().value();
			case "001-ppv" -> accuracy.ppv().value();
			case "001-npv" -> accuracy.npv().value();
			case "001-accuracy" -> accuracy.accuracy().value();
			case "001-youden" -> accuracy.youden();
			case "001-auc1pt" -> accuracy.onePointAuc();
			default -> throw new AssertionError(id);
		};
	}

	private static int count(final JsonObject inputs, final String name) {
		return inputs.has(name) ? inputs.get(name).getAsInt() : 0;
	}

	private static double end(final String id, final Proportion share) {
		final Interval interval = (id.contains("wilson") ? share.wilson() : share.exact()).orElseThrow();
		return id.endsWith("-lo") ? interval.lower() : interval.upper();
	}

	/** The printed AUC must be a number of half pairs; the row holds the nearest that is. */
	private static double ofAuc(final String id, final JsonObject inputs) {
		final double auc = inputs.get("auc").getAsDouble();
		final int positives = inputs.get("n1").getAsInt();
		final int negatives = inputs.get("n0").getAsInt();
		if (id.endsWith("HanleySE")) return HanleyMcNeil.standardError(auc, positives, negatives);
		final long doubledU = Math.round(2 * auc * positives * negatives);
		final RocCurve curve = curveOf(doubledU, positives, negatives);
		assertEquals(positives, curve.positives());
		return curve.auc();
	}

	/** Some curve with that many half pairs: positives above as many negatives as it takes, one of them perhaps tied. */
	private static RocCurve curveOf(final long doubledU, final int positives, final int negatives) {
		final double[] p = new double[positives];
		long rest = doubledU;
		for (int i = 0; i < positives; i++) {
			final long here = Math.min(rest, 2L * negatives);
			// Negatives are 1, 2, ...: a positive of k + 0.5 is above k, one of k is above k − 1 and tied with one.
			p[i] = here / 2 + (here % 2 == 0 ? 0.5 : 1);
			rest -= here;
		}
		return Curves.higher(p, Curves.scores(negatives, i -> i + 1));
	}
}
