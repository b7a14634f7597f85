package io.github.vertebraj.report.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.vertebraj.reading.analysis.StudyPatient;
import io.github.vertebraj.reading.study.LesionType;

/**
 * What tells patients apart: a number or a category.
 *
 * @param numbers by patient; empty for a category
 * @param texts   by patient; those of whom it is not known are missing
 * @param levels  in their order; empty for a number
 * @param note    how values became levels; empty text for nothing to say
 */
record Variable(String name, Map<String, Double> numbers, Map<String, String> texts, List<String> levels, String note) {

	static final String AGE = "age";
	static final String SEX = "sex";
	static final String PRIMARY = "primary";
	static final String TYPE = "type";
	static final String SEGMENTS = "segments";
	static final String MISCELLANEOUS = "miscellaneous";
	/** Primary tumours of fewer patients go together. */
	static final int FEWEST = 5;

	private static final String LYTIC = "pure lytic";
	private static final String BLASTIC = "blastic and mixed";
	private static final String UNKNOWN = "unknown";

	boolean isNumber() {
		return levels.isEmpty();
	}

	/** Whether it is known of a patient. */
	boolean isKnown(final String caseId) {
		return isNumber() ? numbers.containsKey(caseId) : texts.containsKey(caseId);
	}

	static Variable number(final String name, final Map<String, Double> numbers) {
		return new Variable(name, numbers, Map.of(), List.of(), "");
	}

	static Variable category(final String name, final Map<String, String> texts, final String note) {
		final Set<String> levels = new LinkedHashSet<>(texts.values());
		return new Variable(name, Map.of(), texts, List.copyOf(levels), note);
	}

	/** Age, sex and primary of all patients, and type, as the paper's Table 2 has them; those of which nothing is known are left out. */
	static List<Variable> clinical(final Collection<StudyPatient> patients, final Map<String, LesionType> types) {
		final List<Variable> variables = new ArrayList<>();
		final Map<String, Double> ages = new LinkedHashMap<>();
		patients.forEach(patient -> patient.ageYears().ifPresent(age -> ages.put(patient.id(), age)));
		if (!ages.isEmpty()) variables.add(number(AGE, ages));
		final Map<String, String> sexes = texts(patients, StudyPatient::sex);
		if (!sexes.isEmpty()) variables.add(category(SEX, sexes, ""));
		final Map<String, String> primaries = texts(patients, StudyPatient::primary);
		if (!primaries.isEmpty()) variables.add(primary(primaries));
		final Map<String, String> grouped = new LinkedHashMap<>();
		types.forEach((id, type) -> grouped.put(id, switch (type) {
			case LYTIC -> LYTIC;
			case BLASTIC, MIXED -> BLASTIC;
			case UNKNOWN -> UNKNOWN;
		}));
		if (types.values().stream().anyMatch(type -> type != LesionType.UNKNOWN)) variables.add(new Variable(TYPE, Map.of(),
			grouped, List.of(LYTIC, BLASTIC, UNKNOWN), ""));
		return variables;
	}

	/** Further columns: numbers when all that is there are numbers, else categories. */
	static List<Variable> covariates(final Collection<StudyPatient> patients) {
		final Set<String> names = new LinkedHashSet<>();
		patients.forEach(patient -> names.addAll(patient.covariates().keySet()));
		final List<Variable> variables = new ArrayList<>();
		for (final String name : names) {
			final Map<String, String> texts = texts(patients, patient -> patient.covariates().getOrDefault(name, ""));
			if (texts.isEmpty()) continue;
			if (texts.values().stream().allMatch(Variable::isNumber)) variables.add(number(name, texts.entrySet().stream()
				.collect(Collectors.toMap(Map.Entry::getKey, entry -> Double.valueOf(entry.getValue()), (a, b) -> a,
					LinkedHashMap::new))));
			else variables.add(category(name, texts, ""));
		}
		return variables;
	}

	private static boolean isNumber(final String text) {
		return text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");
	}

	private static Map<String, String> texts(final Collection<StudyPatient> patients,
		final Function<StudyPatient, String> what)
	{
		final Map<String, String> texts = new LinkedHashMap<>();
		for (final StudyPatient patient : patients)
			if (!what.apply(patient).isBlank()) texts.put(patient.id(), what.apply(patient));
		return texts;
	}

	/** Common ones stand for themselves, the others together. */
	private static Variable primary(final Map<String, String> primaries) {
		final Map<String, Long> counts = primaries.values().stream().collect(Collectors.groupingBy(Function.identity(),
			LinkedHashMap::new, Collectors.counting()));
		final List<String> common = counts.keySet().stream().filter(name -> counts.get(name) >= FEWEST && !name
			.equalsIgnoreCase(MISCELLANEOUS)).toList();
		if (common.isEmpty() || common.size() >= counts.size() - 1) return category(PRIMARY, primaries, "");
		final Map<String, String> grouped = new LinkedHashMap<>();
		primaries.forEach((id, name) -> grouped.put(id, common.contains(name) ? name : MISCELLANEOUS));
		final List<String> levels = new ArrayList<>(common);
		levels.add(MISCELLANEOUS);
		return new Variable(PRIMARY, Map.of(), grouped, levels, "primaries of fewer than " + FEWEST +
			" patients of the study are miscellaneous");
	}
}
