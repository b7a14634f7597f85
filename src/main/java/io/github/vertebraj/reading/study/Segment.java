package io.github.vertebraj.reading.study;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.vertebraj.reading.RegionName;
import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.VertebralLevel;

/**
 * What is rated: the body or the posterior element of a vertebra. The sacrum is rated as body only. Ordered from head to
 * tail, the body first.
 *
 * @param site {@link Site#VB} or {@link Site#PE}
 */
public record Segment(VertebralLevel level, Site site) implements Comparable<Segment> {

	/** Files name thousands of them. */
	private static final Map<String, Segment> BY_NAME = new Spine(13, 6, Spine.Sacrum.PARTS).segments(EnumSet.of(Site.VB,
		Site.PE)).stream().collect(Collectors.toUnmodifiableMap(Segment::name, Function.identity()));

	private static final Comparator<Segment> ORDER = Comparator.comparing(Segment::level).thenComparing(Segment::site);

	/** @throws IllegalArgumentException if there is no such segment */
	public Segment {
		Objects.requireNonNull(level, "level");
		if (!exists(level, site)) throw new IllegalArgumentException("There is no segment " + level + "_" + site +
			"; a segment is a vertebral body (VB) or posterior element (PE), of the sacrum the body only");
	}

	/** Whether a vertebra is rated at that site. */
	static boolean exists(final VertebralLevel level, final Site site) {
		return site == Site.VB || site == Site.PE && level.part() != 'S';
	}

	/** @throws IllegalArgumentException unless the text is a name such as {@code T5_VB} */
	public static Segment of(final String name) {
		final Segment known = BY_NAME.get(name);
		if (known != null) return known;
		final RegionName region = RegionName.parse(name);
		if (region.upper().isEmpty() || region.lower().isPresent() || region.site().isEmpty())
			throw new IllegalArgumentException("'" + name + "' is no segment; segments are named like T5_VB or T5_PE");
		return new Segment(region.upper().get(), region.site().get());
	}

	/** {@code T5_VB}: the name that regions in it have. */
	public String name() {
		return level + "_" + site;
	}

	@Override
	public int compareTo(final Segment other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return name();
	}
}
