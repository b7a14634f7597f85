package io.github.vertebraj.reading.analysis;

import java.util.Objects;
import java.util.Optional;

import io.github.vertebraj.reading.study.LesionType;
import io.github.vertebraj.reading.study.Rating;

/**
 * What the analysis needs of a segment.
 *
 * @param invisible whether an artefact hides it
 * @param type      of the metastasis, when said
 */
public record SegmentFinding(Rating rating, boolean invisible, Optional<LesionType> type) {

	public SegmentFinding {
		Objects.requireNonNull(rating, "rating");
		Objects.requireNonNull(type, "type");
	}
}
