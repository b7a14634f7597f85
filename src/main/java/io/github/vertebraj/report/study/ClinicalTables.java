package io.github.vertebraj.report.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.analysis.PatientChange;
import io.github.vertebraj.reading.analysis.StudyPatient;
import io.github.vertebraj.report.ResultTable;
import io.github.vertebraj.report.study.TestRow.Role;
import io.github.vertebraj.statistics.mean.SampleSummary;

/** Table 2: usefulness by age, sex, primary tumour, type, number of segments of session 1, and covariates. */
final class ClinicalTables {

	private static final String USEFUL = UsefulnessTables.COMPARED.get(0).key();
	private static final String NOT_USEFUL = UsefulnessTables.COMPARED.get(2).key();

	private final UsefulnessTables usefulness;
	private final List<Variable> clinical;
	private final List<Variable> covariates;

	ClinicalTables(final UsefulnessTables usefulness) {
		this.usefulness = usefulness;
		final List<StudyPatient> patients = List.copyOf(usefulness.study().patients().values());
		clinical = Variable.clinical(patients, usefulness.study().types());
		covariates = Variable.covariates(patients);
	}

	private List<Variable> variables(final String reader, final Site site) {
		final List<Variable> all = new ArrayList<>(clinical);
		final Map<String, Double> segments = new LinkedHashMap<>();
		for (final PatientChange change : usefulness.changes(reader, site))
			segments.put(change.caseId(), (double) change.first().probable());
		all.add(Variable.number(Variable.SEGMENTS, segments));
		all.addAll(covariates);
		return all;
	}

	ResultTable tests() {
		final ResultTable.Builder table = ResultTable.builder("Table 2", "reader", "site", "variable", "test", "statistic",
			"p", "df", "why", "patients", "notes");
		final List<Supplier<List<Object[]>>> blocks = new ArrayList<>();
		usefulness.forEach((reader, site) -> blocks.add(() -> rows(reader, site)));
		// rank tests of some hundred patients take a while
		blocks.parallelStream().map(Supplier::get).toList().forEach(rows -> rows.forEach(table::row));
		return table.build();
	}

	private List<Object[]> rows(final String reader, final Site site) {
		final List<Object[]> rows = new ArrayList<>();
		for (final Variable variable : variables(reader, site))
			for (final TestRow row : rows(new GroupTests(usefulness.groups(reader, site), variable), variable))
				rows.add(new Object[] { reader, site.name(), variable.name(), row.test(), row.statistic(), row.p(), row.df(), row
					.role().text(), row.sizes(), row.notes() });
		return rows;
	}

	private static List<TestRow> rows(final GroupTests tests, final Variable variable) {
		if (!variable.isNumber() && !tests.isExactQuick()) return List.of(tests.chiSquare(Role.FITS, variable.note(),
			"Fisher's test of so many levels and patients would take long"));
		if (!variable.isNumber()) return List.of(tests.fisher(isOfPaper(variable) ? Role.BOTH : Role.FITS, variable.note()));
		final List<TestRow> rows = new ArrayList<>();
		if (variable.name().equals(Variable.AGE)) {
			rows.add(tests.fisherOfNumbers(Role.PAPER, "every age is a category of its own, so that their order is lost"));
			rows.add(tests.kruskalWallis(Role.FITS));
		}
		else rows.add(tests.kruskalWallis(isOfPaper(variable) ? Role.BOTH : Role.FITS));
		rows.add(tests.mannWhitney(USEFUL, NOT_USEFUL, Role.FITS));
		return rows;
	}

	private static boolean isOfPaper(final Variable variable) {
		return List.of(Variable.SEX, Variable.PRIMARY, Variable.TYPE, Variable.SEGMENTS).contains(variable.name());
	}

	/** The counts, or mean and SD, that the tests compare. */
	ResultTable counts() {
		final ResultTable.Builder table = ResultTable.builder("Counts of Table 2", "reader", "site", "variable", "level",
			"group", "patients", "mean", "SD", "missing");
		usefulness.forEach((reader, site) -> {
			for (final Variable variable : variables(reader, site))
				usefulness.groups(reader, site).forEach((group, ids) -> addCounts(table, reader, site, variable, group, ids));
		});
		return table.build();
	}

	private static void addCounts(final ResultTable.Builder table, final String reader, final Site site,
		final Variable variable, final String group, final List<String> ids)
	{
		final List<String> known = ids.stream().filter(variable::isKnown).toList();
		final String missing = String.join(", ", ids.stream().filter(id -> !variable.isKnown(id)).toList());
		if (variable.isNumber()) {
			final double[] values = known.stream().mapToDouble(variable.numbers()::get).toArray();
			final double mean = values.length == 0 ? Double.NaN : SampleSummary.of(values).mean();
			final double sd = values.length < 2 ? Double.NaN : SampleSummary.of(values).sd();
			table.row(reader, site.name(), variable.name(), "", group, known.size(), mean, sd, missing);
			return;
		}
		for (final String level : variable.levels())
			table.row(reader, site.name(), variable.name(), level, group, (int) known.stream().filter(id -> level.equals(variable
				.texts().get(id))).count(), "", "", missing);
	}
}
