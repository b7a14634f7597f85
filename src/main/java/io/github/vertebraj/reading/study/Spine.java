package io.github.vertebraj.reading.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.VertebralLevel;
import io.github.vertebraj.statistics.Keyed;

/**
 * Which vertebrae a spine has. The usual one has 29 bodies and 24 posterior elements to rate.
 *
 * @param thoracic how many thoracic vertebrae: 11 to 13
 * @param lumbar   how many lumbar vertebrae: 4 to 6
 * @param sacrum   how the sacrum is counted
 */
public record Spine(int thoracic, int lumbar, Sacrum sacrum) {

	/** How the sacrum is counted. */
	public enum Sacrum implements Keyed {

		/** S1 to S5, each a body of its own. */
		PARTS("S1-S5"),

		/** As one: S. */
		ONE("S");

		private final String key;

		Sacrum(final String key) {
			this.key = key;
		}

		@Override
		public String key() {
			return key;
		}

		/** @throws IllegalArgumentException when there is no such way; the message lists those there are */
		public static Sacrum of(final String key) {
			return Keyed.of(Sacrum.class, "way to count the sacrum", key);
		}
	}

	/** C1-C7, T1-T12, L1-L5, S1-S5. */
	public static final Spine USUAL = new Spine(12, 5, Sacrum.PARTS);

	/** @throws IllegalArgumentException if no spine has as many */
	public Spine {
		if (thoracic < 11 || thoracic > 13) throw new IllegalArgumentException(
			"A spine has 11, 12 or 13 thoracic vertebrae, not " + thoracic);
		if (lumbar < 4 || lumbar > 6) throw new IllegalArgumentException("A spine has 4, 5 or 6 lumbar vertebrae, not " +
			lumbar);
		Objects.requireNonNull(sacrum, "sacrum");
	}

	/** The vertebrae from head to tail. */
	public List<VertebralLevel> levels() {
		return Stream.of(VertebralLevel.values()).filter(this::has).toList();
	}

	private boolean has(final VertebralLevel level) {
		if (level == VertebralLevel.S) return sacrum == Sacrum.ONE;
		final int number = Integer.parseInt(level.name().substring(1));
		return switch (level.part()) {
			case 'T' -> number <= thoracic;
			case 'L' -> number <= lumbar;
			case 'S' -> sacrum == Sacrum.PARTS;
			default -> true;
		};
	}

	/** What is rated at those sites, from head to tail, of each vertebra the body first. */
	public List<Segment> segments(final Set<Site> sites) {
		final List<Segment> segments = new ArrayList<>();
		for (final VertebralLevel level : levels())
			for (final Site site : List.of(Site.VB, Site.PE))
				if (sites.contains(site) && Segment.exists(level, site)) segments.add(new Segment(level, site));
		return List.copyOf(segments);
	}

	/** {@code T1-T12, L1-L5, S1-S5}. */
	@Override
	public String toString() {
		return "T1-T" + thoracic + ", L1-L" + lumbar + ", " + sacrum.key();
	}
}
