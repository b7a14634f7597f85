package io.github.vertebraj.report.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.analysis.PatientReading;
import io.github.vertebraj.reading.analysis.UsefulnessGroup;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.report.ResultTable;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.agreement.CohenKappa;
import io.github.vertebraj.statistics.agreement.FleissKappa;
import io.github.vertebraj.statistics.agreement.KappaWeights;

/**
 * Agreement of the readers: ratings of segments in each session (Cohen's κ of each two, weighted by the order of the
 * ratings, and Fleiss' κ of all), and the group of usefulness of each patient.
 */
final class AgreementTables {

	private static final String CLUSTERED =
		"segments of a patient are not independent: the interval is narrower than it should be";

	private final UsefulnessTables usefulness;
	private final ResultTable.Builder table = ResultTable.builder("Agreement", "session", "site", "unit", "analysis",
		"readers", "n", "kappa", "CI lower", "CI upper", "p", "same (%)", "notes");

	AgreementTables(final UsefulnessTables usefulness) {
		this.usefulness = usefulness;
	}

	ResultTable table() {
		if (usefulness.study().readers().size() < 2) return table.build();
		for (final int session : new int[] { 1, 2 })
			for (final Site site : usefulness.study().sites())
				add(Integer.toString(session), site, "segment", ratings(session, site), List.of(Rating.values()), List.of(
					KappaWeights.LINEAR, KappaWeights.QUADRATIC), CLUSTERED);
		for (final Site site : usefulness.study().sites())
			add("1 to 2", site, "patient", groups(site), List.of(UsefulnessGroup.values()), List.of(KappaWeights.NONE), "");
		return table.build();
	}

	/** Ratings by reader, then by segment of a case. */
	private Map<String, Map<String, Rating>> ratings(final int session, final Site site) {
		final Map<String, Map<String, Rating>> ratings = new LinkedHashMap<>();
		for (final PatientReading reading : usefulness.study().readings())
			reading.session(session).forEach((segment, finding) -> {
				if (segment.site() == site) ratings.computeIfAbsent(reading.reader(), reader -> new LinkedHashMap<>()).put(reading
					.caseId() + "\n" + segment.level(), finding.rating());
			});
		return ratings;
	}

	private Map<String, Map<String, UsefulnessGroup>> groups(final Site site) {
		final Map<String, Map<String, UsefulnessGroup>> groups = new LinkedHashMap<>();
		for (final String reader : usefulness.study().readers())
			if (!usefulness.changes(reader, site).isEmpty()) groups.put(reader, usefulness.changes(reader, site).stream()
				.collect(Collectors.toMap(change -> change.caseId(), change -> change.group(), (a, b) -> a, LinkedHashMap::new)));
		return groups;
	}

	private <T> void add(final String session, final Site site, final String unit, final Map<String, Map<String, T>> said,
		final List<T> categories, final List<KappaWeights> weights, final String note)
	{
		final List<String> readers = List.copyOf(said.keySet());
		for (int i = 0; i < readers.size(); i++)
			for (int j = i + 1; j < readers.size(); j++)
				for (final KappaWeights weight : weights)
					addCohen(session, site, unit, List.of(readers.get(i), readers.get(j)), said, categories, weight, note);
		if (readers.size() > 1) addFleiss(session, site, unit, readers, said, categories, note);
	}

	/** What all those readers said of the subjects that all of them have. */
	private static <T> List<List<T>> common(final List<String> readers, final Map<String, Map<String, T>> said) {
		final List<List<T>> common = new ArrayList<>();
		for (final String subject : said.get(readers.get(0)).keySet())
			if (readers.stream().allMatch(reader -> said.get(reader).containsKey(subject))) common.add(readers.stream().map(
				reader -> said.get(reader).get(subject)).toList());
		return common;
	}

	private <T> void addCohen(final String session, final Site site, final String unit, final List<String> readers,
		final Map<String, Map<String, T>> said, final List<T> categories, final KappaWeights weights, final String note)
	{
		final List<List<T>> both = common(readers, said);
		final String name = weights == KappaWeights.NONE ? "Cohen kappa" : "Cohen kappa, " + weights.key() + " weights";
		if (both.isEmpty()) {
			table.row(session, site.name(), unit, name, String.join(", ", readers), 0, Double.NaN, Double.NaN, Double.NaN,
				Double.NaN, Double.NaN, "They have no " + unit + " in common");
			return;
		}
		final CohenKappa.Result result = CohenKappa.withDefaults().with(weights).test(both.stream().map(pair -> pair.get(0))
			.toList(), both.stream().map(pair -> pair.get(1)).toList(), categories);
		add(session, site, unit, name, readers, both.size(), result.kappa(), result.interval(), result.pValue(), 100 * result
			.agreement(), notes(note, result.summary().notes()));
	}

	private <T> void addFleiss(final String session, final Site site, final String unit, final List<String> readers,
		final Map<String, Map<String, T>> said, final List<T> categories, final String note)
	{
		final List<List<T>> all = common(readers, said);
		if (all.size() < 2) return; // the pairs have said so
		final FleissKappa.Result result = FleissKappa.withDefaults().test(all, categories);
		final double same = 100.0 * all.stream().filter(one -> one.stream().distinct().count() == 1).count() / all.size();
		add(session, site, unit, "Fleiss kappa", readers, all.size(), result.kappa(), result.interval(), result.pValue(), same,
			notes(note, result.summary().notes()));
	}

	private void add(final String session, final Site site, final String unit, final String analysis,
		final List<String> readers, final int n, final double kappa, final Interval interval, final double p,
		final double same, final String notes)
	{
		table.row(session, site.name(), unit, analysis, String.join(", ", readers), n, kappa, interval.lower(), interval
			.upper(), p, same, notes);
	}

	private static String notes(final String note, final List<String> more) {
		final List<String> all = new ArrayList<>(List.of(note));
		all.addAll(more);
		return TestRow.sentences(all);
	}
}
