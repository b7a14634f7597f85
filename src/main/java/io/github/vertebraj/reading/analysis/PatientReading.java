package io.github.vertebraj.reading.analysis;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.VertebralLevel;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.Segment;

/**
 * What one reader said of one patient in both sessions, of the same segments.
 *
 * @param first  session
 * @param second session
 */
public record PatientReading(String caseId, String reader, SortedMap<Segment, SegmentFinding> first,
	SortedMap<Segment, SegmentFinding> second)
{

	private static final int MOST_NAMED = 8;

	/** @throws IllegalArgumentException if the sessions rate different segments; names case, reader and segments */
	public PatientReading {
		first = Collections.unmodifiableSortedMap(new TreeMap<>(first));
		second = Collections.unmodifiableSortedMap(new TreeMap<>(second));
		if (!first.keySet().equals(second.keySet())) throw new IllegalArgumentException("Case " + caseId + ", reader " +
			reader + ": the sessions rate different segments" + missing("second", first.keySet(), second.keySet()) + missing(
				"first", second.keySet(), first.keySet()) + "; rate the same segments in both");
		if (isSacrum(first, true) && isSacrum(first, false)) throw new IllegalArgumentException("Case " + caseId +
			", reader " + reader + ": the sacrum is rated as one (S) and by its vertebrae (S1-S5) too, so that it would count" +
			" twice; rate it in one way");
	}

	/** Whether there is a segment of the sacrum: the sacrum as one, or one of its vertebrae. */
	private static boolean isSacrum(final SortedMap<Segment, SegmentFinding> session, final boolean asOne) {
		return session.keySet().stream().map(Segment::level).anyMatch(level -> level.part() == 'S' &&
			(level == VertebralLevel.S) == asOne);
	}

	private static String missing(final String session, final Set<Segment> there, final Set<Segment> here) {
		final Set<Segment> missing = new TreeSet<>(there);
		missing.removeAll(here);
		if (missing.isEmpty()) return "";
		return "; the " + session + " lacks " + missing.stream().limit(MOST_NAMED).map(Segment::name).collect(Collectors
			.joining(", ")) + (missing.size() > MOST_NAMED ? " and " + (missing.size() - MOST_NAMED) + " more" : "");
	}

	/** The findings of a session, 1 or 2. */
	public SortedMap<Segment, SegmentFinding> session(final int number) {
		return number == 1 ? first : second;
	}

	/** Whether segments of a site were rated. */
	public boolean has(final Site site) {
		return first.keySet().stream().anyMatch(segment -> segment.site() == site);
	}

	/**
	 * How the ratings of a site changed.
	 *
	 * @throws IllegalArgumentException if no segment of the site was rated
	 */
	public PatientChange change(final Site site) {
		if (!has(site)) throw new IllegalArgumentException("Case " + caseId + ", reader " + reader +
			": no segment is rated at " + site);
		final RatingCounts before = RatingCounts.of(ratings(first, site));
		final RatingCounts after = RatingCounts.of(ratings(second, site));
		final int changed = (int) first.keySet().stream().filter(segment -> segment.site() == site && first.get(segment)
			.rating() != second.get(segment).rating()).count();
		return new PatientChange(caseId, reader, site, before, after, ChangeCategory.of(before, after), changed);
	}

	private static List<Rating> ratings(final SortedMap<Segment, SegmentFinding> session, final Site site) {
		return session.entrySet().stream().filter(entry -> entry.getKey().site() == site).map(entry -> entry.getValue()
			.rating()).toList();
	}
}
