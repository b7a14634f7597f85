package io.github.vertebraj.interpretation;

import java.util.List;

/** A published statement that measured values are shown beside. */
public record ReferenceRule(String id, String quantity, String unit, String population, String citation) {

	/** All rules, in the order of the data file. */
	public static List<ReferenceRule> all() {
		return List.of();
	}

	/**
	 * The rule of that id.
	 *
	 * @throws IllegalArgumentException if there is none; lists the known ids
	 */
	public static ReferenceRule of(final String id) {
		return all().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow(
			() -> new IllegalArgumentException("No reference rule '" + id + "'"));
	}
}
