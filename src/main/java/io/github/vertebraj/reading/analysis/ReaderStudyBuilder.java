package io.github.vertebraj.reading.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.vertebraj.reading.VertebralLevel;
import io.github.vertebraj.reading.study.Segment;

/** Collects rows into a {@link ReaderStudy}. Sessions 1 and 2 are compared; others are left out, with a note. */
public final class ReaderStudyBuilder {

	private static final int SESSIONS = 2;
	private static final int MOST_NAMED = 5;

	private final String title;
	private final Map<String, StudyPatient> patients = new TreeMap<>();
	private final Set<String> readers = new LinkedHashSet<>();
	private final Map<String, SortedMap<String, List<SortedMap<Segment, SegmentFinding>>>> sessions = new LinkedHashMap<>();
	private final Map<String, Map<Segment, Boolean>> truth = new HashMap<>();
	private final List<String> notes = new ArrayList<>();
	/** Vertebrae that are hidden in the second session and not rated, by reader, then case. */
	private final Map<String, Map<String, Set<VertebralLevel>>> hidden = new HashMap<>();
	private final Set<Integer> otherSessions = new TreeSet<>();

	public ReaderStudyBuilder(final String title) {
		this.title = Objects.requireNonNull(title, "title");
	}

	/** Readers in the order in which tables are to have them; others follow as they come. */
	public ReaderStudyBuilder readers(final Collection<String> inOrder) {
		readers.addAll(inOrder);
		return this;
	}

	/** @throws IllegalArgumentException if the patient is there already */
	public ReaderStudyBuilder patient(final StudyPatient patient) {
		if (patients.putIfAbsent(patient.id(), patient) != null) throw new IllegalArgumentException("Case " + patient.id() +
			" stands twice among the cases");
		return this;
	}

	/** @throws IllegalArgumentException if the segment was rated already by this reader in this session */
	public ReaderStudyBuilder row(final RatingRow row) {
		if (row.session() > SESSIONS) {
			otherSessions.add(row.session());
			return this;
		}
		readers.add(row.reader());
		final var ofReader = sessions.computeIfAbsent(row.reader(), reader -> new TreeMap<>());
		final var ofCase = ofReader.computeIfAbsent(row.caseId(), id -> List.of(new TreeMap<>(), new TreeMap<>()));
		if (ofCase.get(row.session() - 1).putIfAbsent(row.segment(), row.finding()) != null)
			throw new IllegalArgumentException("Case " + row.caseId() + ", reader " + row.reader() + ", session " + row
				.session() + ": segment " + row.segment() + " is rated twice");
		return this;
	}

	/** A segment that an artefact hides and that was therefore not rated: it counts for the quality of the images. */
	public ReaderStudyBuilder hidden(final String caseId, final String reader, final int session,
		final Segment segment)
	{
		if (session == SESSIONS) hidden.computeIfAbsent(reader, none -> new HashMap<>()).computeIfAbsent(caseId,
			none -> new TreeSet<>()).add(segment.level());
		return this;
	}

	/** @throws IllegalArgumentException if the opposite was said before */
	public ReaderStudyBuilder truth(final String caseId, final Segment segment, final boolean isMetastasis) {
		final Boolean before = truth.computeIfAbsent(caseId, id -> new HashMap<>()).put(segment, isMetastasis);
		if (before != null && before != isMetastasis) throw new IllegalArgumentException("Case " + caseId + ", segment " +
			segment + ": the truth is told as 0 and as 1");
		return this;
	}

	public ReaderStudyBuilder note(final String note) {
		notes.add(note);
		return this;
	}

	/**
	 * The study. A case that a reader has read in one session only is left out for this reader, with a note.
	 *
	 * @throws IllegalArgumentException if sessions rate different segments, naming every such case, reader and segment (the
	 *                                  first few), or if nothing is left
	 */
	public ReaderStudy build() {
		final List<PatientReading> readings = new ArrayList<>();
		final List<String> problems = new ArrayList<>();
		final List<String> all = new ArrayList<>(notes);
		if (!otherSessions.isEmpty()) all.add("Sessions 1 and 2 are compared; left out: session " + otherSessions);
		final boolean hasCases = !patients.isEmpty();
		final Set<String> unknown = new TreeSet<>();
		for (final String reader : readers) {
			final List<String> once = new ArrayList<>();
			sessions.getOrDefault(reader, new TreeMap<>()).forEach((id, read) -> {
				if (read.get(0).isEmpty() || read.get(1).isEmpty()) once.add(id);
				else add(readings, problems, id, reader, read);
				if (patients.putIfAbsent(id, StudyPatient.of(id)) == null) unknown.add(id);
			});
			if (!once.isEmpty()) all.add("Reader " + reader + " has read in one session only, left out: case " + String.join(
				", ", once));
		}
		if (!problems.isEmpty()) throw new IllegalArgumentException(String.join(". ", problems.subList(0, Math.min(MOST_NAMED,
			problems.size()))) + (problems.size() > MOST_NAMED ? ". And " + (problems.size() - MOST_NAMED) + " more" : ""));
		if (hasCases && !unknown.isEmpty()) all.add("Nothing is known but the readings of case " + String.join(", ",
			unknown));
		final List<String> having = readers.stream().filter(reader -> readings.stream().anyMatch(reading -> reading.reader()
			.equals(reader))).toList();
		return new ReaderStudy(title, new TreeMap<>(patients), having, readings, hidden, truth, all);
	}

	private static void add(final List<PatientReading> readings, final List<String> problems, final String id,
		final String reader, final List<SortedMap<Segment, SegmentFinding>> read)
	{
		try {
			readings.add(new PatientReading(id, reader, read.get(0), read.get(1)));
		}
		catch (final IllegalArgumentException e) {
			problems.add(e.getMessage());
		}
	}
}
