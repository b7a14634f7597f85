package io.github.vertebraj.statistics.descriptive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.google.gson.Gson;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * Percentages, sums and combined means that papers print. They lie in {@code ../shared/golden/seed-tables.csv} and are not
 * part of the project: skipped, visibly, where they are missing. Of a misprint the right value is held, not the printed.
 */
class SeedTableTest {

	private static final Path FILE = Path.of("..", "shared", "golden", "seed-tables.csv");

	/** What R printed of its value. */
	private static final double RELATIVE = 1e-13;

	@TestFactory
	Stream<DynamicTest> percentages() throws IOException {
		return rows("percentage").map(row -> DynamicTest.dynamicTest(row.getField("id"), () -> checkPercentage(row)));
	}

	private static void checkPercentage(final NamedCsvRecord row) {
		final var inputs = new Gson().fromJson(row.getField("inputs"), PercentageInputs.class);
		final Percentage percentage = new Percentage(inputs.x, inputs.n);
		assertClose(row, percentage.value());
		final String printed = row.getField("published");
		final int decimals = decimals(printed);
		final String halfUp = percentage.rounded(decimals, Rounding.HALF_UP).toPlainString();
		switch (row.getField("class")) {
			case "REPRODUCED" -> assertEquals(printed, halfUp);
			case "TRUNCATION" -> {
				assertEquals(printed, percentage.rounded(decimals, Rounding.TRUNCATED).toPlainString());
				assertNotEquals(printed, halfUp);
			}
			default -> assertNotEquals(printed, halfUp);
		}
	}

	private record PercentageInputs(long x, long n) {}

	@TestFactory
	Stream<DynamicTest> sums() throws IOException {
		return rows("sum").map(row -> DynamicTest.dynamicTest(row.getField("id"), () -> {
			final var inputs = new Gson().fromJson(row.getField("inputs"), SumInputs.class);
			final long sum = inputs.x != null ? Arrays.stream(inputs.x).sum() : inputs.group == null ? Arrays.stream(
				inputs.counts).sum() : categories(inputs.group).mapToLong(category -> inputs.counts[category]).sum();
			assertClose(row, sum);
			assertEquals(row.getField("published"), Long.toString(sum));
		}));
	}

	private record SumInputs(long[] counts, String group, long[] x) {}

	/** The 14 categories of seed 000 stand in the order of their groups. */
	private static IntStream categories(final String group) {
		return switch (group) {
			case "definite" -> IntStream.range(0, 7);
			case "equivocal" -> IntStream.range(7, 12);
			case "notuseful" -> IntStream.of(12);
			case "nonmetastatic" -> IntStream.of(13);
			default -> throw new IllegalArgumentException(group);
		};
	}

	@TestFactory
	Stream<DynamicTest> means() throws IOException {
		return Stream.concat(rows("pooled mean"), rows("weighted mean")).map(row -> DynamicTest.dynamicTest(row.getField(
			"id"), () -> check(row, combined(row).mean())));
	}

	@TestFactory
	Stream<DynamicTest> sds() throws IOException {
		return rows("SD recombined").map(row -> DynamicTest.dynamicTest(row.getField("id"), () -> check(row, combined(row)
			.sd())));
	}

	private static void check(final NamedCsvRecord row, final double value) {
		assertClose(row, value);
		final String printed = row.getField("published");
		final String rounded = Rounding.HALF_UP.text(value, decimals(printed));
		if (row.getField("class").equals("REPRODUCED")) assertEquals(printed, rounded);
		else assertNotEquals(printed, rounded);
	}

	private static MeanSd combined(final NamedCsvRecord row) {
		final var inputs = new Gson().fromJson(row.getField("inputs"), GroupInputs.class);
		return MeanSd.combined(IntStream.range(0, inputs.n.length).mapToObj(i -> new MeanSd(inputs.n[i], inputs.mean[i],
			inputs.sd == null ? Double.NaN : inputs.sd[i])).toList());
	}

	private record GroupInputs(double[] mean, double[] sd, long[] n) {}

	private static int decimals(final String printed) {
		final int point = printed.indexOf('.');
		return point < 0 ? 0 : printed.length() - point - 1;
	}

	private static void assertClose(final NamedCsvRecord row, final double value) {
		final double truth = Double.parseDouble(row.getField("r_value").strip());
		assertEquals(truth, value, RELATIVE * Math.abs(truth));
	}

	/** The rows whose test begins with that word; at least one. */
	private static Stream<NamedCsvRecord> rows(final String test) throws IOException {
		Assumptions.assumeTrue(Files.exists(FILE), () -> "Skipped: no " + FILE);
		try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(FILE)) {
			final List<NamedCsvRecord> rows = reader.stream().filter(row -> row.getField("test").startsWith(test)).toList();
			assertFalse(rows.isEmpty(), test);
			return rows.stream();
		}
	}
}
