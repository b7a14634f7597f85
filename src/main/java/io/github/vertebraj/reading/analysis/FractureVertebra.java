package io.github.vertebraj.reading.analysis;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import io.github.vertebraj.reading.FractureGrade;
import io.github.vertebraj.reading.FractureShape;
import io.github.vertebraj.reading.VertebralLevel;
import io.github.vertebraj.reading.study.FractureSign;
import io.github.vertebraj.reading.study.Modality;
import io.github.vertebraj.reading.study.Presence;
import io.github.vertebraj.reading.study.SignAt;

/**
 * A broken vertebra as one reader sees it.
 *
 * @param caseId the patient
 * @param group  of the patient, as osteoporotic or metastatic
 * @param reader who read, and in which session
 * @param signs  by modality
 */
public record FractureVertebra(String caseId, String group, String reader, VertebralLevel level,
	Optional<FractureShape> shape, Optional<FractureGrade> grade, Map<SignAt, Presence> signs)
{

	public FractureVertebra {
		Objects.requireNonNull(caseId, "caseId");
		Objects.requireNonNull(group, "group");
		Objects.requireNonNull(reader, "reader");
		Objects.requireNonNull(level, "level");
		Objects.requireNonNull(shape, "shape");
		Objects.requireNonNull(grade, "grade");
		signs = Collections.unmodifiableMap(new TreeMap<>(signs));
	}

	/** What was said of a sign in one modality; empty when nothing was. */
	public Optional<Presence> sign(final FractureSign sign, final Modality modality) {
		return Optional.ofNullable(signs.get(new SignAt(sign, modality)));
	}

	/**
	 * What all modalities together say of a sign: present when any shows it, absent when one could show it and none does,
	 * not assessable when none could; empty when nothing was said.
	 */
	public Optional<Presence> combined(final FractureSign sign) {
		Optional<Presence> best = Optional.empty();
		for (final Modality modality : Modality.values()) {
			final Optional<Presence> said = sign(sign, modality);
			if (said.isPresent() && (best.isEmpty() || said.get().compareTo(best.get()) < 0)) best = said;
		}
		return best;
	}
}
