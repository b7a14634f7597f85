package io.github.vertebraj.report.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.analysis.PatientChange;
import io.github.vertebraj.reading.analysis.UsefulnessGroup;
import io.github.vertebraj.report.ResultTable;
import io.github.vertebraj.report.study.TestRow.Role;
import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.count.McNemarTest;

/** Table 3: usefulness by anatomic position, vertebral body against posterior element. */
final class PositionTables {

	private static final String BOTH = "VB and PE";

	private final UsefulnessTables usefulness;

	PositionTables(final UsefulnessTables usefulness) {
		this.usefulness = usefulness;
	}

	ResultTable tests() {
		final ResultTable.Builder table = ResultTable.builder("Table 3", "reader", "site", "variable", "test", "statistic",
			"p", "df", "why", "patients", "notes");
		for (final String reader : usefulness.study().readers()) {
			if (usefulness.study().sites().size() < 2 || usefulness.study().sites().stream().anyMatch(site -> usefulness.changes(
				reader, site).isEmpty())) continue;
			final GroupTests tests = tests(reader);
			for (final TestRow row : List.of(tests.chiSquare(Role.PAPER,
				"the printed p is of this test, though the methods name Fisher's"), tests.fisher(Role.PAPER,
					"named in the methods; body and element of one patient count as two patients"), mcNemar(reader)))
				table.row(reader, BOTH, "position", row.test(), row.statistic(), row.p(), row.df(), row.role().text(), row
					.sizes(), row.notes());
		}
		return table.build();
	}

	/** Body and element of a patient are two entries: the groups are compared as if they were of different patients. */
	private GroupTests tests(final String reader) {
		final Map<String, String> sites = new LinkedHashMap<>();
		final Map<String, List<String>> groups = new LinkedHashMap<>();
		for (final UsefulnessGroup group : UsefulnessTables.COMPARED)
			groups.put(group.key(), usefulness.study().sites().stream().flatMap(site -> usefulness.groups(reader, site).get(
				group.key()).stream().map(id -> {
					sites.put(site + " " + id, site.name());
					return site + " " + id;
				})).toList());
		return new GroupTests(groups, Variable.category("position", sites, ""));
	}

	private TestRow mcNemar(final String reader) {
		final Map<String, UsefulnessGroup> body = groups(reader, Site.VB);
		final Map<String, UsefulnessGroup> element = groups(reader, Site.PE);
		final int[][] pairs = new int[2][2];
		body.forEach((id, group) -> {
			if (element.containsKey(id)) pairs[useful(group) ? 0 : 1][useful(element.get(id)) ? 0 : 1]++;
		});
		return TestRow.run("McNemar", Role.FITS, () -> McNemarTest.withDefaults().test(CountTable.of(pairs)),
			"definitely useful or not, in the patients who are presumed metastatic at both sites");
	}

	private static boolean useful(final UsefulnessGroup group) {
		return group == UsefulnessGroup.DEFINITELY_USEFUL;
	}

	private Map<String, UsefulnessGroup> groups(final String reader, final Site site) {
		return usefulness.changes(reader, site).stream().filter(change -> change
			.group() != UsefulnessGroup.NON_METASTATIC).collect(Collectors.toMap(PatientChange::caseId, PatientChange::group));
	}
}
