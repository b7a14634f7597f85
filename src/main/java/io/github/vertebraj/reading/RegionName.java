package io.github.vertebraj.reading;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a region's name says.
 *
 * @param text   the name as given
 * @param level  {@code L3}, {@code L3-4}, {@code L5-S1}; empty text outside the grammar
 * @param site   the site, when named
 * @param side   {@code left} or {@code right}, when named
 * @param tissue whether it was named as lesion or as normal
 * @param number the number behind the level, when there is one
 */
public record RegionName(String text, String level, Optional<Site> site, Optional<Side> side, Optional<Tissue> tissue,
	OptionalInt number)
{

	/** The patient's side. */
	public enum Side {
		LEFT, RIGHT
	}

	/** What the region's author saw in it. */
	public enum Tissue {
		LESION, NORMAL
	}

	/** Reads a name; one outside the grammar has an empty level. Never an error. */
	public static RegionName parse(final String name) {
		return new RegionName(name, "", Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());
	}

	/** Whether the region was named as a lesion. */
	public boolean isLesion() {
		return tissue.equals(Optional.of(Tissue.LESION));
	}

	/** Whether the region was named as normal. */
	public boolean isNormal() {
		return tissue.equals(Optional.of(Tissue.NORMAL));
	}
}
