package io.github.vertebraj.interpretation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A published statement that measured values are shown beside, with the population that it was found in and the
 * direction in which it points. For research only: it says what a source found, and is never a diagnosis.
 *
 * @param id          what tables call it, as {@code kaur-2020-lesion}
 * @param quantity    what was measured
 * @param unit        of the threshold and of means and medians
 * @param population  in whom it was found; it says nothing about others
 * @param threshold   the cut-off, in a rule that has one
 * @param direction   on which side of the threshold, or with which trend, the source saw its finding
 * @param finding     what was seen on that side, or what the quantity goes along with; empty text where neither applies
 * @param otherwise   what was seen on the other side; empty text where the source says nothing
 * @param statistics  the source's figures
 * @param note        what else a reader should know; may be empty text
 * @param contestedBy ids of rules that point the other way; to be printed together
 * @param citation    the source
 * @param pmid        PubMed's number of the source, where known
 */
public record ReferenceRule(String id, String quantity, String unit, String population, OptionalDouble threshold,
	Direction direction, String finding, String otherwise, List<Statistic> statistics, String note,
	List<String> contestedBy, String citation, Optional<String> pmid)
{

	/** On which side of a threshold, or with which trend, a finding goes. */
	public enum Direction {
		BELOW("below"), AT_OR_BELOW("at or below"), ABOVE("above"), FALLS_WITH("falls with"), RISES_WITH("rises with"), NONE("none");

		private final String text;

		Direction(final String text) {
			this.text = text;
		}

		/** As it stands in tables and in the data file. */
		public String text() {
			return text;
		}
	}

	/**
	 * One figure of a source.
	 *
	 * @param of      which group or part of the rule it describes
	 * @param measure {@code mean}, {@code r}, {@code sensitivity (%)}, ...
	 * @param value   in the rule's unit where the measure has one
	 * @param sd      standard deviation, where given
	 * @param n       number of cases, where given
	 */
	public record Statistic(String of, String measure, double value, OptionalDouble sd, OptionalInt n) {}

	public ReferenceRule {
		statistics = List.copyOf(statistics);
		contestedBy = List.copyOf(contestedBy);
	}

	/** Cut-off, finding, source and population in one sentence, as it stands beside a result. */
	public String told() {
		final String rest = otherwise.isEmpty() ? "" : ", else " + otherwise;
		return quantity + " " + direction.text + " " + threshold.orElse(Double.NaN) + " " + unit + ": " + finding + rest +
			" (" + population + "; " + citation + "). For research only, never a diagnosis.";
	}

	/** All rules, in the order of the data file. */
	public static List<ReferenceRule> all() {
		return ReferenceFile.RULES;
	}

	/**
	 * The rule of that id.
	 *
	 * @throws IllegalArgumentException if there is none; lists the known ids
	 */
	public static ReferenceRule of(final String id) {
		return all().stream().filter(rule -> rule.id.equals(id)).findFirst().orElseThrow(() -> new IllegalArgumentException(
			"There is no reference rule '" + id + "'; known are " + String.join(", ", all().stream().map(ReferenceRule::id)
				.toList())));
	}
}
