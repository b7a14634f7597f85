package io.github.vertebraj.interpretation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A finding of the atlas and the signals that its sources describe for it, relative to normal marrow. For research only:
 * a pattern that fits is compatible with the finding, and never a diagnosis.
 *
 * @param id      what tables and files call it
 * @param finding in words
 * @param pattern for each sequence that tells something the arrows that fit; other sequences may be anything
 * @param needs   the sequences of the pattern that must have been seen; the others count where they were seen
 * @param note    what else a reader should know; may be empty text
 * @param sources keys of the citations, at least one
 */
public record AtlasEntry(String id, String finding, Map<MrSequence, Set<SignalArrow>> pattern, Set<MrSequence> needs,
	String note, List<String> sources)
{

	/**
	 * A pattern that does not contradict an entry.
	 *
	 * @param unseen sequences that the entry needs and that were not seen; empty when the pattern is compatible
	 */
	public record Match(AtlasEntry entry, List<MrSequence> unseen) {

		/** Whether all that the entry needs was seen. */
		public boolean isComplete() {
			return unseen.isEmpty();
		}
	}

	public AtlasEntry {
		pattern = Collections.unmodifiableMap(new EnumMap<>(pattern));
		needs = Collections.unmodifiableSet(EnumSet.copyOf(needs));
		sources = List.copyOf(sources);
		if (!pattern.keySet().containsAll(needs)) throw new IllegalArgumentException("needs " + needs +
			" must be among the sequences of the pattern, " + pattern.keySet());
	}

	/**
	 * Compares with what was seen.
	 *
	 * @param seen arrows by sequence; a sequence that is absent or not assessable was not seen
	 * @return empty when an arrow contradicts, or nothing that the entry needs was seen
	 */
	public Optional<Match> match(final Map<MrSequence, SignalArrow> seen) {
		final List<MrSequence> unseen = new ArrayList<>();
		for (final Map.Entry<MrSequence, Set<SignalArrow>> part : pattern.entrySet()) {
			final SignalArrow arrow = seen.getOrDefault(part.getKey(), SignalArrow.NOT_ASSESSABLE);
			if (arrow == SignalArrow.NOT_ASSESSABLE) {
				if (needs.contains(part.getKey())) unseen.add(part.getKey());
			}
			else if (!part.getValue().contains(arrow)) return Optional.empty();
		}
		return unseen.size() == needs.size() ? Optional.empty() : Optional.of(new Match(this, List.copyOf(unseen)));
	}
}
