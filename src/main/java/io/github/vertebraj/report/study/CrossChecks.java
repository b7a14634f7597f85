package io.github.vertebraj.report.study;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.analysis.PatientChange;
import io.github.vertebraj.report.ResultTable;

/**
 * Whether the totals of the tables agree with one another: counted anew from the printed rows, not from what made them. A
 * disagreement names the rows that cause it.
 */
final class CrossChecks {

	private static final String ALL = "all";

	private final UsefulnessTables usefulness;
	private final ResultTable.Builder table = ResultTable.builder("Cross-checks", "check", "reader", "site", "expected",
		"found", "agrees", "rows that disagree");
	private int disagreements;

	CrossChecks(final UsefulnessTables usefulness) {
		this.usefulness = usefulness;
	}

	private void add(final String check, final String reader, final String site, final long expected, final long found,
		final String rows)
	{
		final boolean agrees = expected == found && rows.isEmpty();
		if (!agrees) disagreements++;
		table.row(check, reader, site, expected, found, agrees ? "yes" : "no", agrees ? "" : rows);
	}

	/** Adds up a column over the rows in which other columns have those values. */
	private static long sum(final ResultTable of, final Map<String, Object> where) {
		long sum = 0;
		for (int row = 0; row < of.rowCount(); row++) {
			final int at = row;
			if (where.entrySet().stream().allMatch(entry -> entry.getValue().equals(of.cell(at, entry.getKey())))) sum +=
				((Number) of.cell(row, "patients")).longValue();
		}
		return sum;
	}

	/**
	 * All checks.
	 *
	 * @param counts of Table 2
	 */
	ResultTable check(final ResultTable categories, final ResultTable groups, final ResultTable counts,
		final ResultTable quality)
	{
		final Set<String> everybody = new TreeSet<>();
		usefulness.forEach((reader, site) -> usefulness.changes(reader, site).forEach(change -> everybody.add(change
			.caseId())));
		usefulness.forEach((reader, site) -> {
			final Map<String, Object> here = Map.of("reader", reader, "site", site.name());
			final long inGroups = sum(groups, here);
			add("Table 1: categories add up to groups", reader, site.name(), sum(categories, here), inGroups, "");
			final Set<String> missing = new TreeSet<>(everybody);
			usefulness.changes(reader, site).stream().map(PatientChange::caseId).toList().forEach(missing::remove);
			add("Table 1: every patient of the study", reader, site.name(), everybody.size(), inGroups, names("not read", List
				.copyOf(missing)));
			checkCounts(counts, groups, reader, site);
		});
		checkSites();
		for (final String scope : new LinkedHashSet<>(quality.rows().stream().map(row -> row.get(0).toString()).toList()))
			add("Table 4: every patient of the study, " + scope, ALL, ALL, everybody.size(), sum(quality, Map.of("scope",
				scope)), "");
		return table.build();
	}

	private void checkCounts(final ResultTable counts, final ResultTable groups, final String reader, final Site site) {
		final Map<String, Set<String>> missing = new LinkedHashMap<>();
		for (int row = 0; row < counts.rowCount(); row++)
			if (counts.cell(row, "reader").equals(reader) && counts.cell(row, "site").equals(site.name())) {
				final Set<String> of = missing.computeIfAbsent(counts.cell(row, "variable") + "\n" + counts.cell(row, "group"),
					none -> new TreeSet<>());
				if (!counts.cell(row, "missing").equals("")) of.addAll(List.of(counts.cell(row, "missing").toString().split(
					", ")));
			}
		missing.forEach((key, cases) -> {
			final String[] names = key.split("\n");
			add("Table 2, " + names[0] + ": adds up to '" + names[1] + "' of Table 1", reader, site.name(), sum(groups, Map.of(
				"reader", reader, "site", site.name(), "group", names[1])), sum(counts, Map.of("reader", reader, "site", site
					.name(), "variable", names[0], "group", names[1])), names(names[0] + " missing", List.copyOf(cases)));
		});
	}

	private void checkSites() {
		if (usefulness.study().sites().size() < 2) return;
		for (final String reader : usefulness.study().readers()) {
			final Set<String> body = cases(reader, Site.VB);
			final Set<String> element = cases(reader, Site.PE);
			final Set<String> either = new TreeSet<>(body);
			either.addAll(element);
			either.removeIf(id -> body.contains(id) && element.contains(id));
			add("Table 3: the same patients at both sites", reader, "VB and PE", body.size(), element.size(), names(
				"at one site only", List.copyOf(either)));
		}
	}

	private Set<String> cases(final String reader, final Site site) {
		return new TreeSet<>(usefulness.changes(reader, site).stream().map(PatientChange::caseId).toList());
	}

	private static String names(final String what, final List<String> cases) {
		return cases.isEmpty() ? "" : what + ": " + String.join(", ", cases);
	}

	int disagreements() {
		return disagreements;
	}
}
