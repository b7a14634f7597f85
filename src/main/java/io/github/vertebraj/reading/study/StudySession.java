package io.github.vertebraj.reading.study;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * One pass through the cases.
 *
 * @param number   from 1
 * @param name     what is read in it: {@code with DWI}
 * @param criteria what readers look at in it
 */
public record StudySession(int number, String name, Set<Criterion> criteria) {

	/** Session 1: T1, T2 and contrast-enhanced images. */
	public static final StudySession CONVENTIONAL = new StudySession(1, "conventional MRI", EnumSet.range(
		Criterion.T1_LOWER_THAN_DISC, Criterion.PARAVERTEBRAL_INFILTRATION));

	/** Session 2: the same with diffusion-weighted images. */
	public static final StudySession WITH_DWI = new StudySession(2, "with DWI", EnumSet.allOf(Criterion.class));

	/** @throws IllegalArgumentException if the number is below 1 */
	public StudySession {
		if (number < 1) throw new IllegalArgumentException("Sessions are counted from 1, not " + number);
		Objects.requireNonNull(name, "name");
		final Set<Criterion> ordered = EnumSet.noneOf(Criterion.class);
		ordered.addAll(criteria);
		criteria = Collections.unmodifiableSet(ordered);
	}
}
