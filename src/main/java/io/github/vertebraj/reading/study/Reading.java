package io.github.vertebraj.reading.study;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.VertebralLevel;

/**
 * What one reader says of one case in one session.
 *
 * @param spine    the vertebrae, as this reader counts them
 * @param sites    that are rated
 * @param findings of the segments that something was said about, from head to tail
 * @param other    members of the file that this version does not know
 */
public record Reading(ReadingKey key, Spine spine, Set<Site> sites, ReadingStatus status,
	SortedMap<Segment, Finding> findings, OtherFields other)
{

	/** @throws IllegalArgumentException if there are findings of a segment that is not rated */
	public Reading {
		Objects.requireNonNull(key, "key");
		Objects.requireNonNull(status, "status");
		Objects.requireNonNull(other, "other");
		sites = Collections.unmodifiableSet(EnumSet.copyOf(sites));
		final SortedMap<Segment, Finding> said = new TreeMap<>(findings);
		said.values().removeIf(Finding::isEmpty);
		final Set<VertebralLevel> levels = EnumSet.copyOf(spine.levels());
		for (final Segment segment : said.keySet())
			if (!sites.contains(segment.site()) || !levels.contains(segment.level()))
				throw new IllegalArgumentException("There is no segment " + segment + " to rate in " + key +
					", whose spine is " + spine + " and whose sites are " + sites);
		findings = Collections.unmodifiableSortedMap(said);
	}

	/** An unread case. */
	public static Reading of(final ReadingKey key, final Spine spine, final Set<Site> sites) {
		return new Reading(key, spine, sites, ReadingStatus.OPEN, Collections.emptySortedMap(), OtherFields.NONE);
	}

	/** What is to be rated, from head to tail. */
	public List<Segment> segments() {
		return spine.segments(sites);
	}

	/** What was said of a segment; {@link Finding#EMPTY} when nothing was. */
	public Finding finding(final Segment segment) {
		return findings.getOrDefault(segment, Finding.EMPTY);
	}

	/** The rating of a segment. */
	public Optional<Rating> rating(final Segment segment) {
		return finding(segment).rating();
	}

	/** How many segments are rated. */
	public int ratedCount() {
		return (int) findings.values().stream().filter(finding -> finding.rating().isPresent()).count();
	}

	/** What is not rated yet, from head to tail. */
	public List<Segment> unrated() {
		return segments().stream().filter(segment -> rating(segment).isEmpty()).toList();
	}

	/** The first segment behind this one that is not rated, beginning again at the top; none when all are. */
	public Optional<Segment> nextUnrated(final Segment from) {
		final List<Segment> unrated = unrated();
		return unrated.stream().filter(segment -> segment.compareTo(from) > 0).findFirst().or(() -> unrated.stream()
			.findFirst());
	}

	/**
	 * The reading after an edit.
	 *
	 * @throws IllegalArgumentException if the edit was made for another state of the reading, or the reading is finished
	 *                                  and the edit does not open it again
	 */
	public Reading with(final Edit edit) {
		final boolean isFree = edit.isEmpty() || edit.kind() == EditKind.OUTSIDE_CHANGE || edit.changes().stream().anyMatch(
			Edit.StatusChange.class::isInstance);
		if (status == ReadingStatus.FINISHED && !isFree)
			throw new IllegalArgumentException("The reading of " + key + " is finished; reopen it to change it");
		final SortedMap<Segment, Finding> changed = new TreeMap<>(findings);
		Spine newSpine = spine;
		ReadingStatus newStatus = status;
		for (final Edit.Change change : edit.changes()) {
			if (change instanceof Edit.FindingChange finding) {
				expect(finding.segment().name(), finding.before(), changed.getOrDefault(finding.segment(), Finding.EMPTY));
				changed.put(finding.segment(), finding.after());
			}
			else if (change instanceof Edit.SpineChange other) {
				expect("The spine", other.before(), newSpine);
				newSpine = other.after();
			}
			else if (change instanceof Edit.StatusChange other) {
				expect("The status", other.before(), newStatus);
				newStatus = other.after();
			}
		}
		return new Reading(key, newSpine, sites, newStatus, changed, other);
	}

	private void expect(final String what, final Object before, final Object now) {
		if (!before.equals(now)) throw new IllegalArgumentException(what + " of " + key +
			" is not what it was when the edit '" + before + "' was made: it is " + now);
	}

	/** With these findings and no others. */
	public Reading withFindings(final Map<Segment, Finding> newFindings) {
		return new Reading(key, spine, sites, status, new TreeMap<>(newFindings), other);
	}

	/** With other members of its file that this version does not know. */
	public Reading withOther(final OtherFields newOther) {
		return new Reading(key, spine, sites, status, findings, newOther);
	}

	/** With that status, whatever is rated: for data that come from elsewhere. Readers finish by {@link Edits#finish}. */
	public Reading withStatus(final ReadingStatus newStatus) {
		return new Reading(key, spine, sites, newStatus, findings, other);
	}
}
