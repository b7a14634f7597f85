package io.github.vertebraj.reading.store;

import java.util.List;
import java.util.Optional;

/**
 * How a case is to be opened. Both reasons go to the trail, if they were needed.
 *
 * @param washoutReason  why it is opened although the washout has not ended, or a later session has begun
 * @param takeOverReason why it is taken over from a program that has it open
 */
public record OpenRequest(Optional<String> washoutReason, Optional<String> takeOverReason) {

	/** Refused when anything stands against it. */
	public static final OpenRequest USUAL = new OpenRequest(Optional.empty(), Optional.empty());

	/** @throws IllegalArgumentException if a reason is blank */
	public OpenRequest {
		for (final Optional<String> reason : List.of(washoutReason, takeOverReason))
			if (reason.filter(String::isBlank).isPresent()) throw new IllegalArgumentException(
				"A reason is needed; it goes to the audit trail");
	}

	public OpenRequest overridingWashout(final String reason) {
		return new OpenRequest(Optional.of(reason), takeOverReason);
	}

	public OpenRequest takingOver(final String reason) {
		return new OpenRequest(washoutReason, Optional.of(reason));
	}
}
