package io.github.vertebraj.report.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.analysis.ChangeCategory;
import io.github.vertebraj.reading.analysis.PatientChange;
import io.github.vertebraj.reading.analysis.ReaderStudy;
import io.github.vertebraj.reading.analysis.UsefulnessGroup;
import io.github.vertebraj.report.ResultTable;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.diagnostic.Proportion;

/** Table 1: categories, groups, swaps that counting hides, and the share of patients for whom the second session was useful. */
final class UsefulnessTables {

	/** The groups that are compared: those without metastases have nothing to be useful for. */
	static final List<UsefulnessGroup> COMPARED = List.of(UsefulnessGroup.DEFINITELY_USEFUL, UsefulnessGroup.EQUIVOCAL,
		UsefulnessGroup.NOT_USEFUL);

	private final ReaderStudy study;
	private final Map<String, List<PatientChange>> changes = new LinkedHashMap<>();

	UsefulnessTables(final ReaderStudy study) {
		this.study = study;
		for (final String reader : study.readers())
			for (final Site site : study.sites())
				changes.put(key(reader, site), study.changes(reader, site));
	}

	private static String key(final String reader, final Site site) {
		return site + " " + reader;
	}

	ReaderStudy study() {
		return study;
	}

	/** The changes of all patients of a reader at a site; none when the reader did not rate it. */
	List<PatientChange> changes(final String reader, final Site site) {
		return changes.get(key(reader, site));
	}

	/** Calls for every reader and site that was rated, reader by reader. */
	void forEach(final BiConsumer<String, Site> action) {
		for (final String reader : study.readers())
			for (final Site site : study.sites())
				if (!changes(reader, site).isEmpty()) action.accept(reader, site);
	}

	int count(final String reader, final Site site, final UsefulnessGroup group) {
		return (int) changes(reader, site).stream().filter(change -> change.group() == group).count();
	}

	/** Patients of each compared group, by its name. */
	Map<String, List<String>> groups(final String reader, final Site site) {
		final Map<String, List<String>> groups = new LinkedHashMap<>();
		COMPARED.forEach(group -> groups.put(group.key(), changes(reader, site).stream().filter(change -> change
			.group() == group).map(PatientChange::caseId).toList()));
		return groups;
	}

	ResultTable categories() {
		final ResultTable.Builder table = ResultTable.builder("Table 1", "reader", "site", "category", "patients");
		forEach((reader, site) -> {
			for (final ChangeCategory category : ChangeCategory.values())
				table.row(reader, site.name(), category.number(), (int) changes(reader, site).stream().filter(change -> change
					.category() == category).count());
		});
		return table.build();
	}

	ResultTable groups() {
		final ResultTable.Builder table = ResultTable.builder("Groups of Table 1", "reader", "site", "group", "patients");
		forEach((reader, site) -> {
			for (final UsefulnessGroup group : UsefulnessGroup.values())
				table.row(reader, site.name(), group.key(), count(reader, site, group));
		});
		return table.build();
	}

	/** Of the patients who are not presumed non-metastatic. */
	ResultTable usefulness() {
		final ResultTable.Builder table = ResultTable.builder("Usefulness", "reader", "site", "definitely useful",
			"presumed metastatic", "useful (%)", "CI lower (%)", "CI upper (%)", "CI", "useful in detection",
			"useful in characterization");
		forEach((reader, site) -> {
			final List<PatientChange> all = changes(reader, site);
			final int useful = count(reader, site, UsefulnessGroup.DEFINITELY_USEFUL);
			final Proportion share = Proportion.of("usefulness", useful, all.size() - count(reader, site,
				UsefulnessGroup.NON_METASTATIC), Interval.USUAL_LEVEL);
			table.row(reader, site.name(), useful, share.of(), 100 * share.value(), share.wilson().map(ci -> 100 * ci.lower())
				.orElse(Double.NaN), share.wilson().map(ci -> 100 * ci.upper()).orElse(Double.NaN), "95 % Wilson", (int) all
					.stream().filter(change -> change.category().isDetection()).count(), (int) all.stream().filter(change -> change
						.category().isCharacterization()).count());
		});
		return table.build();
	}

	/** Every patient of every reader: what the categories come from. */
	ResultTable patients() {
		final ResultTable.Builder table = ResultTable.builder("Patients", "reader", "site", "case", "probable 1",
			"doubtful 1", "benign 1", "probable 2", "doubtful 2", "benign 2", "category", "group", "segments changed",
			"hidden by counting");
		forEach((reader, site) -> changes(reader, site).forEach(change -> table.row(reader, site.name(), change.caseId(),
			change.first().probable(), change.first().doubtful(), change.first().benign(), change.second().probable(), change
				.second().doubtful(), change.second().benign(), change.category().number(), change.group().key(), change
					.changedSegments(), change.isHiddenByCounting() ? "yes" : "no")));
		return table.build();
	}

	/** Patients of category 13 in whom segments changed all the same. */
	ResultTable swaps() {
		final ResultTable.Builder table = ResultTable.builder("Hidden swaps", "reader", "site", "category 13",
			"with changed segments", "segments changed", "cases");
		forEach((reader, site) -> {
			final List<PatientChange> unchanged = changes(reader, site).stream().filter(change -> change
				.category() == ChangeCategory.C13).toList();
			final List<PatientChange> hidden = unchanged.stream().filter(PatientChange::isHiddenByCounting).toList();
			table.row(reader, site.name(), unchanged.size(), hidden.size(), hidden.stream().mapToInt(
				PatientChange::changedSegments).sum(), String.join(", ", new ArrayList<>(hidden.stream().map(
					PatientChange::caseId).toList())));
		});
		return table.build();
	}
}
