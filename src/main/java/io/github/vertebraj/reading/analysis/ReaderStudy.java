package io.github.vertebraj.reading.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.VertebralLevel;
import io.github.vertebraj.reading.study.LesionType;
import io.github.vertebraj.reading.study.Segment;

/**
 * A whole study, ready for analysis: every reading has both sessions, of the same segments.
 *
 * @param title    of the study
 * @param patients by id, in their order
 * @param readers  in their order
 * @param readings by reader, then patient
 * @param hidden   vertebrae that a reader marked as invisible in the second session and did not rate, by reader, then
 *                 patient
 * @param truth    whether a segment is metastatic, by patient; empty when nobody knows
 * @param notes    what was left out, and which rules were needed
 */
public record ReaderStudy(String title, SortedMap<String, StudyPatient> patients, List<String> readers,
	List<PatientReading> readings, Map<String, Map<String, Set<VertebralLevel>>> hidden,
	Map<String, Map<Segment, Boolean>> truth, List<String> notes)
{

	/** @throws IllegalArgumentException if there is no reading, or one of an unknown patient or reader */
	public ReaderStudy {
		final SortedMap<String, StudyPatient> ordered = new TreeMap<>(patients);
		for (final PatientReading reading : readings) {
			if (!readers.contains(reading.reader())) throw new IllegalArgumentException("There is no reader '" + reading
				.reader() + "'; there are " + readers);
			if (!ordered.containsKey(reading.caseId())) throw new IllegalArgumentException("There is no case '" + reading
				.caseId() + "'");
		}
		if (readings.isEmpty()) throw new IllegalArgumentException("The study '" + title +
			"' has no case that a reader has read in both sessions" + (notes.isEmpty() ? "" : ": " + notes.get(0)));
		patients = Collections.unmodifiableSortedMap(ordered);
		readers = List.copyOf(readers);
		readings = List.copyOf(readings);
		hidden = Collections.unmodifiableMap(new LinkedHashMap<>(hidden));
		truth = Collections.unmodifiableMap(new LinkedHashMap<>(truth));
		notes = List.copyOf(notes);
	}

	/** The readings of a reader, by patient. */
	public List<PatientReading> readingsOf(final String reader) {
		return readings.stream().filter(reading -> reading.reader().equals(reader)).toList();
	}

	/** The sites that anybody rated: vertebral body, then posterior element. */
	public List<Site> sites() {
		return List.of(Site.VB, Site.PE).stream().filter(site -> readings.stream().anyMatch(reading -> reading.has(site)))
			.toList();
	}

	/** The changes of every patient that a reader rated at a site. */
	public List<PatientChange> changes(final String reader, final Site site) {
		return readingsOf(reader).stream().filter(reading -> reading.has(site)).map(reading -> reading.change(site)).toList();
	}

	/** The type of each patient's metastases: what is said of the patient, else by {@link TypeRule}. */
	public Map<String, LesionType> types() {
		final Map<String, List<LesionType>> said = new LinkedHashMap<>();
		for (final PatientReading reading : readings)
			for (final int session : new int[] { 1, 2 })
				for (final SegmentFinding finding : reading.session(session).values())
					finding.type().ifPresent(type -> said.computeIfAbsent(reading.caseId(), id -> new ArrayList<>()).add(type));
		final Map<String, LesionType> types = new LinkedHashMap<>();
		patients.forEach((id, patient) -> types.put(id, patient.type().orElseGet(() -> TypeRule.of(said.getOrDefault(id, List
			.of())))));
		return types;
	}

	/** The quality of the images of every patient that was read. */
	public List<ImageQuality> qualities() {
		final Map<String, List<PatientReading>> byCase = new TreeMap<>();
		readings.forEach(reading -> byCase.computeIfAbsent(reading.caseId(), id -> new ArrayList<>()).add(reading));
		return byCase.entrySet().stream().map(entry -> new ImageQuality(entry.getKey(), entry.getValue().stream().flatMap(
			reading -> invisible(reading).stream()).collect(Collectors.toSet()))).toList();
	}

	/** The vertebrae that a reader marks in the second session, rated or not. */
	private Set<VertebralLevel> invisible(final PatientReading reading) {
		final Set<VertebralLevel> levels = new TreeSet<>(ImageQuality.invisible(reading));
		levels.addAll(hidden.getOrDefault(reading.reader(), Map.of()).getOrDefault(reading.caseId(), Set.of()));
		return levels;
	}

	/** Readers who marked any vertebra as hidden in the second session. */
	public List<String> qualityReaders() {
		return readers.stream().filter(reader -> readingsOf(reader).stream().anyMatch(reading -> !invisible(reading)
			.isEmpty())).toList();
	}

	/** Whether a segment is metastatic, when somebody knows. */
	public Optional<Boolean> truth(final String caseId, final Segment segment) {
		return Optional.ofNullable(truth.getOrDefault(caseId, Map.of()).get(segment));
	}
}
