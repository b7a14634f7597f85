package io.github.vertebraj.report.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.vertebraj.reading.analysis.FractureVertebra;
import io.github.vertebraj.reading.analysis.StudyPatient;
import io.github.vertebraj.report.ResultTable;
import io.github.vertebraj.report.study.TestRow.Role;
import io.github.vertebraj.statistics.mean.SampleSummary;
import io.github.vertebraj.statistics.mean.TTest;
import io.github.vertebraj.statistics.mean.Variances;

/** The patients of the groups of a fracture study: age, sex and covariates. */
final class FracturePatients {

	private final Map<String, List<String>> groups = new LinkedHashMap<>();
	private final List<Variable> variables = new ArrayList<>();

	FracturePatients(final List<FractureVertebra> vertebrae, final Map<String, StudyPatient> patients) {
		for (final FractureVertebra vertebra : vertebrae) {
			final List<String> of = groups.computeIfAbsent(vertebra.group(), none -> new ArrayList<>());
			if (!of.contains(vertebra.caseId())) of.add(vertebra.caseId());
		}
		final List<StudyPatient> known = groups.values().stream().flatMap(List::stream).map(patients::get).filter(
			Objects::nonNull).toList();
		// the primary of a case is its group, and types are of metastases
		Variable.clinical(known, Map.of()).stream().filter(variable -> !variable.name().equals(Variable.PRIMARY)).forEach(
			variables::add);
		variables.addAll(Variable.covariates(known));
	}

	/** Patients who have vertebrae of more than one group. */
	List<String> ofSeveralGroups() {
		return groups.values().stream().flatMap(List::stream).distinct().filter(id -> groups.values().stream().filter(
			ids -> ids.contains(id)).count() > 1).sorted().toList();
	}

	ResultTable counts() {
		final ResultTable.Builder table = ResultTable.builder("Patients of the fracture study", "variable", "level", "group",
			"patients", "of", "share (%)", "mean", "SD");
		for (final Variable variable : variables)
			groups.forEach((group, ids) -> {
				final List<String> known = ids.stream().filter(variable::isKnown).toList();
				if (variable.isNumber()) {
					final double[] values = known.stream().mapToDouble(variable.numbers()::get).toArray();
					table.row(variable.name(), "", group, values.length, ids.size(), "", values.length == 0 ? Double.NaN
						: SampleSummary.of(values).mean(), values.length < 2 ? Double.NaN : SampleSummary.of(values).sd());
				}
				else for (final String level : variable.levels()) {
					final int count = (int) known.stream().filter(id -> level.equals(variable.texts().get(id))).count();
					table.row(variable.name(), level, group, count, known.size(), known.isEmpty() ? Double.NaN : 100.0 * count /
						known.size(), "", "");
				}
			});
		return table.build();
	}

	ResultTable tests() {
		final ResultTable.Builder table = ResultTable.builder("Tests of the patients", "variable", "test", "statistic", "df",
			"p", "why", "patients", "notes");
		for (final Variable variable : variables) {
			final GroupTests tests = new GroupTests(groups, variable);
			final List<TestRow> rows = variable.isNumber() ? List.of(t(variable, Variances.EQUAL), t(variable, Variances.UNEQUAL),
				tests.kruskalWallis(Role.FITS)) : List.of(tests.chiSquare(Role.PAPER), tests.fisher(Role.FITS));
			rows.forEach(row -> table.row(variable.name(), row.test(), row.statistic(), row.df(), row.p(), row.role().text(), row
				.sizes(), row.notes()));
		}
		return table.build();
	}

	private TestRow t(final Variable variable, final Variances variances) {
		final String name = variances == Variances.EQUAL ? "Student t" : "Welch t";
		return TestRow.run(name, variances == Variances.EQUAL ? Role.PAPER : Role.FITS, () -> {
			if (groups.size() != 2) throw new IllegalArgumentException("there are " + groups.size() + " groups, not two");
			final List<double[]> values = groups.values().stream().map(ids -> ids.stream().filter(variable::isKnown)
				.mapToDouble(variable.numbers()::get).toArray()).toList();
			return TTest.withDefaults().with(variances).test(values.get(0), values.get(1));
		}).named(name);
	}
}
