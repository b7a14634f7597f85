package io.github.vertebraj.reading.analysis;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

import io.github.vertebraj.reading.study.LesionType;

/** The type of a patient's metastases from those of the segments. */
public final class TypeRule {

	/** What the rule is, for the notes of a table. */
	public static final String STATED = "A patient's type is mixed when a segment is mixed, or lytic and blastic ones both" +
		" occur, in whatever session and by whatever reader; else the one that occurs; unknown when none is known.";

	private TypeRule() {}

	/** As {@link #STATED}. */
	public static LesionType of(final Collection<LesionType> types) {
		final Set<LesionType> known = EnumSet.noneOf(LesionType.class);
		known.addAll(types);
		known.remove(LesionType.UNKNOWN);
		if (known.isEmpty()) return LesionType.UNKNOWN;
		return known.size() == 1 ? known.iterator().next() : LesionType.MIXED;
	}
}
