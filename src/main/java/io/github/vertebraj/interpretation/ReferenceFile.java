package io.github.vertebraj.interpretation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import com.google.gson.Gson;

import io.github.vertebraj.interpretation.ReferenceRule.Direction;
import io.github.vertebraj.interpretation.ReferenceRule.Statistic;

/** The data file in which every number that was read in a paper stands with its source. */
final class ReferenceFile {

	static final List<ReferenceRule> RULES = read();

	/** A rule as the file has it; what the file leaves out is null. */
	private static final class Row {

		String id;
		String quantity;
		String unit;
		String population;
		Double threshold;
		String direction;
		String finding;
		String otherwise;
		List<Figure> statistics;
		String note;
		List<String> contestedBy;
		String citation;
		String pmid;

		ReferenceRule rule() {
			final List<Statistic> figures = statistics.stream().map(Figure::statistic).toList();
			final List<String> contesting = contestedBy == null ? List.of() : contestedBy;
			return new ReferenceRule(id, quantity, unit, population, optional(threshold), directionOf(direction), text(
				finding), text(otherwise), figures, text(note), contesting, citation, Optional.ofNullable(pmid));
		}
	}

	private static final class Figure {

		String of;
		String measure;
		double value;
		Double sd;
		Integer n;

		Statistic statistic() {
			return new Statistic(of, measure, value, optional(sd), n == null ? OptionalInt.empty() : OptionalInt.of(n));
		}
	}

	private ReferenceFile() {}

	private static List<ReferenceRule> read() {
		try (Reader reader = new InputStreamReader(ReferenceFile.class.getResourceAsStream("references.json"),
			StandardCharsets.UTF_8))
		{
			return Arrays.stream(new Gson().fromJson(reader, Row[].class)).map(Row::rule).toList();
		}
		catch (final IOException e) {
			throw new UncheckedIOException("VertebraJ's file references.json cannot be read; install it again", e);
		}
	}

	private static Direction directionOf(final String text) {
		return Arrays.stream(Direction.values()).filter(direction -> direction.text().equals(text)).findFirst().orElseThrow(
			() -> new IllegalStateException("references.json has an unknown direction '" + text + "'"));
	}

	private static OptionalDouble optional(final Double number) {
		return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
	}

	private static String text(final String text) {
		return text == null ? "" : text;
	}
}
