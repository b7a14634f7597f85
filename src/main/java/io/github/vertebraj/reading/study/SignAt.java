package io.github.vertebraj.reading.study;

import java.util.Comparator;
import java.util.Objects;

/** A sign in the images of one modality. */
public record SignAt(FractureSign sign, Modality modality) implements Comparable<SignAt> {

	private static final Comparator<SignAt> ORDER = Comparator.comparing(SignAt::modality).thenComparing(SignAt::sign);

	public SignAt {
		Objects.requireNonNull(sign, "sign");
		Objects.requireNonNull(modality, "modality");
	}

	@Override
	public int compareTo(final SignAt other) {
		return ORDER.compare(this, other);
	}
}
