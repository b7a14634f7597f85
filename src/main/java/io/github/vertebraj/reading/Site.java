package io.github.vertebraj.reading;

import java.util.Locale;
import java.util.Optional;

/** The part of a spinal segment. */
public enum Site {
	/** Vertebral body. */
	VB,
	/** Posterior element. */
	PE,
	/** Intervertebral disc. */
	IVD,
	/** Ligamentum flavum. */
	LF,
	/** Dural canal. */
	DC;

	/** The site of that abbreviation, in upper or lower case; empty when there is none. */
	public static Optional<Site> of(final String name) {
		final String upper = name.toUpperCase(Locale.ROOT);
		for (final Site site : values())
			if (site.name().equals(upper)) return Optional.of(site);
		return Optional.empty();
	}

	/** Whether it belongs to one vertebra; the others lie between two. */
	boolean isOfOneVertebra() {
		return this == VB || this == PE;
	}
}
